import type { PersonId } from '@ap/shared/domain/people/person';
import type { HttpResponseInit } from '@azure/functions';
import type { ComposeItem, ComposeQuery, ComposeResult } from '../../cards/compose.ts';
import type { Log } from '../../ports/clock.ts';
import { composeLink, composeQuery } from './activity.ts';
import { cardType, jsonReply, sentenceOf } from './invoke-reply.ts';

export interface ComposeSupplies {
  readonly search: (query: ComposeQuery, by: PersonId) => Promise<ComposeResult>;
  readonly unfold: (url: string, by: PersonId) => Promise<ComposeItem | undefined>;
}

/** Teams keeps what a link unfolded to for half an hour, and a service may be held meanwhile: it is asked anew each time. */
const notKept = { suggestedActions: { actions: [{ title: 'default', type: 'setCachePolicy', value: '{"type":"no-cache"}' }] } };

const attachment = ({ preview, card }: ComposeItem) => ({
  contentType: cardType,
  content: card,
  preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: preview },
});

const items = (found: readonly ComposeItem[], more: object = {}): HttpResponseInit =>
  jsonReply({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments: found.map(attachment), ...more } });

const sentence = (text: string): HttpResponseInit => jsonReply({ composeExtension: { type: 'message', text } });

/** Answers a search command. Whatever went wrong is a sentence in the place of the results. What was typed is never logged. */
export const answerQuery = async (supplies: ComposeSupplies, value: unknown, by: PersonId, log: Log): Promise<HttpResponseInit> => {
  const query = composeQuery.safeParse(value);
  if (!query.success) return sentence('This search could not be read. Start it again from the app.');
  try {
    const result = await supplies.search(query.data, by);
    return result.kind === 'items' ? items(result.items) : sentence(result.sentence);
  } catch (error) {
    return sentence(sentenceOf(error, 'search', log).message);
  }
};

/** Answers a pasted link with its card, or with none: whoever pasted it has the link anyway. */
export const answerLink = async (supplies: ComposeSupplies, value: unknown, by: PersonId, log: Log): Promise<HttpResponseInit> => {
  const link = composeLink.safeParse(value);
  if (!link.success) return items([], notKept);
  try {
    const found = await supplies.unfold(link.data.url, by);
    return items(found === undefined ? [] : [found], notKept);
  } catch (error) {
    sentenceOf(error, 'link', log);
    return items([], notKept);
  }
};
