import type { AwardReply } from '@ap/shared/contract/awards';
import type { Person } from '@ap/shared/domain/people/person';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import { whoMayDecide } from '@ap/shared/domain/tenders/award/decide-award';

const present = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

/** The name of a priced service that the award describes for the first time. */
export const serviceNameIn = ({ services }: Pick<Award, 'services'>, serviceRef: string): string | undefined =>
  services.find(({ ref }) => ref === serviceRef)?.name;

/** An award as the board and its approvers see it. */
export const awardView = (award: Award, approvers: readonly Person[]): AwardReply => ({
  ref: award.ref,
  status: award.status,
  frameworkRef: award.frameworkRef,
  providerRef: award.providerRef,
  providerName: award.providerName,
  source: award.source,
  lots: award.lots.map((lot) => present(lot)),
  prices: award.prices.map(({ serviceRef, lotKey, unit, group, price, volumeBands }) =>
    present({
      serviceRef,
      serviceName: serviceNameIn(award, serviceRef),
      lotKey,
      unit,
      group,
      price,
      volumeBands,
    }),
  ),
  version: award.version,
  mayDecide: award.status === 'proposed' ? whoMayDecide(award, approvers).map(({ name }) => name) : [],
  history: award.history.map(({ at, by, what, comment }) => present({ at, by, what, comment })),
  ...(award.exclusionCheck && { exclusionCheck: present(award.exclusionCheck) }),
  ...(award.standstill && { standstill: present(award.standstill) }),
  ...(award.agreement && { agreement: present(award.agreement) }),
});
