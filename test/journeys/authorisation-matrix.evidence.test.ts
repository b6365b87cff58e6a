import { randomUUID } from 'node:crypto';
import { apiScope, sampleSchoolRef, sharePointExtensibilityClientId, teamsWebClientId } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { type Endpoint, type RouteRole, routeRoles } from '@ap/shared/contract/endpoint';
import { tokenEndpoints as endpoints } from '@ap/shared/contract/every-endpoint';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';

// Generated from the contract: every later route joins by itself. Roles are the register's, tokens are real.

type Standing = "the council's own tenant" | 'another tenant that a buyer lists' | 'a tenant that nobody lists';

/** Somebody who calls: a sample person, or one made from them by changing what the token says. */
interface Caller {
  readonly who: string;
  readonly person: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly standing: Standing;
  /** What they hold by the register; nothing at all for those who are not let in. */
  readonly holds: readonly RouteRole[];
}

const own = (person: string, holds: readonly RouteRole[]): Caller => ({ who: person, person, holds, standing: "the council's own tenant" });
const other = (person: string, holds: readonly RouteRole[]): Caller => ({
  who: person,
  person,
  holds,
  standing: 'another tenant that a buyer lists',
});
const unknownId = 'ffffffff-0000-4000-8000-00000000000f';

const callers: readonly Caller[] = [
  own('senco', ['signed-in', 'requester']),
  own('head-teacher', ['signed-in', 'approver']),
  own('business-manager', ['signed-in', 'contact']),
  own('other-senco', ['signed-in', 'requester']),
  own('newcomer', ['signed-in']),
  own('commissioner', ['signed-in', 'requester', 'contact', 'commissioner', 'evaluation-lead']),
  own('send-officer', ['signed-in', 'approver', 'evaluator']),
  own('inclusion-officer', ['signed-in', 'approver', 'award-approver']),
  { ...own('chair-of-governors', ['signed-in']), who: 'a guest whom a school lists as its fallback approver' },
  { ...own('newcomer', []), who: 'a guest whom nobody lists', claims: { acct: 1 } },
  { ...own('senco', ['signed-in', 'requester']), who: 'a guest who is a member of a school', claims: { acct: 1 } },
  // A guest is no commissioner, whatever the list says of them.
  { ...own('commissioner', ['signed-in', 'requester', 'contact']), who: 'a guest with the row of a commissioner', claims: { acct: 1 } },
  other('academy-senco', ['signed-in', 'requester']),
  other('academy-approver', ['signed-in', 'approver', 'contact']),
  { ...other('academy-senco', ['signed-in']), who: 'a colleague whom no buyer lists', claims: { oid: unknownId } },
  { ...other('academy-senco', []), who: 'a guest there whom nobody lists', claims: { oid: unknownId, acct: 1 } },
  {
    ...other('academy-senco', ['signed-in']),
    who: "somebody with the object id and the address of the council's commissioner",
    claims: { oid: samplePerson('commissioner').userId, preferred_username: samplePerson('commissioner').mail },
  },
  { who: 'outsider', person: 'outsider', holds: [], standing: 'a tenant that nobody lists' },
  {
    who: "somebody with the object id and the address of the council's commissioner, from nowhere",
    person: 'outsider',
    claims: { oid: samplePerson('commissioner').userId, preferred_username: samplePerson('commissioner').mail },
    holds: [],
    standing: 'a tenant that nobody lists',
  },
  { who: 'a guest of nowhere', person: 'outsider', claims: { acct: 1 }, holds: [], standing: 'a tenant that nobody lists' },
];

const clients = { Teams: teamsWebClientId, 'the web part': sharePointExtensibilityClientId } as const;
type ClientName = keyof typeof clients;

/** The one answer of the gate in each cell, in the order in which it looks: the tenant, the client, the role. */
const gateAnswer = (declared: Endpoint, caller: Caller, client: ClientName): string => {
  if (caller.holds.length === 0) return caller.standing === 'a tenant that nobody lists' ? 'tenant-not-allowed' : 'guest-not-listed';
  // The permission of the web part is shared by every script of the tenant.
  if (client === 'the web part' && !declared.openToWebPart) return 'client-not-allowed';
  return declared.roles.some((role) => caller.holds.includes(role)) ? 'let in' : 'not-allowed';
};

let stack: TestStack;
let ref = '';
/** A second call-off of the same school, which the strangers below try to touch. */
let untouchedRef = '';
let serviceRef = '';
const tokens = new Map<string, string>();

beforeAll(async () => {
  stack = await runningStack();
  const senco = stack.people.as('senco');
  const { service, basis } = await aService(senco);
  serviceRef = service.serviceRef;
  const request = aRequest(sampleSchoolRef, service, basis);
  const quoted = await quoteOf(senco, request);
  const sent = async () => (await senco.submitCallOff({ body: { request, shownGross: quoted.price.gross }, key: randomUUID() })).ref;
  ref = await sent();
  untouchedRef = await sent();
});
afterAll(() => stack?.stop(), 60_000);

const tokenOf = async (key: string): Promise<string> => tokenFor({ who: key, person: key }, 'Teams');

/** A token as Entra signs it, with the claims of this caller. */
const tokenFor = async ({ who, person, claims = {} }: Pick<Caller, 'who' | 'person' | 'claims'>, client: ClientName): Promise<string> => {
  const name = `${who} ${client}`;
  const { tenantId, userId } = samplePerson(person);
  const asked = { kind: 'user', tenantId, userId, clientId: clients[client], scope: apiScope, claims };
  const known = tokens.get(name) ?? (await stack.people.control<{ access_token: string }>('POST', '/_local/tokens', asked)).access_token;
  tokens.set(name, known);
  return known;
};

/** Calls a route of the contract with well-formed ids; the body is empty unless one is given. */
const call = async (
  declared: Endpoint,
  token: string | undefined,
  body: unknown = {},
  callOffRef = ref,
): Promise<{ status: number; code: string | undefined; type: string | null }> => {
  const ids: Readonly<Record<string, string>> = { ref: callOffRef, serviceRef, buyerRef: sampleSchoolRef, draftId: randomUUID() };
  const path = declared.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'unknown-1');
  const queries: Readonly<Record<string, string>> = {
    listCallOffs: '?scope=mine',
    listCensusPlacements: '?from=2027-01-01&to=2027-01-21',
    getCensusFile: '?from=2027-01-01&to=2027-01-21',
  };
  const query = queries[declared.name] ?? '';
  const headers: Record<string, string> = { 'idempotency-key': randomUUID() };
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (declared.body) headers['content-type'] = 'application/json';
  const response = await fetch(`${stack.api}${path}${query}`, {
    method: declared.method,
    headers,
    ...(declared.body ? { body: JSON.stringify(body) } : {}),
  });
  const reply = (await response.json()) as { code?: string };
  return { status: response.status, code: reply.code, type: response.headers.get('content-type') };
};

const refusals = ['not-allowed', 'client-not-allowed', 'tenant-not-allowed', 'guest-not-listed', 'sign-in-required', 'token-not-accepted'];

test('the sample has somebody for each role and each kind of tenant', () => {
  expect(new Set(callers.flatMap(({ holds }) => holds))).toEqual(new Set(routeRoles));
  expect(new Set(callers.map(({ standing }) => standing)).size).toBe(3);
  expect(new Set(callers.map(({ person }) => samplePerson(person).tenantId)).size).toBe(3);
});

describe.each(endpoints.map((declared) => [declared.name, declared] as const))('%s', (_name, declared) => {
  test('asks everybody to sign in', async () => {
    expect(await call(declared, undefined)).toEqual({
      status: 401,
      code: 'sign-in-required',
      type: 'application/problem+json; charset=utf-8',
    });
  });

  test.each(callers.map((caller) => [`${caller.who}, of ${caller.standing}`, caller] as const))('%s', async (_who, caller) => {
    for (const client of ['Teams', 'the web part'] as const) {
      const { status, code } = await call(declared, await tokenFor(caller, client));
      const expected = gateAnswer(declared, caller, client);
      const answered = refusals.includes(code ?? '') ? code : 'let in';
      expect({ client, answered }).toEqual({ client, answered: expected });
      if (expected !== 'let in') expect(status).toBe(403);
    }
  });
});

/** A body that would be accepted from the right person, for each route that names a call-off or a buyer and takes one. */
const acceptable = (): Readonly<Record<string, unknown>> => {
  const request = aRequest(sampleSchoolRef, { serviceRef, ageFrom: 12 }, 'lowest-price');
  return {
    resubmitCallOff: { request, shownGross: 1 },
    decideApproval: { verdict: 'approve', seen: { round: 1, step: 0 } },
    answerOrder: { answer: 'accepted' },
    answerOrderHold: { answer: 'pause' },
    commandBlock: { kind: 'open-block' },
    commandOrder: { kind: 'resume', on: '2027-01-12' },
    commandSession: { kind: 'confirm', date: '2027-01-12', half: 'am', code: 'B' },
    offerToNext: { serviceRef, basis: 'lowest-price', reason: 'It is the next lowest.', shownGross: 1 },
    decideOrderChange: { approve: true, seen: { change: 1, step: 0 } },
    nameDelegate: {
      delegate: { tenantId: samplePerson('senco').tenantId, objectId: samplePerson('senco').userId },
      from: '2027-01-12',
      until: '2027-01-13',
      why: 'planned-absence',
    },
    endDelegation: {},
    changeMember: { tenantId: samplePerson('senco').tenantId, objectId: samplePerson('senco').userId, change: 'remove' },
    commandInvoice: { kind: 'withdraw' },
    recordReview: { heldOn: '2027-01-12', participants: ['school', 'provider'], progress: 'on-course', decision: 'continue' },
    setNoticePicture: { seen: 1, alt: 'The logo of the framework', content: 'iVBORw0KGgo=' },
    actOnEvent: { kind: 'discard-event', seen: 1 },
    bookEvent: { kind: 'give-back-places' },
    actOnNotice: { kind: 'discard-notice', seen: 1 },
    actOnOffFramework: { kind: 'withdraw-purchase', seen: 1, reason: 'It was declared twice.' },
    actOnSurvey: { kind: 'discard-survey', seen: 1 },
    answerSurvey: { buyerRef: sampleSchoolRef, role: 'senco', seen: 0, answers: [] },
    actOnEnquiry: { kind: 'end-enquiry', reason: 'The need has changed.' },
    recordOwnCheck: { checkedOn: '2026-11-20', headings: ['visited'], reviewOn: '2027-07-20' },
    declareInterest: { conflict: false },
    saveScores: { marks: {} },
    keepChoice: { serviceRef, compared: [serviceRef], reason: 'It is the nearest.' },
  };
};

describe("another buyer's call-off and members", () => {
  const named = endpoints.filter((declared) => /\{(ref|buyerRef)\}/.test(declared.path) && declared.name !== 'askForAccess');
  test.each(
    named.flatMap((declared) =>
      ['other-senco', 'academy-senco', 'newcomer', 'academy-approver', 'send-officer', 'chair-of-governors', 'outsider'].map(
        (key) => [declared.name, key, declared] as const,
      ),
    ),
  )('%s by %s is refused as if there were nothing', async (name, key, declared) => {
    const answer = await call(declared, await tokenOf(key), acceptable()[name] ?? {}, untouchedRef);
    expect([403, 404]).toContain(answer.status);
    expect(['not-allowed', 'not-found', ...(key === 'outsider' ? ['tenant-not-allowed'] : [])]).toContain(answer.code);
  });

  test('the call-off is untouched by all of that', async () => {
    const present = await stack.people.as('senco').getCallOff({ params: { ref: untouchedRef } });
    expect([present.status, present.version]).toEqual(['awaiting-approval', 1]);
  });
});
