import { formatDate } from '@ap/shared/domain/days/local-date';
import { vatSentences } from '@ap/shared/domain/money/vat-treatment';
import type { ProfileField, ProviderChange } from '@ap/shared/domain/provider-changes/provider-change';
import type { ActionData, ActionExecute, AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { fact, line, plain } from '../cards/card-text.ts';
import { executeAction } from '../cards/execute-action.ts';
import { newCard } from '../cards/new-card.ts';

export const changeVerbs = ['accept-change', 'ask-refuse-change', 'refuse-change', 'back-to-change'] as const;
export type ChangeVerb = (typeof changeVerbs)[number];
export type ChangeFace = 'change' | 'confirm-refuse';

const fieldNames: Readonly<Record<ProfileField, string>> = { email: 'E-mail', phone: 'Phone', website: 'Website', summary: 'Summary' };

const edits = ({ profile, places, vat = [] }: ProviderChange): readonly CardElement[] => [
  ...profile.map(({ field, before, after }) => fact(fieldNames[field], `${before || 'none'} becomes ${after || 'none'}`)),
  ...places.map(({ serviceName, before, after, asAt }) =>
    fact(serviceName, `${before ?? 'unknown'} becomes ${after} places free, as at ${formatDate(asAt, 'short')}`),
  ),
  ...vat.flatMap(({ serviceName, before, after, evidence, note }) => [
    fact(
      `VAT of ${serviceName}`,
      `${before ? vatSentences[before] : 'As the provider states of itself'} becomes ${vatSentences[after]}${evidence ? `. Shown by: ${evidence}` : ''}`,
    ),
    ...(note === undefined ? [] : [fact('Note', note)]),
  ]),
];

const execute = (title: string, verb: ChangeVerb, data: ActionData, style?: ActionExecute['style']): ActionExecute =>
  executeAction(title, verb, data, style);

const headings: Readonly<Record<ProviderChange['state'], (name: string) => string>> = {
  proposed: (name) => `${name} asks to change its entry`,
  accepted: (name) => `The entry of ${name} was changed`,
  refused: (name) => `A change of ${name} was refused`,
};

/** The card of a commissioner: what a provider proposes, or how it was decided. `commandKey` makes one click one command. */
export const changeCard = (change: ProviderChange, face: ChangeFace, commandKey: string, notice?: string): AdaptiveCard => {
  const title = headings[change.state](change.providerName);
  const data: ActionData = { ref: change.ref, commandKey };
  const head = [
    ...(notice === undefined ? [] : [line(plain(notice, 500), { color: 'Attention', weight: 'Bolder' })]),
    line(plain(title), { size: 'Large', weight: 'Bolder', style: 'heading' }),
  ];
  const otherwise = 'Open the AP Framework app to decide.';
  if (change.state !== 'proposed') {
    const how = `${change.state === 'accepted' ? 'Accepted' : 'Refused'} by ${change.decidedBy?.name ?? 'a colleague'}${change.reason ? `: ${change.reason}` : '.'}`;
    return newCard({ title, otherwise, body: [...head, line(plain(how, 1_200)), ...edits(change)], actions: [] });
  }
  if (face === 'confirm-refuse')
    return newCard({
      title,
      otherwise,
      body: [
        ...head,
        {
          type: 'Input.Text',
          id: 'comment',
          label: 'Tell the provider why you refuse this.',
          isMultiline: true,
          maxLength: 1000,
          errorMessage: 'Enter a reason that tells the provider why',
        },
      ],
      actions: [execute('Refuse', 'refuse-change', data, 'destructive'), execute('Back', 'back-to-change', data)],
    });
  return newCard({
    title,
    otherwise,
    body: [
      ...head,
      fact('Sent by', `${change.proposer.name}, ${change.proposer.role}, by the link that was mailed to the provider`),
      ...edits(change),
    ],
    actions: [execute('Accept', 'accept-change', data, 'positive'), execute('Refuse', 'ask-refuse-change', data)],
  });
};
