import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Accepted, Command } from '@ap/shared/domain/call-off/decision';
import { orderIsOver } from '@ap/shared/domain/orders/order';
import type { Refusal } from '@ap/shared/domain/refusal';
import { ProblemError } from '../http/problem-reply.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import { type DrawNeeds, reserveDraw } from './reserve-draw.ts';
import { type LedgerNeeds, type LimitSources, reserveShares } from './reserve-shares.ts';
import { type CommandInput, type CommandNeeds, runCommand } from './run-command.ts';
import { freeQuietly, freeReservations } from './settle-ledgers.ts';

/** A decision, and what says where the limits lie. */
export interface Weighed {
  readonly decision: Accepted | Refusal;
  readonly sources: LimitSources;
}

/** Whether an order is made, is made to another provider, or is to be taught by another plan: only then it may take more of a limit. */
const mayTakeMore = ({ order: before }: CallOff, { order }: CallOff): boolean =>
  order !== undefined &&
  !orderIsOver(order.state) &&
  (before === undefined || order.number !== before.number || order.plan !== before.plan);

/**
 * Runs a command about a call-off that may take more of the limits, or more units of a block purchase: they are taken before it is written, and it is refused
 * where a limit is reached. What was taken for a write that did not happen is freed. Throws as `runCommand` does.
 */
export const runReserving = async (
  ports: CommandNeeds & LedgerNeeds & DrawNeeds,
  input: CommandInput,
  decide: (present: StoredCallOff, command: Command) => Promise<Weighed>,
): Promise<StoredCallOff> => {
  let reservedFor: CallOff | undefined;
  const freeCallOff = (callOff: CallOff): Promise<void> => freeQuietly(ports, callOff.ref, () => freeReservations(ports, callOff));
  const run = runCommand(ports, input, async (present, command) => {
    const { decision, sources } = await decide(present, command);
    if (!decision.ok || !mayTakeMore(present.callOff, decision.state)) return decision;
    reservedFor = present.callOff;
    return (
      (await reserveShares(ports, present, decision.state, sources)) ?? (await reserveDraw(ports, present, decision.state)) ?? decision
    );
  });
  try {
    return await run;
  } catch (error) {
    // Busy is no refusal: the same command comes again, and what was taken for it waits.
    if (reservedFor && error instanceof ProblemError) await freeCallOff(reservedFor);
    throw error;
  }
};
