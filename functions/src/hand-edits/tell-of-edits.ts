import { commissionersOf } from '@ap/shared/domain/people/membership';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import { isPlainAddress } from '@ap/shared/domain/texts/mail-address';
import { ServiceBusy } from '../http/service-busy.ts';
import { mailHtml } from '../mail/mail-html.ts';
import { editCard, editParagraphs, editTitle, hintFor } from './edit-card.ts';
import type { GuardPorts, SettledEdit } from './guard-ports.ts';

const told = 'told';

/**
 * Tells whoever made edits that were undone, all of one run on one card, by mail where no card can be delivered; the commissioners where nobody knows who
 * it was. Each edit is told of once, by its receipt. Answers the edits that could not be told of now.
 */
export const tellOfEdits = async (ports: GuardPorts, settled: readonly SettledEdit[]): Promise<ReadonlySet<string>> => {
  const untold = new Set<string>();
  const waiting: SettledEdit[] = [];
  for (const edit of settled)
    if (edit.judgement.verdict === 'undone' && (await ports.effects.receipts(edit.id)).length === 0) waiting.push(edit);

  for (const edits of byEditor(waiting)) {
    try {
      const reached = await tell(ports, edits);
      const at = ports.clock.now();
      for (const { id } of edits)
        await ports.effects.confirm(id, { effectId: told, kind: 'tell-editor', state: reached ? 'done' : 'not-delivered', at });
      if (!reached) ports.log.event('error', 'edit-not-told', { edits: edits.map(({ id }) => id).join(',') });
    } catch (error) {
      if (!(error instanceof ServiceBusy)) throw error;
      for (const { id } of edits) untold.add(id);
      ports.log.event('warning', 'edit-told-later', { count: edits.length, service: error.service });
    }
  }
  return untold;
};

const byEditor = (edits: readonly SettledEdit[]): readonly (readonly SettledEdit[])[] => {
  const groups = new Map<string, SettledEdit[]>();
  for (const edit of edits) {
    const editor = edit.by.kind === 'person' ? personKey(edit.by.id) : '';
    groups.set(editor, [...(groups.get(editor) ?? []), edit]);
  }
  return [...groups.values()];
};

/** Whether anybody was told. */
const tell = async (ports: GuardPorts, edits: readonly SettledEdit[]): Promise<boolean> => {
  const by = edits[0]?.by;
  if (by?.kind === 'person' && (await tellPerson(ports, { ...by.id, name: by.name, email: by.email ?? '' }, edits))) return true;
  const commissioners = commissionersOf(await ports.buyers.councilMembers('known'));
  const reached: boolean[] = [];
  for (const person of commissioners) reached.push(await tellPerson(ports, person, edits));
  return reached.some(Boolean);
};

const tellPerson = async (ports: GuardPorts, person: Person, edits: readonly SettledEdit[]): Promise<boolean> => {
  const delivery = await ports.cards.send(person, editCard(edits), editTitle(edits));
  if (delivery.ok) return true;
  if (!isPlainAddress(person.email)) return false;
  const hint = hintFor(edits);
  await ports.mail.send({
    to: person.email,
    subject: editTitle(edits),
    html: mailHtml({
      greeting: `Dear ${person.name || 'colleague'}`,
      paragraphs: [
        ...editParagraphs(edits).flatMap(({ what, when, why }) => [`${what} ${when}`, ...why]),
        ...(hint ? [hint] : []),
        'The row itself says so in the column "Note from the app".',
      ],
    }),
  });
  return true;
};
