import { deputy, head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { personKey } from '@ap/shared/domain/people/person';
import { getCallOff } from '../../functions/src/call-offs/read-call-offs.ts';
import { remindApprover } from '../../functions/src/call-offs/remind-approver.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, key, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

const of = (ref: string, by = senco, word = 'remind') => ({
  caller: callerOf(by),
  params: { ref },
  query: undefined,
  body: undefined,
  key: key(word),
});

/** A request that was sent on Tuesday and told to its approvers; it is Thursday now. */
const onThursday = async (): Promise<{ world: World; ref: string }> => {
  const world = memoryWorld();
  const ref = await submits(world);
  await drain(world);
  world.mails.length = 0;
  world.clock.now = '2026-11-26T09:00:00Z';
  return { world, ref };
};

describe('E38: a reminder', () => {
  test('stands in the feed of each approver with what it is about, and no word on the pupil; nobody is sent a second card', async () => {
    const { world, ref } = await onThursday();
    const cards = world.cards.length;
    await remindApprover(world.ports)(of(ref));
    await drain(world);
    expect(world.feed.told.map(({ to }) => to)).toEqual([personKey(head), personKey(deputy)]);
    expect(world.feed.told[0]?.entry).toEqual({
      type: 'approvalReminder',
      blanks: { requester: senco.name, request: ref, buyer: 'Stour Vale School' },
      preview: '£1,440.00, no VAT: Day programme by Blackmore Vale',
      topic: `Request ${ref}`,
      link: `https://ap.council.example/requests/${ref}`,
    });
    expect(JSON.stringify(world.feed.told)).not.toContain('P-0147');
    expect([world.cards.length, world.mails]).toEqual([cards, []]);
    expect(world.audit.at(-1)).toMatchObject({ action: 'approver-reminded', actor: personKey(senco), subject: ref });
  });

  test('goes by mail to whom the feed does not reach, and the receipt says why', async () => {
    const { world, ref } = await onThursday();
    world.feed.unreached.set(personKey(deputy), 'not-installed');
    await remindApprover(world.ports)(of(ref));
    await drain(world);
    expect(world.feed.told.map(({ to }) => to)).toEqual([personKey(head)]);
    expect(world.mails.map(({ to, subject }) => [to, subject])).toEqual([
      [deputy.email, `Reminder: ${ref} for Stour Vale School waits for your decision: £1,440.00, no VAT`],
    ]);
    expect(world.mails[0]?.html).not.toContain('P-0147');
    expect(world.effects.allReceipts().filter(({ kind }) => kind === 'remind-approver')).toMatchObject([
      { state: 'done', to: personKey(head) },
      { state: 'done', to: personKey(deputy), reason: 'not-installed' },
    ]);
  });

  test('that was decided while it waited is not told any more', async () => {
    const { world, ref } = await onThursday();
    world.down.feed = true;
    await remindApprover(world.ports)(of(ref));
    expect(await drain(world)).toBe(2);
    await decides(world, ref, 'approve');
    world.down.feed = false;
    await drain(world);
    expect([
      world.feed.told,
      world.effects
        .allReceipts()
        .filter(({ kind }) => kind === 'remind-approver')
        .map(({ state }) => state),
    ]).toEqual([[], ['superseded', 'superseded']]);
  });

  test('whose receipt was lost stands in the feed once all the same', async () => {
    const { world, ref } = await onThursday();
    await remindApprover(world.ports)(of(ref));
    world.effects.down.receipts = true;
    await drain(world);
    world.effects.down.receipts = false;
    await drain(world);
    expect(world.feed.told).toHaveLength(2);
  });

  test('pressed twice is one; a second on the same day is refused with the day of the next', async () => {
    const { world, ref } = await onThursday();
    await remindApprover(world.ports)(of(ref));
    expect(await remindApprover(world.ports)(of(ref))).toMatchObject({ version: 2, remindFrom: '2026-11-27' });
    await expect(remindApprover(world.ports)(of(ref, senco, 'again'))).rejects.toMatchObject({
      code: 'reminder-too-soon',
      message: 'A reminder was sent already. You can send another from Friday 27 November 2026.',
    });
  });

  test('is offered to the requester, and to nobody who is asked', async () => {
    const { world, ref } = await onThursday();
    expect(await getCallOff(world.ports)(of(ref))).toMatchObject({ remindFrom: '2026-11-26' });
    expect(await getCallOff(world.ports)(of(ref, head))).not.toHaveProperty('remindFrom');
  });
});
