import { deputy, head, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { personKey } from '@ap/shared/domain/people/person';
import { maySee } from '../../functions/src/call-offs/may-see-call-off.ts';
import { getCharges } from '../../functions/src/invoices/charges.ts';
import { commandInvoice, enterInvoice, getInvoice, listChargeable, listInvoices } from '../../functions/src/invoices/invoices.ts';
import { getMonthEnd, getMonthEndFile } from '../../functions/src/invoices/month-end.ts';
import { getOrderDocument } from '../../functions/src/invoices/order-document.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

// Rows 44 and 60 over the use cases, in memory: what a provider invoices, who sees it, who accepts it, and the end of the month.

const running = runningOrder();
const council = {
  ...running,
  ref: 'CO-COUNCIL',
  request: { ...running.request, payer: 'council-budget' as const },
  order: { ...running.order, number: 'AP-000043' },
};
const placed = async (): Promise<World> => {
  const world = memoryWorld();
  world.clock.now = '2027-02-03T09:00:00Z';
  await world.callOffs.add({ ...running, outbox: [] });
  await world.callOffs.add({ ...council, idempotencyKey: 'the-key-of-another', outbox: [] } as typeof running);
  return world;
};
const call = (by: typeof senco) => ({ caller: callerOf(by), params: undefined, query: undefined, body: undefined, key: '' });
const commissioner = { ...callerOf(stranger), commissioner: true, councilRoles: ['commissioner' as const] };
const line = (orderNumber: string, net = 48_000) => ({
  orderNumber,
  from: localDate('2027-01-12'),
  to: localDate('2027-01-31'),
  units: 6,
  net: pence(net),
});
const body = (lines: ReturnType<typeof line>[], number = 'BV 1001') => ({
  buyerRef: '113800',
  providerRef: 'P-0001',
  kind: 'invoice' as const,
  number,
  date: localDate('2027-02-01'),
  lines,
  vat: pence(0),
});
const enters = (world: World, lines: ReturnType<typeof line>[], told: { number?: string; by?: typeof senco; key?: string } = {}) =>
  enterInvoice(world.ports)({
    ...call(told.by ?? senco),
    body: body(lines, told.number),
    key: told.key ?? `enter-${told.number ?? 'first'}-0000000`,
  });

test('row 60: one invoice covers many orders; nobody reported, so nothing is owed yet and each line differs; a commissioner sees what the council pays', async () => {
  const world = await placed();
  const { accounts } = await listChargeable(world.ports)(call(senco));
  expect(accounts.map(({ orders }) => orders.map(({ orderNumber }) => orderNumber))).toEqual([['AP-000042', 'AP-000043']]);
  const invoice = await enters(world, [line('AP-000042'), line('AP-000043')]);
  expect(invoice).toMatchObject({ status: 'entered', gross: 96_000, differing: 2, partly: false, may: ['correct', 'withdraw'] });
  expect(invoice.lines[0]).toMatchObject({ outcome: 'differs', dueNet: 0, difference: 48_000, unreported: 12 });
  const asSeen = await getInvoice(world.ports)({ ...call(stranger), caller: commissioner, params: { ref: invoice.ref } });
  expect(asSeen).toMatchObject({ gross: 48_000, partly: true, may: [] });
  expect(asSeen.lines.map(({ orderNumber }) => orderNumber)).toEqual(['AP-000043']);
  expect((await listInvoices(world.ports)({ ...call(stranger), caller: commissioner })).invoices).toEqual([
    expect.objectContaining({ gross: 48_000, differing: 1 }),
  ]);
  expect((await listInvoices(world.ports)(call(stranger))).invoices).toEqual([]);
  await expect(getInvoice(world.ports)({ ...call(stranger), params: { ref: invoice.ref } })).rejects.toMatchObject({ code: 'not-found' });
});

test('row 60, R35: the head accepts with reasons what the SENCO entered; the audit chain has both; sent twice it is entered once', async () => {
  const world = await placed();
  const invoice = await enters(world, [line('AP-000042', 40_000)]);
  expect(await enters(world, [line('AP-000042', 40_000)])).toMatchObject({ ref: invoice.ref, version: 1 });
  await expect(enters(world, [line('AP-000042')], { key: 'another-key-000000' })).rejects.toMatchObject({ code: 'already-made' });
  await expect(enters(world, [line('AP-000042')], { number: 'BV 1002' })).rejects.toMatchObject({ code: 'charged-twice' });
  const accept = {
    kind: 'accept' as const,
    seen: { version: 1, dueNet: [pence(0)] },
    reasons: [{ line: 0, reason: 'The registers on paper were checked.' }],
  };
  const command = (by: typeof senco, given: Parameters<ReturnType<typeof commandInvoice>>[0]['body']) =>
    commandInvoice(world.ports)({
      ...call(by),
      params: { ref: invoice.ref },
      body: given,
      key: `command-${given.kind}-${by.name}`.replaceAll(' ', '-'),
    });
  await expect(command(senco, accept)).rejects.toMatchObject({ code: 'not-your-role' });
  await expect(command(stranger, accept)).rejects.toMatchObject({ code: 'not-found' });
  expect(await command(head, accept)).toMatchObject({
    status: 'accepted',
    acceptedBy: head.name,
    lines: [{ reason: 'The registers on paper were checked.' }],
  });
  await expect(command(senco, { kind: 'withdraw' })).rejects.toMatchObject({ code: 'not-in-this-state' });
  expect(await drain(world)).toBe(0);
  expect(world.audit.filter(({ subject }) => subject === invoice.ref).map(({ action }) => action)).toEqual([
    'invoice-entered',
    'invoice-accepted',
  ]);
});

test('row 60: an invoice that was refused is entered again under its number', async () => {
  const world = await placed();
  const invoice = await enters(world, [line('AP-000042')]);
  const refuse = { kind: 'refuse' as const, reason: 'The days are wrong.' };
  await commandInvoice(world.ports)({ ...call(head), params: { ref: invoice.ref }, body: refuse, key: 'refuse-the-invoice' });
  expect(await enters(world, [line('AP-000042', 40_000)], { key: 'enter-it-again-00000' })).toMatchObject({
    ref: invoice.ref,
    status: 'entered',
    net: 40_000,
  });
});

test('row 60: the page of an order, the month and its files, each for whoever answers for it', async () => {
  const world = await placed();
  const ref = running.ref;
  expect(await getCharges(world.ports, maySee)({ ...call(head), params: { ref } })).toMatchObject({
    unreported: 14,
    reconciled: false,
    may: ['enter'],
  });
  await expect(getCharges(world.ports, maySee)({ ...call(stranger), params: { ref } })).rejects.toMatchObject({ code: 'not-found' });
  const month = await getMonthEnd(world.ports)({ ...call(senco), query: { month: '2027-01' } });
  expect(month.rows.map(({ outcome }) => outcome)).toEqual(['unreported', 'unreported']);
  expect(month.byPayer.map(({ of }) => of)).toEqual(['school', 'council-budget']);
  const asCommissioner = await getMonthEnd(world.ports)({ ...call(stranger), caller: commissioner, query: { month: '2027-01' } });
  expect(asCommissioner.rows.map(({ orderNumber }) => orderNumber)).toEqual(['AP-000043']);
  const file = await getMonthEndFile(world.ports)({ ...call(senco), query: { month: '2027-01', what: 'accruals' } });
  const text = Buffer.from(file.content, 'base64').toString();
  expect(text.split('\r\n')).toHaveLength(4);
  expect(text).toContain('31/01/2027');
  expect(text).not.toContain(running.request.pupilRef);
});

test('row 44: the order on paper says both parties, the plan, the price, the terms of charging, and of the pupil only the reference; a stranger has none', async () => {
  const world = await placed();
  const paper = await getOrderDocument(world.ports, maySee)({ ...call(senco), params: { ref: running.ref } });
  expect(JSON.stringify(paper)).not.toMatch(/objectives|ehcPlan|lookedAfter|compulsorySchoolAge/);
  expect(paper).toMatchObject({
    number: 'AP-000042',
    frameworkName: 'Alternative provision 2026',
    provider: { name: 'Blackmore Vale', legalName: 'Blackmore Vale Provision Limited' },
    parts: [{ from: '2027-01-12', to: '2027-03-18' }],
    gross: 144_000,
    terms: { noticeHours: 24, withoutNotice: 'whole' },
    noticeSchoolDays: 5,
    pupilRef: 'P-0147',
  });
  await expect(getOrderDocument(world.ports, maySee)({ ...call(stranger), params: { ref: running.ref } })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('row 60: who must decide is told with a link that an invoice waits; the provider what is to be put right; whoever typed it that it was refused', async () => {
  const world = await placed();
  const invoice = await enters(world, [line('AP-000042')]);
  expect(await drain(world)).toBe(0);
  expect(world.cards.map(({ to, summary }) => [to, summary])).toEqual(
    [head, deputy].map((each) => [personKey(each), 'Invoice BV 1001 of Blackmore Vale waits for you to accept or refuse it']),
  );
  expect(JSON.stringify(world.cards[0]?.card)).toContain('£480.00 more is asked, without VAT');
  const refuse = { kind: 'refuse' as const, reason: 'The days are wrong.' };
  await commandInvoice(world.ports)({ ...call(head), params: { ref: invoice.ref }, body: refuse, key: 'refuse-the-invoice' });
  expect(await drain(world)).toBe(0);
  expect(world.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['orders@blackmore.example', 'Stour Vale School has a query about your invoice BV 1001'],
  ]);
  expect(world.mails[0]?.html).toContain('The days are wrong.');
  expect(world.cards.at(-1)).toMatchObject({ to: personKey(senco), summary: 'Invoice BV 1001 of Blackmore Vale was refused' });
  expect(JSON.stringify([world.mails, world.cards])).not.toContain(running.request.pupilRef);
});
