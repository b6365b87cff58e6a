import { randomUUID } from 'node:crypto';
import { ApiError, clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import { addDays, instantAtLondon, toLondonDate } from '@ap/shared/domain/days/local-date';
import { aDeclaration, anOffer, someAnswers } from '@ap/shared/domain/tenders/application/application.fixture';
import { someTerms } from '@ap/shared/domain/tenders/framework/framework.fixture';
import { aPlan } from '@ap/shared/domain/tenders/round/round.fixture';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// An organisation without an account applies by the link of its mail, on the whole stack, until the clock closes the round.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

const refusalOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ApiError) return error.problem.code;
      throw error;
    },
  );

test('rows 9 to 12: invited by mail, an applicant saves, comes back, asks, submits; the clock closes the round, and late is refused', async () => {
  const { people, api } = stack;
  const commissioner = people.commissioning('commissioner');
  const outside = clientOf(linkApi, { baseUrl: api });
  const today = toLondonDate(new Date().toISOString());
  const plan = structuredClone(
    aPlan({
      opensAt: instantAtLondon(addDays(today, -1), 9),
      clarificationsCloseAt: instantAtLondon(addDays(today, 5), 17),
      closesAt: instantAtLondon(addDays(today, 10), 12),
    }),
  ) as Parameters<typeof commissioner.planRound>[0]['body']['plan'];
  const terms = structuredClone(someTerms()) as Parameters<typeof commissioner.planFramework>[0]['body']['terms'];

  await commissioner.planFramework({ body: { ref: 'AP-2027', terms }, key: randomUUID() });
  const planned = await commissioner.planRound({ params: { ref: 'AP-2027' }, body: { plan }, key: randomUUID() });
  const params = { ref: planned.ref };
  await commissioner.moveRound({ params, body: { move: 'publish' }, key: randomUUID() });
  await commissioner.moveFramework({ params: { ref: 'AP-2027' }, body: { move: 'open' }, key: randomUUID() });
  await stack.runTimer('roundClock');
  expect((await commissioner.getRound({ params })).status).toBe('open');
  expect((await outside.listOpenRounds({ body: {} })).rounds.map(({ ref }) => ref)).toContain(planned.ref);

  const email = 'office@blackmore.example';
  const invited = await commissioner.inviteApplicant({
    params,
    body: { email, organisation: 'Blackmore Vale', registryNumber: '01234567' },
  });
  expect(invited.sentTo).toBe(email);
  const mail = await eventually('the link', async () => (await people.mail(email)).find(({ content }) => content.includes('/apply/#')));
  const [, linkId = '', secret = ''] = /\/apply\/#([\w-]+)\.([\w-]+)/.exec(mail.content) ?? [];
  const link = { linkId, secret };
  for (const method of ['GET', 'HEAD']) expect((await fetch(`${api}/links/application/view`, { method })).status).toBe(404);

  const started = await outside.startApplication({ body: { link, lotKeys: ['AP-2027-1'], reuseLast: false }, key: randomUUID() });
  const version = started.application?.version ?? 0;
  const content = { lotKeys: ['AP-2027-1'], answers: structuredClone(someAnswers) as never, offers: [anOffer()] };
  const key = randomUUID();
  const saved = await outside.saveApplication({ body: { link, version, ...content }, key });
  // Its answer got lost: the same again is the same save. Another window that has the old version is told.
  expect((await outside.saveApplication({ body: { link, version, ...content }, key })).application?.version).toBe(
    saved.application?.version,
  );
  expect(await refusalOf(outside.saveApplication({ body: { link, version, ...content }, key: randomUUID() }))).toBe('stale-version');

  // Days later, with the same link.
  const resumed = await outside.viewApplication({ body: { link } });
  expect(resumed.application).toMatchObject({ status: 'draft', answers: someAnswers });
  const asked = await outside.askClarification({ body: { link, question: 'May we name two sites?' }, key: randomUUID() });
  const ref = asked.clarifications.own[0]?.ref ?? '';
  await commissioner.answerClarification({
    params: { ref },
    body: { outcome: 'answer', question: 'May one name two sites?', answer: 'Yes.' },
    key: randomUUID(),
  });
  await eventually('the answer by mail', async () => (await people.mail(email)).find(({ subject }) => subject.includes('was answered')));

  const now = () => resumed.application?.version ?? 0;
  const signed = await outside.signDeclaration({
    body: { link, version: now(), declaration: structuredClone(aDeclaration()) as never },
    key: randomUUID(),
  });
  const sent = await outside.moveApplication({
    body: { link, version: signed.application?.version ?? 0, move: 'submit' },
    key: randomUUID(),
  });
  expect(sent.application?.status).toBe('submitted');
  await eventually('the receipt', async () => (await people.mail(email)).find(({ subject }) => subject.includes('was submitted')));
  const before = await commissioner.getRound({ params });
  expect(before.applications).toEqual({ submitted: 1 });
  expect(JSON.stringify(before)).not.toContain('We count hours');

  stack.moveClock(new Date(Date.parse(plan.closesAt) + 2_000).toISOString());
  // Late, before any timer has run.
  expect(
    await refusalOf(
      outside.moveApplication({ body: { link, version: sent.application?.version ?? 0, move: 'take-back' }, key: randomUUID() }),
    ),
  ).toBe('round-late');
  await stack.runTimer('roundClock');
  await eventually('its lots in evaluation', async () => {
    const round = await commissioner.getRound({ params });
    return round.status === 'closed' && round.applications['in-evaluation'] === 1 ? true : undefined;
  });
  const late = await outside.viewApplication({ body: { link } });
  expect(late.closed).toContain('at midday');
  expect((await outside.listOpenRounds({ body: {} })).rounds.map(({ ref: each }) => each)).not.toContain(planned.ref);
});
