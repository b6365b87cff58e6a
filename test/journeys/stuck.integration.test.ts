import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { clientOf } from '@ap/shared/contract/client';
import { operationsApi } from '@ap/shared/contract/operations';
import { storage } from '../../functions/src/adapters/storage/storage.ts';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, timersByHand);
});
afterAll(() => stack?.stop(), 60_000);

test('a message that the host gives up, and one that nobody can read, are before a commissioner after one run; it is tried again and delivered once', async () => {
  const { people } = stack;
  const operator = clientOf(operationsApi, {
    baseUrl: stack.api,
    getToken: () => people.token(samplePerson('commissioner')),
  });
  const queues = storage({ AzureWebJobsStorage: stack.storage, DEPLOYMENT_NAME: 'local' });
  const { service, basis } = await aService(people.as('senco'));
  const request = aRequest(sampleSchoolRef, service, basis);
  const { price } = await quoteOf(people.as('senco'), request);

  // The mailbox is down when the request is sent: the mail to the deputy has no receipt, and its message is lost as by a host that crashes on it.
  const fault = await people.fault(
    { method: 'POST', path: '/sendMail$' },
    { status: 503, code: 'serviceNotAvailable', retryAfter: 1 },
    500,
  );
  const { ref } = await people.as('senco').submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const deputy = samplePerson('second-approver');
  const mails = async () => (await people.mail(deputy.mail)).filter(({ subject }) => subject.includes(ref)).length;
  await stack.sweep();
  const expected = await eventually('the effect that waits', async () => {
    await stack.sweep();
    const rows: { readonly rowKey: string; readonly itemId: number }[] = [];
    for await (const row of queues.table('expected').listEntities<{ itemId: number }>())
      if (row.partitionKey === ref) rows.push({ rowKey: String(row.rowKey), itemId: row.itemId });
    return rows.length > 0 ? rows : undefined;
  });
  const poison = queues.queue('effects-poison');
  await poison.createIfNotExists();
  for (const { rowKey: effectId, itemId } of expected) {
    const message = { v: 1, kind: 'effect', list: 'CallOffs', itemId, effectId, tries: 4 };
    await poison.sendMessage(Buffer.from(JSON.stringify(message)).toString('base64'));
  }
  // Not even base64: the host itself moves it.
  await queues.queue('effects').sendMessage('<not base64>');
  await eventually('the unreadable one among those given up', async () => {
    const { approximateMessagesCount = 0 } = await poison.getProperties();
    return approximateMessagesCount > expected.length ? true : undefined;
  });

  await stack.runTimer('takeGivenUp');
  expect((await poison.getProperties()).approximateMessagesCount).toBe(0);
  const { stuck } = await operator.listStuck({});
  const mail = stuck.find((entry) => entry.ref === ref && entry.kind === 'send-approval-mail');
  const unreadable = stuck.find(({ why }) => why === 'message-unreadable');
  expect(mail).toMatchObject({ why: 'poisoned', list: 'CallOffs', tries: 1, mayReplay: true });
  expect(unreadable).toMatchObject({ list: 'effects', mayReplay: false });
  expect(await mails()).toBe(0);

  await people.control('DELETE', `/_local/faults?id=${fault.id}`);
  const again = { body: { id: mail?.id ?? '' }, key: randomUUID() };
  expect(await operator.replayStuck(again)).toEqual({ state: 'sent' });
  await eventually('the mail to the deputy', async () => ((await mails()) > 0 ? true : undefined));
  expect(await operator.setStuckAside({ body: { id: unreadable?.id ?? '', why: 'cannot-be-done' }, key: randomUUID() })).toEqual({
    state: 'set-aside',
  });
  await stack.sweep();
  await eventually(
    'a page on which nothing is left',
    async () => ((await operator.listStuck({})).stuck.length === 0 ? true : undefined),
    90,
  );
  expect(await mails()).toBe(1);
});
