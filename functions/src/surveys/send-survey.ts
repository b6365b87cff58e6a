import { formatDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { paragraphsOf } from '@ap/shared/domain/notices/notice';
import { recipientKey } from '@ap/shared/domain/notices/notice-recipients';
import type { NoticeSend } from '@ap/shared/domain/notices/notice-send';
import { type Person, samePerson } from '@ap/shared/domain/people/person';
import { isAnswerable, type Survey, type SurveyRound, type SurveyWork } from '@ap/shared/domain/surveys/survey';
import type { SurveyResponse, SurveyResponseWork } from '@ap/shared/domain/surveys/survey-response';
import { seatsOf } from '@ap/shared/domain/surveys/survey-seats';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import { byMail, onceOnly, type SendOutcome, sendEach } from '../effects/send-each.ts';
import { mailHtml } from '../mail/mail-html.ts';
import { isCardRefusal } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { surveyCard } from './survey-card.ts';
import { peopleAsked, type SurveyFound, surveyFacts } from './survey-facts.ts';

/** Where a survey is answered: from a card in Teams, and from a mail anywhere. */
export interface SurveyLinks {
  readonly onCard: (ref: string) => string;
  readonly inMail: (ref: string) => string;
}

interface Asking {
  readonly ports: Ports;
  readonly links: SurveyLinks;
  readonly survey: Survey;
  readonly found: SurveyFound;
  readonly effectId: string;
  readonly reminds: boolean;
}

const subjectOf = ({ survey, reminds }: Asking): string => `${reminds ? 'Reminder: ' : ''}${survey.title}`;

const mailOf = (asking: Asking, person: Person) => {
  const { survey, links } = asking;
  return {
    to: person.email,
    subject: subjectOf(asking),
    html: mailHtml({
      greeting: `Dear ${person.name}`,
      paragraphs: [
        ...paragraphsOf(survey.body),
        `The survey can be answered until ${formatDate(survey.closesOn)}, once for each school and role.`,
        survey.authorRole,
      ],
      link: { text: 'Answer the survey', url: links.inMail(survey.ref) },
    }),
  };
};

/** The card with which this person answers: on it where they answer for one school in one role, else by the page. */
const cardFor = ({ survey, found, links, effectId }: Asking, person: Person) => {
  const own = found.members.filter((membership) => samePerson(membership.person, person));
  const [seat, ...more] = seatsOf(survey, own, found.buyers);
  const response = found.responses.find(({ buyerRef, role }) => buyerRef === seat?.buyerRef && role === seat.role);
  const buyerName = found.buyers.find(({ ref }) => ref === seat?.buyerRef)?.name ?? '';
  return surveyCard(survey, {
    seat: seat && more.length === 0 ? { ...seat, buyerName, version: response?.version ?? 0 } : undefined,
    page: links.onCard(survey.ref),
    commandKey: `${effectId}-${person.objectId.slice(0, 8)}`,
    answers: response?.answers,
  });
};

/** By card; by mail where the person has no app. */
const deliver = async (asking: Asking, { to }: NoticeSend): Promise<SendOutcome> => {
  const { ports } = asking;
  // Only people are asked.
  if (to.kind === 'provider') return { state: 'failed', reason: 'refused' };
  const card = cardFor(asking, to.person);
  const sent = await onceOnly(async () => {
    const delivery = await ports.cards.send(to.person, card, subjectOf(asking));
    return delivery.ok ? { state: 'activity' } : { state: 'failed', reason: delivery.why };
  });
  return isCardRefusal(sent.reason) ? byMail(ports, mailOf(asking, to.person), sent.reason) : sent;
};

/** As whom the send record takes a message up: a reminder is another message than the first. */
const takenAs: Readonly<Record<SurveyRound, 'everybody' | 'failed' | 'again'>> = {
  everybody: 'everybody',
  failed: 'failed',
  unanswered: 'again',
};

/** Sends a survey to whom it was not sent yet, again to whom it did not reach, or a reminder to those whose answer is missing. */
const sendSurvey =
  (ports: Ports, links: SurveyLinks): RecordPerformers<Survey, SurveyWork>['send-survey'] =>
  async ({ itemId, state: survey }, { id, to }): Promise<Performed> => {
    const canBe = (present: Survey | undefined): boolean => present !== undefined && isAnswerable(present, toLondonDate(ports.clock.now()));
    if (!canBe(survey)) return { state: 'superseded', reason: 'not-shown' };
    const { ref } = survey;
    const found = await surveyFacts(ports, survey);
    const people = peopleAsked(survey, found);
    if (to !== 'failed') await ports.noticeSends.enlist(ref, people, ports.clock.now());
    const waiting = new Set(people.map(recipientKey));
    const asking = { ports, links, survey, found, effectId: id, reminds: to === 'unanswered' };
    return sendEach(ports, {
      ref,
      effect: { id, to: takenAs[to] },
      // Who has nothing left to answer is asked no more.
      isFor: (send) => waiting.has(recipientKey(send.to)),
      isStillOn: async () => canBe((await ports.surveys.get(itemId))?.state),
      deliver: (send) => deliver(asking, send),
    });
  };

/** What follows from a survey. */
export const surveyPerformers = (ports: Ports, links: SurveyLinks): RecordPerformers<Survey, SurveyWork> => ({
  'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
  'send-survey': sendSurvey(ports, links),
});

/** What follows from an answer: that the chain says so. */
export const responsePerformers = (ports: Ports): RecordPerformers<SurveyResponse, SurveyResponseWork> => ({
  'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
});
