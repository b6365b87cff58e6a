import { head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { type NoticeRecipient, recipientKey } from '@ap/shared/domain/notices/notice-recipients';
import type { NoticeSends } from '../../functions/src/ports/notices.ts';

const at = '2026-11-24T10:00:00Z';
const people: readonly NoticeRecipient[] = [
  { kind: 'person', person: senco, of: 'Ashdale School' },
  { kind: 'person', person: head, of: 'Ashdale School' },
  { kind: 'provider', ref: 'P-0001', name: 'Blackmore Vale', email: 'orders@blackmore.example' },
];

/** What every keeper of the record of sent notices does. */
export const noticeSendsContract = (open: () => Promise<{ readonly sends: NoticeSends; readonly restarted: () => NoticeSends }>): void => {
  const keys = async (sends: NoticeSends, ref: string) => (await sends.of(ref)).map(({ send }) => recipientKey(send.to)).sort();

  test('whoever is entered is there in every process, for that notice and no other, once however often it is asked', async () => {
    const { sends, restarted } = await open();
    await sends.enlist('NO-1', people.slice(0, 2), at);
    await sends.enlist('NO-1', people, at);
    await sends.enlist('NO-2', people.slice(2), at);
    expect(await keys(restarted(), 'NO-1')).toEqual(people.map(recipientKey).sort());
    expect((await sends.of('NO-2')).map(({ send }) => send)).toEqual([{ to: people[2], state: 'pending', at }]);
    expect(await sends.of('NO-3')).toEqual([]);
  });

  test('more are entered than one request of a table takes', async () => {
    const { sends } = await open();
    const many = Array.from(
      { length: 205 },
      (_, at): NoticeRecipient => ({ kind: 'provider', ref: `P-${at}`, name: 'P', email: 'a@b.example' }),
    );
    await sends.enlist('NO-1', many.slice(0, 3), at);
    await sends.enlist('NO-1', many, at);
    expect(await keys(sends, 'NO-1')).toHaveLength(205);
  });

  test('of two that take up one message only the first has it; to be entered again changes nothing', async () => {
    const { sends } = await open();
    await sends.enlist('NO-1', people.slice(0, 1), at);
    const [stored] = await sends.of('NO-1');
    if (!stored) throw new Error('nobody entered');
    const taken = await sends.write('NO-1', stored, { ...stored.send, state: 'sending', effectId: 'e-1' });
    expect(taken?.send.state).toBe('sending');
    expect(await sends.write('NO-1', stored, { ...stored.send, state: 'sending', effectId: 'e-2' })).toBeUndefined();
    await sends.enlist('NO-1', people.slice(0, 1), at);
    expect(await sends.of('NO-1')).toEqual([taken]);
  });
};
