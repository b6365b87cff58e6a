import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { otherSchoolRef, sampleSchoolRef } from '@ap/local/sample/ids';
import { localDate } from '@ap/shared/domain/days/local-date';
import { buyerMembers } from '@ap/shared/lists/buyer-members';
import { callOffs } from '@ap/shared/lists/call-offs';
import { invoices } from '@ap/shared/lists/invoices';
import { choiceStore } from '../../functions/src/adapters/storage/choice-store.ts';
import { effectStore } from '../../functions/src/adapters/storage/effect-queue.ts';
import { parkedStore } from '../../functions/src/adapters/storage/parked-store.ts';
import { startLocally } from '../../infra/tenant/src/run-command.ts';
import { localSettings } from '../../infra/tenant/src/subject/local-settings.ts';
import { wholeBin } from '../../infra/tenant/src/subject/recycle-bin.ts';
import { pastOf, rowsOf } from '../../infra/tenant/src/subject/rows.ts';
import { openStores, pupilKeyOf, type Stores } from '../../infra/tenant/src/subject/stores.ts';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { holding, listSinks, type Sink, sentAndLogged, storageOf, storageSinks } from '../support/all-sinks.ts';
import { listEditor } from '../support/list-editor.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { trustAuthority } from '../support/trust-authority.ts';
import { walkPlacement } from './placement-walk.ts';

// One pupil of a school, from a placement to the day on which nothing tells of them any more. The reference is invented.
const pupil = 'ZQ-90417';
const another = 'P-0220';

let stack: TestStack;
let stores: Stores;
let distrust: () => void;
const subject = (...args: readonly string[]) => startLocally('infra/tenant/src/subject/main.ts', stack.stateDir, args).ended;
const ofPupil = (command: string, ref = pupil, buyer = sampleSchoolRef) => [command, '--buyer', buyer, '--pupil', ref];
/** What the audit log says of itself and of requests, without its length: broken, or which versions no event tells of. The sample's round was never asked for. */
const audited = async (): Promise<string> =>
  (await startLocally('infra/tenant/src/audit-verify.ts', stack.stateDir, []).ended).output
    .replace(/: \d+ events.*$/m, '')
    .replace(/^.* of RD-.*\n/gm, '');
const everything = async (): Promise<readonly Sink[]> => [...(await listSinks(stores)), ...(await storageSinks(storageOf(stack.storage)))];
const telling = async () => holding(await everything(), [pupil, pupilKeyOf(sampleSchoolRef, pupil)]);
const myRequests = async () => JSON.stringify(await stack.people.as('senco').listCallOffs({ query: { scope: 'mine' } }));
const sums = async () => ({
  callOffs: (await rowsOf(stores, callOffs)).map(({ fields: { Title, Net, Vat, Gross, StartDate, EndDate, Units } }) => [
    Title,
    Net,
    Vat,
    Gross,
    StartDate,
    EndDate,
    Units,
  ]),
  invoices: (await rowsOf(stores, invoices)).map(({ fields: { Title, Net, Vat, Gross, Status } }) => [Title, Net, Vat, Gross, Status]),
});

/** The walk leaps over weeks: what was on its way then is too old to be sent. Back to each such day, the events of the audit log are written. */
const everyEventRecorded = async (): Promise<void> => {
  const effects = effectStore(storageOf(stack.storage));
  for (let tries = 0; tries < 20; tries += 1) {
    await stack.sweep();
    const [waits] = (await effects.expected()).map(({ madeAt }) => madeAt).sort();
    if (waits === undefined && !(await audited()).includes('of CO-')) return;
    if (waits !== undefined) stack.moveClock(new Date(Date.parse(waits) + 5 * 60_000).toISOString());
    await stack.sweep();
    await pause(3_000);
  }
};

beforeAll(async () => {
  stack = await runningStack();
  distrust = trustAuthority(stack.caPath);
  stores = await openStores(localSettings(stack.stateDir));
  await walkPlacement(stack, () => undefined, pupil);
  const senco = stack.people.as('senco');
  const { service } = await aService(senco);
  await senco.saveDraft({
    params: { draftId: randomUUID() },
    body: { serviceRef: service.serviceRef, buyerRef: sampleSchoolRef, answers: { pupilRef: pupil.toLowerCase() } },
  });
  await choiceStore(storageOf(stack.storage)).keep(sampleSchoolRef, {
    choiceRef: randomUUID(),
    at: '2027-01-05T09:00:00Z',
    by: 'Priya Nair',
    serviceRef: service.serviceRef,
    reason: `The only one that ${pupil} can reach.`,
    compared: [],
  });
  await stack.people.finding('senco').saveSearch({ body: { filters: { text: `${pupil} tuition`, near: 'DT1' } }, key: randomUUID() });
  await everyEventRecorded();
  await stack.runTimer('guardLists');
}, 400_000);
afterAll(async () => {
  distrust?.();
  await stack?.stop();
});

test('what is kept about a pupil is written out for whoever asks, from lists with their versions and from storage', async () => {
  const out = path.join(stack.stateDir, 'export');
  expect(await subject(...ofPupil('export'), '--out', out)).toMatchObject({ exitCode: 0 });
  const data = JSON.parse(readFileSync(`${out}.json`, 'utf8')) as {
    lists: readonly { list: string; row?: object; earlierVersions: readonly object[] }[];
    storage: readonly { table: string }[];
  };
  expect([...new Set(data.lists.map(({ list }) => list))].sort()).toEqual(expect.arrayContaining(['CallOffs', 'Invoices', 'Sessions']));
  expect(data.lists.find(({ list }) => list === 'CallOffs')?.earlierVersions.length).toBeGreaterThan(5);
  expect(data.storage.map(({ table }) => table)).toEqual(['drafts', 'choices', 'savedsearches']);
  expect(JSON.stringify(data)).not.toContain(another);
  expect(readFileSync(`${out}.md`, 'utf8')).toContain(`pupil ${pupil} of ${sampleSchoolRef}`);
});

test('a reference that only another buyer has is refused, and nothing is told of it; a pupil who is still placed is not erased', async () => {
  const others = (await rowsOf(stores, callOffs)).find(({ fields }) => fields.BuyerRef !== sampleSchoolRef);
  expect(others).toBeUndefined();
  const strange = await subject(...ofPupil('export', pupil, '113801'), '--out', path.join(stack.stateDir, 'strange'));
  expect(strange).toMatchObject({ exitCode: 1 });
  expect(strange.output).toMatch(/another buyer has|There is no buyer/);
  const open = await subject(...ofPupil('erase', another), '--yes');
  expect(open).toMatchObject({ exitCode: 1, output: expect.stringContaining('still needed') });
  expect(holding(await listSinks(stores), [another])).not.toEqual([]);
});

test('a pupil is erased from rows, versions, tables and copies; every sum, day and line of the audit log stands; nothing is put back', async () => {
  const [before, log] = [await sums(), await audited()];
  expect(log).toMatch(/^The chain holds/);
  expect((await telling()).length).toBeGreaterThan(10);
  expect(await subject(...ofPupil('erase'))).toMatchObject({ exitCode: 0, output: expect.stringContaining('Nothing was changed') });
  expect((await telling()).length).toBeGreaterThan(10);

  const erased = await subject(...ofPupil('erase'), '--yes');
  expect(erased).toMatchObject({ exitCode: 0, output: expect.stringContaining('Erased.') });
  expect(await telling()).toEqual([]);
  expect(
    (await choiceStore(storageOf(stack.storage)).list(sampleSchoolRef)).map(({ reason }) => reason.includes('The only one that')),
  ).toEqual([true]);
  expect(holding(sentAndLogged(stack.stateDir), [pupil])).toEqual([]);

  // The product goes on with what it reads: its timers write nothing of it again, and put nothing back.
  await stack.sweep();
  await stack.runTimer('guardLists');
  await stack.sweep();
  expect(await telling()).toEqual([]);
  expect(await sums()).toEqual(before);
  // What the app has in memory it reads anew within a minute.
  await eventually(
    'the erased reference in the app',
    async () => ((await myRequests()).includes('ERASED-') && !(await myRequests()).includes(pupil) ? true : undefined),
    90,
  );
  expect(await audited()).toBe(log);
  expect(holding(await everything(), [another])).not.toEqual([]);
  expect(await subject(...ofPupil('erase'), '--yes')).toMatchObject({ exitCode: 0, output: expect.stringContaining('Nothing is kept') });
});

test('two schools use the same reference: nothing of the other is shown, touched or waited for; what is still needed goes by force only', async () => {
  const shared = 'ZQ-20202';
  const senco = stack.people.as('senco');
  const other = stack.people.as('other-senco');
  stack.moveClock('2027-05-04T09:00:00Z');
  const { service, basis } = await aService(senco);
  const asks = async (who: typeof senco, buyerRef: string) => {
    const request = aRequest(buyerRef, service, basis, {
      pupilRef: shared,
      startDate: localDate('2027-06-07'),
      endDate: localDate('2027-07-09'),
      // Nobody there approves.
      useFallbackApprover: buyerRef === otherSchoolRef,
    });
    const { price } = await quoteOf(who, request);
    return (await who.submitCallOff({ body: { request, shownGross: price.gross } })).ref;
  };
  const [own, theirs] = [await asks(senco, sampleSchoolRef), await asks(other, otherSchoolRef)];
  const parked = parkedStore(storageOf(stack.storage));
  const command = (id: string, buyerRef: string) => ({
    id: id.repeat(40),
    endpoint: 'submitCallOff',
    by: {
      tenantId: randomUUID(),
      objectId: randomUUID(),
      name: 'Sena Coombe',
      email: 's@school.example',
      guest: false,
      client: 'deciding' as const,
    },
    // Later than the product's now: it waits its turn, and no sweep tries it meanwhile.
    parkedAt: '2027-05-04T17:00:00.000Z',
    input: { key: randomUUID(), body: { request: { buyerRef, pupilRef: shared } } },
  });
  await parked.keep(command('a', sampleSchoolRef));
  await parked.keep(command('b', otherSchoolRef));
  // Somebody deletes a row of the pupil by hand: it lies in the recycle bin, and the guard makes it again.
  const [theirRow] = await rowsOf(stores, callOffs, ['Title', theirs]);
  const theirHistory = async () => [
    await rowsOf(stores, callOffs, ['Title', theirs]),
    await pastOf(stores, callOffs, theirRow?.itemId ?? 0),
  ];
  const before = await theirHistory();
  await stack.runTimer('guardLists');
  await listEditor(stack, 'administrator').remove('CallOffs', own);
  await stack.runTimer('guardLists');
  await eventually('the row that the guard makes again', async () => (await rowsOf(stores, callOffs, ['Title', own]))[0]);
  // It was moved on to the second stage since. A list of the council's own had a row of the same title, which is nobody's to erase.
  const inBin = async () =>
    (await wholeBin(stores))
      .filter(({ Title }) => Title === own)
      .map(({ Id, DirName, ItemState }) => ({ Id, list: DirName.split('/').at(-1), ItemState }));
  await stores.rest.post(`recyclebin('${(await inBin())[0]?.Id}')/movetosecondstage`);
  const byHand = listEditor(stack, 'administrator');
  await byHand.call('POST', '', { displayName: 'Visits to school', list: { template: 'genericList' } });
  const itemId = await byHand.add('Visits to school', { Title: own });
  await byHand.call('DELETE', `Visits to school/items/${itemId}`);
  expect(await inBin()).toMatchObject([
    { list: 'Visits to school', ItemState: 1 },
    { list: 'CallOffs', ItemState: 2 },
  ]);

  const out = path.join(stack.stateDir, 'shared');
  expect(await subject(...ofPupil('export', shared), '--out', out)).toMatchObject({ exitCode: 0 });
  const written = `${readFileSync(`${out}.json`, 'utf8')}${readFileSync(`${out}.md`, 'utf8')}`;
  expect(written).toContain(own);
  for (const foreign of [theirs, otherSchoolRef, 'bbbbbbbb']) expect(written).not.toContain(foreign);
  expect((JSON.parse(readFileSync(`${out}.json`, 'utf8')) as { storage: readonly { table: string }[] }).storage).toMatchObject([
    { table: 'parked' },
  ]);

  const refused = await subject(...ofPupil('erase', shared), '--yes');
  expect(refused).toMatchObject({ exitCode: 1, output: expect.stringContaining('--force erases all the same') });
  expect(refused.output).toMatch(/not decided yet/);
  expect(refused.output).toMatch(/A command of this pupil waits/);
  // A bin that SharePoint does not list stops the run while everything can still be found.
  const tooLong = 'The attempted operation is prohibited because it exceeds the list view threshold.';
  await stack.people.control('POST', '/_local/faults', {
    match: { path: '/_api/site/recyclebin' },
    respond: { status: 500, code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException', message: tooLong },
    times: 1,
  });
  expect(await subject(...ofPupil('erase', shared), '--yes', '--force')).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('which cannot be looked through'),
  });
  expect((await rowsOf(stores, callOffs, ['Title', own]))[0]?.fields.PupilRef).toBe(shared);
  expect(await subject(...ofPupil('erase', shared), '--yes', '--force')).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('Erased.'),
  });

  expect((await parked.all()).map(({ id }) => id)).toContain('b'.repeat(40));
  expect((await parked.all()).map(({ id }) => id)).not.toContain('a'.repeat(40));
  expect(await theirHistory()).toEqual(before);
  const left = holding(await listSinks(stores), [shared]);
  expect(left.length).toBeGreaterThan(0);
  expect(left.filter((each) => !each.startsWith(`CallOffs ${theirRow?.itemId}`))).toEqual([]);
  expect(await inBin()).toMatchObject([{ list: 'Visits to school', ItemState: 1 }]);
  await parked.remove('b'.repeat(40));
  await senco.withdrawCallOff({ params: { ref: own } });
  await everyEventRecorded();
});

test('seven years later what is over goes by rule, after a dry run that says what and why; what is open stays', async () => {
  const later = ['retention', '--today', '2034-06-01'];
  const { invoices: papers } = await sums();
  expect(papers.length).toBeGreaterThan(0);
  await stack.people.as('newcomer').askForAccess({ params: { buyerRef: otherSchoolRef } });
  const dry = await subject(...later);
  expect(dry.exitCode).toBe(0);
  expect(dry.output).toMatch(/would delete invoice \S+.*, due since 2033-04-01: an invoice or credit note/);
  expect(dry.output).toMatch(/would delete member \S+, due since/);
  expect(dry.output).toMatch(/would delete placement CO-\S+, due since 2033-04-01: what a placement cost/);
  expect(dry.output).toMatch(/stays: placement CO-\S+: AP-\d+\S*: the placement is/);
  const [rows, log] = [(await rowsOf(stores, callOffs)).length, await audited()];
  expect(await subject(...later, '--yes')).toMatchObject({ exitCode: 0 });
  await stack.runTimer('guardLists');
  expect((await sums()).invoices.length).toBeLessThan(papers.length);
  expect((await rowsOf(stores, buyerMembers)).filter(({ fields }) => fields.Status !== 'active')).toEqual([]);
  const left = await rowsOf(stores, callOffs);
  expect(left.length).toBeLessThan(rows);
  expect(holding(await listSinks(stores), ['ERASED-'])).toEqual([]);
  expect(holding(await listSinks(stores), [another])).not.toEqual([]);
  expect(await audited()).toBe(log);
});
