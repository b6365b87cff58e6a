import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { BlockReply } from '@ap/shared/contract/block-purchases';
import { clientOf } from '@ap/shared/contract/client';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import { linkApi } from '@ap/shared/contract/link-api';
import { addDays, formatDate, instantAtLondon, toLondonDate } from '@ap/shared/domain/days/local-date';
import { formatMoney, pence } from '@ap/shared/domain/money/money';
import { aRequest, nextMonday, quoteOf } from '../support/a-request.ts';
import { codeOf } from '../support/code-of.ts';
import { type BuyingSchool, fourSchools } from '../support/four-schools.ts';
import { linkInMail } from '../support/link-in-mail.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

type Act = Parameters<ReturnType<TestStack['people']['blocks']>['commandBlock']>[0]['body'];

/** Gives a command about a purchase as a person of the sample. */
export const giveBlock = ({ people }: Pick<TestStack, 'people'>, ref: string, who: string, body: Act): Promise<BlockReply> =>
  people.blocks(who).commandBlock({ params: { ref }, body, key: randomUUID() });

/** Drafts and opens a purchase of the first service by the day that has volume prices. Pledges close tomorrow at five. */
export const anOpenBlock = async (
  stack: TestStack,
  lead: BuyingSchool,
): Promise<{ readonly block: BlockReply; readonly service: ServiceSummary; readonly closesAt: string }> => {
  const { items } = await stack.people.as(lead.asks).searchDirectory({ query: { unit: 'day', sort: 'price', modes: 'off-site' } });
  const closesAt = instantAtLondon(addDays(toLondonDate(new Date().toISOString()), 1), 17);
  const plan = { minimumUnits: 30, closesAt, usableFrom: nextMonday(), usableTo: addDays(nextMonday(), 150), unused: 'pay' as const };
  for (const service of items) {
    const body = { purchase: 'joint' as const, leadBuyerRef: lead.buyerRef, serviceRef: service.serviceRef, plan };
    try {
      const { purchase } = await stack.people.blocks(lead.asks).draftBlock({ body, key: randomUUID() });
      return { block: await giveBlock(stack, purchase.ref, lead.asks, { kind: 'open-block' }), service, closesAt };
    } catch (error) {
      if ((await codeOf(Promise.reject(error))) !== 'no-volume-bands') throw error;
    }
  }
  throw new Error('The sample has no service by the day with volume prices');
};

const units = [20, 15, 6, 6] as const;

/**
 * A joint purchase of four schools from its draft to its settlement, on a stack of its own whose clock it moves. One school drops out at its cap. Says each
 * step; throws at the first thing that is not as it should be.
 */
export const walkBlock = async (stack: TestStack, say: (line: string) => void): Promise<void> => {
  const { people, api, moveClock, runTimer } = stack;
  const schools = await fourSchools(stack);
  const [lead, second, , fourth] = schools;
  const { block, service, closesAt } = await anOpenBlock(stack, lead);
  const { ref, statement } = block.purchase;
  const [ordinary, some, many] = statement.bands.map(({ unitPrice }) => unitPrice);
  ok(ordinary && some && many, 'three prices');
  say(
    `1. ${ref} is open: ${block.serviceName}, ${statement.bands.map(({ fromUnits, unitPrice }) => `${formatMoney(unitPrice)} from ${fromUnits}`).join(', ')}. Unused units are paid`,
  );

  const caps = [ordinary, some, ordinary, many];
  for (const [at, school] of schools.entries())
    await giveBlock(stack, ref, school.asks, {
      kind: 'pledge',
      buyerRef: school.buyerRef,
      units: units[at] ?? 0,
      cap: caps[at] ?? pence(0),
    });
  const seenByLead = await people.blocks(lead.asks).getBlock({ params: { ref }, query: { buyer: lead.buyerRef } });
  ok(!JSON.stringify({ ...seenByLead.purchase, own: undefined }).includes('"cap"'), 'nobody else sees a cap');
  strictEqual(seenByLead.purchase.gathered?.waitingUnits, 47);
  say('2. Four schools pledge 20, 15, 6 and 6 days, the last at no more than the lowest price. Each sees its own cap only');

  for (const { buyerRef, asks, approves } of schools) {
    const approve = { kind: 'approve-pledge' as const, buyerRef, round: 1 };
    strictEqual(await codeOf(giveBlock(stack, ref, asks, approve)), 'not-your-role');
    await giveBlock(stack, ref, approves, approve);
  }
  const gathered = (await people.blocks(lead.asks).getBlock({ params: { ref }, query: {} })).purchase.gathered;
  deepStrictEqual([gathered?.approvedUnits, gathered?.unitPrice, gathered?.next?.moreUnits], [47, some, 3]);
  say(
    `3. Each school's own approver approves its maximum cost. 47 days reach ${formatMoney(some)}; 3 more would reach ${formatMoney(many)}`,
  );

  await runTimer('blockClock');
  strictEqual((await people.blocks(lead.asks).getBlock({ params: { ref }, query: {} })).purchase.status, 'gathering');
  moveClock(new Date(Date.parse(closesAt) + 1_000).toISOString());
  strictEqual(await codeOf(giveBlock(stack, ref, lead.asks, { kind: 'withdraw-pledge', buyerRef: lead.buyerRef })), 'closing-passed');
  await runTimer('blockClock');
  const priced = (await people.blocks(lead.asks).getBlock({ params: { ref }, query: {} })).purchase;
  deepStrictEqual([priced.unitPrice, priced.bought?.units, priced.shares?.map((share) => share.units)], [some, 41, [20, 15, 6]]);
  const dropped = (await people.blocks(fourth.asks).getBlock({ params: { ref }, query: { buyer: fourth.buyerRef } })).purchase;
  deepStrictEqual([dropped.own?.pledge?.outcome, dropped.own?.owes, dropped.shares], ['dropped', undefined, undefined]);
  say(`4. The clock closes: 41 days at ${formatMoney(some)}. The fourth school drops out at its cap and is told so alone`);

  const owed = (priced.shares ?? []).reduce((sum, { gross }) => sum + gross, 0);
  strictEqual(owed, priced.bought?.gross);
  say(`5. Three debts add up to the penny: ${formatMoney(pence(owed))}. No money passes through the lead`);

  const { provider } = await people.as(lead.asks).getService({ params: { serviceRef: service.serviceRef } });
  const mail = await eventually('the mail to the provider', async () =>
    (await people.mail(provider.email)).find(({ subject }) => subject.includes(ref)),
  );
  const outside = clientOf(linkApi, { baseUrl: api });
  const answer = {
    link: linkInMail(mail.content, 'block-offer'),
    answerer: { name: 'Pat Lee', position: 'Centre manager' },
    answer: { kind: 'accept' as const },
  };
  ok(!JSON.stringify(await outside.viewBlockOffer({ body: { link: answer.link } })).includes('"cap"'), 'the provider sees no cap');
  await outside.answerBlockOffer({ body: answer, key: answer.link.linkId });
  strictEqual(
    await codeOf(outside.answerBlockOffer({ body: { ...answer, answer: { kind: 'decline', reason: 'No places.' } }, key: randomUUID() })),
    'link-used',
  );
  const inUse = await eventually('an order for each buyer', async () => {
    const { purchase } = await people.blocks(lead.asks).getBlock({ params: { ref }, query: {} });
    return purchase.status === 'drawing' ? purchase : undefined;
  });
  say(`6. The provider accepts by its link, once. Each buyer has its own order: ${inUse.own?.orderRef}`);

  const { permittedBases } = await people.as(lead.asks).getService({ params: { serviceRef: service.serviceRef } });
  const valueTaken = async (): Promise<number | undefined> =>
    (await people.commissioning('commissioner').listLimits({})).limits.find(({ kind }) => kind === 'framework-value')?.taken;
  const takenByBlock = await valueTaken();
  strictEqual(takenByBlock, priced.bought?.net);
  const request = aRequest(lead.buyerRef, service, permittedBases[0] ?? '', { blockRef: ref });
  const { price, budgets } = await quoteOf(people.as(lead.asks), request);
  deepStrictEqual([price.unitPrice, budgets], [some, undefined]);
  const sent = await people.as(lead.asks).submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const ownBalance = async () =>
    (await people.blocks(lead.asks).getBlock({ params: { ref }, query: { buyer: lead.buyerRef } })).purchase.own?.balance;
  strictEqual((await ownBalance())?.used, 0);
  const decided = await people
    .as(lead.approves)
    .decideApproval({ params: { ref: sent.ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: randomUUID() });
  strictEqual(decided.blockRef, ref);
  const drawn = await ownBalance();
  strictEqual(drawn?.used, price.units);
  strictEqual(drawn?.bought, (drawn?.used ?? 0) + (drawn?.promised ?? 0) + (drawn?.free ?? 0));
  strictEqual(await valueTaken(), takenByBlock);
  const more = { ...request, pupilRef: 'P-0148', endDate: addDays(nextMonday(), 100) };
  strictEqual(
    await codeOf(people.as(lead.asks).submitCallOff({ body: { request: more, shownGross: price.gross }, key: randomUUID() })),
    'not-enough-units',
  );
  say(
    `7. ${sent.ref} names the purchase: its approval draws ${drawn?.used} days at ${formatMoney(price.unitPrice)}, and takes nothing of budget or framework again. ${drawn?.free} are left, too few for a longer one`,
  );

  await giveBlock(stack, ref, lead.asks, { kind: 'offer-transfer', giver: lead.buyerRef, taker: second.buyerRef, units: 2 });
  await giveBlock(stack, ref, second.approves, { kind: 'accept-transfer', transfer: 1 });
  const after = (await people.blocks(lead.asks).getBlock({ params: { ref }, query: { buyer: lead.buyerRef } })).purchase;
  deepStrictEqual([after.shares?.map((share) => share.units), after.bought?.gross], [[18, 17, 6], owed]);
  say('8. Two days go over to the second school, whose approver takes on their cost; the total stays to the penny');

  moveClock(`${addDays(statement.usableTo, 1)}T09:00:00Z`);
  await runTimer('orderClock');
  await runTimer('blockClock');
  await runTimer('blockClock');
  await runTimer('blockClock');
  const settled = (await people.blocks(lead.asks).getBlock({ params: { ref }, query: { buyer: lead.buyerRef } })).purchase;
  deepStrictEqual([settled.status, settled.own?.balance?.used, settled.own?.owes?.units], ['settled', 0, 18]);
  say(
    `9. After ${formatDate(statement.usableTo)}: the order that nobody answered gives its days back, the purchase expires, and is settled at ${formatMoney(settled.own?.owes?.gross ?? pence(0))} for the lead`,
  );
};
