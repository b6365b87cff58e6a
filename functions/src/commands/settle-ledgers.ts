import type { CallOff } from '@ap/shared/domain/call-off';
import { settleShare } from '@ap/shared/domain/ledgers/hold-share';
import { ledgerRef, nothingHeld, shareOf } from '@ap/shared/domain/ledgers/ledger';
import { ledgerSharesOf } from '@ap/shared/domain/ledgers/shares-of-call-off';
import { ServiceBusy } from '../http/service-busy.ts';
import type { Ports } from '../ports/ports.ts';
import { shareFacts } from './begin-ledger.ts';
import { inTurn } from './in-turn.ts';
import { type DrawNeeds, settleDraw } from './reserve-draw.ts';
import { type LedgerNeeds, stateMark } from './reserve-shares.ts';

export type SettleNeeds = Omit<LedgerNeeds, 'budgets'> & DrawNeeds;

const maxTries = 5;

/** What a call-off holds of one ledger, by its own state. One that somebody deleted holds nothing. */
const heldIn = async (ports: SettleNeeds, callOff: CallOff | undefined, ref: string) => {
  const shares = callOff ? ledgerSharesOf(callOff, await shareFacts(ports, callOff.request.buyerRef)) : [];
  return shares.find(({ id }) => ledgerRef(id) === ref) ?? { holding: nothingHeld, finished: false };
};

/**
 * Makes the share of a call-off in one ledger what the call-off says. The ledger is read first, then the call-off, and the write is under the ledger's
 * ETag: a settlement that was overtaken conflicts and looks again. Throws ServiceBusy when contended. Whether a reservation was left open.
 */
export const settleIn = (ports: SettleNeeds, ref: string, subject: string): Promise<'settled' | 'open'> =>
  inTurn(`Ledgers/${ref}`, async () => {
    let retryAfter = 2;
    for (let tries = 0; tries < maxTries; tries += 1) {
      const stored = await ports.ledgers.find(ref);
      if (!stored) return 'settled';
      const found = await ports.callOffs.find(subject);
      const held = await heldIn(ports, found?.callOff, ref);
      const now = found ? stateMark(ports, found) : 'gone';
      const next = settleShare(stored.state, { subject, holding: held.holding, finished: held.finished, now });
      if (next === stored.state) return shareOf(next, subject)?.state === 'open' ? 'open' : 'settled';
      const written = await ports.ledgers.save(stored, next);
      if (written.ok) return 'settled';
      retryAfter = written.retryAfterSeconds ?? retryAfter;
    }
    throw new ServiceBusy('register', 412, retryAfter);
  });

/** Settles a call-off in every ledger that it may touch, and in the block purchase that it draws on. Whether a reservation was left open: its write may still be on its way. */
export const settleLedgers = async (ports: SettleNeeds, callOff: CallOff): Promise<'settled' | 'open'> => {
  const outcomes: ('settled' | 'open')[] = [];
  for (const { id } of ledgerSharesOf(callOff, await shareFacts(ports, callOff.request.buyerRef)))
    outcomes.push(await settleIn(ports, ledgerRef(id), callOff.ref));
  const { blockRef } = callOff.request;
  if (blockRef !== undefined) outcomes.push(await settleDraw(ports, blockRef, callOff.ref));
  return outcomes.includes('open') ? 'open' : 'settled';
};

/**
 * Frees what was reserved for a write that did not happen. The call-off is saved as it is: whatever was decided over its state before can be written no
 * more, and is decided again. Nothing is freed because time has passed.
 */
export const freeReservations = async (ports: SettleNeeds, callOff: CallOff): Promise<void> => {
  if ((await settleLedgers(ports, callOff)) === 'settled') return;
  const found = await ports.callOffs.find(callOff.ref);
  if (!found || !(await ports.callOffs.save(found, found.callOff)).ok) return;
  await settleLedgers(ports, callOff);
};

/** The same for a command that was refused: what cannot be freed now is left to the sweep, and hides no refusal. */
export const freeQuietly = async (ports: SettleNeeds & Pick<Ports, 'log'>, callOff: CallOff): Promise<void> => {
  try {
    await freeReservations(ports, callOff);
  } catch (error) {
    ports.log.event('warning', 'reservations-left-to-sweep', { ref: callOff.ref, error: error instanceof Error ? error.name : 'unknown' });
  }
};
