import { senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { discardDraft, getDraft, listDrafts, saveDraft } from '../../functions/src/call-offs/drafts.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, submits } from '../ports/people.ts';

const draftId = '11111111-0000-4000-8000-000000000000';
const call = { caller: callerOf(senco), params: { draftId }, query: undefined, key: '' };
const save = (world: World, answers: Record<string, string | string[]>) =>
  saveDraft(world.ports)({ ...call, body: { serviceRef: 'S-00001', buyerRef: '113800', answers } });
const drafts = async (world: World) => (await listDrafts(world.ports)({ ...call, params: undefined, body: undefined })).drafts;

/** Texts of 2,000 characters, as many as a page can send at once. */
const texts = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`text${index}`, 'x'.repeat(2_000)]));

test('more than a draft can hold is refused in words, and the draft before stays', async () => {
  const world = memoryWorld();
  await save(world, { pupilRef: 'P-0147' });
  await expect(save(world, texts(16))).rejects.toMatchObject({ code: 'body-too-large', pointer: '/answers' });
  expect((await drafts(world)).map(({ answers }) => answers)).toEqual([{ pupilRef: 'P-0147' }]);
  await save(world, texts(14));
  const { answers } = await getDraft(world.ports)({ ...call, body: undefined });
  expect(answers).toEqual(texts(14));
  expect(await discardDraft(world.ports)({ ...call, body: undefined })).toEqual({ discarded: true });
  expect(await drafts(world)).toEqual([]);
});

test('a draft names no pupil in any of several answers to one question either, and a question may be called like a part of every object', async () => {
  const world = memoryWorld();
  await expect(save(world, { days: ['tue', 'A123456789012'] })).rejects.toMatchObject({
    code: 'text-names-a-pupil',
    pointer: '/answers/days',
  });
  await expect(save(world, { 'a/b': 'A123456789012' })).rejects.toMatchObject({ pointer: '/answers/a~1b' });
  await save(world, { constructor: 'x', toString: ['y'] } as unknown as Record<string, string>);
  expect((await drafts(world)).map(({ answers }) => answers)).toEqual([{ constructor: 'x', toString: ['y'] }]);
});

test('a draft that was sent is a draft no longer, even if the page closed at once', async () => {
  const world = memoryWorld();
  await save(world, { pupilRef: 'P-0147' });
  await submits(world, { key: draftId });
  expect(await drafts(world)).toEqual([]);
});

test('what was sent stands when its draft cannot be discarded; sent again, the draft names the same request and goes', async () => {
  const world = memoryWorld();
  await save(world, { pupilRef: 'P-0147' });
  const silent = {
    ...world,
    ports: { ...world.ports, drafts: { ...world.ports.drafts, discard: () => Promise.reject(new Error('busy')) } },
  };
  const ref = await submits(silent, { key: draftId });
  expect(await drafts(world)).toHaveLength(1);
  expect(await submits(world, { key: draftId })).toBe(ref);
  expect(await drafts(world)).toEqual([]);
});
