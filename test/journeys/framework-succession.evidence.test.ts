import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import { addDays, formatDate, type LocalDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { decodeFields, encodeFields } from '@ap/shared/lists/codec';
import { frameworks } from '@ap/shared/lists/frameworks';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { lots } from '@ap/shared/lists/lots';
import { providers } from '@ap/shared/lists/providers';
import { rateCards } from '@ap/shared/lists/rate-cards';
import { services } from '@ap/shared/lists/services';
import { aRequest, aService, nextMonday, quoteOf } from '../support/a-request.ts';
import { codeOf } from '../support/code-of.ts';
import { listEditor } from '../support/list-editor.ts';
import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A framework ends in the midst of a placement, and the next one begins with a lot of its own (docs/change.md). On the whole stack, whose clock is moved. How an award makes
// the rows of the next framework is told by award.evidence.test.ts: here they are put where an award leaves them.

const newLot = { key: 'AP-NEXT-7', name: 'Belonging', service: 'Shipshape mornings', ref: 'S-99001', price: pence(9_000) } as const;
const first = addDays(nextMonday(), 1);
const lastOfOld = addDays(first, 6);
const firstOfNext = addDays(lastOfOld, 1);
const at = (day: LocalDate): string => `${day}T10:00:00Z`;

let stack: TestStack;
let old: ServiceSummary;
let basis = '';
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, timersByHand);
  ({ service: old, basis } = await aService(stack.people.as('senco')));
});
afterAll(() => stack?.stop(), 60_000);

const sent = async (service: ServiceSummary, startDate: LocalDate) => {
  const senco = stack.people.as('senco');
  const request = aRequest(sampleSchoolRef, service, basis, { startDate, endDate: addDays(startDate, 27) });
  const { price } = await quoteOf(senco, request);
  return senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
};
const approve = (ref: string) =>
  stack.people.as('head-teacher').decideApproval({
    params: { ref },
    body: { verdict: 'approve', seen: { round: 1, step: 0 } },
    key: randomUUID(),
  });

/** A row like another one, with what is different in it. */
const addLike = async <L extends ListDefinition>(list: L, where: string, different: Partial<Fields<L>>): Promise<void> => {
  const administrator = listEditor(stack, 'administrator');
  const read = decodeFields(list, (await administrator.anyRow(list.title, where)).fields);
  if (!read.ok) throw new Error(`${list.title}: ${JSON.stringify(read.issues)}`);
  await administrator.add(list.title, encodeFields(list, { ...read.fields, ...different } as Partial<Fields<L>>, 'create'));
};

/** The council ends the framework early, and the next one takes over on the day after, with one lot that the old one has not. */
const succeed = async (): Promise<void> => {
  const administrator = listEditor(stack, 'administrator');
  const { FrameworkRef } = (await administrator.row('Lots', old.lotKey)).fields;
  const named = `fields/Title eq '${String(FrameworkRef)}'`;
  await addLike(frameworks, named, { Title: 'AP-NEXT', Name: 'The next framework', LiveFrom: firstOfNext });
  await listEditor(stack, 'commissioner').edit(
    'Frameworks',
    String(FrameworkRef),
    encodeFields(frameworks, { ExpiresOn: lastOfOld }, 'update'),
  );
  await addLike(lots, `fields/Title eq '${old.lotKey}'`, { Title: newLot.key, FrameworkRef: 'AP-NEXT', Number: 7, Name: newLot.name });
  const lotKeys = encodeFields(providers, { LotKeys: [old.lotKey, newLot.key] }, 'update');
  await administrator.edit('Providers', old.providerRef, lotKeys);
  await addLike(services, `fields/Title eq '${old.serviceRef}'`, { Title: newLot.ref, LotKey: newLot.key, Name: newLot.service });
  await addLike(rateCards, `fields/ServiceRef eq '${old.serviceRef}' and fields/Status eq 'approved'`, {
    Title: 'R-99001',
    ServiceRef: newLot.ref,
    LotKey: newLot.key,
    Unit: 'day',
    Price: newLot.price,
    EffectiveFrom: firstOfNext,
    EffectiveTo: addDays(firstOfNext, 365),
  });
};

test('R28, R29: orders of the old framework run on past its end, what waits is refused, and requests are made of the lots of the next one', async () => {
  const senco = stack.people.as('senco');
  const school = stack.people.ordering('senco');

  // Made in time: an order that its provider accepts, and a request about which nobody has decided.
  const { ref } = await sent(old, first);
  await approve(ref);
  await senco.answerOrder({ params: { ref }, body: { answer: 'accepted' }, key: randomUUID() });
  const waiting = await sent(old, addDays(first, 14));
  const { unitPrice } = await school.getOrder({ params: { ref } });
  await succeed();

  const params = { ref };
  const give = (body: Parameters<typeof school.commandOrder>[0]['body']) => school.commandOrder({ params, body, key: randomUUID() });
  stack.moveClock(at(first));
  for (const check of ['staff-checks-confirmed', 'plan-agreed'] as const) await give({ kind: 'record-start-check', check, on: first });
  for (const check of ['council-told', 'details-passed'] as const)
    await give({ kind: 'record-start-check', check, on: first, channel: 'secure-mail' });
  expect(await give({ kind: 'start', startedOn: first })).toMatchObject({ state: 'active' });

  // On the day after its last, the directory has the one service of the next framework, and says of the old one what became of it.
  stack.moveClock(at(firstOfNext));
  const found = await eventually('the directory of the next framework', async () => {
    const { items } = await senco.searchDirectory({ query: {} });
    return items.some(({ serviceRef }) => serviceRef === newLot.ref) ? items : undefined;
  });
  expect(found.map(({ name, lotName }) => [name, lotName])).toEqual([[newLot.service, newLot.name]]);
  expect(await senco.getService({ params: { serviceRef: old.serviceRef } })).toMatchObject({
    listed: false,
    whyNot: expect.stringContaining(
      `ended on ${formatDate(lastOfOld, 'plain')}. Placements that were ordered under it run on at their price.`,
    ),
  });
  expect(await codeOf(sent(old, addDays(first, 14)))).toBe('framework-not-live');
  expect(await codeOf(approve(waiting.ref))).toBe('framework-not-live');

  // The placement runs on at its frozen price, and is not made longer.
  expect(await codeOf(give({ kind: 'extend', endDate: addDays(first, 34), reason: 'It goes well.' }))).toBe('dates-not-allowed');
  const pattern = { days: ['tue' as const], sessions: 'both' as const, hoursPerDay: 5 };
  const varied = await give({ kind: 'vary', from: addDays(first, 14), pattern, reason: 'One day in school.' });
  expect(varied).toMatchObject({ state: 'active', unitPrice });

  // Meanwhile the same provider takes an order of the next framework, at the price of that one.
  const [service] = found;
  const anew = await sent(service as ServiceSummary, addDays(first, 14));
  expect(anew.price.unitPrice).toBe(newLot.price);
  expect((await approve(anew.ref)).status).toBe('ordered');

  const lastDay = addDays(first, 21);
  stack.moveClock(at(lastDay));
  expect(await give({ kind: 'end', lastDay, reason: 'agreed-with-provider' })).toMatchObject({
    state: 'ended',
    unitPrice,
    end: { on: lastDay },
  });
});
