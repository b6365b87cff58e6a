import type { BlockCommand } from '@ap/shared/domain/block-purchases/block-command';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { decideBlockPurchase } from '@ap/shared/domain/block-purchases/decide-block-purchase';
import type { CallOff } from '@ap/shared/domain/call-off';
import { compareDates, toLondonDate } from '@ap/shared/domain/local-date';
import { cameToNothing, orderIsOver } from '@ap/shared/domain/order';
import { presentTotals } from '@ap/shared/domain/orders/order-plan';
import { theProduct } from '@ap/shared/domain/person';
import { runOnRecord } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { blocksHome } from './block-facts.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface BlockClockReport {
  readonly moved: number;
  readonly failed: number;
}

type Due = Extract<BlockCommand, { readonly kind: 'close-block' | 'lapse-offer' | 'expire-block' | 'settle-block' | 'return-draw' }>;
type Told = Due extends infer D ? (D extends Due ? Omit<D, 'id' | 'by' | 'receipted'> : never) : never;

/** Whether a call-off still uses units: one that nobody finds is taken for live. */
const isLive = (callOff: CallOff | undefined): boolean => {
  if (!callOff || callOff.status === 'awaiting-approval' || callOff.status === 'returned') return true;
  return callOff.status === 'ordered' && (!callOff.order || !orderIsOver(callOff.order.state));
};

/** How many units a call-off that is over has used. */
const usedBy = (callOff: CallOff): number =>
  callOff.status !== 'ordered' || !callOff.order || cameToNothing(callOff.order.state) ? 0 : presentTotals(callOff).units;

/** What is given back by now: of call-offs that ended early, or came to nothing (row 54). */
const toReturn = (block: BlockPurchase, callOffs: ReadonlyMap<string, CallOff>): readonly Told[] =>
  ['drawing', 'exhausted', 'expired'].includes(block.status)
    ? block.draws.flatMap(({ callOffRef, units }) => {
        const callOff = callOffs.get(callOffRef);
        if (!callOff || isLive(callOff)) return [];
        const unused = units - usedBy(callOff);
        return unused > 0 ? [{ kind: 'return-draw' as const, callOffRef, units: unused }] : [];
      })
    : [];

const dueFor = (block: BlockPurchase, live: readonly string[], now: string): Told | undefined => {
  const { status, statement, respondBy } = block;
  if (status === 'gathering') return Date.parse(now) >= Date.parse(statement.closesAt) ? { kind: 'close-block' } : undefined;
  if (status === 'offered') return respondBy !== undefined && Date.parse(now) > Date.parse(respondBy) ? { kind: 'lapse-offer' } : undefined;
  if (compareDates(toLondonDate(now), statement.usableTo) <= 0) return undefined;
  if (status === 'drawing') return { kind: 'expire-block' };
  const isOver = (status === 'exhausted' || status === 'expired') && !block.draws.some(({ callOffRef }) => live.includes(callOffRef));
  return isOver ? { kind: 'settle-block' } : undefined;
};

/** Gives, as the product, what is due for block purchases by the clock. Each has a key of the version that it was due for, so that it is done once. One failure holds up no other. */
export const blockClock = (ports: Ports) => async (): Promise<BlockClockReport> => {
  const counts = { moved: 0, failed: 0 };
  const callOffs = new Map((await ports.callOffs.known()).map(({ callOff }) => [callOff.ref, callOff] as const));
  const give = async ({ ref, version }: BlockPurchase, told: Told, liveCallOffs: readonly string[]): Promise<void> => {
    const key = `${told.kind}-${ref}-${version}${told.kind === 'return-draw' ? `-${told.callOffRef}` : ''}`;
    try {
      await runOnRecord(ports, blocksHome(ports), { ref, by: theProduct, key, content: told }, async (present, command) =>
        decideBlockPurchase(present, { ...command, ...told }, { roles: ['product'], members: [], liveCallOffs }, command.now),
      );
      counts.moved += 1;
    } catch (error) {
      counts.failed += 1;
      const code = error instanceof ProblemError ? error.code : 'unexpected';
      ports.log.event(error instanceof ProblemError ? 'info' : 'error', 'clock-refused', { ref, kind: told.kind, code });
    }
  };
  for (const { state } of await ports.blockPurchases.known()) {
    const live = state.draws.map(({ callOffRef }) => callOffRef).filter((ref) => isLive(callOffs.get(ref)));
    const returns = toReturn(state, callOffs);
    for (const told of returns) await give(state, told, live);
    const due = returns.length === 0 ? dueFor(state, live, ports.clock.now()) : undefined;
    if (due) await give(state, due, live);
  }
  return counts;
};
