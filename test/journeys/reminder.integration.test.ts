import { randomUUID } from 'node:crypto';
import { councilTenantId, frameworkSiteId, runtimeClientId, sampleSchoolRef, teamsLinkAppId } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { ApiError } from '@ap/shared/contract/client';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A request waits, and its requester has the approvers reminded: one of them has the app in Teams, the other has not. Over HTTP, on the whole stack.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

const day = 24 * 60 * 60 * 1000;

/** As if it had been sent two weeks ago: the product's own app writes the item, as the product would have then. */
const sentLongAgo = async (ref: string): Promise<void> => {
  const secret = stack.organisation.tenants.flatMap(({ apps }) => apps).find(({ clientId }) => clientId === runtimeClientId)?.secret ?? '';
  const form = {
    grant_type: 'client_credentials',
    client_id: runtimeClientId,
    client_secret: secret,
    scope: 'https://graph.microsoft.com/.default',
  };
  const signedIn = await stack.people.tenant('POST', `/${councilTenantId}/oauth2/v2.0/token`, { form });
  const token = String(signedIn.body.access_token);
  const items = `/v1.0/sites/${frameworkSiteId}/lists/CallOffs/items`;
  const filter = encodeURIComponent(`fields/Title eq '${ref}'`);
  const found = await stack.people.tenant('GET', `${items}?$filter=${filter}&$expand=fields`, { token });
  const [item] = (found.body as unknown as { value: readonly { id: string; fields: { State: string } }[] }).value;
  const state = JSON.parse(item?.fields.State ?? '{}') as object;
  const submittedAt = new Date(Date.now() - 14 * day).toISOString();
  const json = { SubmittedAt: submittedAt, State: JSON.stringify({ ...state, submittedAt }) };
  expect((await stack.people.tenant('PATCH', `${items}/${item?.id}/fields`, { token, json })).status).toBe(200);
};

const idOf = (name: string) => {
  const { tenantId, userId } = samplePerson(name);
  return { tenantId, objectId: userId };
};

test('E38: a reminder stands in the activity feed of who has the app, comes by mail to who has not, and leads to the very request', async () => {
  const { people } = stack;
  const senco = people.as('senco');
  const { service, basis } = await aService(senco);
  const request = aRequest(sampleSchoolRef, service, basis);
  const { price } = await quoteOf(senco, request);
  const { ref, ...sent } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  expect(sent.waitingFor).toEqual(['Martin Oakes', 'Tom Fairley']);

  const remind = (name: string) => people.as(name).remindApprover({ params: { ref }, key: randomUUID() });
  const refusal = (name: string) =>
    remind(name).then(
      () => 'sent',
      (error: unknown) => {
        if (error instanceof ApiError) return `${error.problem.status} ${error.problem.code}`;
        throw error;
      },
    );
  expect(await refusal('senco')).toBe('422 reminder-too-soon');
  expect(await refusal('head-teacher')).toBe('403 not-allowed');
  expect(await refusal('other-senco')).toBe('404 not-found');

  await sentLongAgo(ref);
  const reminded = await remind('senco');
  expect(reminded.history.at(-1)).toMatchObject({ by: 'Priya Nair', what: 'Reminded Martin Oakes and Tom Fairley' });
  expect((reminded.remindFrom ?? '') > toLondonDate(new Date().toISOString())).toBe(true);
  expect(await refusal('senco')).toBe('422 reminder-too-soon');

  const entry = await eventually('the reminder in the feed', async () => (await people.feed(idOf('head-teacher')))[0]);
  expect(entry).toMatchObject({
    text: `AP Framework: Priya Nair waits for your decision on ${ref} for The Purbeck School`,
    topic: `Request ${ref}`,
    webUrl: expect.stringContaining(`/l/entity/${teamsLinkAppId}/home?`),
  });
  expect(JSON.parse(new URL(entry.webUrl).searchParams.get('context') ?? '{}')).toEqual({ subEntityId: `/requests/${ref}` });
  const mail = await eventually('the reminder by mail', async () =>
    (await people.mail(samplePerson('second-approver').mail)).find(({ subject }) => subject.startsWith('Reminder: ')),
  );
  expect(mail.content).toContain(`/requests/${ref}`);
  for (const text of [JSON.stringify(entry), mail.content]) expect(text).not.toContain('P-0147');
  expect(await people.feed(idOf('second-approver'))).toEqual([]);
  expect((await people.mail(samplePerson('head-teacher').mail)).filter(({ subject }) => subject.startsWith('Reminder: '))).toEqual([]);

  // It needs no copy of its own: what people saw before is still what they decide about.
  await people
    .as('head-teacher')
    .decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: randomUUID() });
  expect(await refusal('senco')).toBe('409 call-off-not-open');
});
