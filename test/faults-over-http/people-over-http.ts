import { apiScope, teamsWebClientId } from '@ap/local/sample/ids';
import { type ApiClient, apiClient, clientOf } from '@ap/shared/contract/client';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import { linkApi } from '@ap/shared/contract/link-api';
import { type CallOff, openStep } from '@ap/shared/domain/call-off/call-off';
import { linkHolder, type Person } from '@ap/shared/domain/people/person';
import { callersOf } from '../load/caller.ts';
import type { Dice } from '../simulation/seeded.ts';
import { aRequest, nextMonday, quoteOf } from '../support/a-request.ts';
import { actionOf } from '../support/card-content.ts';
import { linkInMail } from '../support/link-in-mail.ts';
import { askingCard, type ChatsSeen, pressOn } from './cards-over-http.ts';
import type { Given } from './given.ts';
import type { School } from './schools.ts';
import type { RowsSeen } from './seen-rows.ts';
import type { Stand } from './stand.ts';

export interface PeopleSupplies {
  readonly stand: Stand;
  readonly school: School;
  readonly dice: Dice;
  readonly rows: RowsSeen;
  readonly chats: ChatsSeen;
  /** What is asked for. */
  readonly service: ServiceSummary;
  /** Where its orders are mailed to. */
  readonly mailbox: string;
  /** Begins every key of this history. */
  readonly name: string;
}

const mostRequests = 3;
/** Some more, where a fault waits for one. */
const mostWithSure = 6;
const verdicts = ['approve', 'approve', 'approve', 'approve', 'approve', 'reject', 'return'] as const;
const because = 'Fewer days, please.';

/** What people of the school and its provider do next over HTTP: each answers with commands that may be given, none where there is nothing to do. */
export const peopleOverHttp = ({ stand, school, dice, rows, chats, service, mailbox, name }: PeopleSupplies) => {
  const { people, api, clock } = stand;
  const { requester, approver, deputy, buyerRef } = school;
  const callers = callersOf(stand);
  const outside = clientOf(linkApi, { baseUrl: api });
  let made = 0;
  let requests = 0;
  const newKey = (kind: string): string => {
    made += 1;
    return `${name}-${kind}-${String(made).padStart(8, '0')}`;
  };
  /** One of the school's requests, as its page shows it. */
  const one = async (wanted: (callOff: CallOff) => boolean): Promise<CallOff | undefined> => {
    const found = (await rows.callOffsOf(buyerRef)).filter(wanted);
    return found.length === 0 ? undefined : dice.pick(found);
  };
  const request = (pupil: string) => {
    const startDate = nextMonday(clock.now());
    return aRequest(buyerRef, service, 'pupil-choice', {
      basis: 'pupil-choice',
      basisReason: 'The family visited and prefers it',
      pupilRef: pupil,
      objectives: 'Canaryobjectives for spring',
      startDate,
    });
  };
  const onPage = (by: Person, callOff: CallOff, verdict: (typeof verdicts)[number]): Given => {
    const seen = { round: callOff.round, step: openStep(callOff) };
    const key = newKey(verdict);
    const { ref } = callOff;
    return {
      kind: `decide-${verdict}`,
      key,
      by,
      ref,
      seen,
      run: async (signal) => {
        const body = { verdict, seen, ...(verdict === 'approve' ? {} : { comment: because }) };
        await callers.as(by).decideApproval({ params: { ref }, body, key, signal });
        return ref;
      },
    };
  };
  /** The head presses Approve on the card in Teams, and the button that it then shows; nothing where no card has come. */
  const onCard = async ({ ref }: CallOff): Promise<Given | undefined> => {
    const asking = askingCard(await chats(approver), ref);
    if (!asking?.card) return undefined;
    const confirming = await pressOn(stand, approver, asking, actionOf(asking.card, 'Approve')).catch(() => undefined);
    const button = confirming?.actions?.find(({ title }) => title.startsWith('Approve £'));
    if (!confirming || !button) return undefined;
    const { verb, data } = actionOf(confirming, button.title);
    const { commandKey, round, step } = data as { commandKey: string; round: number; step: number };
    return {
      kind: 'decide-approve',
      key: commandKey,
      by: approver,
      ref,
      seen: { round, step },
      run: async () => {
        await pressOn(stand, approver, asking, { verb, data });
        return ref;
      },
    };
  };
  const mailedLink = async () => {
    const numbers = (await rows.callOffsOf(buyerRef)).flatMap(({ order }) => (order ? [order.number] : []));
    const mails = (await people.mail(mailbox)).filter(
      ({ content, subject }) => content.includes('/offer/#') && numbers.some((number) => subject.includes(number)),
    );
    return mails.length === 0 ? undefined : linkInMail(dice.pick(mails).content, 'offer');
  };
  const nothing: readonly Given[] = [];
  const maybe = (command: Given | undefined): readonly Given[] => (command ? [command] : nothing);
  const submits = async (most = mostRequests): Promise<readonly Given[]> => {
    if (requests >= most) return nothing;
    const asked = request(`ZQ-${requests}${made}`);
    // No page is filled in while the product does not answer.
    const quote = await quoteOf(callers.as(requester), asked).catch(() => undefined);
    if (!quote) return nothing;
    requests += 1;
    const key = newKey('submit');
    return [
      {
        kind: 'submit',
        key,
        by: requester,
        run: async (signal) =>
          (await callers.as(requester).submitCallOff({ body: { request: asked, shownGross: quote.price.gross }, key, signal })).ref,
      },
    ];
  };
  const decides = async (): Promise<readonly Given[]> => {
    const open = (await one(({ status }) => status === 'awaiting-approval')) ?? (dice.perMille(150) ? await one(() => true) : undefined);
    if (!open) return nothing;
    const verdict = dice.pick(verdicts);
    const byCard = verdict === 'approve' && dice.perMille(500) ? await onCard(open) : undefined;
    const first = byCard ?? onPage(dice.pick([approver, deputy]), open, verdict);
    // Both at the same moment: one of them is told that it was decided.
    return dice.perMille(300) ? [first, onPage(first.by === deputy ? approver : deputy, open, dice.pick(verdicts))] : [first];
  };
  return {
    submits: () => submits(),
    decides,
    /** What surely makes the calls for which a fault waits: another request, or a decision, where anything waits for one. */
    submitsOneMore: () => submits(mostWithSure),
    awaitsDecision: async (): Promise<boolean> => (await one(({ status }) => status === 'awaiting-approval')) !== undefined,
    withdraws: async (): Promise<readonly Given[]> => {
      const found = await one(({ status }) => status === 'awaiting-approval');
      if (!found) return nothing;
      const key = newKey('withdraw');
      const { ref } = found;
      const run = async (signal: AbortSignal): Promise<string> => {
        await callers.as(requester).withdrawCallOff({ params: { ref }, key, signal });
        return ref;
      };
      return [{ kind: 'withdraw', key, by: requester, ref, run }];
    },
    resubmits: async (): Promise<readonly Given[]> => {
      const found = await one(({ status }) => status === 'returned');
      if (!found) return nothing;
      const asked = request(found.request.pupilRef);
      const quote = await quoteOf(callers.as(requester), asked).catch(() => undefined);
      if (!quote) return nothing;
      const key = newKey('resubmit');
      const { ref } = found;
      const body = { request: asked, shownGross: quote.price.gross };
      const run = async (signal: AbortSignal): Promise<string> => {
        await callers.as(requester).resubmitCallOff({ params: { ref }, body, key, signal });
        return ref;
      };
      return [{ kind: 'resubmit', key, by: requester, ref, run }];
    },
    answers: async (): Promise<readonly Given[]> => {
      const found = await one(({ order }) => order?.state === 'awaiting-provider');
      if (!found) return nothing;
      const body = dice.perMille(600) ? { answer: 'accepted' as const } : { answer: 'declined' as const, reason: 'No place is free.' };
      const key = newKey('answer');
      const { ref } = found;
      const run = async (signal: AbortSignal): Promise<string> => {
        await callers.as(requester).answerOrder({ params: { ref }, body, key, signal });
        return ref;
      };
      return [{ kind: `answer-${body.answer}`, key, by: requester, ref, run }];
    },
    answersByLink: async (): Promise<readonly Given[]> => {
      const link = await mailedLink();
      if (!link) return nothing;
      const answer = dice.perMille(600) ? { kind: 'accept' as const } : { kind: 'decline' as const, reason: 'No place is free.' };
      const { linkId } = link;
      return [
        {
          kind: `link-${answer.kind}`,
          key: `${linkId} ${answer.kind}`,
          sentAs: linkId,
          by: linkHolder(linkId, 'Pat Lane'),
          run: async (signal) => {
            const body = { link, answer, answerer: { name: 'Pat Lane', position: 'Manager' } };
            await outside.answerOffer({ body, key: newKey('page'), signal });
            return linkId;
          },
        },
      ];
    },
    looks: async (): Promise<readonly Given[]> => {
      const link = await mailedLink();
      if (!link) return nothing;
      const { linkId } = link;
      const run = async (signal: AbortSignal): Promise<string> => {
        await outside.viewOffer({ body: { link }, signal });
        return linkId;
      };
      return maybe({ kind: 'look-by-link', key: newKey('look'), by: linkHolder(linkId, 'Pat Lane'), run });
    },
    /** Somebody whose sign-in has run out withdraws, is asked to sign in, and presses again with the same key. */
    withExpiredToken: async (): Promise<readonly Given[]> => {
      const found = await one(({ status }) => status === 'awaiting-approval');
      if (!found) return nothing;
      const signedIn = onPage(approver, found, 'approve');
      const { tenantId, objectId } = approver;
      const asked = { kind: 'user', tenantId, userId: objectId, clientId: teamsWebClientId, scope: apiScope, expiresIn: -600 };
      const { access_token: over } = await people.control<{ access_token: string }>('POST', '/_local/tokens', asked);
      const stale: ApiClient = apiClient({ baseUrl: api, getToken: async () => over });
      const seen = { round: found.round, step: openStep(found) };
      const expired: Given = {
        ...signedIn,
        run: async (signal) => {
          await stale.decideApproval({ params: { ref: found.ref }, body: { verdict: 'approve', seen }, key: signedIn.key, signal });
          return found.ref;
        },
      };
      return [expired, signedIn];
    },
  };
};
