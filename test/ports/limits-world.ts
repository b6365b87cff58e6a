import type { PlacementAsked } from '@ap/shared/domain/call-off/call-off';
import { aCallOff, aRate } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { financialYearOf } from '@ap/shared/domain/ledgers/financial-year';
import { takenOf } from '@ap/shared/domain/ledgers/ledger';
import { pence } from '@ap/shared/domain/money/money';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { sweepLedgers } from '../../functions/src/ledgers/sweep-ledgers.ts';
import { memoryWorld, type World } from './memory-world.ts';
import { drain } from './worker.ts';

/** The key of the budget from which a January placement is paid. */
export const budget = `113800 ${financialYearOf(localDate('2027-01-12'))}`;

/** The ledgers of that placement. */
export const refs = { value: 'FV-AP-2026', budget: 'BU-113800-2026-27', load: 'RL-P-0001' };

/** What a ledger holds, share by share. */
export const taken = async (world: World, ref: string) => {
  const ledger = (await world.ports.ledgers.find(ref))?.state;
  return (
    ledger && { taken: takenOf(ledger), shares: ledger.shares.map(({ subject, state, placements }) => [subject, state, placements.length]) }
  );
};

/** A school with a budget, in pence. */
export const withBudget = (allocated: number): World => {
  const world = memoryWorld();
  world.facts.budgets.set(budget, pence(allocated));
  return world;
};

/** A request of another pupil, for an order that is nearly the limit of one provider. */
export const waitingFor = async (world: World, pupil: number, told: Partial<PlacementAsked> = {}): Promise<string> => {
  const one = aCallOff();
  const ref = `CO-TEST-000${pupil}`;
  await world.callOffs.add({
    ...one,
    ref,
    idempotencyKey: `key-of-test-000${pupil}`,
    price: { ...one.price, rateHash: world.ports.hashes.rate(aRate()) },
    request: { ...one.request, pupilRef: `P-${pupil}`, ...told },
    outbox: [],
  });
  return ref;
};

/** Five days a week, morning and afternoon. */
export const fullTime = { pattern: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], sessions: 'both', hoursPerDay: 4 } } as const;

/** What became of an approval: ordered, busy, or the code of its refusal. */
export const outcome = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'ordered';
  } catch (error) {
    return error instanceof ServiceBusy ? 'busy' : ((error as { code?: string }).code ?? String(error));
  }
};

/** All that follows from what was decided, the confirming of shares by the sweep of ledgers as well. */
export const followed = async (world: World): Promise<void> => {
  await drain(world);
  await sweepLedgers(world.ports)();
};
