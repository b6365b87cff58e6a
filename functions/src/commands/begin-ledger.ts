import { settleShare } from '@ap/shared/domain/ledgers/hold-share';
import { type Ledger, type LedgerId, ledgerRef, newLedger } from '@ap/shared/domain/ledgers/ledger';
import { type HeldOf, ledgerSharesOf } from '@ap/shared/domain/ledgers/shares-of-call-off';
import { addPence } from '@ap/shared/domain/money/money';
import type { StoredCallOff } from '../ports/call-offs.ts';
import { type HolderNeeds, shareFacts, sharesOfBlock } from './holders.ts';

const callOffsUnder = ({ callOffs }: HolderNeeds, { kind, of }: LedgerId): Promise<readonly StoredCallOff[]> =>
  ({ 'framework-value': callOffs.ofFramework, budget: callOffs.ofBuyer, 'registration-load': callOffs.ofProvider })[kind](of);

/** A ledger that is not there yet: it begins with what every call-off and every block purchase holds by now, read from the lists. Made once, so that nothing is forgotten. */
export const beginLedger = async (ports: HolderNeeds, id: LedgerId): Promise<Ledger> => {
  let ledger = newLedger(id);
  const add = (subject: string, shares: readonly HeldOf[]): void => {
    const held = shares.find((share) => ledgerRef(share.id) === ledger.ref);
    if (!held) return;
    ledger = held.finished
      ? { ...ledger, finished: addPence(ledger.finished, held.holding.amount) }
      : settleShare(ledger, { subject, holding: held.holding, finished: false, now: '' });
  };
  for (const { callOff } of await callOffsUnder(ports, id))
    add(callOff.ref, ledgerSharesOf(callOff, await shareFacts(ports, callOff.request.buyerRef)));
  // A register without a cursor reads the list from its beginning.
  const blocks = id.kind === 'registration-load' ? [] : (await ports.blockPurchases.changes(undefined)).changed;
  for (const { state } of blocks) add(state.ref, await sharesOfBlock(ports, state));
  return ledger;
};
