import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listRegistrationLoads as declared } from '@ap/shared/contract/registration-loads';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { type Ledger, ledgerRef, type PupilsElsewhere } from '@ap/shared/domain/ledgers/ledger';
import { inForce } from '@ap/shared/domain/ledgers/override';
import { placementsElsewhere } from '@ap/shared/domain/ledgers/share-rules';
import { passportForCommissioners } from '@ap/shared/domain/quality/passport';
import { placementsOf } from '@ap/shared/domain/quality/registration-guard';
import { loadSentence, loadStandings, peakLoad, type RegistrationLoad } from '@ap/shared/domain/quality/registration-load';
import { whyOverdue } from '@ap/shared/domain/quality/rule-text';
import { type Provider, type ProviderStatus, providerName } from '@ap/shared/domain/register/provider';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'callOffs' | 'providers' | 'policies' | 'clock' | 'ledgers'>;

/** A provider with its pupils by the orders made here, on its heaviest day from today on. */
export interface NearRegistration extends RegistrationLoad {
  readonly providerRef: string;
  readonly providerName: string;
  readonly sentence: string;
  /** What the provider declares from elsewhere: it is among the counts. */
  readonly elsewhere?: PupilsElsewhere;
  /** How many a commissioner allows beyond the number, and until when. */
  readonly allowed?: { readonly pupils: number; readonly withPlan: number; readonly until: LocalDate };
}

/** The override that is in force today, if there is one; of several the one that allows most, as the guard reads them. */
const allowedBeyond = (ledger: Ledger | undefined, today: LocalDate): Pick<NearRegistration, 'allowed'> => {
  const [most] = inForce(ledger?.overrides ?? [], today)
    .flatMap(({ allowed, until }) => (allowed.kind === 'pupils' ? [{ pupils: allowed.pupils, withPlan: allowed.withPlan, until }] : []))
    .sort((a, b) => b.pupils - a.pupils || b.withPlan - a.withPlan);
  return most ? { allowed: most } : {};
};

/** R12 to R14: the load of each of these providers, by the orders that were last known and what it declares from elsewhere; the nearest to the threshold first. */
const loadsOf = async (ports: Needs, providers: readonly Provider[], today: LocalDate): Promise<readonly NearRegistration[]> => {
  const [known, policy, ledgers] = await Promise.all([ports.callOffs.known(), ports.policies.thresholdPolicy(), ports.ledgers.known()]);
  const ledgerOf = new Map(ledgers.map(({ state }) => [state.ref, state]));
  return providers
    .map((provider): NearRegistration => {
      const ledger = ledgerOf.get(ledgerRef({ kind: 'registration-load', of: provider.ref }));
      const elsewhere = ledger?.elsewhere;
      const ordered = placementsOf(known.map(({ callOff }) => callOff).filter(({ providerRef }) => providerRef === provider.ref));
      const last = [today, ...ordered.map(({ endDate }) => endDate)].sort().at(-1) ?? today;
      const placements = [...placementsElsewhere(elsewhere, policy), ...ordered];
      const load = peakLoad(placements, provider.registeredSchool, today, last, policy);
      return {
        ...load,
        providerRef: provider.ref,
        providerName: providerName(provider),
        sentence: loadSentence(load, policy, elsewhere),
        ...(elsewhere ? { elsewhere } : {}),
        ...allowedBeyond(ledger, today),
      };
    })
    .sort(
      (a, b) =>
        loadStandings.indexOf(b.standing) - loadStandings.indexOf(a.standing) ||
        b.fullTime - a.fullTime ||
        b.nearFullTime - a.nearFullTime ||
        a.providerName.localeCompare(b.providerName),
    );
};

/** R14: the providers that are near the threshold or at it. For commissioners only. */
export const nearRegistration = async (ports: Needs): Promise<readonly NearRegistration[]> => {
  const loads = await loadsOf(ports, await ports.providers.all(), toLondonDate(ports.clock.now()));
  return loads.filter(({ standing }) => standing === 'near' || standing === 'at');
};

/** Who can have an order: one that was held or paused keeps the orders that it had. */
const withOrders: readonly ProviderStatus[] = ['active', 'paused', 'suspended'];

/** R12 to R14: every provider that is no registered school, with its counts and what a commissioner recorded about its registration. For commissioners only. */
export const listRegistrationLoads = (ports: Needs & Pick<Ports, 'quality'>) => async (): Promise<ReplyOf<typeof declared>> => {
  const [providers, checks, standards, policy, quality] = await Promise.all([
    ports.providers.all(),
    ports.quality.checks.known(),
    ports.quality.standards(),
    ports.policies.thresholdPolicy(),
    ports.policies.qualityPolicy(),
  ]);
  const today = toLondonDate(ports.clock.now());
  const rows = standards.filter(({ key }) => key === 'registration');
  const records = checks.map(({ state }) => state);
  const unregistered = providers.filter(({ registeredSchool, status }) => !registeredSchool && withOrders.includes(status));
  const [row] = rows;
  return {
    policy: { ...policy },
    ...(row
      ? {
          rule: {
            title: row.title,
            source: row.source,
            edition: row.edition,
            ...(row.text === undefined ? {} : { text: row.text }),
            ...(row.checkedOn === undefined ? {} : { checkedOn: row.checkedOn }),
            toCompare: whyOverdue(row, today) !== undefined,
          },
        }
      : {}),
    providers: (await loadsOf(ports, unregistered, today)).map((load) => {
      const own = records.filter(({ providerRef }) => providerRef === load.providerRef);
      const [line] = passportForCommissioners(rows, own, today, quality.dueDays);
      return {
        ...load,
        view: {
          state: line?.state ?? 'never-checked',
          ...(line?.checkedBy === undefined ? {} : { by: line.checkedBy }),
          ...(line?.checkedOn === undefined ? {} : { on: line.checkedOn }),
          ...(line?.until === undefined ? {} : { until: line.until }),
          ...(line?.confirmation === undefined ? {} : { reason: line.confirmation }),
        },
      };
    }),
  };
};
