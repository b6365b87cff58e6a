import { localDate } from '../../days/local-date.ts';
import { pence } from '../../money/money.ts';
import { theProduct } from '../../people/person.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { commissioner, given, secondCommissioner } from '../tender.fixture.ts';
import { aBook, aPriceLine, aReservation, tryBook } from './price-book.fixture.ts';
import { newestPeriod, type PriceBook } from './price-book.ts';

const secondPeriod = { from: localDate('2030-09-01'), to: localDate('2034-08-31') };
const open = (book: PriceBook): PriceBook =>
  acceptedTender(tryBook(book, { ...given(commissioner), kind: 'open-review', period: secondPeriod, reason: 'Every four years.' })).state;
const propose = (book: PriceBook, lines: PriceBook['lines'] | readonly ReturnType<typeof aPriceLine>[], by = commissioner): PriceBook =>
  acceptedTender(tryBook(book, { ...given(by), kind: 'propose-prices', lines })).state;
const approved = (book: PriceBook) => acceptedTender(tryBook(book, { ...given(secondCommissioner), kind: 'approve-review' }));
const asks = ({ effects }: ReturnType<typeof approved>) =>
  effects.flatMap((effect) =>
    effect.kind === 'record-audit' ? [] : [effect.kind === 'tell' ? `${effect.audience}: ${effect.news}` : effect.kind],
  );
const small = aPriceLine({ group: { from: 1, to: 3 } });
const large = aPriceLine({ group: { from: 4, to: 6 }, price: pence(3_000) });

describe('R29: a price review', () => {
  test('is told to the provider when it opens, is approved or is abandoned', () => {
    const opening = tryBook(aBook(), { ...given(commissioner), kind: 'open-review', period: secondPeriod, reason: 'Every four years.' });
    expect(asks(acceptedTender(opening))).toEqual(['provider: price-review-opened']);
    expect(asks(approved(open(aBook())))).toEqual(['publish-rates', 'provider: price-review-approved']);
    const abandon = { ...given(commissioner), kind: 'abandon-review', reason: 'Not now.' } as const;
    const abandoned = acceptedTender(tryBook(open(aBook()), abandon));
    expect(asks(abandoned)).toEqual(['provider: price-review-abandoned']);
    expect([abandoned.state.status, abandoned.state.review]).toEqual(['fixed', undefined]);
  });

  test('needs a reason to be opened, and one to be abandoned', () => {
    const opening = { ...given(commissioner), kind: 'open-review', period: secondPeriod, reason: ' ' } as const;
    expect(refusedTender(tryBook(aBook(), opening))).toMatchObject({ code: 'text-required', field: '/reason' });
    const abandoning = { ...given(commissioner), kind: 'abandon-review', reason: '' } as const;
    expect(refusedTender(tryBook(open(aBook()), abandoning))).toMatchObject({ code: 'text-required', field: '/reason' });
  });

  test('keeps what was proposed before for another thing, and replaces what was proposed for the same', () => {
    const first = propose(open(aBook([small, large])), [{ ...small, price: pence(4_200) }]);
    const second = propose(first, [{ ...large, price: pence(3_100) }]);
    const third = propose(second, [{ ...small, price: pence(4_300) }], secondCommissioner);
    expect(third.review?.proposed.map(({ group, price }) => [group?.from, price])).toEqual([
      [4, 3_100],
      [1, 4_300],
    ]);
    expect(second.review?.proposedBy).toHaveLength(1);
    expect(third.review?.proposedBy).toHaveLength(2);
  });

  test('that is given several prices at once replaces those of the same things, and keeps the others', () => {
    const day = aPriceLine({ unit: 'day', price: pence(15_000) });
    const first = propose(open(aBook([small, large, day])), [
      { ...small, price: pence(4_200) },
      { ...day, price: pence(15_500) },
    ]);
    const second = propose(first, [
      { ...small, price: pence(4_300) },
      { ...large, price: pence(3_100) },
    ]);
    expect(second.review?.proposed.map(({ price }) => price)).toEqual([15_500, 4_300, 3_100]);
  });

  test('gives each new price a reference that no other ever had', () => {
    const { state } = approved(open(aBook([small, large])));
    expect(state.lines.map(({ ref, from }) => [ref, from])).toEqual([
      ['R-PB-AP-2026-P-0001-1', '2026-12-01'],
      ['R-PB-AP-2026-P-0001-2', '2026-12-01'],
      ['R-PB-AP-2026-P-0001-3', '2030-09-01'],
      ['R-PB-AP-2026-P-0001-4', '2030-09-01'],
    ]);
    expect([state.linesMade, state.periods.length]).toEqual([4, 2]);
    const more = acceptedTender(
      tryBook(state, aReservation({ awardRef: 'AW-2', from: localDate('2030-09-01'), lines: [aPriceLine({ unit: 'day' })] })),
    );
    expect(more.state.lines.at(-1)?.ref).toBe('R-PB-AP-2026-P-0001-5');
  });

  test.each([
    ['of a smaller group', { ...small, group: { from: 1, to: 2 } }],
    ['of a group that begins later', { ...small, group: { from: 2, to: 3 } }],
    ['of another lot', { ...small, lotKey: 'AP-2026-2' }],
    ['of every size', aPriceLine()],
  ])('prices nothing that the book does not price: not a price %s', (_what, line) => {
    const refused = refusedTender(tryBook(open(aBook([small])), { ...given(commissioner), kind: 'propose-prices', lines: [line] }));
    expect(refused).toMatchObject({ code: 'price-not-allowed', field: '/lines/0' });
  });
});

describe('an award that comes to a book', () => {
  test('of two periods is priced in each of those that are left, from its own day on', () => {
    const { state } = approved(open(aBook()));
    const from = (day: string) =>
      acceptedTender(tryBook(state, aReservation({ awardRef: 'AW-2', from: localDate(day), lines: [aPriceLine({ unit: 'day' })] })))
        .state.lines.filter(({ awardRef }) => awardRef === 'AW-2')
        .map((line) => [line.from, line.to]);
    expect(from('2028-01-01')).toEqual([
      ['2028-01-01', '2030-08-31'],
      ['2030-09-01', '2034-08-31'],
    ]);
    expect(from('2030-08-31')).toEqual([
      ['2030-08-31', '2030-08-31'],
      ['2030-09-01', '2034-08-31'],
    ]);
    expect(from('2030-09-01')).toEqual([['2030-09-01', '2034-08-31']]);
  });

  test('is refused from a day that none of its periods holds', () => {
    const late = aReservation({ awardRef: 'AW-2', from: localDate('2030-09-01'), lines: [aPriceLine({ unit: 'day' })] });
    expect(refusedTender(tryBook(aBook(), late))).toMatchObject({ code: 'period-not-allowed', field: '/from' });
    const early = aReservation({ awardRef: 'AW-2', from: localDate('2026-08-31'), lines: [aPriceLine({ unit: 'day' })] });
    expect(refusedTender(tryBook(aBook(), early))).toMatchObject({ code: 'period-not-allowed', field: '/from' });
  });

  test('whose prices are partly approved reserves none anew', () => {
    const half: PriceBook = {
      ...aBook([small, large]),
      lines: aBook([small, large]).lines.map((line, at) => (at === 0 ? line : { ...line, state: 'reserved' })),
    };
    expect(refusedTender(tryBook(half, aReservation({ lines: [small] }))).code).toBe('price-fixed');
  });

  test('that was set aside keeps what was approved', () => {
    const half: PriceBook = {
      ...aBook([small, large]),
      lines: aBook([small, large]).lines.map((line, at) => (at === 0 ? line : { ...line, state: 'reserved' })),
    };
    const release = { ...given(theProduct), kind: 'release-prices', awardRef: 'AW-1' } as const;
    expect(acceptedTender(tryBook(half, release, { award: 'set-aside' })).state.lines.map(({ state }) => state)).toEqual(['approved']);
  });
});

describe('two awards in one book', () => {
  const both = acceptedTender(tryBook(aBook(), aReservation({ awardRef: 'AW-2', lines: [aPriceLine({ unit: 'day' })] }))).state;
  const confirm = (awardRef: string) => ({ ...given(theProduct), kind: 'confirm-prices', awardRef }) as const;

  test('are approved each for itself', () => {
    const third = acceptedTender(tryBook(both, aReservation({ awardRef: 'AW-3', lines: [aPriceLine({ unit: 'week' })] }))).state;
    expect(acceptedTender(tryBook(third, confirm('AW-2'))).state.lines.map(({ awardRef, state }) => [awardRef, state])).toEqual([
      ['AW-1', 'approved'],
      ['AW-2', 'approved'],
      ['AW-3', 'reserved'],
    ]);
  });

  test('what one has reserved is nothing that the other could have approved', () => {
    expect(refusedTender(tryBook(both, confirm('AW-1'))).code).toBe('prices-not-reserved');
  });
});

test('a price of nought is not proposed, and told at its line', () => {
  const propose = { ...given(commissioner), kind: 'propose-prices', lines: [{ ...small, price: pence(0) }] } as const;
  expect(refusedTender(tryBook(open(aBook([small])), propose))).toMatchObject({ code: 'price-not-allowed', field: '/lines/0/price' });
});

test('a book has a price period: one without is no book', () => {
  expect(() => newestPeriod({ ...aBook(), periods: [] })).toThrow(RangeError);
});
