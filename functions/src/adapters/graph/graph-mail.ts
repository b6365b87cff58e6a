import type { Client } from '@microsoft/microsoft-graph-client';
import { outgoing } from '../../mail/outgoing.ts';
import type { Mail } from '../../ports/messages.ts';
import { readFailure } from './graph-fault.ts';

/** Mail from the framework's mailbox through Graph. Throws ServiceBusy when it may be tried again. */
export const graphMail = (client: Client, sender: string): Mail => ({
  send: async (asked) => {
    const { to, subject, html } = outgoing(asked);
    const message = { subject, body: { contentType: 'HTML', content: html }, toRecipients: [{ emailAddress: { address: to } }] };
    try {
      await client.api(`/users/${encodeURIComponent(sender)}/sendMail`).post({ message, saveToSentItems: true });
    } catch (error) {
      throw readFailure(error);
    }
  },
});
