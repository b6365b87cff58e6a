import { type ApplicationView, type OpenRound, signedDeclaration } from '@ap/shared/contract/applications';
import { formatInstant } from '@ap/shared/domain/days/local-date';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import { visibleTo } from '@ap/shared/domain/tenders/clarification/clarification';
import { criteriaSentence } from '@ap/shared/domain/tenders/round/criteria';
import { isPastClose, type Round, takesApplications, takesQuestions } from '@ap/shared/domain/tenders/round/round';
import { shownBy } from '../http/shown-by.ts';
import type { Ports } from '../ports/ports.ts';
import { lastApplication } from './last-application.ts';
import type { OpenedApplication } from './opened-application.ts';

type Needs = Pick<Ports, 'tenders' | 'lots' | 'clock'>;

/** A round as anybody may read it: what is published of it. */
export const toOpenRound = async ({ tenders, lots }: Pick<Ports, 'tenders' | 'lots'>, round: Round): Promise<OpenRound> => {
  const terms = (await tenders.frameworks.find(round.frameworkRef))?.state.terms;
  const names = new Map((await lots.of(round.frameworkRef)).map(({ key, name }) => [key, name]));
  return {
    ref: round.ref,
    frameworkName: terms?.name ?? round.frameworkRef,
    authority: terms?.authority ?? '',
    scope: terms?.scope ?? '',
    opensAt: round.opensAt,
    clarificationsCloseAt: round.clarificationsCloseAt,
    closesAt: round.closesAt,
    lots: round.lots.map((criteria) => ({
      lotKey: criteria.lotKey,
      name: names.get(criteria.lotKey) ?? criteria.lotKey,
      criteria: criteriaSentence(criteria),
      priceUnit: criteria.priceUnit,
    })),
  };
};

/** Everything that the holder of a link may see: never another's application, and of the questions only what is published and what they asked. */
export const toView = async (ports: Needs, { holder, round, application }: Omit<OpenedApplication, 'link'>): Promise<ApplicationView> => {
  const now = ports.clock.now();
  const asked = (await ports.tenders.clarifications.known()).map(({ state }) => state).filter(({ roundRef }) => roundRef === round.ref);
  const { answered, own } = visibleTo(asked, holder.providerRef);
  const closed = whyClosed(round, now);
  return {
    organisation: holder.organisation,
    email: holder.email,
    round: {
      ...(await toOpenRound(ports, round)),
      status: round.status,
      questions: round.questionSet.questions,
    },
    takesApplications: takesApplications(round, now),
    takesQuestions: takesQuestions(round, now),
    ...(closed === undefined ? {} : { closed }),
    canReuse: (await lastApplication(ports, round, holder.providerRef)) !== undefined,
    clarifications: { answered, own },
    ...(application === undefined ? {} : { application: made(application) }),
  };
};

const whyClosed = (round: Round, now: string): string | undefined => {
  if (round.status === 'cancelled') return 'This round was cancelled. Nothing can be sent any more.';
  if (isPastClose(round, now))
    return `This round closed on ${formatInstant(round.closesAt)}. Applications cannot be changed or submitted any more.`;
  return takesApplications(round, now)
    ? undefined
    : `This round opens on ${formatInstant(round.opensAt)}. You can ask questions before then.`;
};

const made = (application: Application): NonNullable<ApplicationView['application']> => {
  const { ref, version, status, lotKeys, answers, offers, declaration, submittedAt, history } = application;
  return {
    ref,
    version,
    status,
    lotKeys,
    answers,
    offers,
    ...(declaration === undefined ? {} : { declaration: shownBy(signedDeclaration, declaration) }),
    savedAt: history.at(-1)?.at ?? '',
    ...(submittedAt === undefined ? {} : { submittedAt }),
  };
};
