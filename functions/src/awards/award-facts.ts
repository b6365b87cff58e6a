import { holdersOf, membersOf } from '@ap/shared/domain/people/membership';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { AwardFacts } from '@ap/shared/domain/tenders/award/award-command';
import { lotApplicationRef } from '@ap/shared/domain/tenders/evaluation/lot-application';
import { lineOf } from '@ap/shared/domain/tenders/evaluation/ranking';
import type { FrameworkTender } from '@ap/shared/domain/tenders/framework/framework-tender';
import { priceBookRef } from '@ap/shared/domain/tenders/prices/price-book';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { mustFind, rankingOf, readAll } from '../tenders/tender-facts.ts';

export type AwardFactNeeds = Pick<Ports, 'tenders' | 'providers' | 'buyers'>;

/** What an award is about, before and after there is one. */
export type AwardSubject = Pick<Award, 'frameworkRef' | 'providerRef'> & {
  readonly ref?: string;
  /** Out of a round: the application and the lots. */
  readonly applied?: { readonly applicationRef: string; readonly roundRef: string; readonly lotKeys: readonly string[] };
};

/** A framework that the product leads. One that was only ever typed into the list has no terms by which anything could be awarded. */
export const frameworkOf = async ({ tenders }: Pick<Ports, 'tenders'>, ref: string, field?: string): Promise<FrameworkTender> => {
  const found = await tenders.frameworks.find(ref);
  if (!found)
    throw new ProblemError(
      'not-found',
      `There is no framework ${ref} that was planned in the app.`,
      field === undefined ? {} : { pointer: field },
    );
  return found.state;
};

/** How an award's application fared for each of these lots, read record by record. */
const evaluationOf = async (
  { tenders }: AwardFactNeeds,
  { applicationRef, roundRef, lotKeys }: NonNullable<AwardSubject['applied']>,
): Promise<NonNullable<AwardFacts['evaluation']>> => {
  const { offers } = (await mustFind(tenders.applications, applicationRef)).state;
  const found = await Promise.all(
    lotKeys.map(async (lotKey) => {
      const lotApplication = (await tenders.lotApplications.find(lotApplicationRef(applicationRef, lotKey)))?.state;
      const ranking = await rankingOf({ tenders }, roundRef, lotKey);
      return lotApplication && { lotKey, lotApplication, line: lineOf(ranking, lotApplication) };
    }),
  );
  const lots = found.flatMap((lot) => lot ?? []);
  return {
    lots: lots.map(({ lotKey, lotApplication, line }) => ({ lotKey, status: lotApplication.status, line })),
    offers,
    evaluators: lots.flatMap(({ lotApplication }) => lotApplication.moderation?.evaluators ?? []),
  };
};

/** What a decision about an award rests on, read from the lists now. */
export const awardFacts = async (
  ports: AwardFactNeeds,
  { ref, frameworkRef, providerRef, applied }: AwardSubject,
): Promise<Omit<AwardFacts, 'roles'>> => {
  const [framework, awards, book, { provider, services }, members] = await Promise.all([
    frameworkOf(ports, frameworkRef),
    readAll(ports.tenders.awards),
    ports.tenders.priceBooks.find(priceBookRef(frameworkRef, providerRef)),
    ports.providers.provider(providerRef, 'fresh'),
    ports.buyers.councilMembers('fresh'),
  ]);
  const rates = await Promise.all(services.map(async (service) => (await ports.providers.facts(service.ref, 'fresh')).rates));
  return {
    framework: { status: framework.status, kind: framework.terms.kind, terms: framework.terms },
    otherAwards: awards
      .filter((other) => other.frameworkRef === frameworkRef && other.providerRef === providerRef && other.ref !== ref)
      .map(({ status, lots }) => ({ status, lotKeys: lots.map(({ lotKey }) => lotKey) })),
    evaluation: applied && (await evaluationOf(ports, applied)),
    book: book?.state,
    provider,
    rates: rates.flat(),
    services,
    members: membersOf(members),
    approvers: holdersOf(members, 'award-approver'),
  };
};

/** What an award that is there is about. */
export const subjectOf = ({ ref, frameworkRef, providerRef, source, lots }: Award): AwardSubject => ({
  ref,
  frameworkRef,
  providerRef,
  ...(source.kind === 'round' && {
    applied: { applicationRef: source.applicationRef, roundRef: source.roundRef, lotKeys: lots.map(({ lotKey }) => lotKey) },
  }),
});
