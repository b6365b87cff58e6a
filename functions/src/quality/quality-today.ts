import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { openHolds } from '@ap/shared/domain/quality/hold';
import type { ProviderStanding } from '@ap/shared/domain/quality/provider-standing';
import { type QualityDay, qualityDay } from '@ap/shared/domain/quality/quality-day';
import type { StandardRow } from '@ap/shared/domain/quality/standards-catalogue';
import { linesWithoutPhone, whomToRing } from '@ap/shared/domain/quality/whom-to-ring';
import { providerName } from '@ap/shared/domain/register/provider';
import type { Ports } from '../ports/ports.ts';
import { type NearRegistration, nearRegistration } from './registration-loads.ts';

/** What a commissioner's day holds, by what was last known, with the names that people know. */
export interface QualityToday {
  readonly today: LocalDate;
  readonly day: QualityDay;
  readonly held: readonly ProviderStanding[];
  readonly standards: readonly StandardRow[];
  /** R14: providers that come near the number of pupils at which they must register. */
  readonly nearRegistration: readonly NearRegistration[];
  /** R17: what whoever reports a concern is told to ring, without a number in Settings. */
  readonly withoutPhone: readonly string[];
  readonly nameOf: (providerRef: string) => string;
  readonly titleOf: (standard: string) => string;
}

/** Removed providers are left out: nothing of theirs lapses any more. */
export const qualityToday = async (
  ports: Pick<Ports, 'quality' | 'providers' | 'policies' | 'clock' | 'callOffs' | 'ledgers'>,
  days?: number,
): Promise<QualityToday> => {
  const [checks, visits, standings, standards, providers, policy, near, phones] = await Promise.all([
    ports.quality.checks.known(),
    ports.quality.visits.known(),
    ports.quality.standings.known(),
    ports.quality.standards(),
    ports.providers.all(),
    ports.policies.qualityPolicy(),
    nearRegistration(ports),
    ports.policies.safeguardingPhones(),
  ]);
  const today = toLondonDate(ports.clock.now());
  const names = new Map(providers.filter(({ status }) => status !== 'removed').map((provider) => [provider.ref, providerName(provider)]));
  const titles = new Map<string, string>(standards.map(({ key, title }) => [key, title]));
  const here = <T extends { readonly providerRef: string }>(stored: readonly { readonly state: T }[]): readonly T[] =>
    stored.map(({ state }) => state).filter(({ providerRef }) => names.has(providerRef));
  return {
    today,
    day: qualityDay(here(checks), here(visits), today, days ?? policy.cardDays),
    held: standings
      .map(({ state }) => state)
      .filter(({ status, holds }) => status !== 'removed' && (status === 'suspended' || openHolds(holds).length > 0)),
    standards,
    nearRegistration: near,
    withoutPhone: whomToRing(phones).flatMap(({ line, name }) => (linesWithoutPhone(phones).includes(line) ? [name] : [])),
    nameOf: (providerRef) => names.get(providerRef) ?? providerRef,
    titleOf: (standard) => titles.get(standard) ?? standard,
  };
};
