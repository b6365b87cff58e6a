import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@ap/shared/contract/client';
import type { Person } from '@ap/shared/domain/people/person';
import type { Dice } from '../simulation/seeded.ts';
import { aRequest, quoteOf } from '../support/a-request.ts';
import { actionOf, cardOf, wordsOf } from '../support/card-content.ts';
import { type Callers, CardRefused, isBusy, pressingAgain, refusalOf } from './caller.ts';
import type { SchoolTeam } from './crowd.ts';
import type { Stopwatch } from './samples.ts';
import type { Stage } from './stage.ts';

/** What a school needs to take part in the rush. */
export interface SchoolDay {
  readonly stage: Pick<Stage, 'people'>;
  readonly callers: Callers;
  readonly stopwatch: Stopwatch;
  readonly dice: Dice;
  /** Waits as a person does between two acts. */
  readonly think: (seconds: number) => Promise<void>;
  readonly searches: number;
}

/** How far a school came. What was accepted must be found in the register afterwards. */
export interface DayOutcome {
  readonly buyerRef: string;
  readonly accepted?: string;
  readonly ordered: boolean;
}

const places = ['DT1', 'DT4', 'BH15', 'BH1', 'DT6', 'DT10', 'BH20', 'DT9'];
const words = ['', 'forest', 'tutoring', 'art therapy', 'mechanics', 'maths', 'animal care', 'mentorng'];
const most = 30;

/** A SENCO's morning, as all of them have it at the start of term: search, look, ask, and the head teacher approves. */
export const schoolDay = async (
  { buyerRef, requester, approver }: SchoolTeam,
  { stage, callers, stopwatch, dice, think, searches }: SchoolDay,
): Promise<DayOutcome> => {
  const { pick, fraction } = dice;
  let refusal: string | undefined;
  /** One act of a person, who presses again as long as the product says that it is busy. */
  const act = <T>(name: string, perform: () => Promise<T>): Promise<T | undefined> =>
    pressingAgain(
      () => {
        refusal = undefined;
        const told = async (): Promise<T> => {
          try {
            return await perform();
          } catch (error) {
            refusal = refusalOf(error);
            throw error;
          }
        };
        return stopwatch.time(name, told);
      },
      () => isBusy(refusal),
      () => think(5 + fraction() * 10),
      most,
    );

  const asks = callers.as(requester);
  await act('open', () => asks.getMe({}));
  let services: Awaited<ReturnType<ApiClient['searchDirectory']>>['items'] = [];
  for (let count = 0; count < searches; count += 1) {
    const query = { near: pick(places), text: pick(words), sort: pick(['best', 'price', 'distance']), unit: 'day', modes: 'off-site' };
    services = (await act('search', () => asks.searchDirectory({ query })))?.items ?? services;
    const seen = services[Math.floor(fraction() * services.length)];
    if (seen && count % 3 === 0) await act('look at a service', () => asks.getService({ params: { serviceRef: seen.serviceRef } }));
    await think(3 + fraction() * 12);
  }

  const all = await act('search', () => asks.searchDirectory({ query: { unit: 'day', sort: 'price', modes: 'off-site' } }));
  const service = all?.items[Math.floor(fraction() * Math.min(10, all.items.length))];
  if (!service) return { buyerRef, ordered: false };
  const request = aRequest(buyerRef, service, 'pupil-choice', {
    basis: 'pupil-choice',
    basisReason: 'The family visited and prefers it',
    pattern: { days: [pick(['tue', 'wed', 'thu'] as const)], sessions: 'both', hoursPerDay: 5 },
    pupilRef: `P-${1000 + Math.floor(fraction() * 8000)}`,
  });
  const quote = await act('quote', () => quoteOf(asks, request));
  if (!quote) return { buyerRef, ordered: false };
  await think(5);
  const key = randomUUID();
  const sent = await act('send the request', () => asks.submitCallOff({ body: { request, shownGross: quote.price.gross }, key }));
  if (!sent) return { buyerRef, ordered: false };

  await think(5 + fraction() * 20);
  const decides = callers.as(approver);
  const byCard = await cardFor(stage, approver, sent.ref);
  const decided = byCard
    ? await act('approve on the card', () => approveOnCard(stage, approver, byCard))
    : await act('approve on the page', () => approveOnPage(decides, sent.ref));
  const after = await act('look at the request', () => asks.getCallOff({ params: { ref: sent.ref } }));
  await act('list my requests', () => asks.listCallOffs({ query: { scope: 'mine' } }));
  return { buyerRef, accepted: sent.ref, ordered: decided !== undefined && after?.status === 'ordered' };
};

const approveOnPage = async (decides: ApiClient, ref: string): Promise<true> => {
  await decides.getCallOff({ params: { ref } });
  await decides.decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: randomUUID() });
  return true;
};

interface Asked {
  readonly conversationId: string;
  readonly activityId: string;
  readonly card: NonNullable<ReturnType<typeof cardOf>>;
}

/** The card that asks this person about the request, where one has come by now. */
const cardFor = async ({ people }: Pick<Stage, 'people'>, { tenantId, objectId }: Person, ref: string): Promise<Asked | undefined> => {
  const chats = await people.control<
    readonly { conversationId: string; messages: readonly { id: string; from: string; activity: Parameters<typeof cardOf>[0] }[] }[]
  >('GET', `/_local/chats?tenantId=${tenantId}&userId=${objectId}`);
  for (const { conversationId, messages } of chats)
    for (const { id, activity } of messages) {
      const card = cardOf(activity);
      if (card && wordsOf(card).includes(`Approve ${ref}?`)) return { conversationId, activityId: id, card };
    }
  return undefined;
};

/** Both presses. Throws CardRefused where the bot answers with something else than a card. */
const approveOnCard = async ({ people }: Pick<Stage, 'people'>, person: Person, asked: Asked): Promise<true> => {
  const press = async ({ verb, data }: ReturnType<typeof actionOf>): Promise<Asked['card']> => {
    const { body } = await people.control<{ body?: { value?: Partial<Asked['card']> & { readonly code?: string } } }>(
      'POST',
      '/_local/chats/invoke',
      {
        tenantId: person.tenantId,
        userId: person.objectId,
        conversationId: asked.conversationId,
        activityId: asked.activityId,
        verb,
        data,
      },
    );
    const card = body?.value;
    if (!card?.body) throw new CardRefused(card?.code ?? 'no-answer');
    return { ...card, body: card.body };
  };
  await press(actionOf(await press(actionOf(asked.card, 'Approve')), /^Approve £/));
  return true;
};
