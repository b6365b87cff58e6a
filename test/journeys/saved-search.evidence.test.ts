import { randomUUID } from 'node:crypto';
import { frameworkSiteId, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { localDate } from '@ap/shared/domain/days/local-date';
import { ocdsFaults } from '../open-data/ocds-schema.fixture.ts';
import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// Row 32 on the whole stack: a provider that is held is active again, and whoever saved a search that it matches gets one card. Also rows 30, 36, 72, 73 and 74 over HTTP.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, guardByHand);
});
afterAll(() => stack?.stop());

/** A commissioner's own edit of a provider in its list. */
const setStatus = async (providerRef: string, status: string): Promise<void> => {
  const token = await stack.people.token(samplePerson('commissioner'), undefined, 'https://graph.microsoft.com/Sites.ReadWrite.All');
  const items = `/v1.0/sites/${frameworkSiteId}/lists/Providers/items`;
  const filter = encodeURIComponent(`fields/Title eq '${providerRef}'`);
  const found = await stack.people.tenant('GET', `${items}?$filter=${filter}&$expand=fields`, { token });
  const [row] = (found.body as unknown as { value: readonly { id: string }[] }).value;
  const json = { Status: status, StatusReason: 'A check in a test' };
  expect((await stack.people.tenant('PATCH', `${items}/${row?.id}/fields`, { token, json })).status).toBe(200);
};
const cards = async () =>
  (await stack.people.chat('senco')).filter(({ activity }) => /match(es)? a search of yours/.test(activity.summary ?? ''));

test('something new is told by one card that names no search; nothing new by none', async () => {
  const { people } = stack;
  const [service] = (await people.as('senco').searchDirectory({ query: { text: 'mentoring' } })).items;
  if (!service) throw new Error('The sample has no mentoring.');
  const total = async () => (await people.as('senco').searchDirectory({ query: { text: service.providerName } })).total;
  const listed = await total();
  await setStatus(service.providerRef, 'suspended');
  await eventually('the provider is not listed', async () => ((await total()) < listed ? true : undefined), 60);
  const saved = await people.finding('senco').saveSearch({ body: { filters: { text: service.providerName } }, key: randomUUID() });
  await stack.runTimer('savedSearchClock');
  await setStatus(service.providerRef, 'active');
  await eventually('the provider is listed', async () => ((await total()) === listed ? true : undefined), 60);
  await stack.runTimer('savedSearchClock');
  const [card] = await eventually('the card', async () => {
    const found = await cards();
    return found.length > 0 ? found : undefined;
  });
  expect(JSON.stringify(card?.activity)).toContain(service.providerName);
  await stack.runTimer('savedSearchClock');
  await stack.sweep();
  await stack.sweep();
  expect(await cards()).toHaveLength(1);
  const [mine] = (await people.finding('senco').listSavedSearches({})).searches;
  expect(mine).toMatchObject({ searchRef: saved.searchRef, toldOn: expect.any(String) });
  expect(await people.finding('senco').stopSearch({ params: { searchRef: saved.searchRef } })).toEqual({ stopped: true });
  expect((await people.finding('senco').listSavedSearches({})).searches).toEqual([]);
});

test('a postcode, and a text that names a pupil, are not saved', async () => {
  const save = (filters: object) => stack.people.finding('senco').saveSearch({ body: { filters } as never, key: randomUUID() });
  await expect(save({ near: 'DT1 1AA' })).rejects.toMatchObject({ problem: { status: 400 } });
  await expect(save({ text: 'tuition for Jack Smith' })).rejects.toMatchObject({ problem: { code: 'text-names-a-pupil' } });
});

test('what was searched for in vain is read by a commissioner, without what was typed; a choice is kept with the register’s prices', async () => {
  const { people } = stack;
  await people
    .as('senco')
    .searchDirectory({ query: { text: 'forest school Quillfeather', age: '5', needs: 'VI', radius: '1', near: 'DT1' } });
  const { rows } = await people.finding('commissioner').listUnmetNeeds({});
  expect(rows).toEqual([expect.objectContaining({ ages: '4 to 6', needs: ['VI'], outcode: 'DT1', within: 5, searches: 1 })]);
  expect(JSON.stringify(rows)).not.toContain('Quillfeather');
  const [one, two] = (await people.as('senco').searchDirectory({ query: { text: 'tuition' } })).items;
  if (!one || !two) throw new Error('The sample has no tuition.');
  const body = { serviceRef: one.serviceRef, compared: [one.serviceRef, two.serviceRef], reason: 'It can start first.' };
  const kept = await people.finding('senco').keepChoice({ params: { buyerRef: sampleSchoolRef }, body, key: randomUUID() });
  expect(kept.compared.map(({ price }) => price)).toEqual([one.price, two.price]);
  expect((await people.finding('head-teacher').listChoices({ params: { buyerRef: sampleSchoolRef } })).choices).toEqual([kept]);
  const { by, ...evidence } = kept;
  const { choices } = await people.finding('commissioner').listChoicesMade({});
  expect(choices).toEqual([{ ...evidence, buyerRef: sampleSchoolRef, buyerName: expect.any(String) }]);
  expect([JSON.stringify(choices).includes(by), choices[0]?.compared.every(({ lotName }) => lotName !== undefined)]).toEqual([false, true]);
});

test('row 74: the sample as open data is valid by the standard, is the same every time, and is for commissioners alone', async () => {
  const { people } = stack;
  const { prefix, frameworks } = await people.overseeing('commissioner').listOpenData({});
  const current = frameworks.find(({ status }) => status === 'live');
  if (!current) throw new Error('The sample has a live framework.');
  expect([prefix, current.lots, current.awards > 20, current.releases]).toEqual(['sample', 4, true, 1]);
  for (const kind of ['releases', 'records'] as const) {
    const text = async () => {
      const { content } = await people.overseeing('commissioner').getOpenDataFile({ params: { ref: current.ref, kind } });
      return Buffer.from(content, 'base64').toString('utf8');
    };
    const first = await text();
    expect(ocdsFaults(kind, first)).toEqual([]);
    expect(await text()).toBe(first);
    expect(first).not.toContain(sampleSchoolRef);
    await expect(people.overseeing('senco').getOpenDataFile({ params: { ref: current.ref, kind } })).rejects.toMatchObject({
      problem: { code: 'not-allowed' },
    });
  }
});

test('rows 72 and 73: lists of placements and their workbooks over HTTP, before there is any', async () => {
  const { people } = stack;
  const query = { from: localDate('2026-09-01'), to: localDate('2026-10-01') };
  expect((await people.overseeing('commissioner').listPlacements({})).rows).toEqual([]);
  expect((await people.overseeing('commissioner').getPlacementsFile({ query: { end: 'past', words: 'none' } })).fileName).toMatch(
    /^Placements .*xlsx$/,
  );
  const asked = { params: { buyerRef: sampleSchoolRef }, query };
  expect(await people.overseeing('senco').listCensusPlacements(asked)).toEqual({ rows: [], checks: [], notStarted: [] });
  expect((await people.overseeing('senco').getCensusFile(asked)).fileName).toBe('Census placements 2026-09-01 to 2026-10-01.xlsx');
  await expect(people.overseeing('commissioner').getCensusFile(asked)).rejects.toMatchObject({ problem: { status: 404 } });
});
