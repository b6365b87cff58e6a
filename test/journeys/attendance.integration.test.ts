import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import { addDays } from '@ap/shared/domain/days/local-date';
import { aRequest, aService, nextMonday, quoteOf } from '../support/a-request.ts';
import { codeOf } from '../support/code-of.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// Attendance on the whole stack: real tables, lists and mails. A provider's contact signs in by a mailed code and reports; the school hears, and confirms.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

test('rows 56 and 57: a session is reported, an absence told, silence alerted, and the code is the school’s', async () => {
  const senco = stack.people.as('senco');
  const school = stack.people.ordering('senco');
  const { service, basis } = await aService(senco);
  const first = addDays(nextMonday(), 1);
  const request = aRequest(sampleSchoolRef, service, basis, { startDate: first, endDate: addDays(first, 27) });
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  await stack.people
    .as('head-teacher')
    .decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: randomUUID() });
  await senco.answerOrder({ params: { ref }, body: { answer: 'accepted' }, key: randomUUID() });
  stack.moveClock(`${first}T09:00:00Z`);
  const { checks, number } = await school.getOrder({ params: { ref } });
  for (const { kind } of checks) {
    const channel = kind === 'council-told' || kind === 'details-passed' ? { channel: 'secure-mail' as const } : {};
    const body = { kind: 'record-start-check' as const, check: kind, on: addDays(first, -1), ...channel };
    await school.commandOrder({ params: { ref }, body, key: randomUUID() });
  }
  await school.commandOrder({ params: { ref }, body: { kind: 'start', startedOn: first }, key: randomUUID() });

  const outside = clientOf(linkApi, { baseUrl: stack.api });
  const { provider } = await senco.getService({ params: { serviceRef: service.serviceRef } });
  const { challenge } = await outside.askProviderCode({ body: { email: provider.email } });
  const codeMail = await eventually('the code', async () =>
    (await stack.people.mail(provider.email)).find(({ subject }) => subject.startsWith('Your code')),
  );
  const [, code = ''] = /Your code is (\d{6})/.exec(codeMail.content) ?? [];
  const { session } = await outside.openProviderSession({ body: { challenge, code } });
  const today = await outside.viewToday({ body: { session } });
  const mine = today.sessions.filter((each) => each.ref === ref);
  expect(mine).toMatchObject([
    { half: 'am', orderNumber: number, pupilRef: request.pupilRef },
    { half: 'pm', orderNumber: number },
  ]);

  const report = (mark: 'absent' | 'present' | undefined) =>
    outside.reportSession({
      body: { session, ref, date: first, half: 'am', ...(mark === undefined ? {} : { mark }) },
      key: randomUUID(),
    });
  await report('absent');
  const absence = await eventually('the absence notice', async () =>
    (await stack.people.mail(samplePerson('senco').mail)).find(({ subject }) => subject.includes('the pupil is absent today')),
  );
  expect(absence.content).not.toContain(request.pupilRef);
  await report('present');

  stack.moveClock(`${first}T14:10:00Z`);
  await stack.runTimer('attendanceClock');
  await eventually('the alert of the afternoon', async () =>
    (await stack.people.mail(samplePerson('senco').mail)).find(({ subject }) => subject.includes('nobody has reported')),
  );

  const attending = stack.people.attending('senco');
  const seen = await attending.getAttendance({ params: { ref } });
  expect(seen.sessions.filter(({ date }) => date === first)).toMatchObject([
    { half: 'pm', unreported: true },
    { half: 'am', mark: 'present', unreported: false },
  ]);
  const body = { kind: 'confirm' as const, date: first, half: 'am' as const, code: 'B' as const };
  await attending.commandSession({ params: { ref }, body, key: randomUUID() });
  expect(await codeOf(report('absent'))).toBe('session-confirmed');
  expect(await codeOf(stack.people.attending('other-senco').getAttendance({ params: { ref } }))).toBe('not-found');
});
