import { deputy, head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { personKey } from '@ap/shared/domain/people/person';
import { memoryWorld } from '../ports/memory-world.ts';
import { submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

test('E37: twenty-five requests at once reach their approver ten a minute, each by one card, and none is lost', async () => {
  const world = memoryWorld();
  for (let count = 10; count < 35; count += 1) await submits(world, { key: `key-of-request-${count}-0000` });
  const minutes: number[] = [];
  for (let minute = 0; minute < 3; minute += 1) {
    const before = world.cards.filter(({ to }) => to === personKey(head)).length;
    // The queue brings what waits again and again, sooner than there is room.
    await drain(world);
    await drain(world);
    minutes.push(world.cards.filter(({ to }) => to === personKey(head)).length - before);
    world.clock.now = new Date(Date.parse(world.clock.now) + 60_000).toISOString();
  }
  expect(minutes).toEqual([10, 10, 5]);
  expect(world.effects.queue).toEqual([]);
  for (const person of [head, deputy, senco]) {
    const told = world.cards.filter(({ to }) => to === personKey(person)).map(({ summary }) => summary);
    expect([told.length, new Set(told).size]).toEqual([25, 25]);
  }
  // A mail waits for nobody's pace: it is read when there is time.
  expect(world.mails).toHaveLength(50);
});
