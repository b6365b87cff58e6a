import fc from 'fast-check';
import { pence } from '../money/money.ts';
import { bandsFault, type VolumeBand } from '../money/volume-bands.ts';
import { type ApprovedPledge, bandOf, closePledges, nextBand, unitsOf } from './pricing.ts';

const band = (fromUnits: number, unitPrice: number): VolumeBand => ({ fromUnits, unitPrice: pence(unitPrice) });
const pledge = (buyerRef: string, units: number, cap: number): ApprovedPledge => ({ buyerRef, units, cap: pence(cap) });
const names = (pledges: readonly ApprovedPledge[]) => pledges.map(({ buyerRef }) => buyerRef);

/** £45 each, £42 from 50, £40 from 100. */
const bands = [band(1, 4_500), band(50, 4_200), band(100, 4_000)];

describe('row 51: the band that the total reaches is the price of all units', () => {
  test.each([
    [1, 4_500],
    [49, 4_500],
    [50, 4_200],
    [99, 4_200],
    [100, 4_000],
    [5_000, 4_000],
  ])('%p units cost %p pence each', (units, price) => {
    expect(bandOf(bands, units).unitPrice).toBe(price);
    expect(closePledges([pledge('A', units, 4_500)], bands, 1)).toMatchObject({ outcome: 'priced', unitPrice: price, units });
  });

  test('a price without a band is a fault of the code', () => {
    expect(() => bandOf([], 1)).toThrow(RangeError);
  });
});

describe('row 52: a joint purchase closes at one price', () => {
  test('where no cap is below the price, everybody buys', () => {
    const closing = closePledges([pledge('A', 40, 4_500), pledge('B', 60, 4_000)], bands, 50);
    expect(closing).toMatchObject({ outcome: 'priced', unitPrice: 4_000, units: 100, dropped: [] });
  });

  test('one whose cap is below the price drops out, and the others pay what their own total reaches', () => {
    const closing = closePledges([pledge('A', 60, 4_500), pledge('B', 40, 4_500), pledge('C', 10, 3_999)], bands, 50);
    expect(closing).toMatchObject({ outcome: 'priced', unitPrice: 4_000, units: 100 });
    expect(names(closing.dropped)).toEqual(['C']);
  });

  test('one that drops may take others along: D cannot pay what is left when C is gone', () => {
    const closing = closePledges([pledge('A', 45, 4_500), pledge('C', 40, 3_999), pledge('D', 20, 4_100)], bands, 1);
    expect(closing).toMatchObject({ outcome: 'priced', unitPrice: 4_500, units: 45 });
    expect(names(closing.dropped)).toEqual(['C', 'D']);
  });

  test('below the minimum it lapses, also where the pledges together had reached it', () => {
    expect(closePledges([pledge('A', 45, 4_500), pledge('C', 60, 3_999)], bands, 46)).toMatchObject({ outcome: 'lapsed', units: 45 });
    expect(closePledges([pledge('A', 45, 4_500), pledge('C', 60, 3_999)], bands, 45)).toMatchObject({ outcome: 'priced', units: 45 });
  });

  test('without a pledge that can stand it lapses', () => {
    expect(closePledges([], bands, 1)).toEqual({ outcome: 'lapsed', units: 0, dropped: [] });
    expect(closePledges([pledge('A', 10, 4_499)], bands, 1)).toMatchObject({ outcome: 'lapsed', units: 0 });
  });
});

/** Bands whose units rise and whose prices do not. */
const someBands = fc
  .tuple(
    fc.integer({ min: 1, max: 400 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 80 })), { maxLength: 5 }),
  )
  .map(([price, steps]) => {
    const made = [band(1, price + 100)];
    for (const [more, less] of steps) {
      const last = made.at(-1) as VolumeBand;
      made.push(band(last.fromUnits + more, Math.max(1, last.unitPrice - less)));
    }
    return made;
  });
const somePledges = (most: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 520 })), { maxLength: most })
    .map((all) => all.map(([units, cap], at) => pledge(`BUYER-${at}`, units, cap)));
const caseOf = (most: number) =>
  fc.record({ pledges: somePledges(most), bands: someBands, minimumUnits: fc.integer({ min: 1, max: 120 }) });

/** Every set of pledges that can stand: each of them can pay the price that all of them reach together. */
const stableSets = (pledges: readonly ApprovedPledge[], among: readonly VolumeBand[]): readonly (readonly ApprovedPledge[])[] =>
  Array.from({ length: 2 ** pledges.length }, (_, picked) => pledges.filter((_each, at) => (picked >> at) % 2 === 1)).filter((set) => {
    const { unitPrice } = bandOf(among, unitsOf(set));
    return set.every(({ cap }) => cap >= unitPrice);
  });

describe('row 52: whatever was pledged', () => {
  test('the bands that these tests make are such as a rate may have', () => {
    fc.assert(fc.property(someBands, ([first, ...rest]) => bandsFault(first?.unitPrice ?? pence(0), rest) === undefined));
  });

  test('the result contains every other set that can stand, and can stand itself (against all sets of up to 8 pledges)', () => {
    fc.assert(
      fc.property(caseOf(8), ({ pledges, bands: among, minimumUnits }) => {
        const closing = closePledges(pledges, among, 1);
        const kept = closing.outcome === 'priced' ? names(closing.kept) : [];
        const sets = stableSets(pledges, among).map(names);
        expect(sets).toContainEqual(kept);
        for (const set of sets) expect(kept).toEqual(expect.arrayContaining([...set]));
        // No other set that can stand reaches a minimum which the result does not.
        const closedWith = closePledges(pledges, among, minimumUnits);
        const reaches = stableSets(pledges, among).some((set) => set.length > 0 && unitsOf(set) >= minimumUnits);
        expect(closedWith.outcome).toBe(reaches ? 'priced' : 'lapsed');
      }),
      { numRuns: 400 },
    );
  });

  test('nobody is charged above the cap, all pay the price of their total, and whoever dropped could not have paid it', () => {
    fc.assert(
      fc.property(caseOf(40), ({ pledges, bands: among, minimumUnits }) => {
        const closing = closePledges(pledges, among, minimumUnits);
        if (closing.outcome === 'lapsed') return;
        const { kept, dropped, unitPrice, units } = closing;
        expect(kept.every(({ cap }) => cap >= unitPrice)).toBe(true);
        expect(dropped.every(({ cap }) => cap < unitPrice)).toBe(true);
        expect(unitPrice).toBe(bandOf(among, units).unitPrice);
        expect([unitsOf(kept), kept.length + dropped.length]).toEqual([units, pledges.length]);
        expect(units).toBeGreaterThanOrEqual(minimumUnits);
      }),
    );
  });

  test('it ends, with many pledges that drop one after the other', () => {
    // Each of 500 can just pay what all with a higher cap reach together with it, but for the lowest: so they drop one by one.
    const many = Array.from({ length: 500 }, (_, at) => pledge(`B-${at}`, 1, 1_000 - at - (at === 499 ? 1_000 : 0)));
    const steps = Array.from({ length: 500 }, (_, at) => band(at + 1, 1_000 - at));
    expect(closePledges(many, steps, 1)).toMatchObject({ outcome: 'priced', units: 499 });
  });

  test('the order in which pledges came decides nothing', () => {
    const shuffled = caseOf(12).chain((given) =>
      fc.record({ given: fc.constant(given), other: fc.shuffledSubarray(given.pledges, { minLength: given.pledges.length }) }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, other }) => {
        const [one, two] = [given.pledges, other].map((pledges) => closePledges(pledges, given.bands, given.minimumUnits));
        const told = (closing: typeof one) =>
          closing && {
            ...closing,
            kept: closing.outcome === 'priced' ? [...names(closing.kept)].sort() : [],
            dropped: [...names(closing.dropped)].sort(),
          };
        expect(told(two)).toEqual(told(one));
      }),
    );
  });

  test('one more approved pledge raises nobody’s price and pushes nobody out', () => {
    const more = fc.record({ given: caseOf(12), units: fc.integer({ min: 1, max: 80 }), cap: fc.integer({ min: 1, max: 520 }) });
    fc.assert(
      fc.property(more, ({ given: { pledges, bands: among, minimumUnits }, units, cap }) => {
        const before = closePledges(pledges, among, minimumUnits);
        const after = closePledges([...pledges, pledge('ONE-MORE', units, cap)], among, minimumUnits);
        if (before.outcome === 'lapsed') return;
        expect(after.outcome).toBe('priced');
        if (after.outcome === 'lapsed') return;
        expect(after.unitPrice).toBeLessThanOrEqual(before.unitPrice);
        expect(names(after.kept)).toEqual(expect.arrayContaining([...names(before.kept)]));
      }),
    );
  });

  test('a higher cap of one’s own never makes the price higher for anybody', () => {
    fc.assert(
      fc.property(caseOf(10), fc.nat(), fc.integer({ min: 0, max: 300 }), ({ pledges, bands: among }, pick, higher) => {
        const before = closePledges(pledges, among, 1);
        const raised = pledges.map((each, at) => (at === pick % pledges.length ? { ...each, cap: pence(each.cap + higher) } : each));
        const after = closePledges(raised, among, 1);
        if (before.outcome === 'priced' && after.outcome === 'priced') expect(after.unitPrice).toBeLessThanOrEqual(before.unitPrice);
        else expect(before.outcome).toBe('lapsed');
      }),
    );
  });
});

describe('the form shows how far the next lower price is', () => {
  test.each([
    [0, { moreUnits: 50, fromUnits: 50, unitPrice: 4_200 }],
    [38, { moreUnits: 12, fromUnits: 50, unitPrice: 4_200 }],
    [50, { moreUnits: 50, fromUnits: 100, unitPrice: 4_000 }],
    [100, undefined],
  ])('from %p units', (units, next) => {
    expect(nextBand(bands, units)).toEqual(next);
  });

  test('a band that costs the same is no goal', () => {
    expect(nextBand([band(1, 500), band(10, 500), band(20, 400)], 3)).toEqual({ moreUnits: 17, fromUnits: 20, unitPrice: 400 });
  });

  test('so many units more do reach that price, and one less does not', () => {
    fc.assert(
      fc.property(someBands, fc.nat(300), (among, units) => {
        const next = nextBand(among, units);
        if (!next) return expect(bandOf(among, units).unitPrice).toBe(among.at(-1)?.unitPrice);
        expect(bandOf(among, units + next.moreUnits).unitPrice).toBe(next.unitPrice);
        expect(bandOf(among, units + next.moreUnits - 1).unitPrice).toBe(bandOf(among, units).unitPrice);
      }),
    );
  });
});
