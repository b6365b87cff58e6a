import { formatInstant } from '@ap/shared/domain/days/local-date';
import type { Concern } from '@ap/shared/domain/quality/concern';
import { categoryWords, severityWords, statusWords } from '@ap/shared/domain/quality/concern-words';
import type { ActionData, AdaptiveCard } from '../cards/adaptive-card.ts';
import { fact, line, plain } from '../cards/card-text.ts';
import { executeAction } from '../cards/execute-action.ts';
import { newCard } from '../cards/new-card.ts';

export const concernVerbs = ['ask-pause-orders', 'pause-orders', 'back-to-concern'] as const;
export type ConcernVerb = (typeof concernVerbs)[number];
export type ConcernFace = 'concern' | 'confirm-pause';

/** What the card of a concern is made from besides the concern. */
export interface ConcernCardParts {
  readonly providerName: string;
  /** Where the concern is read and decided. */
  readonly page: string;
  /** Makes one click one command. */
  readonly commandKey: string;
  readonly notice?: string | undefined;
}

/**
 * The card of a commissioner on duty: which provider, how serious, since when, and one action that pauses new orders. What was written and by whom is on
 * the page only: a card is kept where no list guards it.
 */
export const concernCard = (
  concern: Concern,
  face: ConcernFace,
  { providerName, page, commandKey, notice }: ConcernCardParts,
): AdaptiveCard => {
  const title = `A concern about ${providerName}`;
  const data: ActionData = { ref: concern.ref, commandKey };
  const open = { type: 'Action.OpenUrl', title: 'Read the concern', url: page } as const;
  const head = [
    ...(notice === undefined ? [] : [line(plain(notice, 500), { color: 'Attention', weight: 'Bolder' })]),
    line(plain(title), { size: 'Large', weight: 'Bolder', style: 'heading' }),
  ];
  const otherwise = 'Open the AP Framework app to read it.';
  if (face === 'confirm-pause' && concern.pausedBy === undefined)
    return newCard({
      title,
      otherwise,
      body: [
        ...head,
        line(
          'Pause new orders? The provider leaves the directory at once, requests that wait are stopped, and each school with a live order is asked what is to happen. Schools are told nothing of the concern. Another commissioner must decide that orders start again.',
        ),
      ],
      actions: [executeAction('Pause new orders', 'pause-orders', data, 'destructive'), executeAction('Back', 'back-to-concern', data)],
    });
  const mayPause = concern.status !== 'closed' && concern.pausedBy === undefined;
  return newCard({
    title,
    otherwise,
    body: [
      ...head,
      fact('How serious', severityWords[concern.severity]),
      fact('About', categoryWords[concern.category]),
      fact('Reported', formatInstant(concern.reportedAt)),
      fact('Stands', statusWords[concern.status]),
      ...(concern.leadRef === undefined ? [] : [fact('Looked into with', concern.leadRef)]),
      ...(concern.joined.length === 0 ? [] : [fact('Others about this provider', concern.joined.join(', '))]),
      ...(concern.pausedBy === undefined ? [] : [fact('New orders paused by', concern.pausedBy.name)]),
      fact('Reference', concern.ref),
    ],
    actions: [...(mayPause ? [executeAction('Pause new orders', 'ask-pause-orders', data, 'destructive')] : []), open],
  });
};
