import type { CallOff } from '@ap/shared/domain/call-off';
import { placementsBefore, placementsOf, type RegistrationFacts } from '@ap/shared/domain/quality/registration-guard';
import type { Ports } from '../ports/ports.ts';

/**
 * What the guard at the threshold of registration asks about, read from the lists now: every order to a provider by now or, for an order that is about to be
 * sent, those that were made before it; for one that is changed, all the others.
 */
export const registrationFacts = async (
  { callOffs, policies }: Pick<Ports, 'callOffs' | 'policies'>,
  providerRef: string | undefined,
  { sending, besides }: { readonly sending?: CallOff; readonly besides?: string | undefined } = {},
): Promise<RegistrationFacts> => {
  const [found, policy] = await Promise.all([
    providerRef === undefined ? [] : callOffs.ofProvider(providerRef),
    policies.thresholdPolicy(),
  ]);
  const all = found.map(({ callOff }) => callOff).filter(({ ref }) => ref !== besides);
  return { placements: sending ? placementsBefore(sending, all) : placementsOf(all), policy };
};
