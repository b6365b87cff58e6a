import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listRegistrationLoads as declared } from '@ap/shared/contract/registration-loads';
import { toLondonDate } from '@ap/shared/domain/local-date';
import { providerName } from '@ap/shared/domain/provider';
import { placementsOf } from '@ap/shared/domain/quality/registration-guard';
import { loadSentence, peakLoad, type RegistrationLoad } from '@ap/shared/domain/quality/registration-load';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'callOffs' | 'providers' | 'policies' | 'clock'>;

/** A provider that is near the threshold of registration, on its heaviest day from today on. */
export interface NearRegistration extends RegistrationLoad {
  readonly providerRef: string;
  readonly providerName: string;
  readonly sentence: string;
}

/** R14: the providers that are near the threshold or at it, by the orders that were last known; the heaviest first. For commissioners only. */
export const nearRegistration = async (ports: Needs): Promise<readonly NearRegistration[]> => {
  const [known, providers, policy] = await Promise.all([ports.callOffs.known(), ports.providers.all(), ports.policies.thresholdPolicy()]);
  const today = toLondonDate(ports.clock.now());
  return providers
    .flatMap((provider): NearRegistration[] => {
      const placements = placementsOf(known.map(({ callOff }) => callOff).filter(({ providerRef }) => providerRef === provider.ref));
      const last = placements
        .map(({ endDate }) => endDate)
        .sort()
        .at(-1);
      if (last === undefined || last < today) return [];
      const load = peakLoad(placements, provider.registeredSchool, today, last, policy);
      return load.standing === 'near' || load.standing === 'at'
        ? [{ ...load, providerRef: provider.ref, providerName: providerName(provider), sentence: loadSentence(load, policy) }]
        : [];
    })
    .sort((a, b) => b.fullTime - a.fullTime || b.nearFullTime - a.nearFullTime || a.providerName.localeCompare(b.providerName));
};

export const listRegistrationLoads = (ports: Needs) => async (): Promise<ReplyOf<typeof declared>> => ({
  providers: (await nearRegistration(ports)).map((each) => ({ ...each })),
});
