import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import type { OrderReply } from '@ap/shared/contract/orders';
import { addDays, type LocalDate } from '@ap/shared/domain/days/local-date';
import { aRequest, aService, nextMonday, quoteOf } from '../support/a-request.ts';
import { codeOf } from '../support/code-of.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { listItem } from './main-job.ts';

// A placement from the provider's answer to its end, on the whole stack: what must be recorded first, and notice.

let stack: TestStack;
let service: ServiceSummary;
let basis = '';
const first = addDays(nextMonday(), 1);
beforeAll(async () => {
  stack = await runningStack();
  ({ service, basis } = await aService(stack.people.as('senco')));
});
afterAll(() => stack?.stop(), 60_000);

const at = (day: LocalDate, hour = 10): string => `${day}T${String(hour).padStart(2, '0')}:00:00Z`;

const mailsAbout = async (words: string) => {
  const { provider } = await stack.people.as('senco').getService({ params: { serviceRef: service.serviceRef } });
  return eventually(words, async () => {
    const found = (await stack.people.mail(provider.email)).filter(({ subject }) => subject.includes(words));
    return found.length > 0 ? found : undefined;
  });
};

const acceptedOrder = async (): Promise<string> => {
  const senco = stack.people.as('senco');
  const request = aRequest(sampleSchoolRef, service, basis, { startDate: first, endDate: addDays(first, 27) });
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  await stack.people.as('head-teacher').decideApproval({
    params: { ref },
    body: { verdict: 'approve', seen: { round: 1, step: 0 } },
    key: randomUUID(),
  });
  const { order } = await senco.getCallOff({ params: { ref } });
  await mailsAbout(`Order ${order?.number} from`);
  await senco.answerOrder({ params: { ref }, body: { answer: 'accepted' }, key: randomUUID() });
  return ref;
};

test('a placement starts when everything is recorded, and ends with its notice by the clock', async () => {
  const ref = await acceptedOrder();
  const school = stack.people.ordering('senco');
  type Act = Parameters<typeof school.commandOrder>[0]['body'];
  const give = (body: Act): Promise<OrderReply> => school.commandOrder({ params: { ref }, body, key: randomUUID() });

  const fresh = await school.getOrder({ params: { ref } });
  expect(fresh).toMatchObject({ state: 'accepted', asksArticles: false });
  expect(fresh.checks.map(({ kind }) => kind)).toEqual(['staff-checks-confirmed', 'plan-agreed', 'council-told', 'details-passed']);
  expect(fresh.may).toEqual(['record-start-check', 'start', 'vary', 'cancel']);

  // R2, R4, R6: not before it is recorded; and nobody of another school does it.
  stack.moveClock(at(first));
  expect(await codeOf(give({ kind: 'start', startedOn: first }))).toBe('start-checks-missing');
  const other = stack.people.ordering('other-senco');
  expect(await codeOf(other.getOrder({ params: { ref } }))).toBe('not-found');
  const day = addDays(first, -1);
  for (const check of ['staff-checks-confirmed', 'plan-agreed'] as const) await give({ kind: 'record-start-check', check, on: day });
  for (const check of ['council-told', 'details-passed'] as const)
    await give({ kind: 'record-start-check', check, on: day, channel: 'secure-mail' });
  const started = await give({ kind: 'start', startedOn: first });
  expect(started).toMatchObject({ state: 'active', startedOn: first });
  await mailsAbout(`Order ${fresh.number} has started`);

  // Notice of five school days, and the clock ends it on the day after.
  const told = await give({ kind: 'give-notice', giver: 'school', lastDay: addDays(first, 14), reason: 'Back in school full-time.' });
  expect(told.state).toBe('notice-given');
  await mailsAbout(`Order ${fresh.number} ends: notice was given`);
  stack.moveClock(at(addDays(first, 14), 23));
  await stack.runTimer('orderClock');
  expect((await school.getOrder({ params: { ref } })).state).toBe('notice-given');
  stack.moveClock(at(addDays(first, 15), 6));
  await stack.runTimer('orderClock');
  const ended = await eventually('the end', async () => {
    const reply = await school.getOrder({ params: { ref } });
    return reply.state === 'ended' ? reply : undefined;
  });
  expect(ended.end).toMatchObject({ on: addDays(first, 14), reason: 'notice-worked' });
  expect(ended.may).toEqual([]);
  expect(await listItem(stack.people, ref)).toMatchObject({ OrderState: 'ended', EndDate: expect.stringContaining(addDays(first, 14)) });
});
