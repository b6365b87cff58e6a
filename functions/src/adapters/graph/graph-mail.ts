import type { Client } from '@microsoft/microsoft-graph-client';
import type { Mail } from '../../ports.ts';
import { readFailure } from './graph-fault.ts';

/** Addresses that could carry a second recipient or a header. */
const unsafe = /[\r\n,;<>"\s]/;

/** Mail from the framework's mailbox through Graph. Throws ServiceBusy when it may be tried again. */
export const graphMail = (client: Client, sender: string): Mail => ({
  send: async ({ to, subject, html }) => {
    if (unsafe.test(to) || !/^[^@]+@[^@]+$/.test(to)) throw new Error('The address of a recipient is not a plain address');
    const message = {
      subject: subject.replace(/[\r\n]+/g, ' ').slice(0, 250),
      body: { contentType: 'HTML', content: html },
      toRecipients: [{ emailAddress: { address: to } }],
    };
    try {
      await client.api(`/users/${encodeURIComponent(sender)}/sendMail`).post({ message, saveToSentItems: true });
    } catch (error) {
      throw readFailure(error);
    }
  },
});
