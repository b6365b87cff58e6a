import { randomUUID } from 'node:crypto';
import { clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import { addDays } from '@ap/shared/domain/days/local-date';
import { aRequest, nextMonday, quoteOf } from '../support/a-request.ts';
import { fourSchools } from '../support/four-schools.ts';
import { linkInMail } from '../support/link-in-mail.ts';
import { outcomeOf } from '../support/outcome-of.ts';
import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { anOpenBlock, giveBlock } from './block-walk.ts';

// Many writers at the same moment over the real API and the local tenant, which counts and throttles.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, guardByHand);
});
afterAll(() => stack?.stop(), 60_000);

const writers = 50;
const callOffs = writers / 2;

test('rows 52 and 54: of 50 pledges and 50 draw-downs at the same moment none is lost, and the sums are exact', async () => {
  const schools = await fourSchools(stack);
  const [lead] = schools;
  const { block, service, closesAt } = await anOpenBlock(stack, lead);
  const { ref, statement, version: opened } = block.purchase;
  const params = { ref };
  const cap = statement.bands[0]?.unitPrice;
  if (cap === undefined) throw new Error('no price');
  const view = async (school = lead) =>
    (await stack.people.blocks(school.asks).getBlock({ params, query: { buyer: school.buyerRef } })).purchase;

  const throttled = (): Promise<unknown> =>
    stack.people.fault(
      { method: 'PATCH', path: '/lists/(BlockPurchases|CallOffs|Ledgers)/items/\\d+/fields$' },
      { status: 429, code: 'activityLimitReached', retryAfter: 3 },
      20,
    );
  await throttled();
  const pledged = await Promise.all(
    Array.from({ length: writers }, (_, index) => {
      const { asks, buyerRef } = schools[index % 4] ?? lead;
      const body = { kind: 'pledge' as const, buyerRef, units: 10 + Math.floor(index / 4), cap };
      const key = randomUUID();
      return outcomeOf(() => stack.people.blocks(asks).commandBlock({ params, body, key }));
    }),
  );
  expect(pledged).toEqual(Array.from({ length: writers }, () => 'done'));
  const own = await Promise.all(schools.map(async (school) => (await view(school)).own?.pledge));
  expect(own.map((pledge) => pledge?.round)).toEqual([13, 13, 12, 12]);
  const total = own.reduce((sum, pledge) => sum + (pledge?.units ?? 0), 0);
  const { version, gathered } = await view();
  expect([version, gathered?.waitingUnits]).toEqual([opened + writers, total]);

  for (const [at, { approves, buyerRef }] of schools.entries())
    await giveBlock(stack, ref, approves, { kind: 'approve-pledge', buyerRef, round: own[at]?.round ?? 0 });
  stack.moveClock(new Date(Date.parse(closesAt) + 1_000).toISOString());
  await stack.runTimer('blockClock');
  const { provider } = await stack.people.as(lead.asks).getService({ params: { serviceRef: service.serviceRef } });
  const mail = await eventually('the mail to the provider', async () =>
    (await stack.people.mail(provider.email)).find(({ subject }) => subject.includes(ref)),
  );
  const answer = {
    link: linkInMail(mail.content, 'block-offer'),
    answerer: { name: 'Pat Lee', position: 'Centre manager' },
    answer: { kind: 'accept' as const },
  };
  await clientOf(linkApi, { baseUrl: stack.api }).answerBlockOffer({ body: answer, key: answer.link.linkId });
  await eventually('the orders', async () => ((await view()).status === 'drawing' ? true : undefined));

  const [senco, head] = [stack.people.as(lead.asks), stack.people.as(lead.approves)];
  const { permittedBases } = await senco.getService({ params: { serviceRef: service.serviceRef } });
  const request = aRequest(lead.buyerRef, service, permittedBases[0] ?? '', {
    pattern: { days: ['tue'], sessions: 'both', hoursPerDay: 5 },
    endDate: addDays(nextMonday(), 6),
    blockRef: ref,
  });
  const { price } = await quoteOf(senco, request);
  const sent = async (pupilRef: string): Promise<string> =>
    (await senco.submitCallOff({ body: { request: { ...request, pupilRef }, shownGross: price.gross }, key: randomUUID() })).ref;
  const refs = await Promise.all(Array.from({ length: callOffs }, (_, at) => sent(`P-${1000 + at}`)));

  await throttled();
  const approved = await Promise.all(
    [...refs, ...refs].map((made) => {
      const body = { verdict: 'approve' as const, seen: { round: 1, step: 0 } };
      const key = randomUUID();
      return outcomeOf(() => head.decideApproval({ params: { ref: made }, body, key }));
    }),
  );
  const { own: part } = await view();
  const balance = part?.balance;
  const fit = Math.min(callOffs, Math.floor((balance?.bought ?? 0) / price.units));
  expect(fit).toBeLessThan(callOffs);
  expect(approved.filter((outcome) => outcome === 'done')).toHaveLength(fit);
  expect(new Set(approved)).toEqual(new Set(['done', '409 approval-already-decided', '409 not-enough-units']));
  expect(new Set(part?.draws.map(({ callOffRef }) => callOffRef)).size).toBe(fit);
  expect(balance).toMatchObject({ used: fit * price.units, promised: 0, free: (balance?.bought ?? 0) - fit * price.units });
  expect(stack.people.statuses.get(202)).toBeGreaterThan(0);
  // Whoever had to wait was answered 202, and later what became of it: nobody was told to try again.
  expect([...stack.people.statuses.keys()].filter((status) => status >= 500 || status === 429)).toEqual([]);
});
