import { officer, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { readWorkbook } from '../../functions/src/imports/read-workbook.ts';
import { getCensusFile, listCensusPlacements } from '../../functions/src/placements/census-placements.ts';
import { getPlacementsFile, listPlacements } from '../../functions/src/placements/list-placements.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { codeOf } from '../support/code-of.ts';

const running = runningOrder();
const world = async (told: Partial<typeof running> = {}) => {
  const made = memoryWorld();
  made.clock.now = '2027-02-22T09:00:00Z';
  await made.callOffs.add({ ...running, ...told, outbox: [] });
  return made;
};
const list = async (given: Awaited<ReturnType<typeof world>>, caller = callerOf(senco)) =>
  (await listPlacements(given.ports)({ caller, params: undefined, query: undefined, body: undefined, key: '' })).rows;
const commissioner = { ...callerOf(officer), commissioner: true };

test('row 72: a commissioner sees the placement that a school bought, with hours, start and review; the school its own; nobody else any', async () => {
  const made = await world();
  const [seen] = await list(made, commissioner);
  expect(seen).toMatchObject({
    ref: running.ref,
    state: 'active',
    buyerName: running.buyerName,
    pupilRef: running.request.pupilRef,
    hoursPerWeek: running.price.hoursPerWeek,
    startsOn: running.order?.startedOn,
    reviewDueOn: '2027-02-12',
    reviewOverdue: true,
    payer: 'school',
    registeredSchool: false,
    sessionsPerWeek: 4,
  });
  expect(await list(made)).toEqual([seen]);
  expect(await list(made, callerOf(stranger))).toEqual([]);
});

test('row 72: sessions a week are those of the plan of today, also before its first day', async () => {
  const { order, request, price } = running;
  const { units, unitsSentence, hoursPerWeek, net, vat, gross } = price;
  const part = (from: string, to: string, days: readonly ('mon' | 'tue')[]) => ({
    from: localDate(from),
    to: localDate(to),
    pattern: { ...request.pattern, days },
  });
  const sessions = async (...parts: readonly ReturnType<typeof part>[]) =>
    (
      await list(await world({ order: { ...order!, plan: { units, unitsSentence, hoursPerWeek, net, vat, gross, parts } } }), commissioner)
    )[0]?.sessionsPerWeek;
  expect(await sessions(part('2027-01-12', '2027-02-19', ['mon']), part('2027-02-22', '2027-03-18', ['mon', 'tue']))).toBe(4);
  expect(await sessions(part('2027-01-12', '2027-02-22', ['mon']), part('2027-02-23', '2027-03-18', ['mon', 'tue']))).toBe(2);
  expect(await sessions(part('2027-03-01', '2027-03-18', ['mon']))).toBe(2);
});

test('row 72: the workbook holds what its filter leaves of what the caller may see, and lets no text be a formula', async () => {
  const made = await world({ request: { ...running.request, pupilRef: '=P-1' } });
  const rows = async (caller: typeof commissioner, query: Parameters<ReturnType<typeof getPlacementsFile>>[0]['query'] = {}) => {
    const file = await getPlacementsFile(made.ports)({ caller, query, params: undefined, body: undefined, key: '' });
    expect(file.fileName).toBe('Placements 2027-02-22.xlsx');
    return (await readWorkbook(Buffer.from(file.content, 'base64')))[0]?.rows ?? [];
  };
  const [headings = [], first = [], ...others] = await rows(commissioner);
  expect(others).toEqual([]);
  expect(headings.slice(0, 3)).toEqual(['Order', 'Request', 'School or department']);
  expect(first.at(headings.indexOf('Pupil reference'))).toBe("'=P-1");
  expect(await rows(commissioner, { review: 'held' })).toHaveLength(1);
  expect(await rows({ ...callerOf(stranger), commissioner: false })).toHaveLength(1);
});

test('row 72: what a rule knows of the pupil beside the reference is not told', async () => {
  const made = await world({ request: { ...running.request, ehcPlan: true, lookedAfter: true } });
  expect(JSON.stringify(await list(made, commissioner))).not.toMatch(/ehcPlan|lookedAfter|compulsory|"age"/);
});

test('R19: a placement that is over, or that its school ended because of a hold, is no live one; one on hold says so', async () => {
  const { order } = running;
  if (!order) throw new Error('It has an order.');
  expect(await list(await world({ order: { ...order, state: 'completed' } }))).toEqual([]);
  expect(await list(await world({ hold: { state: 'ended' } }))).toEqual([]);
  expect(await list(await world({ hold: { state: 'asked' } }))).toMatchObject([{ held: true }]);
});

test('row 73, R26: the school that commissioned a placement reads it for its census; the council and other people do not', async () => {
  const made = await world();
  const census = (caller = callerOf(senco), told = {}) =>
    listCensusPlacements(made.ports)({
      caller,
      params: { buyerRef: running.request.buyerRef },
      query: { from: localDate('2027-01-01'), to: localDate('2027-01-21'), ...told },
      body: undefined,
      key: '',
    });
  expect((await census()).rows).toMatchObject([{ pupilRef: running.request.pupilRef, startDate: '2027-01-12', sessionsPerWeek: 4 }]);
  expect((await census(undefined, { from: localDate('2027-04-01'), to: localDate('2027-05-01') })).rows).toEqual([]);
  expect(await codeOf(census(undefined, { to: localDate('2026-12-01') }))).toBe('input-not-understood');
  expect((await census()).checks).toEqual([]);
  const file = await getCensusFile(made.ports)({
    caller: callerOf(senco),
    params: { buyerRef: running.request.buyerRef },
    query: { from: localDate('2027-01-01'), to: localDate('2027-01-21') },
    body: undefined,
    key: '',
  });
  const sheets = await readWorkbook(Buffer.from(file.content, 'base64'));
  expect([file.fileName, ...sheets.map(({ rows }) => rows.length)]).toEqual(['Census placements 2027-01-01 to 2027-01-21.xlsx', 2, 3, 7]);
  expect(await codeOf(census(commissioner))).toBe('not-found');
  expect(await codeOf(census(callerOf(stranger)))).toBe('not-found');
});
