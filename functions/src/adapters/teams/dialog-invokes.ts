import type { PersonId } from '@ap/shared/domain/people/person';
import type { HttpResponseInit } from '@azure/functions';
import type { DialogAnswer } from '../../cards/dialog.ts';
import type { Log } from '../../ports/clock.ts';
import { dialogInvoke } from './activity.ts';
import { cardType, jsonReply, sentenceOf } from './invoke-reply.ts';

/** `open`: a button asked for a dialog. `end`: the page in it has ended with a result. Both get what was sent, which proves nothing. */
export interface DialogSupplies {
  readonly open: (data: unknown, by: PersonId) => Promise<DialogAnswer>;
  readonly end: (data: unknown, by: PersonId) => Promise<DialogAnswer>;
}

const longestTitle = 64;
/** Pixels, or Teams' own words for a size: tall enough that the page does not scroll on a laptop. */
const pageSize = { width: 'medium', height: 620 };
const cardSize = { width: 'medium', height: 'small' };

const task = (answer: DialogAnswer) => {
  if (answer.kind === 'sentence') return { type: 'message', value: answer.sentence };
  const title = answer.title.slice(0, longestTitle);
  return answer.kind === 'page'
    ? { type: 'continue', value: { title, url: answer.url, fallbackUrl: answer.url, ...pageSize } }
    : { type: 'continue', value: { title, card: { contentType: cardType, content: answer.card }, ...cardSize } };
};

/** Answers a request for a dialog or its end. Whatever went wrong is a sentence in its place. */
export const answerDialog = async (
  step: (data: unknown, by: PersonId) => Promise<DialogAnswer>,
  value: unknown,
  by: PersonId,
  log: Log,
): Promise<HttpResponseInit> => {
  const invoke = dialogInvoke.safeParse(value);
  try {
    return jsonReply({ task: task(await step(invoke.data?.data, by)) });
  } catch (error) {
    return jsonReply({ task: task({ kind: 'sentence', sentence: sentenceOf(error, 'dialog', log).message }) });
  }
};
