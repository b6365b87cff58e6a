import { randomUUID } from 'node:crypto';
import type { BodyOf } from '@ap/shared/contract/endpoint';
import type { planRound } from '@ap/shared/contract/rounds';
import { addDays, toLondonDate } from '@ap/shared/domain/days/local-date';
import { methodStatements } from '@ap/shared/domain/tenders/round/method-statements';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { walkAward, walkEvaluation } from './tender-award.ts';
import { type Applicant, applicants, applyBy, atNoon, type TenderWalk, tenderDays, walkRound } from './tender-round.ts';

// An open framework that has been live for a while takes new providers in a second round, on the whole stack.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

const newcomer: Applicant = {
  organisation: 'Newcomers (sample)',
  email: 'post@newcomers.example',
  registryNumber: '06543210',
  hourly: 41_00,
  serviceName: 'Beginnings',
};

test('rows 11 and 17: a live open framework has a second round, entered with the answers of the first where the question is the same', async () => {
  const days = tenderDays(toLondonDate(new Date().toISOString()));
  const frameworkRef = `AP-${days.liveFrom.slice(0, 4)}-O`;
  const walk: TenderWalk = { stack, say: () => undefined, frameworkRef, lotKey: `${frameworkRef}-1`, days, kind: 'open' };
  const { roundRef: firstRef } = await walkRound(walk);
  await walkAward(walk, await walkEvaluation(walk, firstRef));
  const helen = stack.people.commissioning('commissioner');
  const statusOfFramework = async () => (await helen.listFrameworks({})).frameworks.find(({ ref }) => ref === frameworkRef)?.status;
  stack.moveClock(atNoon(days.liveFrom));
  await stack.runTimer('roundClock');
  expect(await statusOfFramework()).toBe('live');

  const [opens, asksUntil, closes] = [30, 40, 50].map((later) => addDays(days.liveFrom, later)) as [never, never, never];
  const { plan: first } = await helen.getRound({ params: { ref: firstRef } });
  const [changed, ...same] = first.questionSet.questions;
  if (!changed) throw new Error('The first round asks nothing.');
  const plan: BodyOf<typeof planRound>['plan'] = {
    opensAt: atNoon(opens),
    clarificationsCloseAt: atNoon(asksUntil),
    closesAt: atNoon(closes),
    lots: first.lots,
    questionSet: {
      version: 'walk-2',
      questions: [{ ...changed, text: 'How do you stay within what a registered school alone may do?' }, ...same],
    },
  };
  const planned = await helen.planRound({ params: { ref: frameworkRef }, body: { plan }, key: randomUUID() });
  const params = { ref: planned.ref };
  await helen.moveRound({ params, body: { move: 'publish' }, key: randomUUID() });
  stack.moveClock(atNoon(addDays(opens, 1)));
  await stack.runTimer('roundClock');
  expect((await helen.getRound({ params })).status).toBe('open');
  // The round is the framework's only one that is open; the framework stays what it is.
  expect(await statusOfFramework()).toBe('live');

  await expect(applyBy(walk, planned.ref, newcomer, true)).rejects.toMatchObject({ problem: { code: 'nothing-to-reuse' } });
  const harbour = await applyBy(walk, planned.ref, applicants.harbour, true);
  const begun = (await harbour.view()).application?.answers ?? {};
  const byHarbour = { kind: 'text', text: `How ${applicants.harbour.organisation} does it.` };
  expect(begun).toEqual({
    ...Object.fromEntries(methodStatements.questions.slice(1).map(({ key }) => [key, byHarbour])),
    insured: { kind: 'yes-no', answer: 'yes' },
  });
  // What is asked in other words is answered anew; the declaration is signed anew.
  await expect(harbour.submits()).rejects.toMatchObject({ problem: { code: 'answers-incomplete' } });
  await harbour.answers({ [changed.key]: { kind: 'text', text: 'We count the hours of every pupil each Friday.' } });
  await harbour.declares();
  await harbour.submits();

  stack.moveClock(atNoon(closes));
  await stack.runTimer('roundClock');
  await eventually('the application in evaluation', async () => {
    const { status, applications } = await helen.getRound({ params });
    return status === 'closed' && applications['in-evaluation'] === 1 ? true : undefined;
  });
  const lead = stack.people.evaluating('commissioner');
  const names = await eventually('the application among those to evaluate', async () => {
    const [lot] = (await lead.getEvaluation({ params: { roundRef: planned.ref } })).lots;
    return lot?.applications.length ? lot.applications.map(({ providerName }) => providerName) : undefined;
  });
  expect(names).toEqual([applicants.harbour.organisation]);
  expect(await statusOfFramework()).toBe('live');
});
