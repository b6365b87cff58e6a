import type { BlockCommand } from '@ap/shared/domain/block-purchases/block-command';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { decideBlockPurchase } from '@ap/shared/domain/block-purchases/decide-block-purchase';
import { unitsHeldOf } from '@ap/shared/domain/block-purchases/drawing-call-off';
import { pledgesToRemindOf } from '@ap/shared/domain/block-purchases/remind-of-pledge';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { compareDates, toLondonDate } from '@ap/shared/domain/days/local-date';
import { orderIsOver } from '@ap/shared/domain/orders/order';
import { theProduct } from '@ap/shared/domain/people/person';
import { blocksHome } from '../commands/blocks-home.ts';
import { byTheClock } from '../commands/by-the-clock.ts';
import { settleDraw } from '../commands/reserve-draw.ts';
import { runOnRecord } from '../commands/run-record.ts';
import { freeReservations } from '../commands/settle-ledgers.ts';
import type { Ports } from '../ports/ports.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface BlockClockReport {
  readonly moved: number;
  readonly failed: number;
}

type Due = Extract<BlockCommand, { readonly kind: 'remind-of-pledge' | 'close-block' | 'lapse-offer' | 'expire-block' | 'settle-block' }>;
type Told = Due extends infer D ? (D extends Due ? Omit<D, 'id' | 'by' | 'receipted'> : never) : never;

/** Whether a call-off still uses units: one that nobody finds is taken for live. */
const isLive = (callOff: CallOff | undefined): boolean => {
  if (!callOff || callOff.status === 'awaiting-approval' || callOff.status === 'returned') return true;
  return callOff.status === 'ordered' && (!callOff.order || !orderIsOver(callOff.order.state));
};

const drawnIn: readonly BlockPurchase['status'][] = ['drawing', 'exhausted', 'expired'];

/** The call-offs that hold less than they drew, as last known: they ended early, came to nothing, or never had their order written (row 54). */
const withSurplus = ({ ref, status, draws }: BlockPurchase, callOffs: ReadonlyMap<string, CallOff>): readonly CallOff[] =>
  drawnIn.includes(status)
    ? draws.flatMap(({ callOffRef, units }) => {
        const callOff = callOffs.get(callOffRef);
        return callOff && unitsHeldOf(callOff, ref) < units ? [callOff] : [];
      })
    : [];

const dueFor = (block: BlockPurchase, live: readonly string[], now: string): Told | undefined => {
  const { status, statement, respondBy } = block;
  if (status === 'gathering') {
    if (Date.parse(now) >= Date.parse(statement.closesAt)) return { kind: 'close-block' };
    const [buyerRef] = pledgesToRemindOf(block, now);
    return buyerRef === undefined ? undefined : { kind: 'remind-of-pledge', buyerRef };
  }
  if (status === 'offered') return respondBy !== undefined && Date.parse(now) > Date.parse(respondBy) ? { kind: 'lapse-offer' } : undefined;
  if (compareDates(toLondonDate(now), statement.usableTo) <= 0) return undefined;
  if (status === 'drawing') return { kind: 'expire-block' };
  const isOver = (status === 'exhausted' || status === 'expired') && !block.draws.some(({ callOffRef }) => live.includes(callOffRef));
  return isOver ? { kind: 'settle-block' } : undefined;
};

/**
 * Gives, as the product, what is due for block purchases by the clock. Each has a key of the version that it was due for, so that it is done once. Units that
 * a call-off does not hold are given back; those of a write that may still come only when two runs on end have seen no more of it. One failure holds up no other.
 */
export const blockClock = (ports: Ports) => {
  let openBefore: ReadonlySet<string> = new Set();
  return async (): Promise<BlockClockReport> => {
    const run = byTheClock(ports);
    const open = new Set<string>();
    const callOffs = new Map((await ports.callOffs.known()).map(({ callOff }) => [callOff.ref, callOff] as const));
    const giveBack = async (block: BlockPurchase, callOff: CallOff): Promise<boolean> => {
      const mark = `${block.ref} ${callOff.ref}`;
      if ((await settleDraw(ports, block.ref, callOff.ref)) === 'settled') return true;
      open.add(mark);
      if (openBefore.has(mark)) await freeReservations(ports, callOff);
      return true;
    };
    for (const { state } of await ports.blockPurchases.known()) {
      const { ref, version } = state;
      const surplus = withSurplus(state, callOffs);
      for (const callOff of surplus) await run.give(ref, 'return-draw', () => giveBack(state, callOff));
      const liveCallOffs = state.draws.map(({ callOffRef }) => callOffRef).filter((each) => isLive(callOffs.get(each)));
      const due = surplus.length === 0 ? dueFor(state, liveCallOffs, ports.clock.now()) : undefined;
      if (!due) continue;
      await run.give(ref, due.kind, async () => {
        await runOnRecord(
          ports,
          blocksHome(ports),
          { ref, by: theProduct, key: `${due.kind}-${ref}-${version}`, content: due },
          async (present, command) => {
            const members = due.kind === 'remind-of-pledge' ? await ports.buyers.members(due.buyerRef, 'fresh') : [];
            return decideBlockPurchase(present, { ...command, ...due }, { roles: ['product'], members, liveCallOffs }, command.now);
          },
        );
        return true;
      });
    }
    openBefore = open;
    return { moved: run.counts.given, failed: run.counts.failed };
  };
};
