import { gzipSync } from 'node:zlib';
import { localDate } from '@ap/shared/domain/days/local-date';
import { sampleDirectory } from './sample-directory.ts';

const ask = sampleDirectory();

test('a page of 20 with every facet, the reasons and the cost of a plan weighs less than 12 kB on its way', async () => {
  for (const more of [{}, { plan: '2d-both-5h-12w', near: 'DT1', radius: 50 }]) {
    const reply = await ask('mentoring', more);
    expect([reply.items.length, reply.pageSize]).toEqual([20, 20]);
    expect(Object.values(reply.facets).every((facet) => facet.length > 0)).toBe(true);
    expect(gzipSync(JSON.stringify(reply)).byteLength).toBeLessThan(12_000);
  }
});

test('row 34: what a planned timetable costs is told of each result, and is what the sort compares', async () => {
  const { items } = await ask('', { plan: '2d-both-5h-12w', sort: 'package', vat: 'inc' });
  const totals = items.map(({ packageCost }) => packageCost?.gross ?? Number.POSITIVE_INFINITY);
  expect(totals).toEqual([...totals].sort((a, b) => a - b));
  expect(items[0]?.why.some((line) => line.startsWith('Your plan is '))).toBe(true);
  expect((await ask('')).items.every(({ packageCost }) => packageCost === undefined)).toBe(true);
});

test('who can take a pupil: a place that is told free, a start by a day; what stands in the way is named', async () => {
  const free = await ask('', { placesFree: 1 });
  expect(free.items.every(({ placesFree }) => (placesFree ?? 0) >= 1)).toBe(true);
  const { items } = await ask('', { sort: 'earliest' });
  const day = items[0]?.earliestStart ?? localDate('2000-01-01');
  expect((await ask('', { startBy: day })).items.every(({ earliestStart }) => earliestStart !== undefined && earliestStart <= day)).toBe(
    true,
  );
  expect(free.facets.places.find(({ value }) => value === '1')).toEqual({ value: '1', label: 'A place free', count: free.total });
  // The Mondays of next week, and one, three and eleven weeks later.
  expect(free.facets.starts.map(({ label }) => label)).toEqual([
    'By 30 November 2026',
    'By 7 December 2026',
    'By 21 December 2026',
    'By 15 February 2027',
  ]);
  const none = await ask('', { startBy: localDate('2001-01-01'), placesFree: 1 });
  expect(none.without.map(({ filter }) => filter)).toEqual(['places', 'start']);
});

test('row 28: the order by lot is the same for colleagues on a day, page by page, and is another than the best', async () => {
  const refs = async (more: object) => (await ask('', { sort: 'fair', ...more })).items.map(({ serviceRef }) => serviceRef);
  expect(await refs({})).toEqual(await refs({}));
  expect(await refs({ page: 2 })).not.toEqual(await refs({}));
  expect(await refs({})).not.toEqual((await ask('')).items.map(({ serviceRef }) => serviceRef));
});
