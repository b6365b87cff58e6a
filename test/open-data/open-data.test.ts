import { head } from '@ap/shared/domain/call-off/call-off.fixture';
import { aPolicy, ofPupil } from '@ap/shared/domain/open-data/open-data.fixture';
import { samplePrefix } from '@ap/shared/domain/open-data/open-data-policy';
import { getOpenDataFile, listOpenData } from '../../functions/src/open-data/open-data.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { ocdsFaults } from './ocds-schema.fixture.ts';

const call = { caller: callerOf(head), params: undefined, query: undefined, body: undefined, key: '' };
const opened = async (pupils: number, now = '2027-04-01T00:30:00Z') => {
  const world = memoryWorld();
  world.clock.now = now;
  world.facts.openData = aPolicy();
  for (let at = 0; at < pupils; at += 1) {
    const made = ofPupil(`11380${at % 3}`, `P-${at}`);
    await world.ports.callOffs.add({ ...made, ref: `CO-${at}`, idempotencyKey: `key-${at}` });
  }
  return world;
};
const fileOf = async (world: Awaited<ReturnType<typeof opened>>, kind: 'releases' | 'records', ref = 'AP-2026') => {
  const { content, ...told } = await getOpenDataFile(world.ports)({ ...call, params: { ref, kind } });
  return { ...told, text: Buffer.from(content, 'base64').toString('utf8') };
};

test('row 74: a commissioner sees what the packages of each framework would hold, and how many sums are withheld', async () => {
  const told = { ref: 'AP-2026', name: 'Alternative provision 2026', status: 'live', lots: 1, awards: 1 };
  expect(await listOpenData((await opened(5)).ports)(call)).toEqual({
    prefix: 'registered',
    fewest: { pupils: 5, buyers: 3 },
    frameworks: [{ ...told, releases: 2, told: 1, withheld: 0, running: [] }],
  });
  const few = await listOpenData((await opened(4)).ports)(call);
  expect(few.frameworks).toEqual([{ ...told, releases: 1, told: 0, withheld: 1, running: [] }]);
  const early = await listOpenData((await opened(5, '2027-03-31T22:30:00Z')).ports)(call);
  expect(early.frameworks).toEqual([{ ...told, releases: 1, told: 0, withheld: 0, running: ['2026-27'] }]);
});

test('row 74: both packages are valid by the schema of the standard, and the same every time', async () => {
  const world = await opened(6);
  for (const kind of ['releases', 'records'] as const) {
    const file = await fileOf(world, kind);
    expect([file.fileName, file.mediaType]).toEqual([`ocds-AP-2026-${kind}.json`, 'application/json']);
    expect(ocdsFaults(kind, file.text)).toEqual([]);
    expect(file.text).toContain('"amount": 9000,');
    expect((await fileOf(world, kind)).text).toBe(file.text);
  }
});

test('row 74: without the setting nothing is published, and it says what to do; with the prefix of the examples it says so', async () => {
  const world = await opened(6);
  world.facts.openData = undefined;
  expect(await listOpenData(world.ports)(call)).toEqual({ prefix: 'missing', frameworks: [] });
  await expect(fileOf(world, 'releases')).rejects.toMatchObject({ code: 'setting-missing' });
  world.facts.openData = aPolicy({ ocidPrefix: samplePrefix });
  expect((await listOpenData(world.ports)(call)).prefix).toBe('sample');
});

test('row 74: a framework that is not known, or not public yet, has no package', async () => {
  const world = await opened(0);
  await expect(fileOf(world, 'records', 'AP-1999')).rejects.toMatchObject({ code: 'not-found' });
  world.facts.listing = { ...world.facts.listing, framework: { ...world.facts.listing.framework!, status: 'coming' } };
  await expect(fileOf(world, 'records')).rejects.toMatchObject({ code: 'not-yet' });
});
