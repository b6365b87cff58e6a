import { aMembership, officers, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { memoryWorld } from '../ports/memory-world.ts';
import { decides, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

const asked = /Virtual School is told/;

test('the Virtual School is told once of an order for a child who is looked after, in words that tell nothing of the child', async () => {
  const world = memoryWorld();
  world.facts.officers = [...officers, aMembership(stranger, ['approver'], { buyerRef: 'CD-SEND', payers: ['virtual-school'] })];
  const ref = await submits(world, { request: { lookedAfter: true, pupilRef: 'ZQ-7319' } });
  await drain(world);
  await decides(world, ref, 'approve');
  await drain(world);
  await drain(world);
  const mails = world.mails.filter(({ subject }) => asked.test(subject));
  expect(mails.map(({ to }) => to)).toEqual([stranger.email]);
  const told = JSON.stringify([mails, world.cards.filter(({ summary }) => asked.test(summary))]);
  expect(told).not.toContain('ZQ-7319');
  expect(told).not.toMatch(/looked after/i);
});
