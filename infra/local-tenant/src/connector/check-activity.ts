import type { TenantReply } from '../exchange.ts';
import { asObject, errorReply } from '../reply.ts';
import type { Activity } from './chat-store.ts';

/** Teams' limit for a bot's message, measured in UTF-16 (teams-bot.md, section 4). */
const mostBytes = 100 * 1024;
export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

const bad = (message: string): TenantReply => errorReply(400, 'BadSyntax', message);

/** Teams renders cards up to 1.5 and silently shows a fallback for later ones; here they are refused. */
export const cardProblem = (card: unknown): string | undefined => {
  const content = asObject(card);
  if (content?.type !== 'AdaptiveCard') return "An adaptive card's type must be 'AdaptiveCard'.";
  const version = /^(\d+)\.(\d+)$/.exec(String(content.version));
  if (!version) return 'An adaptive card must say its version.';
  const number = Number(version[1]) * 100 + Number(version[2]);
  return number > 105 ? `LOCAL TENANT: Teams shows adaptive cards up to version 1.5, this one is ${String(content.version)}.` : undefined;
};

/** The refusal of a bot's activity, or undefined when Teams would take it. */
export const activityProblem = (activity: Activity | undefined): TenantReply | undefined => {
  if (!activity) return bad('The activity is not a JSON object.');
  if (activity.type !== 'message' && activity.type !== 'typing')
    return bad(`LOCAL TENANT: activities of type '${String(activity.type)}' are not taken from bots.`);
  if (Buffer.byteLength(JSON.stringify(activity), 'utf16le') > mostBytes)
    return errorReply(413, 'MessageSizeTooBig', 'Message size too large.');
  if (activity.type === 'typing') return undefined;
  const attachments = activity.attachments ?? [];
  if (!Array.isArray(attachments)) return bad('The attachments must be a list.');
  if (attachments.length === 0 && (typeof activity.text !== 'string' || activity.text === ''))
    return bad('The activity has neither text nor attachments.');
  for (const attachment of attachments.map(asObject)) {
    if (attachment?.contentType !== adaptiveCard)
      return bad(`LOCAL TENANT: attachments of type '${String(attachment?.contentType)}' are not served.`);
    const problem = cardProblem(attachment.content);
    if (problem) return bad(problem);
  }
  return undefined;
};
