import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { liveRate } from '@ap/shared/domain/money/rate-card';
import type { Membership } from '@ap/shared/domain/people/membership';
import type { CheckFacts, CheckRecord } from '@ap/shared/domain/quality/check-record';
import { hasSafeguardingPause } from '@ap/shared/domain/quality/hold';
import type { ProviderCommandKind, ProviderFacts } from '@ap/shared/domain/quality/provider-standing';
import type { CommandChannel } from '@ap/shared/domain/quality/quality-decision';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import { notClear } from '@ap/shared/domain/tenders/award/exclusion-check';
import type { Ports } from '../ports/ports.ts';
import { concernsAbout } from './concerns-about.ts';

export type FactNeeds = Pick<Ports, 'quality' | 'providers' | 'buyers' | 'tenders' | 'policies' | 'clock'>;

/**
 * Who may decide as a commissioner, read now; nobody for what the clock brings about, which no membership allows or forbids (`whyNotCommissioner`): on a day on which many
 * checks lapse, members of every department were read for each step of each.
 */
const officersFor = async ({ buyers }: Pick<Ports, 'buyers'>, channel: CommandChannel): Promise<readonly Membership[]> =>
  channel === 'clock' ? [] : buyers.councilMembers('fresh');

/** What a decision about a provider's standing rests on, read from the lists now. Prices are read only for what asks for one in force. */
export const providerFacts = async (
  ports: FactNeeds,
  providerRef: string,
  { kind, channel }: { readonly kind: ProviderCommandKind; readonly channel: CommandChannel },
): Promise<ProviderFacts> => {
  const [members, checks, concerns, awards] = await Promise.all([
    officersFor(ports, channel),
    ports.quality.checksOf(providerRef, 'fresh'),
    concernsAbout(ports, providerRef),
    ports.tenders.awards.known(),
  ]);
  const won = awards.map(({ state }) => state).filter((award) => award.providerRef === providerRef && award.status !== 'set-aside');
  const today = toLondonDate(ports.clock.now());
  return {
    councilMembers: members,
    checks,
    concerns,
    agreementCountersigned: won.some(isCountersigned),
    liveRate: (kind === 'activate' || kind === 'resume') && (await hasLiveRate(ports, providerRef)),
    debarmentClear: won.some((award) => isCountersigned(award) || notClear(award.exclusionCheck, today) === undefined),
  };
};

/** R37: nobody countersigns without a check that is clear and new. What a countersigned award brings is not held up when that check has grown old since. */
const isCountersigned = ({ status }: Award): boolean => status === 'countersigned' || status === 'in-force';

/** Whether any service of the provider has an approved price today. */
const hasLiveRate = async (ports: FactNeeds, providerRef: string): Promise<boolean> => {
  const today = toLondonDate(ports.clock.now());
  const { services } = await ports.providers.provider(providerRef, 'fresh');
  for (const { ref } of services) {
    const { rates } = await ports.providers.facts(ref, 'fresh');
    if (liveRate(rates, ref, today)) return true;
  }
  return false;
};

/** What a decision about a check rests on, read from the lists now. */
export const checkFacts = async (
  ports: FactNeeds,
  { ref, providerRef }: Pick<CheckRecord, 'ref' | 'providerRef'>,
  channel: CommandChannel,
): Promise<CheckFacts> => {
  const [councilMembers, policy, checks, standing, { provider, services }] = await Promise.all([
    officersFor(ports, channel),
    ports.policies.qualityPolicy(),
    ports.quality.checksOf(providerRef, 'fresh'),
    ports.quality.standings.find(providerRef),
    ports.providers.provider(providerRef, 'fresh'),
  ]);
  return {
    councilMembers,
    policy,
    others: checks.filter((check) => check.ref !== ref),
    offersTherapy: services.some(({ type }) => type === 'therapeutic'),
    registeredSchool: provider?.registeredSchool === true,
    safeguardingPause: standing !== undefined && hasSafeguardingPause(standing.state.holds),
  };
};
