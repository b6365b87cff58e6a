import { api } from '../../../contract/api.ts';
import { attendanceApi } from '../../../contract/attendance-api.ts';
import { awardApi } from '../../../contract/award-api.ts';
import { blockInterestApi } from '../../../contract/block-interest.ts';
import { blockPurchasesApi } from '../../../contract/block-purchases-api.ts';
import { choicesMadeApi } from '../../../contract/choices-made.ts';
import { type ApiClient, apiClient, type ClientOptions } from '../../../contract/client.ts';
import { commissioningApi } from '../../../contract/commissioning-api.ts';
import { comparisonsApi } from '../../../contract/comparisons-api.ts';
import { concernsApi } from '../../../contract/concerns-api.ts';
import { delegationApi } from '../../../contract/delegation-api.ts';
import type { BodyOf, Endpoint, ReplyOf } from '../../../contract/endpoint.ts';
import { enquiriesApi } from '../../../contract/enquiries-api.ts';
import { evaluationApi } from '../../../contract/evaluation-api.ts';
import { eventsApi } from '../../../contract/events.ts';
import { invoicesApi } from '../../../contract/invoices-api.ts';
import { jointSuggestionsApi } from '../../../contract/joint-suggestions.ts';
import { managedEventsApi } from '../../../contract/managed-events.ts';
import { managedNoticesApi } from '../../../contract/managed-notices.ts';
import { managedSurveysApi } from '../../../contract/managed-surveys.ts';
import { nextOffersApi } from '../../../contract/next-offers-api.ts';
import { noticesApi } from '../../../contract/notices.ts';
import { declaredPurchasesApi, offFrameworkApi } from '../../../contract/off-framework.ts';
import { openDataApi } from '../../../contract/open-data.ts';
import { operationsApi } from '../../../contract/operations.ts';
import { ordersApi } from '../../../contract/orders-api.ts';
import { ownChecksApi } from '../../../contract/own-checks-api.ts';
import { placementsApi } from '../../../contract/placements-api.ts';
import { type Problem, type ProblemCode, statusOf } from '../../../contract/problem.ts';
import { reviewsApi } from '../../../contract/reviews-api.ts';
import { savedSearchesApi } from '../../../contract/saved-searches-api.ts';
import { surveysApi } from '../../../contract/surveys.ts';
import { unmetNeedsApi } from '../../../contract/unmet-needs.ts';
import { valueApi } from '../../../contract/value-for-money.ts';

/** Everything that a signed-in person's screens call. */
const screensApi = {
  ...api,
  ...comparisonsApi,
  ...concernsApi,
  ...delegationApi,
  ...ordersApi,
  ...attendanceApi,
  ...reviewsApi,
  ...placementsApi,
  ...blockPurchasesApi,
  ...jointSuggestionsApi,
  ...nextOffersApi,
  ...enquiriesApi,
  ...noticesApi,
  ...managedNoticesApi,
  ...eventsApi,
  ...managedEventsApi,
  ...surveysApi,
  ...blockInterestApi,
  ...managedSurveysApi,
  ...invoicesApi,
  ...ownChecksApi,
  ...commissioningApi,
  ...operationsApi,
  ...unmetNeedsApi,
  ...choicesMadeApi,
  ...openDataApi,
  ...offFrameworkApi,
  ...declaredPurchasesApi,
  ...savedSearchesApi,
  ...valueApi,
  ...evaluationApi,
  ...awardApi,
} as const;
type ScreensApi = typeof screensApi;

/** One call as it went over the wire. */
interface Call {
  readonly name: keyof ScreensApi;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly key: string | null;
}

/** A refusal that an answer throws: becomes problem details with the code's own status. */
export class Refuse extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, detail: string, pointer?: string) {
    super(detail);
    const correlationId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const problem: Problem = { type: 'about:blank', title: code, status: statusOf(code), code, detail, correlationId };
    this.problem = pointer === undefined ? problem : { ...problem, pointer };
  }
}

type Answers = {
  readonly [K in keyof ScreensApi]?: (
    call: Call & { readonly body: BodyOf<ScreensApi[K]> },
  ) => ReplyOf<ScreensApi[K]> | Promise<ReplyOf<ScreensApi[K]>>;
};

/**
 * The network's stand-in: a `fetch` that finds the endpoint by method and path, checks the body by the contract, and answers as the test
 * says. What a test does not answer fails it by name. The client under test is the real one.
 */
export const fakeService = (
  answers: Answers,
  getToken: () => Promise<string> = async () => 'token',
): {
  readonly api: ApiClient;
  readonly service: ClientOptions;
  readonly calls: Call[];
  readonly callsOf: (name: keyof ScreensApi) => Call[];
} => {
  const calls: Call[] = [];
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(input));
    const call = read(url, init);
    calls.push(call);
    const given = answers[call.name] as ((asked: Call) => unknown) | undefined;
    if (!given) throw new Error(`The test does not answer ${call.name}`);
    try {
      return reply(screensApi[call.name].success, await given(call));
    } catch (error) {
      if (error instanceof Refuse) return reply(error.problem.status, error.problem);
      throw error;
    }
  };
  const service = { baseUrl: 'https://service.example/api', getToken, fetch: answer as typeof fetch };
  return { api: apiClient(service), service, calls, callsOf: (name) => calls.filter((call) => call.name === name) };
};

const reply = (status: number, body: unknown): Response =>
  ({ ok: status < 400, status, json: async () => JSON.parse(JSON.stringify(body)), blob: async () => body }) as Response;

const read = (url: URL, init: RequestInit | undefined): Call => {
  const path = url.pathname.replace('/api', '');
  for (const [name, declared] of Object.entries(screensApi) as [keyof ScreensApi, Endpoint][]) {
    const names = [...declared.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    const match = new RegExp(`^${declared.path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
    if (!match || declared.method !== init?.method) continue;
    const params = Object.fromEntries(names.map((param, index) => [param, decodeURIComponent(match[index + 1] ?? '')]));
    const body: unknown = init.body === undefined ? undefined : declared.body?.parse(JSON.parse(String(init.body)));
    return { name, params, query: url.searchParams, body, key: new Headers(init.headers).get('idempotency-key') };
  }
  throw new Error(`No endpoint for ${init?.method} ${path}`);
};
