import { readFileSync } from 'node:fs';
import path from 'node:path';
import { everyEndpoint, tokenEndpoints } from '@ap/shared/contract/every-endpoint';
import { featureApis, featureOf } from '@ap/shared/contract/feature-apis';
import { head } from '@ap/shared/domain/call-off/call-off.fixture';
import { type FeatureName, featureNames, features } from '@ap/shared/domain/features/features';
import { memberRoles } from '@ap/shared/domain/people/membership';
import { settingFault } from '@ap/shared/lists/setting-values';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { frontDoor } from '../support/front-door.ts';

const everybody = () => ({
  ...callerOf(head),
  commissioner: true,
  councilRoles: memberRoles,
  memberships: callerOf(head).memberships.map((each) => ({ ...each, roles: memberRoles })),
});
const doorWith = (off: readonly FeatureName[]) => {
  const world = memoryWorld();
  world.facts.switchedOff = off;
  return frontDoor(world, { identify: async () => everybody() as never, verifyBot: () => Promise.reject(new Error('not asked')) });
};
const codeAt = async (door: ReturnType<typeof doorWith>, name: string): Promise<string | undefined> => {
  const { body } = await door.send(name, { headers: { 'content-type': 'application/json' }, body: '{}' });
  return body.startsWith('{') ? (JSON.parse(body) as { readonly code?: string }).code : undefined;
};

test.each(featureNames)('while %s is off every operation of it says so, and no other', async (off) => {
  const door = doorWith([off]);
  const closed: string[] = [];
  for (const { name } of tokenEndpoints) if ((await codeAt(door, name)) === 'feature-off') closed.push(name);
  expect(closed.sort()).toEqual(
    tokenEndpoints
      .filter((each) => featureOf(each) === off)
      .map(({ name }) => name)
      .sort(),
  );
  expect(closed.length).toBeGreaterThan(1);
});

test('whoever signs in is told what is off, so that no screen leads there', async () => {
  const told = async (off: readonly FeatureName[]) =>
    (JSON.parse((await doorWith(off).send('getMe', {})).body) as { readonly switchedOff?: unknown }).switchedOff;
  expect(await told(['events', 'open-data'])).toEqual(['events', 'open-data']);
  expect(await told([])).toBeUndefined();
});

test('whoever signs in goes on working while nobody can read what is off', async () => {
  const world = memoryWorld();
  Object.defineProperty(world.facts, 'switchedOff', {
    get: () => {
      throw new ProblemError('record-unreadable', 'The setting cannot be read.');
    },
  });
  const door = frontDoor(world, { identify: async () => everybody() as never, verifyBot: () => Promise.reject(new Error('not asked')) });
  expect(JSON.parse((await door.send('getMe', {})).body)).toMatchObject({ person: head, memberships: expect.any(Array) });
  // The doors of what may be off stay shut meanwhile: nobody guesses.
  expect(await codeAt(door, 'listEvents')).toBe('record-unreadable');
});

test('nothing is off where the council says nothing', async () => {
  const door = doorWith([]);
  for (const each of tokenEndpoints)
    if (featureOf(each)) expect([each.name, await codeAt(door, each.name)]).not.toEqual([each.name, 'feature-off']);
});

test('each switch closes operations that there are, no operation has two, and its owner has yet to decide about it', () => {
  const known = everyEndpoint.map(({ name }) => name);
  const closed = Object.values(featureApis).flatMap((apis) => apis.flatMap((api) => Object.values(api).map(({ name }) => name)));
  expect(closed.filter((name) => !known.includes(name))).toEqual([]);
  expect(new Set(closed).size).toBe(closed.length);
  // The one test that looks at today's date: a switch whose day has passed is taken out, or its owner gives it another.
  const today = new Date().toISOString().slice(0, 10);
  expect(
    Object.entries(features)
      .filter(([, { until }]) => until < today)
      .map(([name]) => name),
  ).toEqual([]);
});

test('every switch is told to whoever sets it, with what it closes', () => {
  const told = readFileSync(path.resolve(import.meta.dirname, '../../docs/change.md'), 'utf8');
  for (const [name, { meaning }] of Object.entries(features)) expect(told).toContain(`| \`${name}\` | ${meaning} |`);
});

test('a setting that names no switch is refused, not guessed', () => {
  expect(settingFault('features', '{"off":["surveys","events"]}')).toBeUndefined();
  for (const value of ['{"off":["survey"]}', '{"off":"surveys"}', '{"on":[]}', 'surveys'])
    expect([value, settingFault('features', value)]).not.toEqual([value, undefined]);
});
