import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { ApiError } from '@ap/shared/contract/client';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import type { CheckReply } from '@ap/shared/contract/quality';
import { addDays, instantAtLondon, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { readAudit } from '../../functions/src/adapters/storage/audit-chain.ts';
import { storage } from '../../functions/src/adapters/storage/storage.ts';
import { verifyAudit } from '../../functions/src/adapters/storage/verify-audit.ts';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { actionOf, cardOf, wordsOf } from '../support/card-content.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { listItem } from './main-job.ts';

// Insurance lapses at midnight: what becomes of the directory, of requests and of orders, on the whole stack, until two people have let orders start again.

let stack: TestStack;
let service: ServiceSummary;
let basis = '';
const today = toLondonDate(new Date().toISOString());
beforeAll(async () => {
  stack = await runningStack();
  ({ service, basis } = await aService(stack.people.as('senco')));
});
afterAll(() => stack?.stop(), 60_000);

const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ApiError) return error.problem.code;
      throw error;
    },
  );
const commissioner = (key: string) => stack.people.commissioning(key);
const decideCheck = (key: string, ref: string, body: Parameters<ReturnType<typeof commissioner>['decideCheck']>[0]['body']) =>
  commissioner(key).decideCheck({ params: { ref }, body, key: randomUUID() });

/** A check of the insurance from plan to pass, as one commissioner records it. */
const insured = async (key: string, on: LocalDate, until: LocalDate): Promise<CheckReply> => {
  const plan = { providerRef: service.providerRef, standard: 'insurance' as const, scheduledFor: on };
  const { ref } = await commissioner(key).scheduleCheck({ body: plan, key: randomUUID() });
  await decideCheck(key, ref, { kind: 'request-evidence', dueOn: on });
  const { toConfirm } = await decideCheck(key, ref, { kind: 'receive-evidence', link: 'https://files.example/policy' });
  return decideCheck(key, ref, {
    kind: 'pass',
    checkedOn: on,
    expiresOn: until,
    confirmed: toConfirm,
    confirmation: 'The policy was seen.',
  });
};

const isFound = async (): Promise<boolean> => {
  const { items } = await stack.people.as('senco').searchDirectory({ query: { text: service.name } });
  return items.some(({ serviceRef }) => serviceRef === service.serviceRef);
};
const submitted = async (): Promise<string> => {
  const senco = stack.people.as('senco');
  const request = aRequest(sampleSchoolRef, service, basis);
  const { price } = await quoteOf(senco, request);
  return (await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() })).ref;
};
const approve = (ref: string) =>
  stack.people.as('head-teacher').decideApproval({
    params: { ref },
    body: { verdict: 'approve', seen: { round: 1, step: 0 } },
    key: randomUUID(),
  });
const cardWith = (key: string, words: string) =>
  eventually(`a card with '${words}'`, async () =>
    (await stack.people.chat(key)).find(({ activity }) => JSON.stringify(activity).includes(words)),
  );

test('rows 19 to 21 and 24, R18, R19: insurance lapses by the clock, schools answer, and a second person lets orders start again', async () => {
  const { people } = stack;
  const order = await submitted();
  await approve(order);
  const open = await submitted();
  await insured('commissioner', today, today);
  expect(await isFound()).toBe(true);
  const passport = await commissioner('commissioner').getPassport({ params: { providerRef: service.providerRef } });
  expect(passport.lines.filter(({ mandatory }) => mandatory)).toHaveLength(8);
  expect(passport.lines.find(({ standard }) => standard === 'insurance')).toMatchObject({ state: 'ends-soon', until: today });

  stack.moveClock(instantAtLondon(addDays(today, 1), 3));
  await stack.runTimer('qualityClock');
  await eventually('the hold', async () => ((await isFound()) ? undefined : true));
  const { held } = await eventually('the provider among those that are held', async () => {
    const reply = await commissioner('second-commissioner').listHeldProviders({});
    return reply.held.some(({ providerRef }) => providerRef === service.providerRef) ? reply : undefined;
  });
  const standing = held.find(({ providerRef }) => providerRef === service.providerRef);
  expect(standing).toMatchObject({ status: 'suspended', holds: [{ cause: 'check-lapsed', standard: 'insurance' }] });

  const words = 'Paused for new orders. Phone the commissioning team on';
  const stale = await eventually('the stale approval', async () => {
    const reply = await people.as('head-teacher').getCallOff({ params: { ref: open } });
    return reply.providerPaused === undefined ? undefined : reply;
  });
  expect(stale.providerPaused?.sentence).toContain(words);
  await cardWith('head-teacher', `${open} cannot be approved for now`);
  expect(await codeOf(approve(open))).toBe('provider-not-active');
  expect(await codeOf(submitted())).toBe('provider-not-active');

  const asked = await cardWith('senco', 'what is to happen?');
  const card = cardOf(asked.activity);
  if (!card) throw new Error('There is no card');
  expect(wordsOf(card)).toContain(words);
  expect(JSON.stringify(card)).not.toMatch(/insurance|lapsed/iu);
  expect(await listItem(people, order)).toMatchObject({ OrderHold: 'asked' });
  const goOn = actionOf(card, 'Go on');
  const question = (await people.click('senco', asked, goOn.verb, goOn.data)).body.value as typeof card;
  const answer = actionOf(question, 'Go on');
  await people.click('senco', asked, answer.verb, { ...answer.data, comment: 'The week is planned.' });
  expect((await people.as('business-manager').getCallOff({ params: { ref: order } })).hold).toMatchObject({
    state: 'continued',
    reason: 'The week is planned.',
    may: ['pause', 'end'],
  });

  const holdRef = standing?.holds[0]?.ref ?? '';
  const lift = (key: string) =>
    commissioner(key).decideStanding({
      params: { providerRef: service.providerRef },
      body: { kind: 'lift-hold', holdRef, reason: 'The new policy was seen.' },
      key: randomUUID(),
    });
  expect(await codeOf(lift('second-commissioner'))).toBe('hold-not-cleared');
  const tomorrow = addDays(today, 1);
  await insured('commissioner', tomorrow, addDays(tomorrow, 365));
  expect(await codeOf(lift('commissioner'))).toBe('second-person-required');
  expect(await codeOf(lift('second-commissioner'))).toBe('done');
  await eventually('the provider in the directory again', async () => ((await isFound()) ? true : undefined));
  await eventually('the order without a hold', async () => {
    const { hold } = await people.as('senco').getCallOff({ params: { ref: order } });
    return hold?.state === 'running' ? true : undefined;
  });
  await eventually('the request that can be approved', async () => {
    const { providerPaused } = await people.as('senco').getCallOff({ params: { ref: open } });
    return providerPaused === undefined ? true : undefined;
  });
  expect((await approve(open)).status).toBe('ordered');
  const verdict = await eventually('an audit chain without a gap', async () => {
    const found = verifyAudit(await readAudit(storage({ AzureWebJobsStorage: stack.storage, DEPLOYMENT_NAME: 'local' })));
    return found.ok && found.gaps.length > 0 ? undefined : found;
  });
  expect(verdict).toMatchObject({ ok: true, gaps: [] });
});
