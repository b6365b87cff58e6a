import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { anOverride, codeOf, framework, load, money, placementOf, provider, reserved, today, value } from './ledger.fixture.ts';
import { type HeldPlacement, newLedger } from './ledger.ts';
import { packShares, unpackShares } from './pack-shares.ts';

describe('what was approved stays approved, though there is less room now', () => {
  test.each([
    [59_999, 'held'],
    [60_000, 'held'],
    [60_001, 'framework-value-reached'],
  ])('of the value of a framework: %d pence where 60,000 are held', (amount, code) => {
    const held = reserved(framework(), 'CO-A', money(60_000), value(100_000));
    expect(codeOf(held, 'CO-A', money(amount), value(50_000), 'e2')).toBe(code);
  });

  test('of a budget', () => {
    const budget = (allocated: number) =>
      ({ kind: 'budget', allocated: pence(allocated), buyerName: 'Stour Vale School', year: '2026-27' }) as const;
    const held = reserved(newLedger({ kind: 'budget', of: '113800', year: '2026-27' as never }), 'CO-A', money(60_000), budget(60_000));
    expect(codeOf(held, 'CO-A', money(60_000), budget(50_000), 'e2')).toBe('held');
    expect(codeOf(held, 'CO-A', money(60_001), budget(50_000), 'e2')).toBe('over-budget');
  });

  // Five pupils by a commissioner's view that holds no more.
  const view = anOverride({ allowed: { kind: 'pupils', pupils: 5, withPlan: 0 } });
  const five = ['a', 'b', 'c', 'd', 'e'].reduce(
    (ledger, pupil) => reserved(ledger, `CO-${pupil}`, placementOf(pupil), load),
    provider({ overrides: [view] }),
  );
  const later = { ...five, overrides: [] };
  test.each<[string, Partial<HeldPlacement>, string]>([
    ['the same', {}, 'held'],
    ['a week fewer', { startDate: localDate('2027-01-19'), endDate: localDate('2027-03-11') }, 'held'],
    ['fewer hours, still full-time', { hoursPerWeek: 19 }, 'held'],
    ['a quarter of an hour more', { hoursPerWeek: 20.25 }, 'registration-threshold'],
    ['a day sooner', { startDate: localDate('2027-01-11') }, 'registration-threshold'],
    ['a day longer', { endDate: localDate('2027-03-19') }, 'registration-threshold'],
    ['another pupil', { pupil: 'f' }, 'registration-threshold'],
    ['with a plan now', { withPlan: true }, 'registration-threshold'],
  ])('R12: of the load of a provider: %s is %s', (_, told, code) => {
    expect(codeOf(later, 'CO-e', placementOf('e', told), load, 'e2')).toBe(code);
  });

  test('R13: a pupil whose plan was counted need not have one any more', () => {
    const one = anOverride({ allowed: { kind: 'pupils', pupils: 0, withPlan: 1 } });
    const withPlan = reserved(provider({ overrides: [one] }), 'CO-a', placementOf('a', { withPlan: true }), load);
    expect(codeOf({ ...withPlan, overrides: [] }, 'CO-a', placementOf('a', { withPlan: true }), load, 'e2')).toBe('held');
    expect(codeOf({ ...withPlan, overrides: [] }, 'CO-a', placementOf('a'), load, 'e2')).toBe('held');
  });
});

describe("a commissioner's recorded view", () => {
  test('holds on its last day', () => {
    const ledger = framework({ overrides: [anOverride({ until: today })] });
    expect(codeOf(ledger, 'CO-A', money(150_000), value(100_000))).toBe('held');
  });

  test('never lowers what is allowed without it', () => {
    const lower = framework({ overrides: [anOverride({ allowed: { kind: 'value', upTo: pence(50_000) } })] });
    expect(codeOf(lower, 'CO-A', money(100_000), value(100_000))).toBe('held');
    const fewer = provider({ overrides: [anOverride({ allowed: { kind: 'pupils', pupils: 1, withPlan: 0 } })] });
    const four = ['a', 'b', 'c', 'd'].reduce((ledger, pupil) => reserved(ledger, `CO-${pupil}`, placementOf(pupil), load), fewer);
    expect(four.shares).toHaveLength(4);
  });

  test('allows so many pupils with a plan, and not one more', () => {
    const view = anOverride({ allowed: { kind: 'pupils', pupils: 5, withPlan: 1 } });
    const one = reserved(provider({ overrides: [view] }), 'CO-a', placementOf('a', { withPlan: true }), load);
    expect(codeOf(one, 'CO-b', placementOf('b', { withPlan: true }), load)).toBe('registration-threshold');
    expect(codeOf(one, 'CO-b', placementOf('b'), load)).toBe('held');
  });

  test('counts those with a plan whom the provider declares from elsewhere', () => {
    const view = anOverride({ allowed: { kind: 'pupils', pupils: 9, withPlan: 2 } });
    const declared = (withPlan: number) => provider({ overrides: [view], elsewhere: { pupils: 2, withPlan, asAt: today } });
    expect(codeOf(declared(1), 'CO-a', placementOf('a', { withPlan: true }), load)).toBe('held');
    expect(codeOf(declared(2), 'CO-a', placementOf('a', { withPlan: true }), load)).toBe('registration-threshold');
  });
});

describe('shares are text of little room in their item', () => {
  test.each([
    ['7K3M-9QXT,333o;', { subject: 'CO-7K3M-9QXT', state: 'confirmed', ...money(143_988) }],
    ['7K3M-9QXT,333o,a1b2;', { subject: 'CO-7K3M-9QXT', state: 'open', over: 'a1b2', ...money(143_988) }],
    ['!BP-00001,1;', { subject: 'BP-00001', state: 'confirmed', ...money(1) }],
    ['7K3M-9QXT,0,,f00f.28.p.7m9.1t;', { subject: 'CO-7K3M-9QXT', state: 'confirmed', ...placementOf('f00f', { withPlan: true }) }],
    [
      '7K3M-9QXT,0,e1,f00f.29..7m9.0;',
      {
        subject: 'CO-7K3M-9QXT',
        state: 'open',
        over: 'e1',
        ...placementOf('f00f', { hoursPerWeek: 20.25, endDate: localDate('2027-01-12') }),
      },
    ],
  ] as const)('%s', (text, share) => {
    expect(packShares([share])).toBe(text);
    expect(unpackShares(text)).toEqual([share]);
  });

  test.each(['A,1;B,-1;', 'A,1 ;', 'A,0,,f.1.p.x!.1;', 'A,0,,f.!.p.1.1;', 'A,0,,f.1.p.1.!;', 'A,0,,.1.p.1.1;', 'A,12345678901;', 'A,12'])(
    'nothing is guessed of %s',
    (text) => {
      expect(unpackShares(text)).toBeUndefined();
    },
  );
});
