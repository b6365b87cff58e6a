import { randomUUID } from 'node:crypto';
import { frameworkSiteId, otherSchoolRef, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import type { CallOffReply, CallOffRequestInput } from '@ap/shared/contract/call-offs';
import { ApiError } from '@ap/shared/contract/client';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import type { RouteRole } from '@ap/shared/contract/endpoint';
import { everyEndpoint } from '@ap/shared/contract/every-endpoint';
import { namedTexts } from '@ap/shared/contract/named-texts';
import { type Pence, pence } from '@ap/shared/domain/money/money';
import { pupilProbes, takesWords, textFieldsOf } from '../../functions/src/http/typed-texts.fixture.ts';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { actionOf, cardOf, wordsOf } from '../support/card-content.ts';
import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { listItem } from './main-job.ts';

let stack: TestStack;
let service: ServiceSummary;
let basis = '';

beforeAll(async () => {
  stack = await runningStack(undefined, undefined, guardByHand);
  ({ service, basis } = await aService(stack.people.as('senco')));
});
afterAll(() => stack?.stop(), 60_000);

const grossOf = async (request: CallOffRequestInput): Promise<Pence> => (await quoteOf(stack.people.as('senco'), request)).price.gross;

const submitted = async (key: string = randomUUID()): Promise<CallOffReply> => {
  const request = aRequest(sampleSchoolRef, service, basis);
  return stack.people.as('senco').submitCallOff({ body: { request, shownGross: await grossOf(request) }, key });
};

const problemOf = async (act: Promise<unknown>): Promise<{ status: number; code: string; pointer: string | undefined; detail: string }> => {
  const error: unknown = await act.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof ApiError)) throw new Error(`Expected a problem, got ${String(error)}`);
  const { status, code, pointer, detail } = error.problem;
  return { status, code, pointer, detail };
};

/** A commissioner's own edit of one row, with their own token, as SharePoint would send it. */
const edit = async (list: string, title: string, fields: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const token = await stack.people.token(samplePerson('commissioner'), undefined, 'https://graph.microsoft.com/Sites.ReadWrite.All');
  const items = `/v1.0/sites/${frameworkSiteId}/lists/${list}/items`;
  const found = await stack.people.tenant('GET', `${items}?$filter=${encodeURIComponent(`fields/Title eq '${title}'`)}&$expand=fields`, {
    token,
  });
  const row = (found.body as unknown as { value: readonly { id: string; fields: Record<string, unknown> }[] }).value[0];
  if (!row) throw new Error(`${list} has no ${title}`);
  const before = Object.fromEntries(Object.keys(fields).map((name) => [name, row.fields[name] ?? null]));
  const answer = await stack.people.tenant('PATCH', `${items}/${row.id}/fields`, { token, json: fields });
  if (answer.status !== 200) throw new Error(`${list} ${title}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return before;
};

/** Gives a row back what a test took, and waits until the copy that prices are told from knows it too. */
const giveBack = async (list: string, title: string, fields: Record<string, unknown>): Promise<void> => {
  await edit(list, title, fields);
  await eventually('the price again', () => grossOf(aRequest(sampleSchoolRef, service, basis)).catch(() => undefined));
};

const rowsOfCallOffs = async (): Promise<number> =>
  (await stack.people.as('commissioner').listCallOffs({ query: { scope: 'buyer' } })).callOffs.length;

describe('what cannot be understood or allowed', () => {
  test('an unknown postcode is refused at its field', async () => {
    expect(await problemOf(stack.people.as('senco').searchDirectory({ query: { near: 'ZZ99' } }))).toMatchObject({
      status: 400,
      code: 'unknown-postcode',
      pointer: '/query/near',
    });
  });

  test('a full postcode is refused, and not repeated: it should have been cut in the browser', async () => {
    const problem = await problemOf(stack.people.as('senco').searchDirectory({ query: { near: 'DT1 1XJ' } }));
    expect(problem.code).toBe('unknown-postcode');
    expect(JSON.stringify(problem)).not.toContain('1XJ');
  });

  test('a price that the client tampered with: nothing is made', async () => {
    const before = await rowsOfCallOffs();
    const request = aRequest(sampleSchoolRef, service, basis);
    expect(
      await problemOf(stack.people.as('senco').submitCallOff({ body: { request, shownGross: pence(100) }, key: randomUUID() })),
    ).toMatchObject({ status: 409, code: 'price-changed', pointer: '/shownGross' });
    expect(await rowsOfCallOffs()).toBe(before);
  });

  test('a request for a school that one does not belong to is refused', async () => {
    const request = aRequest(otherSchoolRef, service, basis);
    expect(
      await problemOf(stack.people.as('senco').submitCallOff({ body: { request, shownGross: pence(1) }, key: randomUUID() })),
    ).toMatchObject({ status: 403, code: 'not-a-requester', pointer: '/request/buyerRef' });
  });

  test('R30: a basis that is not true of the provider is said in the quote, refused when sent, and one that only the school can state is kept with its reason', async () => {
    const senco = stack.people.as('senco');
    const award = { basis: 'lowest-price' as const, compulsorySchoolAge: true, lookedAfter: false };
    const { items } = await senco.searchDirectory({ query: { unit: 'day', sort: 'price', modes: 'off-site', lots: service.lotKey } });
    const asked = async (each: ServiceSummary) => {
      const { buyerRef, serviceRef, payer, pattern, startDate, endDate, useFallbackApprover, age } = aRequest(sampleSchoolRef, each, basis);
      const body = { buyerRef, serviceRef, payer, pattern, startDate, endDate, useFallbackApprover, award: { ...award, age } };
      return { each, quote: await senco.quoteCallOff({ body }) };
    };
    expect((await asked(service)).quote.whyNotBasis).toBeUndefined();
    const dearer = (await Promise.all(items.map(asked))).filter(({ quote }) => quote.whyNotBasis !== undefined).at(-1);
    if (!dearer) throw new Error('The sample has no dearer service for the same need');
    const before = await rowsOfCallOffs();
    const shownGross = dearer.quote.price.gross;
    const sent = (change: Partial<CallOffRequestInput>) =>
      senco.submitCallOff({ body: { request: aRequest(sampleSchoolRef, dearer.each, basis, change), shownGross }, key: randomUUID() });
    expect(await problemOf(sent({ basis: 'lowest-price' }))).toMatchObject({
      code: 'direct-award-not-allowed',
      pointer: '/request/basis',
      detail: dearer.quote.whyNotBasis,
    });
    expect(await problemOf(sent({ basis: 'pupil-choice' }))).toMatchObject({ code: 'text-required', pointer: '/request/basisReason' });
    expect(await rowsOfCallOffs()).toBe(before);
    const basisReason = 'They visited both and chose this one.';
    const { ref } = await sent({ basis: 'pupil-choice', basisReason });
    for (const who of ['head-teacher', 'commissioner'])
      expect((await stack.people.as(who).getCallOff({ params: { ref } })).awardEvidence).toContain(basisReason);
    await senco.withdrawCallOff({ params: { ref }, key: randomUUID() });
  });

  test('R30: a request that draws on a block purchase and follows a competition, or states a basis beside one, is told which to leave out', async () => {
    const request = aRequest(sampleSchoolRef, service, basis);
    const sent = (named: object) =>
      problemOf(
        stack.people.as('senco').submitCallOff({
          body: { request: { ...request, ...named } as CallOffRequestInput, shownGross: pence(1) },
          key: randomUUID(),
        }),
      );
    const both = await sent({ basis: undefined, blockRef: 'BP-0001', enquiryRef: 'EQ-0001' });
    expect(both).toMatchObject({ code: 'input-not-understood', pointer: '/request/blockRef' });
    expect(both.detail).toContain('A request draws on a block purchase or follows a competition, not both.');
    expect(await sent({ blockRef: 'BP-0001' })).toMatchObject({ pointer: '/request/basis' });
  });

  test("a pupil's name in the objectives is refused, and not repeated", async () => {
    const request = aRequest(sampleSchoolRef, service, basis, { objectives: 'A pupil called Oliver Smith should attend more often.' });
    const problem = await problemOf(
      stack.people.as('senco').submitCallOff({ body: { request, shownGross: await grossOf(request) }, key: randomUUID() }),
    );
    expect(problem).toMatchObject({ status: 422, code: 'text-names-a-pupil', pointer: '/request/objectives' });
    expect(problem.detail).not.toContain('Oliver');
  });

  test('row 63: what names a pupil is refused in every text of every operation, of whoever may call it', async () => {
    const holders: Readonly<Record<RouteRole, string>> = {
      'signed-in': 'senco',
      requester: 'senco',
      approver: 'head-teacher',
      contact: 'business-manager',
      commissioner: 'commissioner',
      evaluator: 'send-officer',
      'evaluation-lead': 'commissioner',
      'award-approver': 'inclusion-officer',
    };
    const through: string[] = [];
    for (const [at, { declared, part, field, pointer, shape, holding }] of everyEndpoint.flatMap(textFieldsOf).entries()) {
      const { found, text } = pupilProbes[at % pupilProbes.length] as (typeof pupilProbes)[number];
      const may = namedTexts.find(({ fields }) => fields.includes(field))?.may ?? [];
      if (part !== 'body' || !takesWords(shape) || may.includes(found) || !shape.safeParse(text).success) continue;
      const [role] = declared.roles;
      const response = await fetch(`${stack.api}${declared.path.replace(/\{\w+\}/g, 'unknown-1')}`, {
        method: declared.method,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'x-forwarded-for': `198.51.100.${at % 250}`,
          ...(role === undefined ? {} : { authorization: `Bearer ${await stack.people.token(samplePerson(holders[role]))}` }),
        },
        body: JSON.stringify(holding(text)),
      });
      const reply = (await response.json()) as { readonly code?: string; readonly pointer?: string };
      // Where the reference in the address has a form of its own, it is judged first.
      if (reply.code === 'input-not-understood' && reply.pointer?.startsWith('/params/')) continue;
      if (reply.code !== 'text-names-a-pupil' || reply.pointer !== pointer) through.push(`${field}: ${reply.code} ${reply.pointer}`);
    }
    expect(through).toEqual([]);
  });

  test('a body that is too large', async () => {
    const token = await stack.people.token(samplePerson('senco'));
    const response = await fetch(`${stack.api}/call-offs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ padding: 'x'.repeat(70_000) }),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'body-too-large' });
  });

  test.each([
    ['an expired token', { expiresIn: -600 }],
    ['a token signed by a stranger', { key: 'rogue' }],
    ['a token for somebody else', { audience: 'https://graph.microsoft.com' }],
    ['a token without a tenant', { omit: ['tid'] }],
  ])('%s', async (_what, change) => {
    const { tenantId, userId } = samplePerson('senco');
    const forged = await stack.people.control<{ access_token: string }>('POST', '/_local/tokens', {
      kind: 'user',
      tenantId,
      userId,
      clientId: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      scope: 'api://2d8f5e30-b146-4cad-99e7-3f4051627384/access_as_user',
      ...change,
    });
    const response = await fetch(`${stack.api}/me`, { headers: { authorization: `Bearer ${forged.access_token}` } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'token-not-accepted' });
  });
});

describe('what changes between search and submit', () => {
  test('the provider is suspended: refused at submission, from the list itself', async () => {
    const request = aRequest(sampleSchoolRef, service, basis);
    const shownGross = await grossOf(request);
    const before = await edit('Providers', service.providerRef, { Status: 'suspended', StatusReason: 'A check in a test' });
    try {
      expect(await problemOf(stack.people.as('senco').submitCallOff({ body: { request, shownGross }, key: randomUUID() }))).toMatchObject({
        status: 409,
        code: 'provider-not-active',
      });
    } finally {
      await giveBack('Providers', service.providerRef, before);
    }
  });

  test('the rate has run out', async () => {
    const request = aRequest(sampleSchoolRef, service, basis);
    const shownGross = await grossOf(request);
    const made = await submitted();
    const { RateRef } = (await listItem(stack.people, made.ref)) as { RateRef: string };
    const before = await edit('RateCards', RateRef, { EffectiveTo: '2026-01-31T12:00:00Z', EffectiveFrom: '2026-01-01T12:00:00Z' });
    try {
      expect(await problemOf(stack.people.as('senco').submitCallOff({ body: { request, shownGross }, key: randomUUID() }))).toMatchObject({
        status: 409,
        code: 'no-live-rate',
      });
    } finally {
      await giveBack('RateCards', RateRef, before);
    }
  });

  test('the provider is suspended before the click: not approved, and the present card says why', async () => {
    const made = await submitted();
    const asked = await eventually('the card', async () =>
      (await stack.people.chat('head-teacher')).find((message) =>
        wordsOf(cardOf(message.activity) ?? { body: [] }).includes(`Approve ${made.ref}?`),
      ),
    );
    const first = actionOf(cardOf(asked.activity) ?? { body: [] }, 'Approve');
    const confirm = (await stack.people.click('head-teacher', asked, first.verb, first.data)).body.value as NonNullable<
      ReturnType<typeof cardOf>
    >;
    const second = actionOf(confirm, /^Approve £/);
    const before = await edit('Providers', service.providerRef, { Status: 'suspended', StatusReason: 'A check in a test' });
    try {
      const answer = await stack.people.click('head-teacher', asked, second.verb, second.data);
      expect(wordsOf(answer.body.value as typeof confirm)).toContain('Paused for new orders');
      expect((await stack.people.as('senco').getCallOff({ params: { ref: made.ref } })).status).toBe('awaiting-approval');
    } finally {
      await giveBack('Providers', service.providerRef, before);
    }
  });
});

describe('once and only once', () => {
  test('the same request sent twice at the same time makes one call-off', async () => {
    const request = aRequest(sampleSchoolRef, service, basis);
    const shownGross = await grossOf(request);
    const before = await rowsOfCallOffs();
    const key = randomUUID();
    const replies = await Promise.all([1, 2, 3].map(() => stack.people.as('senco').submitCallOff({ body: { request, shownGross }, key })));
    expect(new Set(replies.map((reply) => reply.ref)).size).toBe(1);
    expect(await rowsOfCallOffs()).toBe(before + 1);
  });

  test('the same key with another request is refused', async () => {
    const key = randomUUID();
    await submitted(key);
    const other = aRequest(sampleSchoolRef, service, basis, { pupilRef: 'P-0999' });
    expect(
      await problemOf(stack.people.as('senco').submitCallOff({ body: { request: other, shownGross: await grossOf(other) }, key })),
    ).toMatchObject({ status: 422, code: 'idempotency-mismatch' });
  });

  test('two approvers at once: one decision, and the other is told who made it', async () => {
    const { ref } = await submitted();
    const decide = (key: string, verdict: 'approve' | 'reject') =>
      stack.people.as(key).decideApproval({
        params: { ref },
        body: { verdict, comment: 'Decided in a test.', seen: { round: 1, step: 0 } },
        key: randomUUID(),
      });
    const outcomes = await Promise.allSettled([decide('head-teacher', 'approve'), decide('second-approver', 'reject')]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')?.reason as ApiError;
    expect(refused.problem).toMatchObject({ status: 409, code: 'approval-already-decided' });
    expect(refused.problem.detail).toMatch(/^Already (approved|rejected) by (Martin Oakes|Tom Fairley) on /);
  });

  test('the requester cannot approve', async () => {
    const { ref } = await submitted();
    expect(
      await problemOf(
        stack.people
          .as('senco')
          .decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: randomUUID() }),
      ),
    ).toMatchObject({ status: 403, code: 'requester-cannot-approve' });
  });

  test('a forwarded card tells a stranger nothing and changes nothing', async () => {
    const { ref } = await submitted();
    const asked = await eventually('the card', async () =>
      (await stack.people.chat('head-teacher')).find((message) =>
        wordsOf(cardOf(message.activity) ?? { body: [] }).includes(`Approve ${ref}?`),
      ),
    );
    const theirs = (await stack.people.chat('senco'))[0];
    if (!theirs) throw new Error('The requester has no chat');
    const { data } = actionOf(cardOf(asked.activity) ?? { body: [] }, 'Approve');
    const answer = await stack.people.click('senco', theirs, 'approve', data);
    expect(answer.body.statusCode).toBe(403);
    expect((await stack.people.as('senco').getCallOff({ params: { ref } })).version).toBe(1);
  });
});

describe('Graph in trouble', () => {
  const columns = '^/v1.0/sites/[^/]+/lists/CallOffs/items';

  test.each([
    ['429 with Retry-After', { status: 429, code: 'activityLimitReached', retryAfter: 1 }],
    ['503', { status: 503, code: 'serviceNotAvailable', retryAfter: 1 }],
    ['412', { status: 412, code: 'resourceModified' }],
    ['500', { status: 500, code: 'generalException' }],
    ['500 although it was written', { status: 500, code: 'generalException', applied: true }],
  ])('%s at the decision: decided once, nothing lost', async (_what, respond) => {
    const { ref } = await submitted();
    await stack.people.fault({ method: 'PATCH', path: `${columns}/\\d+/fields$` }, respond);
    const key = randomUUID();
    const decide = () =>
      stack.people.as('head-teacher').decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key });
    const decided = await decide();
    expect(decided).toMatchObject({ status: 'ordered', version: 2 });
    expect((await decide()).version).toBe(2);
    const number = decided.orderNumber ?? '';
    const provider = (await stack.people.as('senco').getService({ params: { serviceRef: service.serviceRef } })).provider;
    await eventually('the order mail', async () => (await stack.people.mail(provider.email)).find((mail) => mail.subject.includes(number)));
    expect((await stack.people.mail(provider.email)).filter((mail) => mail.subject.includes(number))).toHaveLength(1);
  });

  test.each([
    ['503', { status: 503, code: 'serviceNotAvailable', retryAfter: 1 }],
    ['500 although it was written', { status: 500, code: 'generalException', applied: true }],
    ['no answer although it was written', { dropConnection: true, applied: true }],
  ])('%s at the submission: one call-off', async (_what, respond) => {
    const before = await rowsOfCallOffs();
    await stack.people.fault({ method: 'POST', path: `${columns}$` }, respond);
    const made = await submitted();
    expect(made.status).toBe('awaiting-approval');
    expect(await rowsOfCallOffs()).toBe(before + 1);
  });

  test('out for long: 202 with the address of the outcome, nothing half-written, and it is done by itself when Graph is back', async () => {
    const request = aRequest(sampleSchoolRef, service, basis);
    const shownGross = await grossOf(request);
    const before = await rowsOfCallOffs();
    const key = randomUUID();
    const fault = await stack.people.fault(
      { method: 'POST', path: `${columns}$` },
      { status: 503, code: 'serviceNotAvailable', retryAfter: 4 },
      100,
    );
    const authorization = `Bearer ${await stack.people.token(samplePerson('senco'))}`;
    const answer = await fetch(`${stack.api}/call-offs`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ request, shownGross }),
    });
    expect([answer.status, await answer.json()]).toEqual([202, { state: 'writing', commandId: expect.stringMatching(/^[0-9a-f]{40}$/) }]);
    const outcome = async () =>
      (await fetch(new URL(answer.headers.get('location') ?? '', stack.api), { headers: { authorization } })).json();
    expect(await outcome()).toEqual({ state: 'writing' });
    const sent = stack.people.as('senco').submitCallOff({ body: { request, shownGross }, key });
    expect(await rowsOfCallOffs()).toBe(before);
    await stack.people.control('DELETE', `/_local/faults?id=${fault.id}`);
    await eventually('the outcome', async () => ((await outcome()).state === 'done' ? true : undefined));
    expect((await sent).status).toBe('awaiting-approval');
    expect(await rowsOfCallOffs()).toBe(before + 1);
  });
});
