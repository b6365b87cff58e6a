import { asObject } from '../reply.ts';
import type { SentMail } from './mailbox.ts';

/** The part of a mail that its sender writes. */
export type Message = Pick<SentMail, 'to' | 'cc' | 'bcc' | 'subject' | 'contentType' | 'content'>;

/** Why Graph refuses a message: its code and text. */
export interface MessageRefusal {
  readonly code: string;
  readonly message: string;
}

const served = ['subject', 'body', 'toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo', 'importance', 'internetMessageHeaders'];

const refuse = (code: string, message: string): MessageRefusal => ({ code, message });

const address = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

const recipients = (value: unknown): readonly string[] | MessageRefusal => {
  if (value === undefined) return [];
  if (!Array.isArray(value))
    return refuse('RequestBodyRead', "When trying to read a collection of recipients a node of type 'StartArray' was expected.");
  const found: string[] = [];
  for (const entry of value) {
    const given = asObject(asObject(entry)?.emailAddress)?.address;
    if (typeof given !== 'string' || !address.test(given)) return refuse('ErrorInvalidRecipients', 'At least one recipient is not valid.');
    found.push(given);
  }
  return found;
};

/** Reads `sendMail`'s body as strictly as the service: unknown properties, shapes and addresses are refused, never dropped. */
export const parseMessage = (body: Readonly<Record<string, unknown>> | undefined): Message | MessageRefusal => {
  const message = asObject(body?.message);
  if (!body || !message) return refuse('ErrorInvalidParameter', "The value of the parameter 'Message' is empty.");
  const foreignParameter = Object.keys(body).find((name) => !['message', 'saveToSentItems'].includes(name));
  if (foreignParameter)
    return refuse(
      'BadRequest',
      `The parameter '${foreignParameter}' in the request payload is not a valid parameter for the operation 'sendMail'.`,
    );
  if (body.saveToSentItems !== undefined && typeof body.saveToSentItems !== 'boolean')
    return refuse('RequestBodyRead', "Cannot convert a value to type 'Edm.Boolean'.");
  const foreign = Object.keys(message).find((name) => !served.includes(name));
  if (foreign) return refuse('RequestBodyRead', `LOCAL TENANT: the property '${foreign}' of a message is unknown or not served.`);
  const content = asObject(message.body);
  const type = String(content?.contentType ?? 'text').toLowerCase();
  if (!content || typeof content.content !== 'string' || (type !== 'text' && type !== 'html'))
    return refuse('RequestBodyRead', "The message body must have a contentType of 'text' or 'html' and a content.");
  if (typeof message.subject !== 'string') return refuse('RequestBodyRead', "Cannot convert the value of 'subject' to type 'Edm.String'.");
  const lists: (readonly string[])[] = [];
  for (const name of ['toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo']) {
    const read = recipients(message[name]);
    if ('code' in read) return read;
    lists.push(read);
  }
  const [to = [], cc = [], bcc = []] = lists;
  if (to.length + cc.length + bcc.length === 0) return refuse('ErrorInvalidRecipients', 'At least one recipient is not valid.');
  return { to, cc, bcc, subject: message.subject, contentType: type, content: content.content };
};
