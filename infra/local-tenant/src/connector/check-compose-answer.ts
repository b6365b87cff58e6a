import { asObject } from '../reply.ts';
import type { BotAnswer } from './bot-delivery.ts';
import { adaptiveCard, cardProblem } from './check-activity.ts';

const previews = ['application/vnd.microsoft.card.thumbnail', 'application/vnd.microsoft.card.hero'];
const longestTitle = 64;

/** What Teams would not show of the answer to a search or a link, in a sentence; undefined when it shows it. */
export const composeProblem = ({ status, body }: BotAnswer): string | undefined => {
  const answer = asObject(asObject(body)?.composeExtension);
  if (status !== 200) return `The bot answered ${status}: Teams shows an error in place of the results.`;
  if (answer?.type === 'message') return typeof answer.text === 'string' && answer.text !== '' ? undefined : 'The message has no text.';
  if (answer?.type !== 'result') return `The answer's type is '${String(answer?.type)}': the stand-in serves 'result' and 'message'.`;
  if (answer.attachmentLayout !== 'list' && answer.attachmentLayout !== 'grid') return 'The attachments have no layout.';
  if (!Array.isArray(answer.attachments)) return 'The attachments are no list.';
  for (const attachment of answer.attachments.map(asObject)) {
    if (attachment?.contentType !== adaptiveCard) return `Results of type '${String(attachment?.contentType)}' are not served.`;
    const problem = cardProblem(attachment.content);
    if (problem) return problem;
    const preview = asObject(attachment.preview);
    if (!previews.includes(String(preview?.contentType))) return 'A result has no preview of a kind that Teams shows.';
    if (typeof asObject(preview?.content)?.title !== 'string') return 'The preview of a result has no title.';
  }
  return undefined;
};

/** What Teams would not show of the answer to a link: as for a search, and no card newer than its documentation allows there. */
export const linkProblem = (answer: BotAnswer): string | undefined => {
  const found = asObject(asObject(answer.body)?.composeExtension)?.attachments;
  const newer = (Array.isArray(found) ? found : [])
    .map((attachment) => String(asObject(asObject(attachment)?.content)?.version))
    .find((version) => /^1\.[4-9]/.test(version));
  const tooNew = newer && `LOCAL TENANT: a link unfolds to adaptive cards up to version 1.3, this one is ${newer}.`;
  return composeProblem(answer) ?? tooNew;
};

const isPage = (url: unknown): boolean => typeof url === 'string' && /^(https:\/\/|http:\/\/localhost(:\d+)?\/)/.test(url);

/** What Teams would not show of the answer to a request for a dialog or to its end; undefined when it shows it. An empty answer closes the dialog. */
export const dialogProblem = ({ status, body }: BotAnswer): string | undefined => {
  if (status !== 200) return `The bot answered ${status}: Teams shows an error in place of the dialog.`;
  const task = asObject(asObject(body)?.task);
  if (!task) return body === null || body === '' ? undefined : 'The answer has no task.';
  if (task.type === 'message') return typeof task.value === 'string' && task.value !== '' ? undefined : 'The message has no text.';
  if (task.type !== 'continue') return `The task's type is '${String(task.type)}': Teams knows 'continue' and 'message'.`;
  const value = asObject(task.value);
  if (typeof value?.title !== 'string' || value.title === '' || value.title.length > longestTitle)
    return `A dialog has a title of 1 to ${longestTitle} characters.`;
  if (value.url !== undefined) return isPage(value.url) ? undefined : `The dialog's page ${String(value.url)} is not https.`;
  const card = asObject(value.card);
  if (card?.contentType !== adaptiveCard) return 'The dialog has neither a page nor a card.';
  return cardProblem(card.content);
};
