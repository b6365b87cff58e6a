import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { settleShare } from '@ap/shared/domain/ledgers/hold-share';
import { ledgerRef, nothingHeld, shareOf } from '@ap/shared/domain/ledgers/ledger';
import { ledgerSharesOf } from '@ap/shared/domain/ledgers/shares-of-call-off';
import { ServiceBusy } from '../http/service-busy.ts';
import type { Ports } from '../ports/ports.ts';
import { type Holder, holderOf, shareFacts, sharesOfBlock } from './holders.ts';
import { inTurn } from './in-turn.ts';
import { type DrawNeeds, settleDraw } from './reserve-draw.ts';
import { type LedgerNeeds, lastKnownLedger } from './reserve-shares.ts';

export type SettleNeeds = Omit<LedgerNeeds, 'budgets'> & DrawNeeds;

const maxTries = 5;

/** Records that were read after their ledgers were known as they are in these eTags, by the ledger's ref. */
export interface Seen {
  readonly eTags: ReadonlyMap<string, string>;
  readonly holders: ReadonlyMap<string, Holder | undefined>;
}

/**
 * Makes the shares of records in one ledger what the records say, in one write. The ledger comes first, then the records are read, and the write is under the ledger's
 * ETag: a settlement that was overtaken conflicts and looks again. The first look is at the ledger as last known; that nothing is to be written is believed of
 * the ledger as it is now only. `seen`: these records need not be read once more for that first look. Throws ServiceBusy when contended. Whether a
 * reservation was left open.
 */
export const settleIn = (ports: SettleNeeds, ref: string, subjects: readonly string[], seen?: Seen): Promise<'settled' | 'open'> =>
  inTurn(ports, `Ledgers/${ref}`, async () => {
    let retryAfter = 2;
    for (let tries = 0; tries < maxTries; tries += 1) {
      const known = tries === 0 ? await lastKnownLedger(ports, ref) : undefined;
      const stored = known ?? (await ports.ledgers.find(ref));
      if (!stored) return 'settled';
      const isAsSeen = known !== undefined && seen?.eTags.get(ref) === known.eTag;
      let next = stored.state;
      for (const subject of subjects) {
        const holder = isAsSeen && seen?.holders.has(subject) ? seen.holders.get(subject) : await holderOf(ports, subject);
        const { holding, finished } = holder?.shares.find(({ id }) => ledgerRef(id) === ref) ?? { holding: nothingHeld, finished: false };
        next = settleShare(next, { subject, holding, finished, now: holder?.mark ?? 'gone' });
      }
      if (next === stored.state && known) continue;
      const outcome = subjects.some((subject) => shareOf(next, subject)?.state === 'open') ? 'open' : 'settled';
      if (next === stored.state) return outcome;
      const written = await ports.ledgers.save(stored, next);
      if (written.ok) return outcome;
      retryAfter = written.retryAfterSeconds ?? retryAfter;
    }
    throw new ServiceBusy('register', 412, retryAfter);
  });

/**
 * Settles a call-off in every ledger that it may touch, and in the block purchase that it draws on. Whether a reservation was left open: its write may still be on
 * its way. A ledger of which nobody has heard is passed over by an order that was just made: if another process has begun that ledger, its share lies open
 * there, and the sweep of ledgers confirms it.
 */
export const settleLedgers = async (ports: SettleNeeds, callOff: CallOff): Promise<'settled' | 'open'> => {
  const eTags = new Map((await ports.ledgers.known()).map(({ state, eTag }) => [state.ref, eTag]));
  const seen: Seen = { eTags, holders: new Map([[callOff.ref, await holderOf(ports, callOff.ref)]]) };
  const outcomes: ('settled' | 'open')[] = [];
  const isNew = callOff.order?.state === 'awaiting-provider' && callOff.order.plan === undefined;
  for (const { id } of ledgerSharesOf(callOff, await shareFacts(ports, callOff.request.buyerRef))) {
    const ref = ledgerRef(id);
    if (isNew && !eTags.has(ref)) continue;
    outcomes.push(await settleIn(ports, ref, [callOff.ref], seen));
  }
  const { blockRef } = callOff.request;
  if (blockRef !== undefined) outcomes.push(await settleDraw(ports, blockRef, callOff.ref));
  return outcomes.includes('open') ? 'open' : 'settled';
};

/** Settles a block purchase in every ledger that it may touch. Whether a reservation was left open. */
export const settleBlockLedgers = async (ports: SettleNeeds, block: BlockPurchase): Promise<'settled' | 'open'> => {
  const outcomes: ('settled' | 'open')[] = [];
  for (const { id } of await sharesOfBlock(ports, block)) outcomes.push(await settleIn(ports, ledgerRef(id), [block.ref]));
  return outcomes.includes('open') ? 'open' : 'settled';
};

/**
 * Frees what was reserved for a write that did not happen. The record is saved as it is: whatever was decided over its state before can be written no
 * more, and is decided again. Nothing is freed because time has passed.
 */
const freed = async (ports: SettleNeeds, subject: string, settle: () => Promise<'settled' | 'open'>): Promise<void> => {
  if ((await settle()) === 'settled') return;
  const holder = await holderOf(ports, subject);
  if (!holder || !(await holder.saveAsItIs())) return;
  await settle();
};

/** Frees what was reserved of ledgers and units for a write of a call-off that did not happen. */
export const freeReservations = (ports: SettleNeeds, callOff: CallOff): Promise<void> =>
  freed(ports, callOff.ref, () => settleLedgers(ports, callOff));

/** Frees what was reserved for a write of a block purchase that did not happen. */
export const freeBlockReservations = (ports: SettleNeeds, block: BlockPurchase): Promise<void> =>
  freed(ports, block.ref, () => settleBlockLedgers(ports, block));

/** The same for a command that was refused: what cannot be freed now is left to the sweep, and hides no refusal. */
export const freeQuietly = async (ports: Pick<Ports, 'log'>, ref: string, free: () => Promise<void>): Promise<void> => {
  try {
    await free();
  } catch (error) {
    ports.log.event('warning', 'reservations-left-to-sweep', { ref, error: error instanceof Error ? error.name : 'unknown' });
  }
};
