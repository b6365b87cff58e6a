import type { CallOff } from '@ap/shared/domain/call-off';
import { ledgerRef } from '@ap/shared/domain/ledgers/ledger';
import { inForce, thresholdWith } from '@ap/shared/domain/ledgers/override';
import { placementsElsewhere } from '@ap/shared/domain/ledgers/share-rules';
import { toLondonDate } from '@ap/shared/domain/local-date';
import type { PersonId } from '@ap/shared/domain/person';
import { placementsBefore, placementsOf, type RegistrationFacts } from '@ap/shared/domain/quality/registration-guard';
import type { Ports } from '../ports/ports.ts';

/**
 * What the guard at the threshold of registration asks about, read from the lists now: every order to a provider by now or, for an order that is about to be
 * sent, those that were made before it; for one that is changed, all the others. With what the provider declares from
 * elsewhere, and a commissioner's recorded view, which helps nobody's own request.
 */
export const registrationFacts = async (
  { callOffs, policies, ledgers, clock }: Pick<Ports, 'callOffs' | 'policies' | 'ledgers' | 'clock'>,
  providerRef: string | undefined,
  {
    sending,
    besides,
    requester = sending?.requester,
  }: { readonly sending?: CallOff; readonly besides?: string | undefined; readonly requester?: PersonId | undefined } = {},
): Promise<RegistrationFacts> => {
  const [found, policy, stored] = await Promise.all([
    providerRef === undefined ? [] : callOffs.ofProvider(providerRef),
    policies.thresholdPolicy(),
    providerRef === undefined ? undefined : ledgers.find(ledgerRef({ kind: 'registration-load', of: providerRef })),
  ]);
  const all = found.map(({ callOff }) => callOff).filter(({ ref }) => ref !== besides);
  const elsewhere = placementsElsewhere(stored?.state.elsewhere, policy);
  return {
    placements: [...elsewhere, ...(sending ? placementsBefore(sending, all) : placementsOf(all))],
    policy: thresholdWith(policy, inForce(stored?.state.overrides ?? [], toLondonDate(clock.now()), requester)),
  };
};
