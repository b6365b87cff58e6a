import fc from 'fast-check';
import { localDate } from '../../days/local-date.ts';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { pence } from '../../money/money.ts';
import { liveRate, rateContent, ratesOn } from '../../money/rate-card.ts';
import { theProduct } from '../../people/person.ts';
import { acceptedTender, anyRoles, refusedTender } from '../machine.fixture.ts';
import { commissioner, given, secondCommissioner, tenderNow } from '../tender.fixture.ts';
import { decidePriceBook } from './decide-price-book.ts';
import { aBook, aPriceLine, aReservation, eightYears, tryBook } from './price-book.fixture.ts';
import { type PriceBook, ratesOf } from './price-book.ts';
import { priceBookMachine } from './price-book-machine.ts';
import { type PriceLine, pricedThing, pricesSameThing } from './price-line.ts';
import { periodsOverlap } from './price-period.ts';

const secondPeriod = { from: localDate('2030-09-01'), to: localDate('2034-08-31') };
const openReview = (book: PriceBook, period = secondPeriod) =>
  tryBook(book, { ...given(commissioner), kind: 'open-review', period, reason: 'The framework says every four years.' });

describe('R29: the prices of an award', () => {
  test('R29: are no rate before its agreement is countersigned, and approved together then', () => {
    const lines = [aPriceLine(), aPriceLine({ serviceRef: 'S-00002', price: pence(9_000), unit: 'day' })];
    const reserved = acceptedTender(tryBook(undefined, aReservation({ lines })));
    expect(ratesOf(reserved.state)).toEqual([]);
    const confirmed = acceptedTender(tryBook(reserved.state, { ...given(theProduct), kind: 'confirm-prices', awardRef: 'AW-1' }));
    expect(ratesOf(confirmed.state)).toMatchObject([
      {
        serviceRef: 'S-00001',
        price: 4_000,
        effectiveFrom: '2026-12-01',
        effectiveTo: '2030-08-31',
        status: 'approved',
        approvedBy: 'AW-1',
      },
      { serviceRef: 'S-00002', price: 9_000, effectiveFrom: '2026-12-01', effectiveTo: '2030-08-31', status: 'approved' },
    ]);
    expect(confirmed.effects.map(({ kind }) => kind)).toEqual(['record-audit', 'publish-rates']);
  });

  test('R29: may begin on the last day of a period, and on the first', () => {
    const from = (day: string) => acceptedTender(tryBook(undefined, aReservation({ from: localDate(day) }))).state.lines;
    expect(from('2030-08-31')).toMatchObject([{ from: '2030-08-31', to: '2030-08-31' }]);
    expect(from('2030-09-01')).toMatchObject([{ from: '2030-09-01', to: '2034-08-31' }]);
  });

  test('R29: are refused when the award is not countersigned, and released only when it was set aside', () => {
    const reserved = acceptedTender(tryBook(undefined, aReservation())).state;
    const confirm = { ...given(theProduct), kind: 'confirm-prices', awardRef: 'AW-1' } as const;
    const release = { ...given(theProduct), kind: 'release-prices', awardRef: 'AW-1' } as const;
    for (const award of ['set-aside', 'other', undefined] as const)
      expect(refusedTender(tryBook(reserved, confirm, { award })).code).toBe('prices-not-reserved');
    expect(refusedTender(tryBook(reserved, release)).code).toBe('prices-not-reserved');
    expect(acceptedTender(tryBook(reserved, release, { award: 'set-aside' })).state.lines).toEqual([]);
    const another = acceptedTender(tryBook(reserved, aReservation({ awardRef: 'AW-2', lines: [aPriceLine({ unit: 'day' })] }))).state;
    expect(acceptedTender(tryBook(another, release, { award: 'set-aside' })).state.lines).toMatchObject([
      { awardRef: 'AW-2', state: 'reserved' },
    ]);
    expect(refusedTender(tryBook(aBook(), release, { award: 'set-aside' })).code).toBe('prices-not-reserved');
  });

  test('R29: cannot begin outside the term of the framework', () => {
    for (const from of ['2026-08-31', '2034-09-01'])
      expect(refusedTender(tryBook(undefined, aReservation({ from: localDate(from) })))).toMatchObject({
        code: 'period-not-allowed',
        field: '/from',
      });
  });

  test.each([
    ['nothing', [], 'prices-incomplete', '/lines'],
    ['nought', [aPriceLine({ price: pence(0) })], 'price-not-allowed', '/lines/0/price'],
    ['more than anybody means', [aPriceLine({ price: pence(10_000_001) })], 'price-not-allowed', '/lines/0/price'],
    ['a group of none', [aPriceLine({ group: { from: 0, to: 3 } })], 'number-not-allowed', '/lines/0/group'],
    ['a group upside down', [aPriceLine({ group: { from: 3, to: 2 } })], 'number-not-allowed', '/lines/0/group'],
    ['two prices for one thing', [aPriceLine(), aPriceLine({ price: pence(4_100) })], 'price-overlaps', '/lines/1'],
  ])('are not %s', (_what, lines, code, field) => {
    expect(refusedTender(tryBook(undefined, aReservation({ lines })))).toMatchObject({ code, field });
  });
});

describe('no two approved prices of one service, unit and group on one day', () => {
  const later = (told: Parameters<typeof aPriceLine>[0]) => aReservation({ awardRef: 'AW-2', lines: [aPriceLine(told)] });

  test('a change inside the period is refused with the reason', () => {
    expect(refusedTender(tryBook(aBook(), later({ price: pence(4_100) })))).toEqual({
      ok: false,
      code: 'price-fixed',
      detail:
        'The price for S-00001, per hour is fixed at £40.00 from 1 Dec 2026 to 31 Aug 2030. Only a price review can change it, from the day after.',
      field: '/lines/0',
    });
  });

  test('what an award reserved it may reserve anew until it is approved', () => {
    const reserved = acceptedTender(tryBook(undefined, aReservation())).state;
    const anew = acceptedTender(tryBook(reserved, aReservation({ lines: [aPriceLine({ price: pence(4_100) })] }))).state;
    expect(anew.lines).toMatchObject([{ price: 4_100, state: 'reserved', ref: 'R-PB-AP-2026-P-0001-2' }]);
    expect(refusedTender(tryBook(aBook(), aReservation())).code).toBe('price-fixed');
  });

  test('a price that is only reserved counts as taken', () => {
    const reserved = acceptedTender(tryBook(undefined, aReservation())).state;
    expect(refusedTender(tryBook(reserved, later({})))).toMatchObject({ code: 'price-overlaps' });
  });

  test('another service, another unit or a group without a size in common is another price', () => {
    expect(tryBook(aBook(), later({ serviceRef: 'S-00002' })).ok).toBe(true);
    expect(tryBook(aBook(), later({ unit: 'day' })).ok).toBe(true);
    const small = aBook([aPriceLine({ group: { from: 1, to: 3 } })]);
    expect(tryBook(small, later({ group: { from: 4, to: 6 } })).ok).toBe(true);
    expect(refusedTender(tryBook(small, later({ group: { from: 3, to: 6 } }))).code).toBe('price-fixed');
    expect(refusedTender(tryBook(small, later({}))).code).toBe('price-fixed');
  });
});

describe('row 51: the volume prices of an award', () => {
  const bands = (...prices: readonly number[]) =>
    prices.map((unitPrice, at) => ({ fromUnits: 50 * (at + 1), unitPrice: pence(unitPrice) }));

  test('come onto its rates, and no price rises with the number of units', () => {
    expect(ratesOf(aBook([aPriceLine({ volumeBands: bands(3_800, 3_500) })]))).toMatchObject([
      { price: 4_000, volumeBands: bands(3_800, 3_500) },
    ]);
    expect(tryBook(undefined, aReservation({ lines: [aPriceLine({ volumeBands: bands(3_800, 3_900) })] }))).toMatchObject({
      ok: false,
      code: 'price-not-allowed',
      field: '/lines/0/volumeBands',
    });
  });

  test('go on in a review that leaves the price as it is, and are those of the proposal where there is one', () => {
    const reviewed = (lines: readonly PriceLine[]) => {
      const open = acceptedTender(openReview(aBook([aPriceLine({ volumeBands: bands(3_800) })]))).state;
      const proposed =
        lines.length === 0 ? open : acceptedTender(tryBook(open, { ...given(commissioner), kind: 'propose-prices', lines })).state;
      return ratesOf(acceptedTender(tryBook(proposed, { ...given(secondCommissioner), kind: 'approve-review' })).state).at(-1);
    };
    expect(reviewed([])).toMatchObject({ price: 4_000, volumeBands: bands(3_800) });
    expect(reviewed([aPriceLine({ price: pence(4_200), volumeBands: bands(4_100) })])).toMatchObject({ volumeBands: bands(4_100) });
    expect(reviewed([aPriceLine({ price: pence(3_700) })])?.volumeBands).toBeUndefined();
  });
});

describe('a price review', () => {
  test('opens the period that follows; one that begins inside the present period is refused with the reason', () => {
    expect(acceptedTender(openReview(aBook())).state).toMatchObject({ status: 'in-review', review: { period: secondPeriod } });
    expect(refusedTender(openReview(aBook(), { ...secondPeriod, from: localDate('2030-08-31') }))).toMatchObject({
      code: 'price-fixed',
      detail: 'Prices are fixed until Saturday 31 August 2030. A price review can only set prices from Sunday 1 September 2030.',
    });
    for (const period of [
      { ...secondPeriod, from: localDate('2030-09-02') },
      { ...secondPeriod, to: localDate('2034-09-01') },
    ])
      expect(refusedTender(openReview(aBook(), period))).toMatchObject({ code: 'period-not-allowed' });
  });

  test('there is none after the last period of the framework', () => {
    const oneTerm = { ...eightYears, expiresOn: localDate('2030-08-31') };
    const command = { ...given(commissioner), kind: 'open-review', period: secondPeriod, reason: 'Costs went up.' } as const;
    expect(refusedTender(tryBook(aBook(), command, { terms: oneTerm })).code).toBe('period-not-allowed');
  });

  test('what was proposed is approved by someone else; the rest goes on at its present price', () => {
    const open = acceptedTender(openReview(aBook([aPriceLine(), aPriceLine({ unit: 'day', price: pence(20_000) })]))).state;
    const lines = [aPriceLine({ price: pence(4_400) })];
    const proposed = acceptedTender(tryBook(open, { ...given(commissioner), kind: 'propose-prices', lines })).state;
    expect(refusedTender(tryBook(proposed, { ...given(commissioner), kind: 'approve-review' })).code).toBe('approver-cannot-be-proposer');
    const { state } = acceptedTender(tryBook(proposed, { ...given(secondCommissioner), kind: 'approve-review' }));
    const on = (day: string) => ratesOn(ratesOf(state), 'S-00001', localDate(day)).map(({ unit, price }) => `${unit} ${price}`);
    expect(on('2030-08-31')).toEqual(['hour 4000', 'day 20000']);
    expect(on('2030-09-01')).toEqual(['hour 4400', 'day 20000']);
    expect(state).toMatchObject({ status: 'fixed', review: undefined, periods: [{}, secondPeriod] });
  });

  test('takes what was proposed last for each thing', () => {
    const open = acceptedTender(openReview(aBook([aPriceLine(), aPriceLine({ unit: 'day', price: pence(20_000) })]))).state;
    const propose = (book: PriceBook, line: PriceLine) =>
      acceptedTender(tryBook(book, { ...given(commissioner), kind: 'propose-prices', lines: [line] })).state;
    const hourly = propose(open, aPriceLine({ price: pence(4_400) }));
    const both = propose(hourly, aPriceLine({ unit: 'day', price: pence(21_000) }));
    const changed = propose(both, aPriceLine({ price: pence(4_300) }));
    expect(changed.review?.proposed.map(({ unit, price }) => `${unit} ${price}`)).toEqual(['day 21000', 'hour 4300']);
    expect(changed.review?.proposedBy).toHaveLength(1);
  });

  test('follows another, and prices each period once', () => {
    const terms = { ...eightYears, pricePeriodMonths: 24 };
    const first = { from: localDate('2028-09-01'), to: localDate('2030-08-31') };
    const second = { from: localDate('2030-09-01'), to: localDate('2032-08-31') };
    const review = (book: PriceBook, period: typeof first): PriceBook => {
      const command = { ...given(commissioner), kind: 'open-review', period, reason: 'Every two years.' } as const;
      const open = acceptedTender(tryBook(book, command, { terms })).state;
      return acceptedTender(tryBook(open, { ...given(secondCommissioner), kind: 'approve-review' }, { terms })).state;
    };
    const reserved = acceptedTender(tryBook(undefined, aReservation(), { terms })).state;
    const confirmed = acceptedTender(
      tryBook(reserved, { ...given(theProduct), kind: 'confirm-prices', awardRef: 'AW-1' }, { terms }),
    ).state;
    const rates = ratesOf(review(review(confirmed, first), second));
    expect(rates.map(({ effectiveFrom, effectiveTo }) => `${effectiveFrom} ${effectiveTo}`)).toEqual([
      '2026-12-01 2028-08-31',
      '2028-09-01 2030-08-31',
      '2030-09-01 2032-08-31',
    ]);
  });

  test('carries a price that is still reserved into the new period, reserved as it was', () => {
    const waiting = acceptedTender(
      tryBook(aBook(), aReservation({ awardRef: 'AW-2', lines: [aPriceLine({ serviceRef: 'S-00002' })] })),
    ).state;
    const reviewed = acceptedTender(
      tryBook(acceptedTender(openReview(waiting)).state, { ...given(secondCommissioner), kind: 'approve-review' }),
    ).state;
    expect(ratesOf(reviewed).map(({ serviceRef, effectiveFrom, approvedBy }) => [serviceRef, effectiveFrom, approvedBy])).toEqual([
      ['S-00001', '2026-12-01', 'AW-1'],
      ['S-00001', '2030-09-01', 'Colm Tarrant'],
    ]);
    const confirmed = acceptedTender(tryBook(reviewed, { ...given(theProduct), kind: 'confirm-prices', awardRef: 'AW-2' })).state;
    expect(ratesOf(confirmed).filter(({ serviceRef }) => serviceRef === 'S-00002')).toMatchObject([
      { effectiveFrom: '2026-12-01', approvedBy: 'AW-2' },
      { effectiveFrom: '2030-09-01', approvedBy: 'AW-2' },
    ]);
  });

  test('prices nothing that the book does not price yet', () => {
    const open = acceptedTender(openReview(aBook())).state;
    const propose = { ...given(commissioner), kind: 'propose-prices', lines: [aPriceLine({ unit: 'week' })] } as const;
    expect(refusedTender(tryBook(open, propose))).toMatchObject({ code: 'price-not-allowed', field: '/lines/0' });
  });

  test('an award that comes after the review, before its period, is priced for both periods', () => {
    const open = acceptedTender(openReview(aBook())).state;
    const reviewed = acceptedTender(tryBook(open, { ...given(secondCommissioner), kind: 'approve-review' })).state;
    const reserved = acceptedTender(
      tryBook(reviewed, aReservation({ awardRef: 'AW-2', from: localDate('2030-01-01'), lines: [aPriceLine({ serviceRef: 'S-00002' })] })),
    ).state;
    const rates = ratesOf(acceptedTender(tryBook(reserved, { ...given(theProduct), kind: 'confirm-prices', awardRef: 'AW-2' })).state);
    for (const day of ['2030-01-01', '2030-08-31', '2030-09-01', '2034-08-31'])
      expect(liveRate(rates, 'S-00002', localDate(day))?.price).toBe(4_000);
  });
});

/** Few services, units and sizes, so that prices meet. */
const someLine: fc.Arbitrary<PriceLine> = fc.record({
  serviceRef: fc.constantFrom('S-1', 'S-2'),
  lotKey: fc.constant('AP-2026-1'),
  unit: fc.constantFrom('hour', 'hour', 'hour', 'day'),
  price: fc.constantFrom(pence(0), ...[3_900, 4_000, 4_100, 4_200].map(pence)),
  group: fc.constantFrom(undefined, undefined, undefined, { from: 1, to: 3 }, { from: 3, to: 6 }),
});
const someLines = fc.oneof({ weight: 4, arbitrary: fc.tuple(someLine) }, { weight: 1, arbitrary: fc.array(someLine, { maxLength: 2 }) });
const someAward = fc.constantFrom('AW-1', 'AW-2', 'AW-3');
const someone = fc.constantFrom(commissioner, secondCommissioner);
const reason = fc.constantFrom('', 'Costs went up.');

test('whatever commands come: no two prices for one thing on one day, no approved price ever changes, and the machine keeps its promises', () => {
  const asks = holdsForAllStories(
    priceBookMachine,
    decidePriceBook,
    {
      commands: {
        'reserve-prices': fc.record({
          by: fc.constant(theProduct),
          frameworkRef: fc.constant('AP-2026'),
          providerRef: fc.constant('P-0001'),
          awardRef: someAward,
          from: fc.constantFrom(localDate('2026-12-01'), localDate('2028-01-01'), localDate('2031-01-01')),
          lines: someLines,
        }),
        'confirm-prices': fc.record({ by: fc.constant(theProduct), awardRef: someAward }),
        'release-prices': fc.record({ by: fc.constant(theProduct), awardRef: someAward }),
        'open-review': fc.record({
          by: someone,
          reason,
          period: fc.constantFrom(
            { from: localDate('2028-09-01'), to: localDate('2030-08-31') },
            { from: localDate('2030-09-01'), to: localDate('2032-08-31') },
            { from: localDate('2029-09-01'), to: localDate('2032-08-31') },
          ),
        }),
        'propose-prices': fc.record({ by: someone, lines: someLines }),
        'approve-review': fc.record({ by: someone }),
        'abandon-review': fc.record({ by: someone, reason }),
      },
      facts: fc.record({
        roles: anyRoles,
        terms: fc.constant({ ...eightYears, pricePeriodMonths: 24 }),
        award: fc.constantFrom('countersigned' as const, 'countersigned' as const, 'set-aside' as const, 'other' as const),
      }),
      now: fc.constant(tenderNow),
    },
    {
      holds: (state, before) => {
        for (const [at, line] of state.lines.entries())
          for (const other of state.lines.slice(at + 1)) expect(pricesSameThing(line, other) && periodsOverlap(line, other)).toBe(false);
        const rates = ratesOf(state);
        expect(new Set(rates.map(({ ref }) => ref)).size).toBe(rates.length);
        // R38, P4: what was approved once stays to the letter.
        for (const rate of before ? ratesOf(before) : []) expect(rates).toContainEqual(rate);
      },
    },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'confirm-prices': ['publish-rates'],
    'open-review': ['tell provider'],
    'approve-review': ['publish-rates', 'tell provider'],
    'abandon-review': ['tell provider'],
  });
});

test('the text that is hashed of a price says its group, and is what it was for one without', () => {
  const [rate] = ratesOf(aBook([aPriceLine({ group: { from: 1, to: 3 } })]));
  const [plain] = ratesOf(aBook());
  expect(rate && rateContent(rate)).toBe('R-PB-AP-2026-P-0001-1|S-00001|AP-2026-1|hour|4000|2026-12-01|2030-08-31|1|3');
  expect(plain && rateContent(plain)).toBe('R-PB-AP-2026-P-0001-1|S-00001|AP-2026-1|hour|4000|2026-12-01|2030-08-31');
});

test('a price says for what it stands', () => {
  expect(pricedThing(aPriceLine({ group: { from: 1, to: 3 } }))).toBe('S-00001, per hour, 1 to 3 pupils');
  expect(pricedThing(aPriceLine({ group: { from: 4, to: 4 } }))).toBe('S-00001, per hour, 4 pupils');
  expect(pricedThing(aPriceLine({ group: { from: 1, to: 1 }, unit: 'session' }))).toBe('S-00001, per session (half a day), 1 pupil');
});
