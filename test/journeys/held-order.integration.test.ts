import { randomUUID } from 'node:crypto';
import { frameworkSiteId, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { ApiError } from '@ap/shared/contract/client';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { listItem } from './main-job.ts';

// A provider is suspended after the approval and before its order has left: on the whole stack, with the list as a commissioner reads it.

let stack: TestStack;
let service: ServiceSummary;
let basis = '';
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, guardByHand);
  ({ service, basis } = await aService(stack.people.as('senco')));
});
afterAll(() => stack?.stop(), 60_000);

/** A commissioner's own edit of the provider in its list. */
const setStatus = async (status: string): Promise<void> => {
  const token = await stack.people.token(samplePerson('commissioner'), undefined, 'https://graph.microsoft.com/Sites.ReadWrite.All');
  const items = `/v1.0/sites/${frameworkSiteId}/lists/Providers/items`;
  const filter = encodeURIComponent(`fields/Title eq '${service.providerRef}'`);
  const found = await stack.people.tenant('GET', `${items}?$filter=${filter}&$expand=fields`, { token });
  const [row] = (found.body as unknown as { value: readonly { id: string }[] }).value;
  const json = { Status: status, StatusReason: 'A check in a test' };
  expect((await stack.people.tenant('PATCH', `${items}/${row?.id}/fields`, { token, json })).status).toBe(200);
};

const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ApiError) return error.problem.code;
      throw error;
    },
  );

test('the list says that the order was held, and a commissioner sends it when the provider is active again', async () => {
  const { people } = stack;
  const request = aRequest(sampleSchoolRef, service, basis);
  const { price } = await quoteOf(people.as('senco'), request);
  const { ref } = await people.as('senco').submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const provider = (await people.as('senco').getService({ params: { serviceRef: service.serviceRef } })).provider;
  const mails = async () => (await people.mail(provider.email)).filter(({ subject }) => subject.includes('Order AP-'));

  // The mailbox is busy until the provider is suspended and that has been noticed: every try weighs the provider before it mails.
  const fault = await people.fault(
    { method: 'POST', path: '/sendMail$' },
    { status: 503, code: 'serviceNotAvailable', retryAfter: 1 },
    500,
  );
  const body = { verdict: 'approve' as const, seen: { round: 1, step: 0 } };
  await people.as('head-teacher').decideApproval({ params: { ref }, body, key: randomUUID() });
  await setStatus('suspended');

  const item = await eventually(
    'the hold in the list',
    async () => {
      const fields = await listItem(people, ref);
      return fields.NeedsAttention === undefined ? undefined : fields;
    },
    60,
  );
  expect(item).toMatchObject({ NeedsAttention: 'order-not-sent', Status: 'ordered', OrderState: 'awaiting-provider' });
  const news = await eventually('the news for the requester', async () =>
    (await people.chat('senco')).find(({ activity }) => activity.summary?.includes('could not be sent')),
  );
  expect(JSON.stringify(news.activity)).toContain('Do not start the placement.');
  await people.control('DELETE', `/_local/faults?id=${fault.id}`);
  expect(await mails()).toEqual([]);

  const commissioner = people.as('commissioner');
  const send = () => commissioner.sendHeldOrder({ params: { ref }, key: randomUUID() });
  expect((await commissioner.getCallOff({ params: { ref } })).may).toContain('send-order');
  expect(await codeOf(people.as('senco').answerOrder({ params: { ref }, body: { answer: 'accepted' }, key: randomUUID() }))).toBe(
    'order-held',
  );
  expect(await codeOf(send())).toBe('provider-not-active');
  await setStatus('active');
  expect((await send()).attention).toEqual([]);
  await eventually('the order at the provider', async () => ((await mails()).length > 0 ? true : undefined));
  expect(await mails()).toHaveLength(1);
  expect((await listItem(people, ref)).NeedsAttention).toBeUndefined();
});
