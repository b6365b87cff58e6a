import fc from 'fast-check';
import { callOffRoutes } from '../call-off/award-route.ts';
import { addDays, localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { rateUnits } from '../money/rate-card.ts';
import { orderStates } from '../orders/order.ts';
import { factsFrom, KeptFacts, type ToldFact } from './kept-facts.ts';
import { savingRows, savingSums } from './saving.ts';
import { spendGroups, spendLines, spendSums } from './spend.ts';
import { aBlockFact, anInvoiceFact, anOrderFact, baselineFact, rateFact } from './value.fixture.ts';
import type { BlockFact, InvoiceFact, OrderFact, SourceRow, ValueFact } from './value-facts.ts';

// Whatever becomes of the rows, in whatever order and however often it is told, what is kept is what is counted from nothing. And that is counted once more here,
// by another way: with the integers of the language, straight from the rows.

const day = fc.nat(500).map((after) => addDays(localDate('2026-06-01'), after));
const buyerRef = fc.constantFrom('B-1', 'B-2', 'B-3');
const lotKey = fc.constantFrom('L-1', 'L-2');
const providerRef = fc.constantFrom('P-1', 'P-2');
const unit = fc.constantFrom(...rateUnits);
const money = fc.nat(1_000_000).map(pence);
const credit = fc.integer({ min: -90_000, max: 900_000 }).map(pence);

const order = fc
  .record({
    state: fc.constantFrom(...orderStates),
    on: day,
    startsOn: day,
    buyerRef,
    lotKey,
    providerRef,
    unit,
    unitPrice: money,
    net: money,
  })
  .chain((told) =>
    fc
      .record({ route: fc.constantFrom(...callOffRoutes), quarters: fc.nat(400), of: fc.nat(5), rateRef: fc.constantFrom('R-1', 'R-2') })
      .map(({ route, quarters, of, rateRef }) =>
        anOrderFact({ ...told, route, rateRef, units: quarters / 4, callOffRef: `CO-${of}`, blockRef: 'BP-1' }),
      ),
  );
const block = fc
  .record({ on: day, lotKey, providerRef, ordinaryPrice: money, nets: fc.array(money, { maxLength: 3 }) })
  .map(({ nets, ...told }) =>
    aBlockFact({ ...told, shares: nets.map((net, at) => ({ buyerRef: `B-${at + 1}`, buyerName: `School ${at}`, net })) }),
  );
const paper = fc
  .record({
    on: day,
    buyerRef,
    providerRef,
    lines: fc.array(fc.record({ callOffRef: fc.nat(6).map((of) => `CO-${of}`), net: credit }), { maxLength: 3 }),
  })
  .map((told) => anInvoiceFact(told));
const rate = fc
  .record({ ref: fc.constantFrom('R-1', 'R-2'), serviceRef: fc.constantFrom('S-1', 'S-2'), lotKey, unit, price: money, effectiveFrom: day })
  .map((told) => rateFact({ ...told, effectiveTo: addDays(told.effectiveFrom, 200) }));
const baseline = fc
  .record({ buyerRef, lotKey, unit, units: fc.integer({ min: 1, max: 999 }), spent: money })
  .map((told) => baselineFact(told));

const makers = { CallOffs: order, BlockPurchases: block, Invoices: paper, RateCards: rate, Baselines: baseline } as const;
const list = fc.constantFrom(...(Object.keys(makers) as (keyof typeof makers)[]));
const step = list.chain((of) =>
  fc.record({
    list: fc.constant(of),
    itemId: fc.integer({ min: 1, max: 6 }),
    what: fc.oneof(
      { weight: 6, arbitrary: (makers[of] as fc.Arbitrary<ValueFact | undefined>).map((fact) => ({ kind: 'written' as const, fact })) },
      { weight: 1, arbitrary: fc.constant({ kind: 'written' as const, fact: undefined }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'gone' as const }) },
      { weight: 1, arbitrary: fc.nat(20).map((back) => ({ kind: 'told again' as const, back })) },
    ),
  }),
);

/** Carries the steps out in the lists, and tells the read model of them as a feed does: also late, and twice. */
const after = (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
  const kept = new KeptFacts();
  const rows = new Map<string, ToldFact>();
  const versions = new Map<string, number>();
  const all: ToldFact[] = [];
  for (const { list: of, itemId, what } of steps) {
    const key = `${of} ${itemId}`;
    if (what.kind === 'gone') {
      rows.delete(key);
      kept.drop(of, itemId);
    } else if (what.kind === 'told again') {
      const told = all.at(-1 - what.back);
      // What is gone is not told of again: the feed says last that it is.
      if (told && rows.has(`${told.row.list} ${told.row.itemId}`)) kept.take(told);
    } else {
      const version = (versions.get(key) ?? 0) + 1;
      const told: ToldFact = { row: { list: of, itemId, version }, fact: what.fact };
      versions.set(key, version);
      rows.set(key, told);
      all.push(told);
      kept.take(told);
    }
  }
  return { kept, rows: [...rows.values()] };
};

const stepsOf = fc.array(step, { maxLength: 60 });
const within = { from: localDate('2026-09-01'), to: localDate('2027-04-30') };

test('what is kept by the changes is what is counted from nothing, whatever happened', () => {
  fc.assert(
    fc.property(stepsOf, fc.boolean(), (steps, backwards) => {
      const { kept, rows } = after(steps);
      const rebuilt = factsFrom(backwards ? rows.reverse() : rows);
      expect(kept.facts()).toStrictEqual(rebuilt);
      expect(savingRows(kept.facts(), within)).toStrictEqual(savingRows(rebuilt, within));
    }),
    { numRuns: 60 },
  );
});

type Held<F extends ValueFact> = F & { readonly row: SourceRow };
const isTaken = (state: string): boolean => !['awaiting-provider', 'declined', 'unfilled', 'cancelled'].includes(state);
const inside = (on: string): boolean => on.localeCompare('2026-08-31') > 0 && on.localeCompare('2027-05-01') < 0;

/** Buyer, lot, provider, month, measure, pence. */
type Amount = readonly [string, string, string, string, 'ordered' | 'invoiced', bigint];

/** Amounts straight from the rows. */
const amounts = (rows: readonly ToldFact[]): readonly Amount[] => {
  const facts = rows.flatMap(({ fact, row }) => (fact ? [{ ...fact, row } as Held<ValueFact>] : []));
  const orders = facts.filter((fact): fact is Held<OrderFact> => fact.list === 'CallOffs');
  // Of two orders with one reference, which cannot be, the later item tells the lot.
  const lotOf = (ref: string): string =>
    orders.filter(({ callOffRef }) => callOffRef === ref).sort((a, b) => b.row.itemId - a.row.itemId)[0]?.lotKey ?? '';
  return facts.flatMap((fact): readonly Amount[] => {
    if (fact.list === 'CallOffs')
      return isTaken(fact.state) && fact.route !== 'block-draw-down' && inside(fact.on)
        ? [[fact.buyerRef, fact.lotKey, fact.providerRef, fact.on.slice(0, 7), 'ordered', BigInt(fact.net)] as const]
        : [];
    if (fact.list === 'BlockPurchases')
      return inside(fact.on)
        ? (fact as BlockFact).shares.map(
            (share) => [share.buyerRef, fact.lotKey, fact.providerRef, fact.on.slice(0, 7), 'ordered', BigInt(share.net)] as const,
          )
        : [];
    if (fact.list === 'Invoices')
      return inside(fact.on)
        ? (fact as InvoiceFact).lines.map(
            (line) => [fact.buyerRef, lotOf(line.callOffRef), fact.providerRef, fact.on.slice(0, 7), 'invoiced', BigInt(line.net)] as const,
          )
        : [];
    return [];
  });
};

test('row 69: every sum of spend is that of the rows, to the penny, and each amount is in one sum of each kind', () => {
  fc.assert(
    fc.property(stepsOf, (steps) => {
      const { kept, rows } = after(steps);
      const lines = spendLines(kept.facts(), within);
      const expected = amounts(rows);
      for (const [place, group] of spendGroups.entries()) {
        const sums = spendSums(lines, group);
        expect(new Set(sums.map(({ key }) => key))).toEqual(new Set(expected.map((amount) => amount[place])));
        for (const sum of sums)
          for (const measure of ['ordered', 'invoiced'] as const)
            expect(BigInt(sum[measure])).toBe(
              expected.filter((amount) => amount[place] === sum.key && amount[4] === measure).reduce((all, amount) => all + amount[5], 0n),
            );
      }
    }),
    { numRuns: 60 },
  );
});

test('row 70: what is saved is baseline less paid of the orders that have one, reckoned in whole numbers from the rows', () => {
  fc.assert(
    fc.property(stepsOf, (steps) => {
      const { kept, rows } = after(steps);
      const facts = rows.flatMap(({ fact }) => fact ?? []);
      let saved = 0n;
      let based = 0;
      for (const fact of facts) {
        if (fact.list !== 'CallOffs' || !isTaken(fact.state) || !inside(fact.on)) continue;
        const found = facts.flatMap((each) =>
          each.list === 'Baselines' &&
          each.baseline.buyerRef === fact.buyerRef &&
          each.baseline.lotKey === fact.lotKey &&
          each.baseline.unit === fact.unit
            ? [each.baseline]
            : [],
        );
        const [one] = found;
        if (!one || found.length > 1) continue;
        based += 1;
        const [spent, bought] = [BigInt(one.spent), BigInt(one.units)];
        // Half up is the floor of (2a + b) / 2b; quarters of a unit are whole numbers of four times as many.
        const price = (2n * spent + bought) / (2n * bought);
        const cost = (2n * price * BigInt(fact.units * 4) + 4n) / 8n;
        saved += cost - BigInt(fact.net);
      }
      const sums = savingSums(savingRows(kept.facts(), within));
      expect([BigInt(sums.saved), sums.withBaseline]).toEqual([saved, based]);
      expect(sums.saved).toBe(sums.baseline - sums.paidWithBaseline);
    }),
    { numRuns: 60 },
  );
});
