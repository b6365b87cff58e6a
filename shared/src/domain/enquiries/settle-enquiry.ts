import type { Change } from '../call-off/decider.ts';
import { isAfter, isBefore } from '../days/instants.ts';
import { compareDates, formatInstant, toLondonDate } from '../days/local-date.ts';
import { offerReminderAt } from '../orders/offer.ts';
import { type Refusal, refused } from '../refusal.ts';
import { criterionWords, type Enquiry, type EnquiryWork, isSealed } from './enquiry.ts';
import type { EnquiryCommand } from './enquiry-command.ts';
import { whyNotWords } from './enquiry-words.ts';
import { keptUntil } from './send-enquiry.ts';

type Outcome = Change<Enquiry, EnquiryWork> | Refusal;
type Of<K extends EnquiryCommand['kind']> = Extract<EnquiryCommand, { readonly kind: K }>;

const unanswered = ({ asked }: Enquiry): readonly string[] => asked.filter(({ reply }) => !reply).map(({ providerRef }) => providerRef);

/** R31: says more of a criterion that was stated. None is added, dropped or weighed anew, and none is said twice: what was said once holds. */
export const refineCriterion = (present: Enquiry, { criterion, text }: Of<'refine-criterion'>, _facts: unknown, now: string): Outcome => {
  const stated = present.criteria.find((each) => each.criterion === criterion);
  if (!stated)
    return refused(
      'criteria-fixed',
      'This criterion was not stated when the competition was sent, so it cannot count (R31).',
      '/criterion',
    );
  if (stated.refined !== undefined)
    return refused('criteria-fixed', 'This criterion was made clearer before. What was said then holds (R31).', '/criterion');
  if (compareDates(toLondonDate(now), toLondonDate(present.closesAt)) >= 0)
    return refused('criteria-fixed', 'It is too late: whoever was asked could not answer to it any more (R31).', '/criterion');
  const unfit = whyNotWords(text, 'Enter what makes it clearer.', '/text');
  if (unfit) return unfit;
  // What was answered before rests on what was known then: whoever has answered may answer once more.
  const asked = present.asked.map((each) =>
    each.reply?.answer === 'interested' ? { ...each, reply: { ...each.reply, answer: 'undecided' as const } } : each,
  );
  return {
    state: { ...present, asked, criteria: present.criteria.map((each) => (each === stated ? { ...each, refined: text.trim() } : each)) },
    what: `${criterionWords[criterion]} was made clearer`,
    comment: text.trim(),
    works: present.asked
      .filter(({ reply }) => reply?.answer !== 'declined')
      .map(({ providerRef }) => ({ kind: 'tell-provider-criteria', providerRef }) as const),
  };
};

/** On the last morning those who have said nothing are reminded, once (R43). */
export const remindUnanswered = (present: Enquiry, now: string): Outcome => {
  const { remindedAt, closesAt } = present;
  if (remindedAt !== undefined || isBefore(now, offerReminderAt(closesAt)) || !isBefore(now, closesAt))
    return refused('reminder-too-soon', 'No reminder of this enquiry is due.');
  return {
    state: { ...present, remindedAt: now },
    what: 'Those who had not answered were reminded',
    works: unanswered(present).map((providerRef) => ({ kind: 'remind-provider', providerRef }) as const),
  };
};

/** Closes at its stated time, however late this runs: no answer after it was taken. */
export const closeEnquiry = (present: Enquiry, now: string): Outcome =>
  isAfter(now, present.closesAt)
    ? {
        state: { ...present, status: 'closed' },
        what: 'Closed',
        works: [{ kind: 'tell-asker', news: 'closed' }],
      }
    : refused('reminder-too-soon', `It is open until ${formatInstant(present.closesAt)}.`);

/** Whoever has not declined is told how it ended. */
const toTell = ({ asked }: Enquiry): readonly EnquiryWork[] =>
  asked.filter(({ reply }) => reply?.answer !== 'declined').map(({ providerRef }) => ({ kind: 'tell-outcome', providerRef }) as const);

const settled = (present: Enquiry, chosen: string | undefined, reason: string, by: Of<'end-enquiry'>['by'], now: string): Outcome => {
  const unfit = whyNotWords(reason, 'Enter why: those who were not chosen are told.', '/reason');
  if (unfit) return unfit;
  const words = reason.trim();
  return {
    state: {
      ...present,
      status: chosen === undefined ? 'ended' : 'converted',
      outcome: { ...(chosen === undefined ? {} : { chosen }), reason: words, by, at: now },
      keepUntil: keptUntil(toLondonDate(now)),
    },
    what:
      chosen === undefined ? 'Ended' : `Chosen: ${present.asked.find(({ providerRef }) => providerRef === chosen)?.providerName ?? chosen}`,
    comment: words,
    works: toTell(present),
  };
};

/** Chooses an answer, with the reason that the others are told (row 64). What follows is a request, with its own approvals. */
export const chooseAnswer = (present: Enquiry, { providerRef, reason, by }: Of<'choose-answer'>, _facts: unknown, now: string): Outcome => {
  if (isSealed(present))
    return refused('enquiry-closed', 'The quotes are opened when everybody has answered, or the time is over. Choose then.');
  const asked = present.asked.find((each) => each.providerRef === providerRef);
  if (asked?.reply?.answer !== 'interested')
    return refused('nobody-asked', 'Choose a provider that has answered that it is interested.', '/providerRef');
  return settled(present, providerRef, reason, by, now);
};

/** Ends it without a choice, with the reason that those who were asked are told (row 64). */
export const endEnquiry = (present: Enquiry, { reason, by }: Of<'end-enquiry'>, _facts: unknown, now: string): Outcome =>
  settled(present, undefined, reason, by, now);
