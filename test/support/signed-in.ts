import { apiScope, teamsWebClientId } from '@ap/local/sample/ids';
import { type SamplePerson, samplePerson } from '@ap/local/sample/people';
import { tenantCaller } from '@ap/local-tenant/test-support/started-tenant';
import { attendanceApi } from '@ap/shared/contract/attendance-api';
import { awardApi } from '@ap/shared/contract/award-api';
import { blockInterestApi } from '@ap/shared/contract/block-interest';
import { blockPurchasesApi } from '@ap/shared/contract/block-purchases-api';
import { choicesMadeApi } from '@ap/shared/contract/choices-made';
import { type ApiClient, apiClient, clientOf } from '@ap/shared/contract/client';
import { commissioningApi } from '@ap/shared/contract/commissioning-api';
import { comparisonsApi } from '@ap/shared/contract/comparisons-api';
import { concernsApi } from '@ap/shared/contract/concerns-api';
import { enquiriesApi } from '@ap/shared/contract/enquiries-api';
import { evaluationApi } from '@ap/shared/contract/evaluation-api';
import { eventsApi } from '@ap/shared/contract/events';
import { invoicesApi } from '@ap/shared/contract/invoices-api';
import { jointSuggestionsApi } from '@ap/shared/contract/joint-suggestions';
import { managedEventsApi } from '@ap/shared/contract/managed-events';
import { managedNoticesApi } from '@ap/shared/contract/managed-notices';
import { managedSurveysApi } from '@ap/shared/contract/managed-surveys';
import { nextOffersApi } from '@ap/shared/contract/next-offers-api';
import { noticesApi } from '@ap/shared/contract/notices';
import { declaredPurchasesApi, offFrameworkApi } from '@ap/shared/contract/off-framework';
import { openDataApi } from '@ap/shared/contract/open-data';
import { ordersApi } from '@ap/shared/contract/orders-api';
import { placementsApi } from '@ap/shared/contract/placements-api';
import { reviewsApi } from '@ap/shared/contract/reviews-api';
import { savedSearchesApi } from '@ap/shared/contract/saved-searches-api';
import { surveysApi } from '@ap/shared/contract/surveys';
import { unmetNeedsApi } from '@ap/shared/contract/unmet-needs';
import { valueApi } from '@ap/shared/contract/value-for-money';
import type { PersonId } from '@ap/shared/domain/people/person';
import { patience } from './patience.ts';

type Tenant = ReturnType<typeof tenantCaller>;

/** Where a running stack is, as a test or the walkthrough needs it. */
export interface RunningStack {
  readonly tenant: string;
  readonly api: string;
  readonly tab: string;
  readonly caPath: string;
  /** What people's clients ask for; without it the sample's. */
  readonly apiScope?: string;
}

/** A message of a chat, as the local tenant keeps it. */
export interface ChatMessage {
  readonly conversationId: string;
  readonly id: string;
  readonly from: 'bot' | 'user';
  readonly activity: { readonly summary?: string; readonly attachments?: readonly { readonly content: unknown }[] };
}

/** The bot's HTTP answer to an invoke. */
export interface TeamsAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly problem?: string | null;
}

export interface SentMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly content: string;
}

/** The people and the outside of a running stack: sign-in, chats, mail, faults and usage of the local tenant. */
export const peopleOf = (stack: RunningStack) => {
  const tenant: Tenant = tenantCaller(stack.tenant, stack.caPath);
  const control = async <T>(method: string, path: string, json?: unknown): Promise<T> => {
    const answer = await tenant(method, path, json === undefined ? {} : { json });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as unknown as T;
  };
  const token = async (person: SamplePerson, clientId = teamsWebClientId, scope = stack.apiScope ?? apiScope): Promise<string> =>
    (
      await control<{ access_token: string }>('POST', '/_local/sign-in', {
        tenantId: person.tenantId,
        userId: person.userId,
        clientId,
        scope,
      })
    ).access_token;
  const statuses = new Map<number, number>();
  const watched: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    return response;
  };
  const ofApi = (key: string, clientId?: string) => ({
    baseUrl: stack.api,
    getToken: () => token(samplePerson(key), clientId),
    fetch: watched,
  });
  return {
    tenant,
    control,
    token,
    /** How often the API answered people with which HTTP status, from the start of the stack. */
    statuses,
    /** The API as a person of the sample calls it from Teams. */
    as: (key: string, clientId?: string): ApiClient => apiClient(ofApi(key, clientId)),
    /** What only commissioners' screens call. */
    commissioning: (key: string) => clientOf(commissioningApi, ofApi(key)),
    /** What the pages of concerns call. */
    reporting: (key: string) => clientOf(concernsApi, ofApi(key)),
    /** What the page of an order calls: running, or to be offered to the next provider. */
    ordering: (key: string) => clientOf({ ...ordersApi, ...nextOffersApi }, ofApi(key)),
    /** Reviews of placements, and what became of placements. */
    reviewing: (key: string) => clientOf(reviewsApi, ofApi(key)),
    /** Invoices, the end of a month, and an order on paper. */
    invoicing: (key: string) => clientOf(invoicesApi, ofApi(key)),
    /** What the pages of enquiries call. */
    asking: (key: string) => clientOf(enquiriesApi, ofApi(key)),
    /** What the page of attendance calls. */
    attending: (key: string) => clientOf(attendanceApi, ofApi(key)),
    /** What the pages of block purchases call. */
    blocks: (key: string) => clientOf(blockPurchasesApi, ofApi(key)),
    /** What the evaluation workspace and the award board call. */
    evaluating: (key: string) => clientOf(evaluationApi, ofApi(key)),
    /** Comparing, saved searches, what was searched for in vain, and what was chosen. */
    finding: (key: string) => clientOf({ ...savedSearchesApi, ...comparisonsApi, ...unmetNeedsApi, ...choicesMadeApi }, ofApi(key)),
    /** Spend, savings and prices. */
    valuing: (key: string) => clientOf(valueApi, ofApi(key)),
    /** Open data, and the placements of all buyers or of one's own school. */
    overseeing: (key: string) => clientOf({ ...openDataApi, ...placementsApi }, ofApi(key)),
    /** Notices, as their readers and as commissioners call them. */
    reading: (key: string) => clientOf(noticesApi, ofApi(key)),
    managing: (key: string) => clientOf(managedNoticesApi, ofApi(key)),
    /** Events, as their guests and as commissioners call them. */
    invited: (key: string) => clientOf(eventsApi, ofApi(key)),
    holding: (key: string) => clientOf(managedEventsApi, ofApi(key)),
    /** What was bought outside the framework, as schools declare it and commissioners read it; and what could be bought together. */
    declaring: (key: string) => clientOf({ ...offFrameworkApi, ...declaredPurchasesApi, ...jointSuggestionsApi }, ofApi(key)),
    /** Surveys, as those who answer and as commissioners call them, and who is interested, as the lead of a block purchase does. */
    answering: (key: string) => clientOf(surveysApi, ofApi(key)),
    surveying: (key: string) => clientOf(managedSurveysApi, ofApi(key)),
    leading: (key: string) => clientOf(blockInterestApi, ofApi(key)),
    awarding: (key: string) => clientOf(awardApi, ofApi(key)),
    chat: async (key: string): Promise<readonly ChatMessage[]> => {
      const { tenantId, userId } = samplePerson(key);
      const chats = await control<readonly { conversationId: string; messages: readonly Omit<ChatMessage, 'conversationId'>[] }[]>(
        'GET',
        `/_local/chats?tenantId=${tenantId}&userId=${userId}`,
      );
      return chats.flatMap((chat) => chat.messages.map((message) => ({ ...message, conversationId: chat.conversationId })));
    },
    click: (key: string, message: ChatMessage, verb: string, data: unknown) => {
      const { tenantId, userId } = samplePerson(key);
      return control<{ status: number; body: { statusCode: number; type: string; value: unknown } }>('POST', '/_local/chats/invoke', {
        tenantId,
        userId,
        conversationId: message.conversationId,
        activityId: message.id,
        verb,
        data,
      });
    },
    /** What a person does in the compose box, with a link or with a dialog: the bot's answer, and why Teams would not show it. */
    inTeams: (key: string, path: 'compose/search' | 'compose/link' | 'compose/card' | 'dialogs/fetch' | 'dialogs/submit', json: object) => {
      const { tenantId, userId } = samplePerson(key);
      return control<TeamsAnswer>('POST', `/_local/${path}`, { tenantId, userId, ...json });
    },
    write: (key: string, text: string) => {
      const { tenantId, userId } = samplePerson(key);
      return control<TeamsAnswer>('POST', '/_local/chats/message', { tenantId, userId, text });
    },
    /** A person's activity feed in Teams, newest first. */
    feed: ({ tenantId, objectId }: PersonId) =>
      control<readonly { readonly text: string; readonly preview: string; readonly topic: string; readonly webUrl: string }[]>(
        'GET',
        `/_local/activity?tenantId=${tenantId}&userId=${objectId}`,
      ),
    mail: (to: string) => control<readonly SentMail[]>('GET', `/_local/mail?to=${encodeURIComponent(to)}`),
    usage: () =>
      control<{
        requests: number;
        units: number;
        byRoute: readonly { method: string; route: string; count: number; units: number }[];
        byCall: readonly { what: string; count: number; units: number }[];
      }>('GET', '/_local/usage'),
    resetUsage: () => control<unknown>('DELETE', '/_local/usage'),
    fault: (match: { method?: string; path: string }, respond: Record<string, unknown>, times = 1) =>
      control<{ id: string }>('POST', '/_local/faults', { match, respond, times }),
  };
};

export type People = ReturnType<typeof peopleOf>;

/** Asks until there is an answer or the time is up; says what was awaited when it never came. */
export const eventually = async <T>(what: string, ask: () => Promise<T | undefined>, seconds = patience / 1000): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
