import { randomUUID } from 'node:crypto';
import { sampleSchoolRef, sharePointExtensibilityClientId, teamsWebClientId } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { api } from '@ap/shared/contract/api';
import type { Endpoint, RouteRole } from '@ap/shared/contract/endpoint';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';

// Generated from the contract: every later route joins by itself. Roles are the register's, tokens are real.

const endpoints: readonly Endpoint[] = Object.values(api);

/** What each person of the sample holds, by the register. */
const callers: Readonly<Record<string, readonly RouteRole[]>> = {
  senco: ['signed-in', 'requester'],
  'head-teacher': ['signed-in', 'approver'],
  'business-manager': ['signed-in', 'contact'],
  'other-senco': ['signed-in', 'requester'],
  newcomer: ['signed-in'],
  commissioner: ['signed-in', 'requester', 'contact', 'commissioner'],
  'send-officer': ['signed-in', 'approver'],
  'academy-senco': ['signed-in', 'requester'],
  'academy-approver': ['signed-in', 'approver', 'contact'],
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
}, 180_000);
afterAll(() => stack?.stop(), 60_000);

const tokenOf = async (key: string, clientId = teamsWebClientId): Promise<string> => {
  const name = `${key} ${clientId}`;
  const known = tokens.get(name) ?? (await stack.people.token(samplePerson(key), clientId));
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
  const query = declared.name === 'listCallOffs' ? '?scope=mine' : '';
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

const gate = ['not-allowed', 'client-not-allowed', 'tenant-not-allowed', 'sign-in-required', 'token-not-accepted'];

describe.each(endpoints.map((declared) => [declared.name, declared] as const))('%s', (_name, declared) => {
  test('asks everybody to sign in', async () => {
    expect(await call(declared, undefined)).toEqual({
      status: 401,
      code: 'sign-in-required',
      type: 'application/problem+json; charset=utf-8',
    });
  });

  test.each(Object.entries(callers))('%s', async (key, held) => {
    const answer = await call(declared, await tokenOf(key));
    const allowed = declared.roles.some((role) => held.includes(role));
    if (allowed) expect(gate).not.toContain(answer.code);
    else expect(answer).toMatchObject({ status: 403, code: 'not-allowed' });
  });

  test(
    declared.openToWebPart ? 'is open to the web part' : 'refuses the web part, whose permission every script of the tenant shares',
    async () => {
      const answer = await call(declared, await tokenOf('commissioner', sharePointExtensibilityClientId));
      if (declared.openToWebPart) expect(gate).not.toContain(answer.code);
      else expect(answer).toMatchObject({ status: 403, code: 'client-not-allowed' });
    },
  );
});

/** A body that would be accepted from the right person, for each route that names a call-off or a buyer and takes one. */
const acceptable = (): Readonly<Record<string, unknown>> => {
  const request = aRequest(sampleSchoolRef, { serviceRef, ageFrom: 12 }, 'lowest-price');
  return {
    resubmitCallOff: { request, shownGross: 1 },
    decideApproval: { verdict: 'approve', seen: { round: 1, step: 0 } },
    answerOrder: { answer: 'accepted' },
    changeMember: { tenantId: samplePerson('senco').tenantId, objectId: samplePerson('senco').userId, change: 'remove' },
  };
};

describe("another buyer's call-off and members", () => {
  const named = endpoints.filter((declared) => /\{(ref|buyerRef)\}/.test(declared.path) && declared.name !== 'askForAccess');
  test.each(
    named.flatMap((declared) =>
      ['other-senco', 'academy-senco', 'newcomer', 'academy-approver', 'send-officer'].map(
        (key) => [declared.name, key, declared] as const,
      ),
    ),
  )('%s by %s is refused as if there were nothing', async (name, key, declared) => {
    const answer = await call(declared, await tokenOf(key), acceptable()[name] ?? {}, untouchedRef);
    expect([403, 404]).toContain(answer.status);
    expect(['not-allowed', 'not-found']).toContain(answer.code);
  });

  test('the call-off is untouched by all of that', async () => {
    const present = await stack.people.as('senco').getCallOff({ params: { ref: untouchedRef } });
    expect([present.status, present.version]).toEqual(['awaiting-approval', 1]);
  });
});
