import { settleShare } from '@ap/shared/domain/ledgers/hold-share';
import { type Ledger, type LedgerId, ledgerRef, newLedger } from '@ap/shared/domain/ledgers/ledger';
import { ledgerSharesOf, type ShareFacts } from '@ap/shared/domain/ledgers/shares-of-call-off';
import { toLondonDate } from '@ap/shared/domain/local-date';
import { addPence } from '@ap/shared/domain/money';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'callOffs' | 'buyers' | 'clock' | 'hashes'>;

/** What says how the call-offs of a buyer weigh on the limits. */
export const shareFacts = async ({ buyers, clock, hashes }: Omit<Needs, 'callOffs'>, buyerRef: string): Promise<ShareFacts> => ({
  buyer: (await buyers.buyer(buyerRef, 'known')) ?? { type: 'not-known', termDates: [] },
  today: toLondonDate(clock.now()),
  pupilKey: (buyer, pupil) => hashes.text(`${buyer}/${pupil}`).slice(0, 12),
});

const callOffsUnder = ({ callOffs }: Needs, { kind, of }: LedgerId): Promise<readonly StoredCallOff[]> =>
  ({ 'framework-value': callOffs.ofFramework, budget: callOffs.ofBuyer, 'registration-load': callOffs.ofProvider })[kind](of);

/** A ledger that is not there yet: it begins with what every call-off holds by now, read from the list. Made once, so that no order is forgotten. */
export const beginLedger = async (ports: Needs, id: LedgerId): Promise<Ledger> => {
  let ledger = newLedger(id);
  for (const { callOff } of await callOffsUnder(ports, id)) {
    const held = ledgerSharesOf(callOff, await shareFacts(ports, callOff.request.buyerRef)).find(
      (share) => ledgerRef(share.id) === ledger.ref,
    );
    if (!held) continue;
    ledger = held.finished
      ? { ...ledger, finished: addPence(ledger.finished, held.holding.amount) }
      : settleShare(ledger, { subject: callOff.ref, holding: held.holding, finished: false, now: '' });
  }
  return ledger;
};
