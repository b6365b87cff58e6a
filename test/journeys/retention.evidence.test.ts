import { aBlockInUse } from '@ap/shared/domain/block-purchases/block.fixture';
import { senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { defaultRetentionPolicy } from '@ap/shared/domain/privacy/retention-policy';
import type { ProviderChange } from '@ap/shared/domain/provider-changes/provider-change';
import type { Concern } from '@ap/shared/domain/quality/concern';
import type { OwnCheck } from '@ap/shared/domain/quality/own-check';
import type { Visit } from '@ap/shared/domain/quality/visit';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import { aSubmitted } from '@ap/shared/domain/tenders/application/application.fixture';
import { anAwardThatIs, proposeAward } from '@ap/shared/domain/tenders/award/award.fixture';
import type { Clarification } from '@ap/shared/domain/tenders/clarification/clarification';
import { aLotApplication, allScored, closedRound, submittedSheet } from '@ap/shared/domain/tenders/evaluation/evaluation.fixture';
import { ratesOf } from '@ap/shared/domain/tenders/prices/price-book';
import { aBook } from '@ap/shared/domain/tenders/prices/price-book.fixture';
import { evaluatorA, evaluatorB } from '@ap/shared/domain/tenders/tender.fixture';
import { blockPurchases, fromBlockPurchase } from '@ap/shared/lists/block-purchases';
import { encodeFields } from '@ap/shared/lists/codec';
import { frameworks, fromFramework } from '@ap/shared/lists/frameworks';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { fromProviderChange, providerChanges } from '@ap/shared/lists/provider-changes';
import { concerns, fromConcern } from '@ap/shared/lists/quality/concerns';
import { fromOwnCheck, ownChecks } from '@ap/shared/lists/quality/own-checks';
import { fromVisit, visits } from '@ap/shared/lists/quality/visits';
import { fromRate, rateCards } from '@ap/shared/lists/rate-cards';
import { settings } from '@ap/shared/lists/settings';
import { applicationLots, fromLotApplication } from '@ap/shared/lists/tenders/application-lots';
import { applicationRounds, fromRound } from '@ap/shared/lists/tenders/application-rounds';
import { applications, fromApplication } from '@ap/shared/lists/tenders/applications';
import { awards, fromAward } from '@ap/shared/lists/tenders/awards';
import { clarifications, fromClarification } from '@ap/shared/lists/tenders/clarifications';
import { evaluationScores, fromScoreSheet } from '@ap/shared/lists/tenders/evaluation-scores';
import { fromPriceBook, priceBooks } from '@ap/shared/lists/tenders/price-books';
import { choiceStore } from '../../functions/src/adapters/storage/choice-store.ts';
import { goodCopies } from '../../functions/src/adapters/storage/good-copies.ts';
import { startLocally } from '../../infra/tenant/src/run-command.ts';
import { wholeBin } from '../../infra/tenant/src/subject/recycle-bin.ts';
import { pastOf, rowsOf } from '../../infra/tenant/src/subject/rows.ts';
import { holding, type Sink } from '../support/all-sinks.ts';
import { registerWithStorage } from '../support/register-with-storage.ts';

// What providers and staff typed, in rows that go and in rows that stay. The words are looked for in rows, versions, good copies and the recycle bin.
const goes = 'Xanthoria';
const stays = 'Ramalina';

let rates: readonly string[];
let register: Awaited<ReturnType<typeof registerWithStorage>>;
const retention = async (today: string, ...more: readonly string[]) => {
  const { exitCode, output } = await startLocally('infra/tenant/src/subject/main.ts', register.stateDir, [
    'retention',
    '--today',
    today,
    ...more,
  ]).ended;
  if (exitCode !== 0) throw new Error(output);
  return output;
};

/** Writes a row, and the same once more: it has an earlier version, and a good copy of it lies in the storage. */
const keep = async <L extends ListDefinition>(list: L, fields: Fields<L>): Promise<void> => {
  const { graph, sitePath, storage } = register.stores;
  const items = `${sitePath}/lists/${list.title}/items`;
  const { id } = (await graph.api(items).post({ fields: encodeFields(list, fields, 'create') })) as { id: string };
  written.push([list, Number(id)]);
  await graph.api(`${items}/${id}/fields`).patch(encodeFields(list, fields, 'update'));
  await goodCopies(storage).keep(list.title, { itemId: Number(id), key: '', version: 2, packed: JSON.stringify(fields) }, undefined);
};
const titles = async (list: ListDefinition): Promise<readonly string[]> =>
  (await rowsOf(register.stores, list)).map(({ fields }) => String(fields.Title)).sort();
/** The rows that were written, as they were found: a list and the number of an item. */
const written: (readonly [ListDefinition, number])[] = [];
const lists = (): readonly ListDefinition[] => [...new Set(written.map(([list]) => list))];
/** Every row of these lists with every earlier version, the recycle bin, and the good copies. */
const everywhere = async (): Promise<readonly Sink[]> => {
  const { stores } = register;
  const sinks: Sink[] = [{ name: 'recycle bin', text: JSON.stringify(await wholeBin(stores)) }];
  for (const list of lists())
    for (const { itemId, fields } of await rowsOf(stores, list))
      sinks.push({ name: `${list.title} ${itemId}`, text: JSON.stringify([fields, await pastOf(stores, list, itemId)]) });
  for await (const copy of stores.storage.table('goodcopies').listEntities())
    sinks.push({ name: `good copy ${copy.partitionKey} ${copy.rowKey}`, text: JSON.stringify(copy) });
  return sinks;
};
/** How many earlier versions the tenant still gives of whatever was written and is in its list no more. */
const versionsOfWhatWent = async (): Promise<number> => {
  const { stores } = register;
  const there = new Set(
    (await Promise.all(lists().map(async (list) => (await rowsOf(stores, list)).map(({ itemId }) => `${list.title} ${itemId}`)))).flat(),
  );
  const gone = written.filter(([list, itemId]) => !there.has(`${list.title} ${itemId}`));
  expect(gone.length).toBeGreaterThan(10);
  const past = await Promise.all(
    gone.map(([list, itemId]) => pastOf(stores, list, itemId).catch(({ statusCode }) => (statusCode === 404 ? [] : [statusCode]))),
  );
  return past.flat().length;
};

const line = (at: string, comment: string) => ({ at, by: 'Ada Marsh', what: 'It was done', comment });
const quiet = { version: 1, outbox: [], lastCommands: [] } as const;

const concern = (ref: string, told: Partial<Concern>): Concern =>
  ({
    ...quiet,
    ref,
    providerRef: 'P-0001',
    status: 'closed',
    category: 'other',
    severity: 'serious',
    reportedBy: senco,
    reportedAt: '2027-01-10T09:00:00Z',
    text: goes,
    rung: [],
    joined: [],
    history: [line('2027-01-10T09:00:00Z', goes), line('2027-02-01T09:00:00Z', goes)],
    ...told,
  }) as Concern;

/** An application with its lot and two sheets of scores. */
const apply = async (ref: string, words: string, told: Partial<Application> = {}, sheetWaits = false): Promise<void> => {
  const application: Application = {
    ...aSubmitted(),
    ...quiet,
    ref,
    history: [line('2026-12-20T10:00:00Z', words)],
    contact: { email: `${words.toLowerCase()}@provider.example`, registryNumber: ref },
    ...told,
  };
  const lot = {
    ...aLotApplication(),
    ...quiet,
    ref: `${ref}-L1`,
    applicationRef: ref,
    status: 'not-recommended',
    history: [line('2027-01-20T10:00:00Z', words)],
  } as const;
  await keep(applications, fromApplication(application));
  await keep(applicationLots, fromLotApplication(lot));
  for (const [at, evaluator] of [evaluatorA, evaluatorB].entries()) {
    const sheet = submittedSheet(evaluator, allScored(3, `${words} says who, when and how.`));
    const outbox = sheetWaits && at === 1 ? sheet.outbox : [];
    const scored = {
      ...sheet,
      outbox,
      ref: `${lot.ref}-${at}`,
      lotApplicationRef: lot.ref,
      history: [line('2027-01-15T10:00:00Z', words)],
    };
    await keep(evaluationScores, fromScoreSheet(scored));
  }
};

const round = (ref: string, frameworkRef = 'OLD-2020') => ({
  ...closedRound(),
  ...quiet,
  ref,
  frameworkRef,
  history: [line('2026-12-31T12:00:00Z', '')],
});
const question = (ref: string, roundRef: string, words: string): Clarification => ({
  ...quiet,
  ref,
  roundRef,
  status: 'declined',
  askedBy: 'P-0042',
  question: words,
  history: [line('2026-12-10T10:00:00Z', words)],
});

beforeAll(async () => {
  register = await registerWithStorage();
  const framework = {
    ref: 'OLD-2020',
    name: 'An old one',
    authority: 'The council',
    status: 'live',
    liveFrom: localDate('2027-01-01'),
    expiresOn: localDate('2027-08-31'),
    eligibleBuyerTypes: ['academy'],
    permittedBases: ['single-provider-capable'],
    maxValue: undefined,
  } as const;
  await keep(frameworks, fromFramework(framework as never));
  await keep(settings, {
    Title: 'retention-policy',
    Value: JSON.stringify({ ...defaultRetentionPolicy, held: ['CN-HELD', 'V-HELD', 'AP-HELD'] }),
    Explanation: '',
    SystemNote: undefined,
  } as never);

  await keep(concerns, fromConcern(concern('CN-GOES', {})));
  await keep(
    concerns,
    fromConcern(concern('CN-OPEN', { status: 'open', providerRef: 'P-0003', text: stays, history: [line('2027-01-10T09:00:00Z', stays)] })),
  );
  await keep(
    concerns,
    fromConcern(concern('CN-HARM', { category: 'child-may-be-harmed', text: stays, history: [line('2027-02-01T09:00:00Z', stays)] })),
  );
  await keep(concerns, fromConcern(concern('CN-HELD', { text: stays, history: [line('2027-02-01T09:00:00Z', stays)] })));

  const visit = (ref: string, words: string, told: Partial<Visit> = {}): Visit => ({
    ...quiet,
    ref,
    providerRef: 'P-0001',
    status: 'closed',
    plannedFor: localDate('2027-01-15'),
    findings: words,
    actions: [],
    history: [line('2027-02-01T09:00:00Z', words)],
    ...told,
  });
  await keep(visits, fromVisit(visit('V-GOES', goes)));
  await keep(visits, fromVisit(visit('V-HELD', stays)));
  await keep(visits, fromVisit(visit('V-CONCERN', stays, { providerRef: 'P-0003' })));
  const check: OwnCheck = {
    ...quiet,
    ref: 'OC-113855-P-0001',
    buyerRef: '113855',
    providerRef: 'P-0001',
    checkedOn: localDate('2026-12-01'),
    checkedBy: senco,
    headings: ['visited'],
    note: goes,
    reviewOn: localDate('2027-02-01'),
    history: [line('2026-12-01T09:00:00Z', goes)],
  };
  await keep(ownChecks, fromOwnCheck(check));
  const change = (ref: string, words: string, told: Partial<ProviderChange> = {}): ProviderChange => ({
    ...quiet,
    ref,
    providerRef: 'P-0001',
    providerName: 'Greenway',
    state: 'accepted',
    proposer: { name: words, role: 'manager' },
    proposedAt: '2027-01-10T09:00:00Z',
    linkId: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
    profile: [{ field: 'phone', before: '', after: '01305 555 020' }],
    places: [],
    history: [line('2027-01-12T10:00:00Z', words)],
    ...told,
  });
  await keep(providerChanges, fromProviderChange(change('PC-GOES', goes)));
  await keep(
    providerChanges,
    fromProviderChange(
      change('PC-VAT', stays, {
        vat: [
          { serviceRef: 'S-00001', serviceName: 'Tuition', after: 'standard-rated', statedBy: stays, statedOn: localDate('2027-01-10') },
        ],
      }),
    ),
  );

  const choices = choiceStore(register.stores.storage);
  for (const [choiceRef, at] of [
    ['CH-GOES', '2027-02-01T09:00:00Z'],
    ['CH-STAYS', '2030-04-01T09:00:00Z'],
  ] as const)
    await choices.keep('113855', { choiceRef, at, by: goes, serviceRef: 'S-00001', reason: 'It is near.', compared: [] });

  const block = { ...aBlockInUse(), ...quiet, history: [line('2027-08-02T09:00:00Z', goes)] };
  await keep(blockPurchases, fromBlockPurchase({ ...block, ref: 'BP-GOES', status: 'settled' }));
  await keep(blockPurchases, fromBlockPurchase({ ...block, ref: 'BP-USED', history: [line('2027-08-02T09:00:00Z', stays)] }));

  for (const ref of ['RD-LOST', 'RD-WON', 'RD-HELD']) {
    await keep(applicationRounds, fromRound(round(ref)));
    await keep(clarifications, fromClarification(question(`CQ-${ref}`, ref, ref === 'RD-HELD' ? stays : goes)));
  }
  await apply('AP-LOST', goes, { roundRef: 'RD-LOST' });
  await apply('AP-WON', goes, { roundRef: 'RD-WON', frameworkRef: 'OLD-2020' });
  await apply('AP-HELD', stays, { roundRef: 'RD-HELD' });
  await apply('AP-UNRECORDED', stays, { roundRef: 'RD-HELD' }, true);
  const award = {
    ...anAwardThatIs('countersigned', proposeAward()),
    ...quiet,
    frameworkRef: 'OLD-2020',
    history: [line('2027-02-11T09:00:00Z', goes)],
  };
  await keep(awards, fromAward({ ...award, ref: 'AW-GOES', source: { kind: 'round', roundRef: 'RD-WON', applicationRef: 'AP-WON' } }));
  const book = {
    ...aBook(),
    ...quiet,
    ref: 'PB-GOES',
    frameworkRef: 'OLD-2020',
    providerRef: award.providerRef,
    history: [line('2027-02-11T09:00:00Z', goes)],
  };
  const short = { ...book, periods: [{ from: localDate('2027-01-01'), to: localDate('2027-08-31') }] };
  await keep(priceBooks, fromPriceBook(short));
  rates = ratesOf(short).map(({ ref }) => ref);
  for (const rate of ratesOf(short)) await keep(rateCards, fromRate(rate));
});
afterAll(() => register?.stop(), 60_000);

test('on the day after its last day the dry run names a record, and changes nothing', async () => {
  const before = await everywhere();
  const dry = await retention('2033-02-02');
  expect(dry).toContain('would delete concern CN-GOES, due since 2033-02-02');
  expect(dry).toContain('would delete visit V-GOES, due since 2033-02-02');
  expect(dry).toContain('would delete own-check OC-113855-P-0001, due since 2033-02-02');
  expect(dry).toMatch(/stays: visit V-CONCERN: a concern about P-0003 is open/);
  expect(dry).not.toMatch(/AW-GOES|RD-WON|PB-GOES|AP-WON/);
  expect(await everywhere()).toEqual(before);
});

test('once carried out, rows, versions, good copies and recycle bin tell nothing of what went; what is open, held or in use is as it was', async () => {
  const going = ['RD-LOST', 'RD-WON', ...rates];
  const others = async () => (await Promise.all([frameworks, rateCards, applicationRounds].map(titles))).flat();
  const staying = (await others()).filter((title) => !going.includes(title));
  const staysIn = holding(await everywhere(), [stays]);
  expect(holding(await everywhere(), [goes]).length).toBeGreaterThan(30);
  const dry = await retention('2036-01-01');
  const done = await retention('2036-01-01', '--yes');
  // What the dry run named is what went.
  expect(done.replace(/ Nothing was changed.*/, '')).toBe(dry.replaceAll('would delete', 'delete').replace(/ Nothing was changed.*/, ''));

  expect(holding(await everywhere(), [goes])).toEqual([]);
  expect(await versionsOfWhatWent()).toBe(0);
  expect(await wholeBin(register.stores)).toEqual([]);
  expect(await titles(concerns)).toEqual(['CN-HARM', 'CN-HELD', 'CN-OPEN']);
  expect(await titles(visits)).toEqual(['V-CONCERN', 'V-HELD']);
  expect(await titles(ownChecks)).toEqual([]);
  expect(await titles(providerChanges)).toEqual(['PC-VAT']);
  expect(await titles(blockPurchases)).toEqual(['BP-USED']);
  expect(await titles(applications)).toEqual(['AP-HELD', 'AP-UNRECORDED']);
  expect(await titles(applicationLots)).toEqual(['AP-HELD-L1', 'AP-UNRECORDED-L1']);
  expect((await titles(evaluationScores)).length).toBe(4);
  expect(await titles(awards)).toEqual([]);
  expect(await titles(priceBooks)).toEqual([]);
  expect((await choiceStore(register.stores.storage).list('113855')).map(({ choiceRef }) => choiceRef)).toEqual(['CH-STAYS']);
  expect(await titles(clarifications)).toEqual(['CQ-RD-HELD']);
  expect(await others()).toEqual(staying);
  expect(done).toMatch(/stays: unsuccessful-application AP-UNRECORDED: .*not in the audit log yet/);
  expect(done).toMatch(/stays: round RD-HELD: AP-HELD and 1 more rest on it/);
  expect(holding(await everywhere(), [stays])).toEqual(staysIn);
});
