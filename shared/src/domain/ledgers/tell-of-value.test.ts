import { pence } from '../money/money.ts';
import { theProduct } from '../people/person.ts';
import { type Ledger, newLedger } from './ledger.ts';
import { tellOfValue } from './tell-of-value.ts';

const limit = { maxValue: pence(100_000), nearPercent: 80 };
const now = '2026-11-27T09:00:00Z';
const spent = (finished: number, ledger: Ledger = newLedger({ kind: 'framework-value', of: 'AP-2026' })): Ledger => ({
  ...ledger,
  finished: pence(finished),
});
let commands = 0;
const look = (ledger: Ledger, facts = limit) => {
  commands += 1;
  return tellOfValue(ledger, { id: `look-${commands}`, by: theProduct, now, receipted: new Set() }, facts);
};
const after = (ledger: Ledger, facts = limit): Ledger => {
  const decided = look(ledger, facts);
  if (!decided.ok) throw new Error(decided.code);
  return decided.state;
};
const toldIn = (ledger: Ledger) => ledger.outbox.flatMap((work) => (work.kind === 'tell-commissioners' ? [work.standing] : []));

describe('R34: the value of a framework that is nearly spent', () => {
  test('commissioners are told at the warning, once, with the sums as they are then', () => {
    const told = after(spent(80_000));
    expect(told.told).toEqual({ standing: 'near', at: now });
    expect(told.outbox).toMatchObject([
      { kind: 'record-audit', action: 'value-crossed' },
      { kind: 'tell-commissioners', standing: 'near', taken: 80_000, limit: 100_000 },
    ]);
    expect(told.history).toMatchObject([{ what: 'The value taken reached the warning' }]);
    expect(look(spent(90_000, told))).toMatchObject({ ok: false, code: 'change-already-decided' });
  });

  test('nothing is told below it, nor of a framework without a limit', () => {
    expect(look(spent(79_999)).ok).toBe(false);
    expect(look(spent(99_999_999), { ...limit, maxValue: undefined as never }).ok).toBe(false);
  });

  test('they are told again when it is full, and at once where one order takes it all', () => {
    expect(toldIn(after(spent(100_000, after(spent(80_000)))))).toEqual(['near', 'full']);
    expect(toldIn(after(spent(100_000)))).toEqual(['full']);
  });

  test('a fall is noted and told to nobody; the next crossing is told', () => {
    const fell = after(spent(50_000, after(spent(80_000))));
    expect([fell.told, toldIn(fell)]).toEqual([undefined, ['near']]);
    expect(toldIn(after(spent(85_000, fell)))).toEqual(['near', 'near']);
    const lessFull = after(spent(90_000, after(spent(100_000))));
    expect([lessFull.told?.standing, toldIn(lessFull)]).toEqual(['near', ['full']]);
  });

  test('a look that comes again is answered with what it did', () => {
    const command = { id: 'look', by: theProduct, now, receipted: new Set<string>() };
    const once = tellOfValue(spent(80_000), command, limit);
    expect(once.ok && tellOfValue(once.state, command, limit)).toMatchObject({ ok: true, effects: [], replay: { version: 1 } });
  });

  test('what a commissioner allows beyond the limit counts as the limit while it holds', () => {
    const full = after(spent(100_000));
    const allowed: Ledger = {
      ...full,
      overrides: [
        {
          ref: 'FV-AP-2026-O1',
          allowed: { kind: 'value', upTo: pence(200_000) },
          reason: 'Agreed.',
          by: theProduct,
          at: now,
          until: '2027-03-31' as never,
        },
      ],
    };
    const later = after(allowed);
    expect([later.told, toldIn(later)]).toEqual([undefined, ['full']]);
    expect(toldIn(after(spent(160_000, later)))).toEqual(['full', 'near']);
  });
});
