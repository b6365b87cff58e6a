import { chair, deputy, head, officer, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { type PersonId, personKey } from '@ap/shared/domain/people/person';
import { answerApprovalCard } from '../../functions/src/approvals/answer-approval-card.ts';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { decides, itemOf, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

// Everything that a click carries was in somebody else's hands. Only who clicked is known, from the verified activity.

const clicks = (world: World) => {
  let count = 0;
  const answer = answerApprovalCard(
    world.ports,
    {
      page: (ref) => `https://ap.council.example/requests/${ref}`,
      others: (search) => `https://ap.council.example/directory?${search}`,
    },
    () => {
      count += 1;
      return `fresh-key-${String(count).padStart(8, '0')}`;
    },
  );
  return (verb: string, data: unknown, by: PersonId = head) => answer({ verb, data, by });
};

const asked = async (told: Parameters<typeof submits>[1] = {}) => {
  const world = memoryWorld();
  const ref = await submits(world, told);
  return { world, ref, click: clicks(world), data: { ref, round: 1, step: 0, commandKey: 'key-of-a-card-000001' } };
};

const heading = (card: AdaptiveCard): string => {
  const first = card.body[0];
  return first?.type === 'TextBlock' ? first.text : '';
};
const verbs = (card: AdaptiveCard) => (card.actions ?? []).map((action) => (action.type === 'Action.Execute' ? action.verb : action.type));
const problem = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.code : error;
};

test('the first click only asks: nothing is decided by it', async () => {
  const { world, ref, click, data } = await asked();
  for (const [verb, expected] of [
    ['ask-approve', ['approve', 'back']],
    ['ask-reject', ['reject', 'back']],
    ['ask-return', ['return', 'back']],
    ['back', ['ask-approve', 'ask-return', 'ask-reject']],
  ] as const)
    expect(verbs((await click(verb, data)).card)).toEqual(expected);
  expect((await itemOf(world, ref)).callOff.version).toBe(1);
});

test('E33: the second click decides, and the card shows it without a button', async () => {
  const { world, ref, click, data } = await asked();
  const { card } = await click('approve', data);
  expect(heading(card)).toBe(`${ref} was approved: order AP-000001`);
  expect(verbs(card)).toEqual(['Action.OpenUrl']);
  expect(cardFaults(card)).toEqual([]);
  expect((await itemOf(world, ref)).callOff.approvals[0]).toMatchObject({ state: 'decided', channel: 'card', by: head });
});

test('a click reads the request once, and one that was overtaken meanwhile reads it again', async () => {
  const { world, ref, click, data } = await asked();
  const { find } = world.ports.callOffs;
  let reads = 0;
  let meanwhile = async (): Promise<unknown> => undefined;
  Object.assign(world.ports.callOffs, {
    find: async (asked: string) => {
      reads += 1;
      const found = await find(asked);
      const overtake = meanwhile;
      meanwhile = async () => undefined;
      await overtake();
      return found;
    },
  });
  const { itemId, callOff } = await itemOf(world, ref);
  reads = 0;
  meanwhile = async () => world.callOffs.writeElsewhere(itemId, { ...callOff, round: 2 });
  expect(heading((await click('approve', data)).card)).toMatch(/^This request has changed since your copy was sent/);
  expect((await itemOf(world, ref)).callOff.status).toBe('awaiting-approval');
  reads = 0;
  const current = { ...data, round: 2, commandKey: 'key-of-a-card-000002' };
  expect(heading((await click('approve', current)).card)).toBe(`${ref} was approved: order AP-000001`);
  expect(reads).toBe(1);
});

test('the same click sent again, as Teams may, is one decision and answers with the same card', async () => {
  const { world, ref, click, data } = await asked();
  const first = await click('approve', data);
  const queue = [...world.effects.queue];
  expect(await click('approve', data)).toEqual(first);
  expect(world.effects.queue).toEqual(queue);
  expect((await itemOf(world, ref)).callOff.version).toBe(2);
});

test.each(['reject', 'return'])('to %s without a comment asks for it on the same card and decides nothing', async (verb) => {
  const { world, ref, click, data } = await asked();
  const { card } = await click(verb, { ...data, comment: ' ' });
  expect(heading(card)).toBe('Enter a comment that tells the requester why.');
  expect(verbs(card)).toEqual([verb, 'back']);
  expect((await itemOf(world, ref)).callOff.version).toBe(1);
  expect(heading((await click(verb, { ...data, comment: 'Jack Smith is ill.' })).card)).toContain("a person's name");
});

describe('whoever is not an approver of this very request sees nothing of it', () => {
  test.each([
    ['a stranger to whom the card was forwarded', stranger],
    ['the requester', senco],
    ['the fallback approver who was not asked', chair],
    ['an officer of other money', officer],
    ['the same object id in another tenant', { ...head, tenantId: officer.tenantId }],
  ])('%s', async (_who, by) => {
    const { world, ref, click, data } = await asked();
    for (const verb of ['ask-approve', 'approve', 'back', 'reject'])
      expect(await problem(click(verb, { ...data, comment: 'x' }, by))).toBe('not-an-approver');
    expect((await itemOf(world, ref)).callOff.version).toBe(1);
  });

  test('a request that does not exist is answered the same', async () => {
    const { click, data } = await asked();
    expect(await problem(click('approve', { ...data, ref: 'CO-0000-0000' }))).toBe('not-an-approver');
  });

  test('an approver who has left since then', async () => {
    const { world, ref, click, data } = await asked();
    world.facts.members = world.facts.members.filter((member) => member.person !== head);
    await click('approve', data);
    expect((await itemOf(world, ref)).callOff.version).toBe(1);
  });
});

test.each<[string, string, Record<string, unknown>]>([
  ['a verb that is not ours', 'delete', {}],
  ['a verb of another card', 'approve-all', {}],
  ['a reference that is a filter', 'approve', { ref: "x' or 1 eq 1" }],
  ['no round', 'approve', { round: undefined }],
  ['half a step', 'approve', { step: 0.5 }],
  ['a short key', 'approve', { commandKey: 'short' }],
  ['a comment of 1,001 characters', 'reject', { comment: 'x'.repeat(1_001) }],
  ['a comment that is no text', 'reject', { comment: { text: 'x' } }],
])('a forged click with %s is not understood', async (_what, verb, told) => {
  const { world, ref, click, data } = await asked();
  expect(await problem(click(verb, { ...data, ...told }))).toBe('input-not-understood');
  expect((await itemOf(world, ref)).callOff.version).toBe(1);
});

test('nobody is decided for by a name in the data', async () => {
  const { world, ref, click, data } = await asked();
  await click('approve', { ...data, by: deputy, tenantId: deputy.tenantId, objectId: deputy.objectId }, head);
  expect((await itemOf(world, ref)).callOff.approvals[0]).toMatchObject({ by: head });
});

describe('a card that is out of date', () => {
  test('of an earlier round decides nothing and shows how it stands', async () => {
    const { world, ref, click, data } = await asked();
    const { itemId, callOff } = await itemOf(world, ref);
    world.callOffs.writeElsewhere(itemId, { ...callOff, round: 2 });
    const { card } = await click('approve', data);
    expect(heading(card)).toMatch(/^This request has changed since your copy was sent/);
    expect(verbs(card)).toEqual(['ask-approve', 'ask-return', 'ask-reject']);
    expect(verbs((await click('ask-approve', data)).card)).toEqual(['ask-approve', 'ask-return', 'ask-reject']);
    expect((await itemOf(world, ref)).callOff.status).toBe('awaiting-approval');
  });

  test('of a step that a colleague decided says who, when, and has no button', async () => {
    const { world, ref, click, data } = await asked({ request: { payer: 'council-budget' } });
    await decides(world, ref, 'approve');
    const { card } = await click('approve', data, deputy);
    expect(heading(card)).toBe('Already approved by Hedda Marsh on Tuesday 24 November 2026 at 10am.');
    expect(verbs(card)).toEqual(['Action.OpenUrl']);
  });
});

test('E33: a decided request shows as decided for all: whoever comes second is told who was first, and no card keeps a live button', async () => {
  const { world, ref, click, data } = await asked();
  await drain(world);
  // The deputy decides on the page, the head clicks on the card: both count the same.
  await decides(world, ref, 'reject', { by: deputy });
  const { card } = await click('approve', data);
  expect(heading(card)).toBe('Already rejected by Dev Puddle on Tuesday 24 November 2026 at 10am.');
  expect((await itemOf(world, ref)).callOff.status).toBe('rejected');
  await drain(world);
  expect(world.updates.map(({ to }) => to)).toEqual([personKey(head), personKey(deputy)]);
  for (const { card: copy } of world.updates) {
    expect(heading(copy)).toBe(`${ref} was rejected`);
    expect(verbs(copy)).toEqual(['Action.OpenUrl']);
  }
});
