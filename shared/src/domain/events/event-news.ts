import { toLondonDate } from '../days/local-date.ts';
import type { NoticeText } from '../notices/notice.ts';
import { type CouncilEvent, type EventNews, type EventPlan, timesWords } from './council-event.ts';

const wordsOf = ({ title, cancelledBecause = '' }: CouncilEvent, plan: EventPlan, of: EventNews): readonly string[] => {
  const when = timesWords(plan);
  return of === 'cancelled'
    ? [`The event "${title}" is cancelled. It was to be held on ${when}.`, cancelledBecause, 'You need not give your places back.']
    : [
        `The event "${title}" is held on ${when}.`,
        ...(plan.venue === undefined ? [] : [`Venue: ${plan.venue}`]),
        'Your places are kept. If you cannot come then, give them back under Events.',
      ];
};

/** The notice by which everybody who booked learns what became of an event; `undefined` of one that was only recorded afterwards. */
export const newsOf = (event: CouncilEvent, of: EventNews): NoticeText | undefined =>
  event.plan && {
    title: `${of === 'cancelled' ? 'Cancelled' : 'Changed'}: ${event.title}`,
    body: wordsOf(event, event.plan, of).join('\n\n'),
    authorRole: event.organiserRole,
    audience: event.audience,
    showUntil: toLondonDate(event.plan.endsAt),
  };
