import fc from 'fast-check';
import { localDate } from '../days/local-date.ts';
import type { OrderState } from '../orders/order.ts';
import { groupCallOffs } from './call-off-groups.ts';
import { ofPupil } from './open-data.fixture.ts';

const rule = { fewestPupils: 5, fewestBuyers: 3 };
const after = localDate('2027-04-01');
const pupils = (count: number, buyers: number) => Array.from({ length: count }, (_, at) => ofPupil(`11380${at % buyers}`, `P-${at}`));
const inState = (state: OrderState) => pupils(5, 3).map((each) => ({ ...each, order: { ...each.order!, state } }));

describe('row 74: no call-off is told by itself', () => {
  test('five pupils of three buyers are one sum to the nearest thousand pounds, of a provider in a lot over a financial year', () => {
    // Five times £1,440.
    expect(groupCallOffs(pupils(5, 3), rule, after)).toEqual({
      told: [{ lotKey: 'AP-2026-1', providerRef: 'P-0001', year: '2026-27', rounded: 700_000 }],
      withheld: 0,
      running: [],
    });
  });

  test('one pupil or one buyer fewer, and the sum is withheld', () => {
    for (const few of [pupils(4, 3), pupils(50, 2), pupils(1, 1)])
      expect(groupCallOffs(few, rule, after)).toEqual({ told: [], withheld: 1, running: [] });
  });

  test('a second order for the same pupil is no second pupil; the same reference at another school is', () => {
    const again = [...pupils(4, 3), ofPupil('113800', 'P-0')];
    expect(groupCallOffs(again, rule, after).told).toEqual([]);
    expect(groupCallOffs([...pupils(4, 3), ofPupil('113801', 'P-0')], rule, after).told).toHaveLength(1);
  });

  test('a year is told from the day after it on: two packages of a running year would differ by single orders', () => {
    expect(groupCallOffs(pupils(9, 3), rule, localDate('2027-03-31'))).toEqual({ told: [], withheld: 0, running: ['2026-27'] });
  });

  test('what no provider has taken is no contract', () => {
    for (const state of ['awaiting-provider', 'declined', 'unfilled', 'cancelled'] as const)
      expect(groupCallOffs(inState(state), rule, after)).toEqual({ told: [], withheld: 0, running: [] });
    for (const state of ['accepted', 'ended', 'completed'] as const)
      expect(groupCallOffs(inState(state), rule, after).told).toHaveLength(1);
    expect(
      groupCallOffs(
        pupils(5, 3).map((each) => ({ ...each, status: 'withdrawn' as const })),
        rule,
        after,
      ).told,
    ).toEqual([]);
    expect(
      groupCallOffs(
        pupils(5, 3).map(({ order: _none, ...each }) => each),
        rule,
        after,
      ),
    ).toMatchObject({ told: [], withheld: 0 });
  });

  test('providers, lots and years are apart, each by its own pupils', () => {
    const elsewhere = pupils(5, 3).map((each) => ({ ...each, providerRef: 'P-0002' }));
    const inLot = pupils(4, 3).map((each) => ({ ...each, lotKey: 'AP-2026-2' }));
    const before = pupils(6, 3).map((each) => ({ ...each, order: { ...each.order!, madeAt: '2026-03-31T22:59:00Z' } }));
    const all = [...elsewhere, ...inLot, ...pupils(5, 3), ...before];
    for (const came of [all, [...all].reverse()]) {
      const { told, withheld } = groupCallOffs(came, rule, after);
      expect(told.map(({ providerRef, lotKey, year }) => [year, lotKey, providerRef])).toEqual([
        ['2025-26', 'AP-2026-1', 'P-0001'],
        ['2026-27', 'AP-2026-1', 'P-0001'],
        ['2026-27', 'AP-2026-1', 'P-0002'],
      ]);
      expect(withheld).toBe(1);
    }
  });

  test('a sum that rounds to nothing is withheld', () => {
    const cheap = pupils(5, 3).map((each) => ({ ...each, price: { ...each.price, net: 9_900 as never } }));
    expect(groupCallOffs(cheap, rule, after)).toEqual({ told: [], withheld: 1, running: [] });
  });
});

test('row 74: whatever was ordered, each sum that is told is of enough pupils and buyers, and no order more or less is told', () => {
  const order = fc.record({
    buyer: fc.integer({ min: 0, max: 4 }),
    pupil: fc.integer({ min: 0, max: 8 }),
    provider: fc.constantFrom('P-0001', 'P-0002'),
    lot: fc.constantFrom('L-1', 'L-2'),
    net: fc.integer({ min: 0, max: 900_000 }),
    madeAt: fc.constantFrom('2025-05-01T10:00:00Z', '2026-03-31T23:30:00Z', '2026-11-24T10:00:00Z', '2027-04-02T10:00:00Z'),
  });
  fc.assert(
    fc.property(
      fc.array(order, { maxLength: 40 }),
      fc.integer({ min: 5, max: 9 }),
      fc.integer({ min: 3, max: 4 }),
      (orders, fewestPupils, fewestBuyers) => {
        const callOffs = orders.map(({ buyer, pupil, provider, lot, net, madeAt }) => {
          const made = ofPupil(`B-${buyer}`, `U-${pupil}`);
          return {
            ...made,
            providerRef: provider,
            lotKey: lot,
            price: { ...made.price, net: net as never },
            order: { ...made.order!, madeAt },
          };
        });
        const { told } = groupCallOffs(callOffs, { fewestPupils, fewestBuyers }, after);
        for (const { lotKey, providerRef, year, rounded } of told) {
          // By the clock of London: the night of 31 March 2026 at 23.30 UTC is 1 April there.
          const yearOf = (at: string) => (at < '2026-03-31T23:00:00Z' ? '2025-26' : at < '2027-03-31T23:00:00Z' ? '2026-27' : '2027-28');
          const members = orders.filter((each) => each.lot === lotKey && each.provider === providerRef && yearOf(each.madeAt) === year);
          expect(new Set(members.map(({ buyer, pupil }) => `${buyer} ${pupil}`)).size).toBeGreaterThanOrEqual(fewestPupils);
          expect(new Set(members.map(({ buyer }) => buyer)).size).toBeGreaterThanOrEqual(fewestBuyers);
          expect(rounded % 100_000).toBe(0);
          expect(Math.abs(rounded - members.reduce((sum, { net }) => sum + net, 0))).toBeLessThanOrEqual(50_000);
          expect(year).not.toBe('2027-28');
        }
      },
    ),
    { numRuns: 200 },
  );
});
