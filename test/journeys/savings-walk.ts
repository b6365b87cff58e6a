import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { CallOffRequestInput } from '@ap/shared/contract/call-offs';
import { clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import type { SavingReply } from '@ap/shared/contract/value-for-money';
import { formatMoney, pence } from '@ap/shared/domain/money/money';
import type { Baseline } from '@ap/shared/domain/value-for-money/baseline';
import { differenceWords, sourceWords, sumWords } from '@ap/shared/domain/value-for-money/value-tables';
import { baselines, fromBaseline } from '@ap/shared/lists/baselines';
import { encodeFields } from '@ap/shared/lists/codec';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { type BuyingSchool, fourSchools } from '../support/four-schools.ts';
import { linkInMail } from '../support/link-in-mail.ts';
import { listEditor } from '../support/list-editor.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { anOpenBlock, giveBlock } from './block-walk.ts';

/** An order of a school that its provider has accepted. */
const anAcceptedOrder = async ({ people }: TestStack, { asks, approves }: BuyingSchool, request: CallOffRequestInput) => {
  const { price } = await quoteOf(people.as(asks), request);
  const { ref } = await people.as(asks).submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const body = { verdict: 'approve' as const, seen: { round: 1, step: 0 } };
  await people.as(approves).decideApproval({ params: { ref }, body, key: randomUUID() });
  const { provider } = await people.as(asks).getService({ params: { serviceRef: request.serviceRef } });
  const { order } = await people.as(asks).getCallOff({ params: { ref } });
  await eventually('the order at its provider', async () =>
    (await people.mail(provider.email)).find(({ subject }) => subject.includes(`Order ${order?.number} from`)),
  );
  await people.as(asks).answerOrder({ params: { ref }, body: { answer: 'accepted' }, key: randomUUID() });
  return { ref, price };
};

/** A block of one school's own thirty days, which its provider has accepted. */
const aBlockToDraw = async (stack: TestStack, school: BuyingSchool) => {
  const { people, api, moveClock, runTimer } = stack;
  const { block, service, closesAt } = await anOpenBlock(stack, school);
  const { ref, statement } = block.purchase;
  const { buyerRef, asks, approves } = school;
  const cap = statement.bands[0]?.unitPrice ?? pence(0);
  await giveBlock(stack, ref, asks, { kind: 'pledge', buyerRef, units: 30, cap });
  await giveBlock(stack, ref, approves, { kind: 'approve-pledge', buyerRef, round: 1 });
  moveClock(new Date(Date.parse(closesAt) + 1_000).toISOString());
  await runTimer('blockClock');
  const { provider } = await people.as(asks).getService({ params: { serviceRef: service.serviceRef } });
  const mail = await eventually('the offer of the block', async () =>
    (await people.mail(provider.email)).find(({ subject }) => subject.includes(ref)),
  );
  const link = linkInMail(mail.content, 'block-offer');
  const answerer = { name: 'Pat Lee', position: 'Centre manager' };
  await clientOf(linkApi, { baseUrl: api }).answerBlockOffer({ body: { link, answerer, answer: { kind: 'accept' } }, key: link.linkId });
  const net = await eventually('the block in use', async () => {
    const { purchase } = await people.blocks(asks).getBlock({ params: { ref }, query: { buyer: buyerRef } });
    return purchase.status === 'drawing' ? purchase.bought?.net : undefined;
  });
  return { ref, service, net };
};

/** The rows behind one order of the ledger, read by the numbers of their items, in the version that the ledger names. */
const rowsBehind = async (stack: TestStack, { rows }: SavingReply) => {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { list, itemId, version } of rows) {
    const { body } = await listEditor(stack, 'administrator').call('GET', `${list}/items/${itemId}?$expand=fields`);
    const item = body as unknown as { readonly eTag: string; readonly fields: Readonly<Record<string, unknown>> };
    ok(item.eTag.includes(`,${version}`), `${list} ${itemId} is at version ${version}: ${item.eTag}`);
    found.set(list, item.fields);
  }
  return found;
};

const inPence = (pounds: unknown): bigint => BigInt(Math.round(Number(pounds) * 100));
/** Half up, in whole numbers: units have quarters. */
const cost = (price: bigint, units: unknown): bigint => (2n * price * BigInt(Number(units) * 4) + 4n) / 8n;

/** Each sum of one order once more, from the columns of the lists alone: what the product says must be the same. */
const reckonAgain = async (stack: TestStack, row: SavingReply): Promise<void> => {
  const behind = await rowsBehind(stack, row);
  const callOff = behind.get('CallOffs') ?? {};
  const paid = inPence(callOff.Net);
  strictEqual(paid, cost(inPence(callOff.UnitPrice), callOff.Units));
  strictEqual(BigInt(row.paid.cost), paid);
  const block = behind.get('BlockPurchases');
  const single = block
    ? BigInt(
        (JSON.parse(String(block.State)) as { statement: { bands: readonly { unitPrice: number }[] } }).statement.bands[0]?.unitPrice ?? 0,
      )
    : inPence(callOff.UnitPrice);
  strictEqual(BigInt(row.framework?.cost ?? -1), cost(single, callOff.Units));
  strictEqual(BigInt(row.belowFramework ?? -1), cost(single, callOff.Units) - paid);
  const baseline = behind.get('Baselines');
  strictEqual(baseline === undefined, row.saved === undefined, 'a saving is claimed where there is a baseline, and nowhere else');
  if (!baseline) return;
  const bought = BigInt(Number(baseline.Units));
  const before = cost((2n * inPence(baseline.Spent) + bought) / (2n * bought), callOff.Units);
  strictEqual(BigInt(row.baseline?.cost ?? -1), before);
  strictEqual(BigInt(row.saved ?? -1), before - paid);
};

/**
 * The savings ledger of two orders at the framework price, one with a baseline and one without, and of one that draws on a block purchase, on a stack of its own
 * whose clock it moves. Every sum is reckoned again from the rows of the lists; throws at the first that differs.
 */
export const walkSavings = async (stack: TestStack, say: (line: string) => void): Promise<void> => {
  const { people } = stack;
  const commissioner = people.valuing('commissioner');
  const [first, second] = await fourSchools(stack);
  const { service, basis } = await aService(people.as(first.asks));
  const order = await anAcceptedOrder(stack, first, aRequest(first.buyerRef, service, basis));
  const other = await anAcceptedOrder(stack, second, aRequest(second.buyerRef, service, basis));
  const block = await aBlockToDraw(stack, first);
  const drawing = aRequest(first.buyerRef, block.service, basis, { blockRef: block.ref, pupilRef: 'P-0149' });
  const drawn = await anAcceptedOrder(stack, first, drawing);
  say('1. Two schools order at the framework price, and the first draws on a block purchase of its own; their providers accept');

  const lotKey = async (ref: string) => String((await listEditor(stack, 'administrator').fields('CallOffs', ref)).LotKey);
  const keys = new Map<string, Omit<Baseline, 'ref'>>();
  for (const { ref, price } of [order, drawn]) {
    const baseline = { buyerRef: first.buyerRef, lotKey: await lotKey(ref), unit: price.unit, year: '2017-18', units: 70 };
    // What the school paid before, in a sum that does not divide evenly by its units.
    keys.set(`${baseline.lotKey} ${baseline.unit}`, { ...baseline, spent: pence(70 * (price.unitPrice + 1_250) + 33) });
  }
  for (const [at, baseline] of [...keys.values()].entries())
    await listEditor(stack, 'commissioner').add(
      'Baselines',
      encodeFields(baselines, fromBaseline({ ...baseline, ref: `BL-9000${at}` }), 'create'),
    );
  const { rows, sums } = await eventually(
    'the ledger',
    async () => {
      const ledger = await commissioner.listSavings({ query: {} });
      return ledger.sums.withBaseline === 2 && ledger.rows.length === 3 ? ledger : undefined;
    },
    90,
  );
  say(`2. A commissioner enters what the first school paid before in ${keys.size} rows of Baselines, and opens the ledger:`);
  for (const row of rows) {
    await reckonAgain(stack, row);
    say(`   ${row.orderNumber}, ${row.buyerName}, ${row.serviceName}: ${sumWords(row, row.paid)} paid`);
    if (row.framework && row.belowFramework)
      say(`     below the framework price: ${differenceWords(row.framework, row.paid, row.belowFramework)}`);
    if (row.baseline && row.saved !== undefined)
      say(`     before: ${sumWords(row, row.baseline)}; saved: ${differenceWords(row.baseline, row.paid, row.saved)}`);
    else say('     no baseline, so that no saving is claimed');
    say(`     from ${sourceWords(row.rows)}: the same when it is reckoned again from their columns`);
  }
  deepStrictEqual(
    rows.map(({ callOffRef, route, saved }) => [callOffRef, route, saved === undefined]),
    [
      [drawn.ref, 'block-draw-down', false],
      [other.ref, 'direct-award', true],
      [order.ref, 'direct-award', false],
    ],
  );
  strictEqual(sums.saved, sums.baseline - sums.paidWithBaseline);
  strictEqual(
    sums.saved,
    rows.reduce((sum, { saved = 0 }) => sum + saved, 0),
  );
  say(
    `3. In all ${formatMoney(sums.baseline)} − ${formatMoney(sums.paidWithBaseline)} = ${formatMoney(sums.saved)} saved, of ${sums.withBaseline} of ${sums.orders} orders`,
  );

  // The copies follow their lists once in half a minute, behind the scenes: what is counted is what looking costs, between two of these readings.
  const spend = await eventually('figures that cost no request of Graph', async () => {
    await people.resetUsage();
    const told = await commissioner.getSpend({ query: {} });
    await commissioner.listSavings({ query: {} });
    await commissioner.listLotPrices({});
    await commissioner.getValueFile({ query: {} });
    return (await people.usage()).requests === 0 ? told : undefined;
  });
  strictEqual(
    spend.ordered,
    order.price.net + other.price.net + (block.net ?? 0),
    'what is drawn is owed with its block, and not once more',
  );
  for (const part of [spend.buyers, spend.lots, spend.providers, spend.months])
    strictEqual(
      part.reduce((sum, { ordered }) => sum + ordered, 0),
      spend.ordered,
    );
  say(
    `4. Spend of ${formatMoney(spend.ordered)} is told by buyer, lot, provider and month with the ledger, prices and workbook: 0 requests of Graph`,
  );

  const { same, rows: counted } = await commissioner.recountValue({});
  ok(same, 'what was kept is what is counted from nothing');
  say(
    `5. Everything counted again from nothing, of ${counted.CallOffs} orders, ${counted.RateCards} prices and ${counted.Baselines} baselines: the same`,
  );
};
