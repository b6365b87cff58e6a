import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { addDays, toLondonDate } from '@ap/shared/domain/days/local-date';
import { personKey } from '@ap/shared/domain/people/person';
import { someTerms } from '@ap/shared/domain/tenders/framework/framework.fixture';
import { membershipTitle } from '@ap/shared/lists/buyer-members';
import { readAudit } from '../../functions/src/adapters/storage/audit-chain.ts';
import { storage } from '../../functions/src/adapters/storage/storage.ts';
import { verifyAudit } from '../../functions/src/adapters/storage/verify-audit.ts';
import { listEditor } from '../support/list-editor.ts';
import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';

// Commissioners edit lists by hand, through Graph with their own rights; the bundle on the local host judges what they did.

let stack: TestStack;
let commissioner: ReturnType<typeof listEditor>;
let administrator: ReturnType<typeof listEditor>;
const guard = () => stack.runTimer('guardLists');

beforeAll(async () => {
  stack = await runningStack(undefined, undefined, guardByHand);
  commissioner = listEditor(stack, 'commissioner');
  administrator = listEditor(stack, 'administrator');
  await guard();
});
afterAll(() => stack?.stop(), 60_000);

const allEvents = async () => {
  const blobs = await readAudit(storage({ AzureWebJobsStorage: stack.storage, DEPLOYMENT_NAME: 'local' }));
  expect(verifyAudit(blobs)).toMatchObject({ ok: true, gaps: [] });
  return blobs
    .flatMap(({ text }) => text.split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as { id: string; action: string; actor: string; refs?: readonly string[] });
};
const events = async () => (await allEvents()).filter(({ id }) => id.startsWith('EDIT-'));
const eventsOf = async (key: string) => (await events()).filter(({ refs }) => refs?.includes(key)).map(({ action }) => action);
const cardsOf = async (person: string) => (await stack.people.chat(person)).map(({ activity }) => activity.summary ?? '');
const keyOf = (row: { readonly fields: Readonly<Record<string, unknown>> }): string => String(row.fields.Title);

test('a legal edit stands, is recorded once, and tells nobody', async () => {
  const key = keyOf(await commissioner.anyRow('Providers', "fields/Status eq 'active'"));
  await commissioner.edit('Providers', key, { Phone: '01305 000999' });
  await guard();
  await guard();
  expect(await commissioner.fields('Providers', key)).toMatchObject({ Phone: '01305 000999' });
  expect(await eventsOf(key)).toEqual(['hand-edit-accepted']);
  expect((await cardsOf('commissioner')).filter((card) => card.includes(key))).toEqual([]);
});

test('a price inside its period is put back, the row says why, its editor gets a card, and a second run finds nothing to do', async () => {
  const row = await commissioner.anyRow('RateCards', "fields/Status eq 'approved'");
  const key = keyOf(row);
  await commissioner.edit('RateCards', key, { Price: Number(row.fields.Price) + 5 });
  await guard();
  const after = await commissioner.row('RateCards', key);
  expect(after.fields.Price).toBe(row.fields.Price);
  expect(after.fields.SystemNote).toMatch(/^The change of .* was put back\.\nPrice \(ex VAT\): This price is fixed for its period, /);
  expect(await cardsOf('commissioner')).toContain(`${key} in RateCards was put back`);
  await guard();
  expect((await commissioner.row('RateCards', key)).eTag).toBe(after.eTag);
  expect(await eventsOf(key)).toEqual(['hand-edit-undone']);
});

test('R19: a provider that a commissioner types as suspended is held as by the command, and nobody lifts that by typing', async () => {
  const key = keyOf(await commissioner.anyRow('Providers', "fields/Status eq 'active'"));
  await commissioner.edit('Providers', key, { Status: 'suspended', StatusReason: 'No safeguarding lead in post' });
  await guard();
  expect(await commissioner.fields('ProviderStandings', key)).toMatchObject({ Status: 'suspended', OpenHolds: 1, Causes: 'commissioner' });
  expect(await commissioner.fields('Providers', key)).toMatchObject({ Status: 'suspended' });

  await commissioner.edit('Providers', key, { Status: 'active', StatusReason: null });
  await guard();
  const after = await commissioner.fields('Providers', key);
  expect(after.Status).toBe('suspended');
  expect(after.SystemNote).toContain('Nobody lifts a hold by typing');
  expect((await eventsOf(key)).slice(-2)).toEqual(['hand-edit-accepted', 'hand-edit-undone']);
});

test('a status that skips a step is put back, and what else was changed in the same row stands', async () => {
  const key = keyOf(await commissioner.anyRow('Frameworks', "fields/Status eq 'live'"));
  await commissioner.edit('Frameworks', key, { Status: 'coming', Note: 'Tender again in 2029' });
  await guard();
  expect(await commissioner.fields('Frameworks', key)).toMatchObject({ Status: 'live', Note: 'Tender again in 2029' });
  expect(String((await commissioner.fields('Frameworks', key)).SystemNote)).toContain(
    'A framework that is live cannot become coming in one step.',
  );
});

test('a lot that is nowhere is put back; the next edit that is accepted clears the note', async () => {
  const row = await commissioner.anyRow('Services', "fields/Status eq 'offered'");
  const key = keyOf(row);
  await commissioner.edit('Services', key, { LotKey: 'AP-1999-9' });
  await guard();
  const after = await commissioner.fields('Services', key);
  expect(after).toMatchObject({ LotKey: row.fields.LotKey });
  expect(after.SystemNote).toContain('Lot: There is no AP-1999-9 in the list Lots.');
  await commissioner.edit('Services', key, { Status: 'withdrawn' });
  await guard();
  const withdrawn = await commissioner.fields('Services', key);
  expect(withdrawn).toMatchObject({ Status: 'withdrawn' });
  expect(withdrawn.SystemNote).toBeUndefined();
  expect(await eventsOf(key)).toEqual(['hand-edit-undone', 'hand-edit-accepted']);
});

test('a key stays as it is, and a second row of the same key is taken out again', async () => {
  const row = await commissioner.anyRow('Lots');
  const key = keyOf(row);
  await commissioner.edit('Lots', key, { Title: 'AP-2099-1' });
  const { FrameworkRef, Number: number, Name, Status } = row.fields;
  const second = await commissioner.add('Lots', { Title: ` ${key}`, FrameworkRef, Number: number, Name, Status });
  await guard();
  expect((await commissioner.rows('Lots', key)).map(({ id }) => id)).toEqual([row.id]);
  expect((await commissioner.call('GET', `Lots/items/${second}`)).status).toBe(404);
  expect((await cardsOf('commissioner')).some((card) => card.includes('2 changes in lists were put back'))).toBe(true);
});

test('a row that is deleted is there again under its key, says so, and the commissioners are told', async () => {
  const row = await commissioner.anyRow('ProviderSites');
  const key = keyOf(row);
  await commissioner.remove('ProviderSites', key);
  await guard();
  const again = await commissioner.row('ProviderSites', key);
  expect(again.id).not.toBe(row.id);
  expect(again.fields).toMatchObject({ Name: row.fields.Name, Postcode: row.fields.Postcode });
  expect(again.fields.SystemNote).toContain('This row was deleted');
  for (const person of ['commissioner', 'second-commissioner'])
    expect(await cardsOf(person)).toContain(`${key} in ProviderSites was deleted, and is there again`);
  await guard();
  expect(await eventsOf(key)).toEqual(['hand-edit-undone']);
  expect((await commissioner.row('ProviderSites', key)).eTag).toBe(again.eTag);
});

test('a value that the app cannot read is put back', async () => {
  const row = await commissioner.anyRow('Buyers');
  await commissioner.edit('Buyers', keyOf(row), { TermDates: 'after the fair' });
  await guard();
  const after = await commissioner.fields('Buyers', keyOf(row));
  expect(after.TermDates).toBe(row.fields.TermDates);
  expect(after.SystemNote).toContain('Term dates: The app cannot read this');
});

test('a list that the app alone writes is put back whole, whoever has the right to write there', async () => {
  const key = keyOf(await commissioner.anyRow('ProviderStandings'));
  const before = await commissioner.fields('ProviderStandings', key);
  await administrator.edit('ProviderStandings', key, { Status: 'active', OpenHolds: 0, Causes: null });
  await guard();
  expect(await commissioner.fields('ProviderStandings', key)).toMatchObject({
    Status: before.Status,
    OpenHolds: before.OpenHolds,
    Causes: before.Causes,
  });
  expect(await cardsOf('second-commissioner')).toContain(`${key} in ProviderStandings was put back`);
});

test('a service that is too busy while a row is put back is asked again by the next run: one event, one card', async () => {
  const row = await commissioner.anyRow('RateCards', "fields/Status eq 'approved'");
  const key = keyOf(row);
  const before = { events: (await eventsOf(key)).length, cards: (await cardsOf('commissioner')).length };
  await commissioner.edit('RateCards', key, { Price: 1 });
  const { id } = await stack.people.fault(
    { method: 'PATCH', path: '/lists/RateCards/items/\\d+/fields$' },
    { status: 503, code: 'serviceNotAvailable', retryAfter: 60 },
    20,
  );
  await guard();
  expect((await commissioner.fields('RateCards', key)).Price).toBe(1);
  await stack.people.control('DELETE', `/_local/faults?id=${id}`);
  await guard();
  await guard();
  expect((await commissioner.fields('RateCards', key)).Price).toBe(row.fields.Price);
  expect(await eventsOf(key)).toHaveLength(before.events + 1);
  expect(await cardsOf('commissioner')).toHaveLength(before.cards + 1);
});

test('R29: a typed status of a framework that the app leads is its command, in the roles of whoever typed it; one that asks more is put back', async () => {
  const desk = stack.people.commissioning('commissioner');
  const ref = 'AP-TYPED';
  const closedAt = new Date(Date.now() - 86_400_000).toISOString();
  const competition = { portal: 'ProContract', noticeId: 'DN700099', evidenceUrl: 'https://council.example/tenders/DN700099', closedAt };
  const terms = structuredClone(someTerms({ competition, lotKeys: ['AP-2026-1'] })) as never;
  await desk.planFramework({ body: { ref, terms }, key: randomUUID() });
  await guard();
  const statusOf = async () => (await desk.listFrameworks({})).frameworks.find((each) => each.ref === ref)?.status;

  await administrator.edit('Frameworks', ref, { Status: 'open' });
  await guard();
  expect((await commissioner.fields('Frameworks', ref)).Status).toBe('coming');
  expect(await statusOf()).toBe('coming');

  await commissioner.edit('Frameworks', ref, { Status: 'open' });
  await guard();
  await guard();
  const opened = await commissioner.fields('Frameworks', ref);
  expect([opened.Status, opened.SystemNote ?? '', await statusOf()]).toEqual(['open', '', 'open']);

  await commissioner.edit('Frameworks', ref, { Status: 'cancelled' });
  await guard();
  const kept = await commissioner.fields('Frameworks', ref);
  expect([kept.Status, await statusOf()]).toEqual(['open', 'open']);
  expect(kept.SystemNote).toContain('The app leads this framework');
  expect(await eventsOf(ref)).toEqual(['hand-edit-undone', 'hand-edit-accepted', 'hand-edit-undone']);
});

test('R17: that evidence came in for a check may be typed, and is the command; that it is passed may not', async () => {
  const desk = stack.people.commissioning('commissioner');
  const providerRef = keyOf(await commissioner.anyRow('Providers', "fields/Status eq 'active'"));
  const today = toLondonDate(new Date().toISOString());
  const { ref } = await desk.scheduleCheck({ body: { providerRef, standard: 'policies', scheduledFor: today }, key: randomUUID() });
  await desk.decideCheck({ params: { ref }, body: { kind: 'request-evidence', dueOn: addDays(today, 14) }, key: randomUUID() });
  await guard();
  const check = async () => (await desk.getPassport({ params: { providerRef } })).checks.find((each) => each.ref === ref);

  await commissioner.edit('QaChecks', ref, { Outcome: 'received' });
  await guard();
  await guard();
  expect(await check()).toMatchObject({ outcome: 'received', evidence: { recordedBy: 'Helen Strand' } });
  expect(await commissioner.fields('QaChecks', ref)).toMatchObject({ Outcome: 'received' });

  await commissioner.edit('QaChecks', ref, { Outcome: 'passed' });
  await guard();
  expect(await check()).toMatchObject({ outcome: 'received' });
  expect(await commissioner.fields('QaChecks', ref)).toMatchObject({ Outcome: 'received' });
  expect(await eventsOf(ref)).toEqual(['hand-edit-accepted', 'hand-edit-undone']);
});

test('a tenant that lets us subscribe to nothing is asked once a day, and every edit above was found without', async () => {
  await stack.people.resetUsage();
  await stack.runTimer('renewSubscriptions');
  await stack.runTimer('renewSubscriptions');
  const asked = (await stack.people.usage()).byRoute.filter(({ method, route }) => method === 'POST' && route.includes('subscriptions'));
  expect(asked.map(({ count }) => count)).toEqual([1]);
});

test('row 49: a delegate who is typed is named as in the app, noted with who typed it, and put back where the rules refuse', async () => {
  const personOf = (key: string) => {
    const { tenantId, userId } = samplePerson(key);
    return personKey({ tenantId, objectId: userId });
  };
  const key = membershipTitle(sampleSchoolRef, personOf('head-teacher'));
  const today = toLondonDate(new Date().toISOString());
  const days = { DelegateFrom: `${today}T12:00:00Z`, DelegateUntil: `${addDays(today, 4)}T12:00:00Z` };
  const told = async () =>
    (await allEvents())
      .filter(({ id }) => id.startsWith('DELEGATION-'))
      .map(({ action, actor, refs = [] }) => [action, actor, refs[0], refs[2]]);

  await commissioner.edit('BuyerMembers', key, { DelegateTo: personOf('senco'), ...days });
  await guard();
  await guard();
  const named = await commissioner.fields('BuyerMembers', key);
  expect([named.DelegateTo, named.DelegateName, named.SystemNote ?? '']).toEqual([personOf('senco'), 'Priya Nair', '']);
  const typed = ['delegate-named', personOf('commissioner'), personOf('senco'), 'typed-in-list'];
  expect(await told()).toEqual([typed]);

  await commissioner.edit('BuyerMembers', key, { DelegateTo: personOf('outsider') });
  await guard();
  await guard();
  const kept = await commissioner.fields('BuyerMembers', key);
  expect([kept.DelegateTo, kept.DelegateName]).toEqual([personOf('senco'), 'Priya Nair']);
  expect(kept.SystemNote).toContain('Choose somebody who belongs to the same school or department.');
  expect(await told()).toEqual([typed]);

  await commissioner.edit('BuyerMembers', key, {
    DelegateTo: null,
    DelegateName: null,
    DelegateEmail: null,
    DelegateFrom: null,
    DelegateUntil: null,
  });
  await guard();
  expect((await commissioner.fields('BuyerMembers', key)).DelegateTo ?? '').toBe('');
  expect((await told()).at(-1)).toEqual(['delegation-ended', personOf('commissioner'), personOf('senco'), 'typed-in-list']);
  expect(await eventsOf(key)).toEqual(['hand-edit-accepted', 'hand-edit-undone', 'hand-edit-accepted']);
});
