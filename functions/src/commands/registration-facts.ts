import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { ledgerRef } from '@ap/shared/domain/ledgers/ledger';
import { inForce, thresholdWith } from '@ap/shared/domain/ledgers/override';
import { placementFacts, placementsElsewhere } from '@ap/shared/domain/ledgers/share-rules';
import type { PersonId } from '@ap/shared/domain/people/person';
import { placementsBefore, placementsOf, type RegistrationFacts } from '@ap/shared/domain/quality/registration-guard';
import type { Ports } from '../ports/ports.ts';
import { pupilKey } from './holders.ts';

/**
 * What the guard at the threshold of registration asks about, read from the lists now. Before an order is made that is the ledger of its provider, which holds every
 * placement of an order and those that are being ordered (decision 53); the orders themselves where it has not begun. For an order that is about to be sent it is
 * the orders themselves, those that were made before it. With what the provider declares from elsewhere, and a commissioner's recorded view, which helps nobody's own
 * request. `besides`: the call-off that is itself decided about, which does not count beside itself.
 */
export const registrationFacts = async (
  { callOffs, policies, ledgers, clock, hashes }: Pick<Ports, 'callOffs' | 'policies' | 'ledgers' | 'clock' | 'hashes'>,
  providerRef: string | undefined,
  {
    sending,
    besides,
    requester = sending?.requester,
  }: { readonly sending?: CallOff; readonly besides?: string | undefined; readonly requester?: PersonId | undefined } = {},
): Promise<RegistrationFacts> => {
  const ordersOf = async (ref: string | undefined): Promise<readonly CallOff[]> =>
    ref === undefined ? [] : (await callOffs.ofProvider(ref)).map(({ callOff }) => callOff).filter((each) => each.ref !== besides);
  const [sent, policy, stored] = await Promise.all([
    sending && ordersOf(providerRef),
    policies.thresholdPolicy(),
    providerRef === undefined ? undefined : ledgers.find(ledgerRef({ kind: 'registration-load', of: providerRef })),
  ]);
  const elsewhere = placementsElsewhere(stored?.state.elsewhere, policy);
  const threshold = thresholdWith(policy, inForce(stored?.state.overrides ?? [], toLondonDate(clock.now()), requester));
  if (sending && sent) return { placements: [...elsewhere, ...placementsBefore(sending, sent)], policy: threshold };
  if (!stored) return { placements: placementsOf(await ordersOf(providerRef)), policy: threshold };
  const held = stored.state.shares.filter(({ subject }) => subject !== besides).flatMap(({ placements }) => placements);
  return {
    placements: [...elsewhere, ...placementFacts(held)],
    policy: threshold,
    pupilKey: (buyerRef, pupilRef) => pupilKey(hashes, buyerRef, pupilRef),
  };
};
