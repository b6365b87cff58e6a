import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import * as z from 'zod';
import { fact, line, plain } from '../cards/card-text.ts';
import type { DialogAnswer } from '../cards/dialog.ts';
import { newCard } from '../cards/new-card.ts';
import type { Caller } from '../http/caller.ts';
import type { Ports } from '../ports/ports.ts';

const asked = z.object({ dialog: z.literal('start-request'), serviceRef: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) });
const ended = z.object({ draftId: z.string().regex(/^[0-9a-f-]{36}$/) });

const sentence = (text: string): DialogAnswer => ({ kind: 'sentence', sentence: text });

/**
 * Offers the short page that starts a request. Said before it is opened: that the service is not listed now, or that this person may not
 * raise requests anywhere. Whether the buyer may buy, and everything else, is decided where the request is sent.
 */
export const offerStart =
  (ports: Pick<Ports, 'providers' | 'clock'>, startPage: (serviceRef: string) => string) =>
  async (caller: Caller, data: unknown): Promise<DialogAnswer> => {
    const wanted = asked.safeParse(data);
    if (!wanted.success) return sentence('This button is too old. Open the service in the AP Framework app to request it.');
    const { serviceRef } = wanted.data;
    const listing = listingOf(await ports.providers.facts(serviceRef, 'known'), toLondonDate(ports.clock.now()));
    if (!listing.ok) return sentence(listing.detail);
    if (!caller.memberships.some(({ roles }) => roles.includes('requester')))
      return sentence('You cannot raise requests yet. Open the AP Framework app and choose Access to ask your school or department.');
    return { kind: 'page', title: 'Start a request', url: startPage(serviceRef) };
  };

/** Ends the dialog with the draft that it saved, if it is this person's own, and with the way on. */
export const endStart =
  (ports: Pick<Ports, 'drafts' | 'buyers'>, draftPage: (draftId: string, serviceRef: string) => string) =>
  async (caller: Caller, data: unknown): Promise<DialogAnswer> => {
    const result = ended.safeParse(data);
    const draft = result.success ? await ports.drafts.get(caller.person, result.data.draftId) : undefined;
    if (!draft) return sentence('Nothing was saved. Open the service in the AP Framework app to request it.');
    const buyer = await ports.buyers.buyer(draft.buyerRef, 'known');
    const title = `Your request for ${draft.serviceName} is saved as a draft`;
    const card = newCard({
      title,
      otherwise: 'Open My requests in the AP Framework app to continue.',
      body: [
        line(plain(title), { size: 'Medium', weight: 'Bolder', style: 'heading' }),
        ...(buyer ? [fact('For', buyer.name)] : []),
        line('Nothing is sent yet. Continue in the tab to answer the rest; you also find the draft under My requests.'),
      ],
      actions: [{ type: 'Action.OpenUrl', title: 'Continue in the tab', url: draftPage(draft.draftId, draft.serviceRef) }],
    });
    return { kind: 'card', title: 'Draft saved', card };
  };
