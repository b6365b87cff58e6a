import { type BlockPurchase, drawOf } from '@ap/shared/domain/block-purchases/block-purchase';
import { decideBlockPurchase } from '@ap/shared/domain/block-purchases/decide-block-purchase';
import { drawingOf, unitsHeldOf } from '@ap/shared/domain/block-purchases/drawing-call-off';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { mayComeOver } from '@ap/shared/domain/ledgers/writes-to-come';
import { theProduct } from '@ap/shared/domain/people/person';
import { ProblemError, type RefusedCommand } from '../http/problem-reply.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { blocksHome } from './blocks-home.ts';
import { stateMark } from './holders.ts';
import { runOnRecord } from './run-record.ts';

export type DrawNeeds = Pick<Ports, 'blockPurchases' | 'callOffs' | 'effects' | 'clock' | 'hashes' | 'log'>;

const product = { roles: ['product' as const], members: [] };

/**
 * Draws the units that a call-off would hold after a write that is decided over `present`, before that write (row 54). Why it cannot; `undefined` when it has
 * them, or draws on no block purchase. Throws ServiceBusy when contended.
 */
export const reserveDraw = async (ports: DrawNeeds, present: StoredCallOff, next: CallOff): Promise<RefusedCommand | undefined> => {
  const { blockRef, buyerRef } = next.request;
  if (blockRef === undefined) return undefined;
  const callOff = drawingOf(next);
  const over = stateMark(ports, present);
  const key = `draw-${callOff.ref}-${over}-${callOff.units}`;
  const holdsThem = async (block: BlockPurchase): Promise<boolean> => {
    const held = drawOf(block, callOff.ref);
    return held !== undefined && mayComeOver(held.over, over) && held.units >= callOff.units;
  };
  try {
    await runOnRecord(
      ports,
      blocksHome(ports),
      { ref: blockRef, by: theProduct, key, content: callOff },
      async (block, command) =>
        decideBlockPurchase(
          block,
          { ...command, kind: 'draw', buyerRef, callOffRef: callOff.ref, over },
          { ...product, callOff },
          command.now,
        ),
      holdsThem,
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // The fault lies in the request or the purchase, not in a field of the decision.
    return { ok: false, code: error.code, detail: error.message };
  }
};

/**
 * Gives back what a call-off drew and does not hold by its own record. The purchase is read first, then the call-off, and the write is under the purchase's
 * ETag. Whether a draw was left open: the write for which it was made may still be on its way. Throws ServiceBusy when contended.
 */
export const settleDraw = async (ports: DrawNeeds, blockRef: string, callOffRef: string): Promise<'settled' | 'open'> => {
  const found = await ports.blockPurchases.find(blockRef);
  if (!found || found.state.status === 'settled' || !drawOf(found.state, callOffRef)) return 'settled';
  let outcome: 'settled' | 'open' = 'settled';
  /** What is to be given back, by the lists as they are now. */
  const surplus = async (block: BlockPurchase): Promise<number> => {
    const drawn = drawOf(block, callOffRef);
    const callOff = await ports.callOffs.find(callOffRef);
    outcome = callOff && mayComeOver(drawn?.over, stateMark(ports, callOff)) ? 'open' : 'settled';
    const held = callOff ? unitsHeldOf(callOff.callOff, blockRef) : 0;
    return outcome === 'open' || !drawn ? 0 : drawn.units - held;
  };
  let units = 0;
  const key = `return-${callOffRef}-${found.state.version}`;
  await runOnRecord(
    ports,
    blocksHome(ports),
    { ref: blockRef, by: theProduct, key, content: 'return-draw' },
    async (block, command) => decideBlockPurchase(block, { ...command, kind: 'return-draw', callOffRef, units }, product, command.now),
    async (block) => {
      units = await surplus(block);
      return units <= 0;
    },
  );
  return outcome;
};
