import { chair, head } from '../call-off/call-off.fixture.ts';
import { addDays, localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { type HeldNow, needsSettling, settleShare, sharesRoom } from './hold-share.ts';
import { anOverride, codeOf, framework, load, money, placementOf, provider, reserve, reserved, today, value } from './ledger.fixture.ts';
import { type HeldPlacement, type Holding, type Ledger, newLedger, nothingHeld, type Share, shareOf, takenOf } from './ledger.ts';
import { packShares, unpackShares } from './pack-shares.ts';
import { type Limit, valueStanding } from './share-rules.ts';

const budget: Limit = { kind: 'budget', allocated: pence(100_000), buyerName: 'Stour Vale School', year: '2026-27' };
const now = (subject: string, holding: Holding, told: Partial<HeldNow> = {}): HeldNow => ({
  subject,
  holding,
  finished: false,
  now: 'e2',
  ...told,
});

describe('R34: the value of a framework', () => {
  test('up to the limit an order is held; what is over it is refused, and a school is told no amount', () => {
    const first = reserved(framework(), 'CO-A', money(60_000), value(100_000));
    expect(codeOf(first, 'CO-B', money(40_000), value(100_000))).toBe('held');
    const refusal = reserve(first, 'CO-B', money(40_001), value(100_000));
    expect(refusal).toMatchObject({ ok: false, code: 'framework-value-reached' });
    expect(refusal.ok ? '' : refusal.detail).not.toMatch(/[0-9£]/);
  });

  test('what is finished for good counts', () => {
    expect(codeOf(framework({ finished: pence(90_000) }), 'CO-A', money(10_001), value(100_000))).toBe('framework-value-reached');
  });

  test('a framework without a value has no limit, and what is taken is counted', () => {
    expect(takenOf(reserved(framework(), 'CO-A', money(999_999_999), value(undefined)))).toBe(999_999_999);
  });

  test('an override lets it pass up to its own value and until its day, never for a request of the commissioner who recorded it', () => {
    const allowed = framework({ overrides: [anOverride()] });
    expect(codeOf(allowed, 'CO-A', money(150_000), value(100_000))).toBe('held');
    expect(codeOf(allowed, 'CO-A', money(150_001), value(100_000))).toBe('framework-value-reached');
    expect(codeOf(allowed, 'CO-A', money(120_000), value(100_000), 'e1', { today: localDate('2027-01-01') })).toBe(
      'framework-value-reached',
    );
    expect(codeOf(allowed, 'CO-A', money(120_000), value(100_000), 'e1', { requester: head })).toBe('framework-value-reached');
    const ended = framework({ overrides: [anOverride({ endedAt: '2026-11-21T09:00:00Z', endedBy: chair })] });
    expect(codeOf(ended, 'CO-A', money(120_000), value(100_000))).toBe('framework-value-reached');
  });

  test.each<[number, number | undefined, string]>([
    [79_999, 100_000, 'ok'],
    [80_000, 100_000, 'near'],
    [99_999, 100_000, 'near'],
    [100_000, 100_000, 'full'],
    [500_000, undefined, 'ok'],
    [0, 0, 'full'],
  ])('%d of %s is %s', (taken, limit, standing) => {
    expect(valueStanding(pence(taken), limit === undefined ? undefined : pence(limit), 80)).toBe(standing);
  });
});

test("R35: a buyer's budget is not passed; the refusal tells its own amounts", () => {
  const first = reserved(newLedger({ kind: 'budget', of: '113800', year: '2026-27' as never }), 'CO-A', money(60_000), budget);
  const refusal = reserve(first, 'CO-B', money(40_001), budget);
  expect(refusal).toMatchObject({ ok: false, code: 'over-budget' });
  expect(refusal.ok ? '' : refusal.detail).toContain('£1,000.01 of its budget of £1,000.00 for 2026-27');
});

describe('R12, R14: the load of a provider', () => {
  const four = ['a', 'b', 'c', 'd'].reduce((ledger, pupil) => reserved(ledger, `CO-${pupil}`, placementOf(pupil), load), provider());

  test('an open reservation counts: the fifth pupil is refused while the fourth is only reserved, and no number is told', () => {
    const refusal = reserve(four, 'CO-e', placementOf('e'), load);
    expect(refusal).toMatchObject({ ok: false, code: 'registration-threshold' });
    expect(refusal.ok ? '' : refusal.detail).not.toMatch(/\d/);
  });

  test('fewer hours, another time, another order of the same pupil and a registered school are no fifth pupil', () => {
    expect(codeOf(four, 'CO-e', placementOf('e', { hoursPerWeek: 18 }), load)).toBe('held');
    expect(codeOf(four, 'CO-e', placementOf('e', { startDate: localDate('2027-04-20'), endDate: localDate('2027-05-20') }), load)).toBe(
      'held',
    );
    expect(codeOf(four, 'CO-e', placementOf('a', { hoursPerWeek: 2 }), load)).toBe('held');
    expect(codeOf(four, 'CO-e', placementOf('e'), { ...load, registeredSchool: true } as Limit)).toBe('held');
  });

  test('R13: hours of two orders of one pupil add up; one such pupil with a plan is enough', () => {
    const half = reserved(provider(), 'CO-a', placementOf('a', { hoursPerWeek: 10, withPlan: true }), load);
    expect(codeOf(half, 'CO-b', placementOf('a', { hoursPerWeek: 8 }), load)).toBe('held');
    expect(codeOf(half, 'CO-b', placementOf('a', { hoursPerWeek: 8.25 }), load)).toBe('registration-threshold');
  });

  test('pupils whom the provider declares from elsewhere count', () => {
    const declared = provider({ elsewhere: { pupils: 4, withPlan: 0, asAt: today } });
    expect(codeOf(declared, 'CO-a', placementOf('a'), load)).toBe('registration-threshold');
    expect(codeOf(declared, 'CO-a', placementOf('a', { hoursPerWeek: 18 }), load)).toBe('held');
  });

  test("a commissioner's recorded view allows so many, and no more", () => {
    const allowed: Ledger = { ...four, overrides: [anOverride({ allowed: { kind: 'pupils', pupils: 5, withPlan: 0 } })] };
    const five = reserved(allowed, 'CO-e', placementOf('e'), load);
    expect(codeOf(five, 'CO-f', placementOf('f'), load)).toBe('registration-threshold');
    expect(codeOf(allowed, 'CO-e', placementOf('e', { withPlan: true }), load)).toBe('registration-threshold');
  });

  test('placements that are over leave the ledger with the next reservation', () => {
    const past = addDays(today, -1);
    const old: Share = { subject: 'CO-old', state: 'confirmed', ...placementOf('o', { startDate: addDays(past, -30), endDate: past }) };
    expect(reserved(provider({ shares: [old] }), 'CO-a', placementOf('a'), load).shares.map(({ subject }) => subject)).toEqual(['CO-a']);
  });

  test('and those alone: of two placements one may be over, and other orders keep theirs', () => {
    const past = { startDate: addDays(today, -30), endDate: addDays(today, -1) };
    const shares: readonly Share[] = [
      { subject: 'CO-old', state: 'confirmed', ...placementOf('o', past) },
      { subject: 'CO-runs', state: 'confirmed', ...placementOf('r') },
      {
        subject: 'CO-two',
        state: 'confirmed',
        ...nothingHeld,
        placements: [...placementOf('t', past).placements, ...placementOf('t').placements],
      },
    ];
    const left = reserved(provider({ shares }), 'CO-a', placementOf('a'), load).shares;
    expect(left.map(({ subject }) => subject)).toEqual(['CO-runs', 'CO-two', 'CO-a']);
  });

  test('R13: every placement of one request counts, beside the others of it', () => {
    const two = (hours: number): Holding => ({
      ...nothingHeld,
      placements: [10, hours].flatMap((hoursPerWeek) => placementOf('a', { hoursPerWeek, withPlan: true }).placements),
    });
    expect(codeOf(provider(), 'CO-a', two(8), load)).toBe('held');
    expect(codeOf(provider(), 'CO-a', two(8.25), load)).toBe('registration-threshold');
    const first = placementOf('a', { hoursPerWeek: 10, withPlan: true });
    const longer = placementOf('a', { withPlan: true, startDate: localDate('2027-04-20'), endDate: localDate('2027-05-20') });
    const both: Holding = { ...nothingHeld, placements: [...first.placements, ...longer.placements] };
    expect(codeOf(provider({ shares: [{ subject: 'CO-a', state: 'confirmed', ...first }] }), 'CO-a', both, load)).toBe(
      'registration-threshold',
    );
  });

  test('those that are over today, are only reserved or still run stay in it', () => {
    const past = { startDate: addDays(today, -30), endDate: addDays(today, -1) };
    const shares: readonly Share[] = [
      { subject: 'CO-today', state: 'confirmed', ...placementOf('t', { ...past, endDate: today }) },
      { subject: 'CO-open', state: 'open', over: 'e0', ...placementOf('o', past) },
      { subject: 'CO-runs', state: 'confirmed', ...placementOf('r') },
      { subject: 'CO-money', state: 'confirmed', ...money(5) },
    ];
    expect(reserved(provider({ shares }), 'CO-a', placementOf('a'), load).shares).toHaveLength(5);
  });

  test.each<[string, Partial<HeldPlacement>, Partial<HeldPlacement>]>([
    ['an earlier start', { startDate: localDate('2027-01-19') }, { startDate: localDate('2027-01-12') }],
    ['a later end', { endDate: localDate('2027-03-11') }, { endDate: localDate('2027-03-18') }],
    ['more hours', { hoursPerWeek: 10 }, { hoursPerWeek: 20 }],
    ['a plan', { withPlan: false }, { withPlan: true }],
  ])('the more of both is %s, whichever of them came first', (_, less, more) => {
    for (const [first, then] of [
      [less, more],
      [more, less],
    ]) {
      const ledger = reserved(
        reserved(
          provider({ overrides: [anOverride({ allowed: { kind: 'pupils', pupils: 9, withPlan: 9 } })] }),
          'CO-a',
          placementOf('a', first),
          load,
        ),
        'CO-a',
        placementOf('a', then),
        load,
        'e2',
      );
      expect(shareOf(ledger, 'CO-a')?.placements).toMatchObject([more]);
    }
  });

  test('a change of the hours holds the more of both until it is settled', () => {
    const confirmed = settleShare(reserved(provider(), 'CO-a', placementOf('a'), load), now('CO-a', placementOf('a')));
    const varied = reserved(confirmed, 'CO-a', placementOf('a', { hoursPerWeek: 10, endDate: localDate('2027-04-27') }), load);
    expect(shareOf(varied, 'CO-a')).toMatchObject({ state: 'open', placements: [{ hoursPerWeek: 20, endDate: '2027-04-27' }] });
    const settled = settleShare(varied, now('CO-a', placementOf('a', { hoursPerWeek: 10 })));
    expect(shareOf(settled, 'CO-a')).toMatchObject({ state: 'confirmed', placements: [{ hoursPerWeek: 10, endDate: '2027-03-18' }] });
  });
});

describe('a share is set, not added', () => {
  const open = reserved(framework(), 'CO-A', money(60_000), value(100_000));

  test('the same reservation again changes nothing; over another state of the call-off it is written anew', () => {
    expect(reserved(open, 'CO-A', money(60_000), value(100_000))).toBe(open);
    const again = reserved(open, 'CO-A', money(60_000), value(100_000), 'e2');
    expect(again).not.toBe(open);
    expect(takenOf(again)).toBe(60_000);
    expect(takenOf(reserved(again, 'CO-A', money(40_000), value(100_000), 'e3'))).toBe(60_000);
  });

  test('a reservation stays while its write may still come, and is settled once the call-off is in another state', () => {
    expect(settleShare(open, now('CO-A', nothingHeld, { now: 'e1' }))).toBe(open);
    expect(settleShare(open, now('CO-A', nothingHeld)).shares).toEqual([]);
    expect(shareOf(settleShare(open, now('CO-A', money(60_000))), 'CO-A')?.state).toBe('confirmed');
  });

  test('R34: a writer that is late and decided over an earlier state hides no write that may still come over a later one', () => {
    const later = reserved(open, 'CO-A', money(60_000), value(100_000), 'e2');
    const late = reserved(later, 'CO-A', money(60_000), value(100_000), 'e1');
    expect(settleShare(late, now('CO-A', nothingHeld, { now: 'e2' }))).toBe(late);
    expect(settleShare(late, now('CO-A', nothingHeld, { now: 'e3' })).shares).toEqual([]);
  });

  test('a share that was settled is set again once its call-off holds something else', () => {
    const confirmed = settleShare(open, now('CO-A', money(60_000)));
    expect(takenOf(settleShare(confirmed, now('CO-A', money(40_000))))).toBe(40_000);
  });

  test('what is finished for good is added to the total once, however often it is settled', () => {
    const finished = { finished: true };
    const once = settleShare(open, now('CO-A', money(55_000), finished));
    expect(once).toMatchObject({ shares: [], finished: 55_000 });
    expect(settleShare(once, now('CO-A', money(55_000), finished))).toBe(once);
  });

  test('the sweep looks at what is open, and at what its call-off says otherwise', () => {
    const confirmed = settleShare(open, now('CO-A', money(60_000)));
    const held = (holding: Holding) => ({ subject: 'CO-A', holding, finished: false });
    expect(needsSettling(open, held(money(60_000)))).toBe(true);
    expect(needsSettling(confirmed, held(money(60_000)))).toBe(false);
    expect(needsSettling(confirmed, held(nothingHeld))).toBe(true);
    expect(needsSettling(framework(), held(money(60_000)))).toBe(true);
  });
});

describe('the room of one item', () => {
  const many = (count: number): readonly Share[] =>
    Array.from({ length: count }, (_, index) => ({
      subject: `CO-${String(index).padStart(4, '0')}-9QXT`,
      state: 'confirmed',
      ...money(1_234_567),
    }));

  test('holds 3,500 live call-offs, and refuses in words what it cannot count', () => {
    expect(packShares(many(3_500)).length).toBeLessThan(sharesRoom);
    const full = framework({ shares: many(4_000) });
    expect(reserve(full, 'CO-A', money(1), value(undefined))).toMatchObject({ ok: false, code: 'record-full' });
    expect(settleShare(full, now('CO-0000-9QXT', money(1_234_567), { finished: true })).shares).toHaveLength(3_999);
  });

  test('a text that is no list of shares is not guessed at', () => {
    for (const text of ['A', 'A,1', 'A,;', 'A,1;A,2;', 'A,1,,x.1;', ';']) expect(unpackShares(text)).toBeUndefined();
    expect(unpackShares('')).toEqual([]);
  });
});
