import { type Client, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import { fewAtOnce } from '../../few-at-once.ts';
import { outgoing } from '../../mail/outgoing.ts';
import type { Mail } from '../../ports/messages.ts';
import { readFailure } from './graph-fault.ts';

/** A mail is not tried again inside the client: whatever allowed it to go is weighed anew before each try, by the queue that brings its effect again. */
const once = new RetryHandlerOptions(0, 0);

/** Exchange takes so many requests of one program for one mailbox at a time. */
const mostAtOnce = 4;

/** Mail from the framework's mailbox through Graph. Throws ServiceBusy when it may be tried again. */
export const graphMail = (client: Client, sender: string): Mail => {
  const few = fewAtOnce(mostAtOnce);
  return {
    send: async (asked) => {
      const { to, subject, html } = outgoing(asked);
      const message = { subject, body: { contentType: 'HTML', content: html }, toRecipients: [{ emailAddress: { address: to } }] };
      const post = () =>
        client
          .api(`/users/${encodeURIComponent(sender)}/sendMail`)
          .middlewareOptions([once])
          .post({ message, saveToSentItems: true });
      try {
        await few(post);
      } catch (error) {
        throw readFailure(error);
      }
    },
  };
};
