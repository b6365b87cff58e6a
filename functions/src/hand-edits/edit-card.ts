import { formatInstant } from '@ap/shared/domain/days/local-date';
import { faultLines } from '@ap/shared/domain/hand-edits/system-note';
import type { AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { line, plain } from '../cards/card-text.ts';
import { newCard } from '../cards/new-card.ts';
import type { SettledEdit } from './guard-ports.ts';

/** As many edits as a card tells of one by one. */
const mostShown = 10;

const what = ({ list, key, whole, restricted }: SettledEdit): string => {
  const row = restricted || key === '' ? 'A row' : key;
  if (whole === 'removed') return `${row} in ${list} was taken out again`;
  if (whole === 'made-again') return `${row} in ${list} was deleted, and is there again`;
  return `${row} in ${list} was put back`;
};

/** What happened, in words for a card's title and a mail's subject. */
export const editTitle = (edits: readonly SettledEdit[]): string =>
  edits.length === 1 && edits[0] ? what(edits[0]) : `${edits.length} changes in lists were put back`;

/** What a person is told of edits that were undone, edit by edit. What was typed is not repeated: it may name anybody. */
export const editParagraphs = (
  edits: readonly SettledEdit[],
): readonly { readonly what: string; readonly when: string; readonly why: readonly string[] }[] =>
  edits.slice(0, mostShown).map((edit) => ({
    what: `${what(edit)}.`,
    when: `It was changed on ${formatInstant(edit.at)}.`,
    why: faultLines(edit.labels, edit.judgement.faults),
  }));

const removedHint = 'What you entered is in the recycle bin of the site.';

export const hintFor = (edits: readonly SettledEdit[]): string | undefined => {
  const more = edits.length > mostShown ? [`And ${edits.length - mostShown} more: see the column "Note from the app".`] : [];
  const removed = edits.some(({ whole }) => whole === 'removed') ? [removedHint] : [];
  return [...more, ...removed].join(' ') || undefined;
};

/** The card of an editor, or of the commissioners where nobody knows who edited. */
export const editCard = (edits: readonly SettledEdit[]): AdaptiveCard => {
  const title = editTitle(edits);
  const hint = hintFor(edits);
  const body: CardElement[] = [line(plain(title), { size: 'Large', weight: 'Bolder', style: 'heading' })];
  for (const { what: happened, when, why } of editParagraphs(edits))
    body.push(
      ...(edits.length > 1 ? [line(plain(happened), { weight: 'Bolder' })] : []),
      line(plain(when), { spacing: 'Small' }),
      ...why.map((sentence) => line(plain(sentence, 500), { spacing: 'Small' })),
    );
  if (hint) body.push(line(plain(hint)));
  return newCard({ title, otherwise: 'Open the list in SharePoint: the row says why.', body, actions: [] });
};
