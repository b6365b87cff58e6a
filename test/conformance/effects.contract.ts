import { aCallOff } from '@ap/shared/domain/call-off/call-off.fixture';
import type { Effects, Receipt, Subject } from '../../functions/src/ports/effects.ts';

/** Effects of a deployment with nothing in it. */
export interface OpenedEffects {
  readonly effects: Effects;
  /** What waits on the queue, oldest first; looking takes nothing away. */
  readonly waiting: () => Promise<
    readonly { readonly list: string; readonly itemId: number; readonly effectId: string; readonly once?: true; readonly byHand?: true }[]
  >;
  /** The same effects as another process sees them that starts later. */
  readonly restarted: () => Effects;
}

const { ref, outbox } = aCallOff();
const subject = (itemId = 7): Subject => ({ list: 'CallOffs', itemId, ref });
const [effect, second] = outbox.map(({ id }) => id) as [string, string];

const receipt = (effectId: string, told: Partial<Receipt> = {}): Receipt => ({
  effectId,
  kind: 'send-approval-card',
  state: 'done',
  at: '2026-11-24T10:01:00.000Z',
  ...told,
});
const byId = <T extends { readonly effectId: string }>(rows: readonly T[]): readonly T[] =>
  [...rows].sort((one, other) => (one.effectId < other.effectId ? -1 : 1));
const row = (effectId: string, told: object = {}) => ({ list: 'CallOffs', ref, itemId: 7, effectId, madeAt: outbox[0]?.madeAt, ...told });
const everyRow = (told: object = {}) => byId(outbox.map(({ id }) => row(id, told)));

/** What every keeper of effects does. */
export const effectsContract = (open: () => Promise<OpenedEffects>): void => {
  test('a queued effect waits as ids only, as often as it was queued', async () => {
    const { effects, waiting } = await open();
    await effects.enqueue(subject(), outbox.slice(0, 2));
    await effects.enqueue(subject(8), outbox.slice(0, 1));
    expect(await waiting()).toEqual([
      { list: 'CallOffs', itemId: 7, effectId: effect },
      { list: 'CallOffs', itemId: 7, effectId: second },
      { list: 'CallOffs', itemId: 8, effectId: effect },
    ]);
    await effects.enqueueOnce(subject(9), outbox.slice(0, 1));
    expect((await waiting()).at(-1)).toEqual({ list: 'CallOffs', itemId: 9, effectId: effect, once: true });
  });

  test('receipts are those of one request, whole, and the last word on an effect wins', async () => {
    const { effects, restarted } = await open();
    const sent = { ok: true, conversationId: 'a:1', activityId: '2', serviceUrl: 'https://smba.trafficmanager.net/uk/' } as const;
    const first = receipt(effect, { to: 'someone', sent });
    await effects.confirm(ref, first);
    await effects.confirm(ref, receipt(second, { state: 'stuck', reason: 'qa-not-current' }));
    await effects.confirm('CO-0000-0001', receipt(effect));
    await effects.confirm(ref, receipt(second, { state: 'superseded' }));
    const told = byId([first, receipt(second, { state: 'superseded' })]);
    expect(byId(await effects.receipts(ref))).toEqual(told);
    expect(byId(await restarted().receipts(ref))).toEqual(told);
    expect(await effects.receipts("CO-7K3M' or '1' eq '1")).toEqual([]);
    expect(await effects.receipts('CO-0000-0002')).toEqual([]);
  });

  test('a receipt that was taken back is gone, and what a person asked for says so', async () => {
    const { effects, waiting, restarted } = await open();
    await effects.confirm(ref, receipt(effect, { state: 'stuck' }));
    await effects.confirm(ref, receipt(second));
    await effects.withdraw(ref, effect);
    await effects.withdraw(ref, effect);
    expect((await restarted().receipts(ref)).map(({ effectId }) => effectId)).toEqual([second]);
    await effects.enqueueByHand(subject(), outbox.slice(0, 1));
    expect(await waiting()).toEqual([{ list: 'CallOffs', itemId: 7, effectId: effect, byHand: true }]);
  });

  test('the whole outbox is expected, once however often it is said, until it is forgotten', async () => {
    const { effects, restarted } = await open();
    await effects.expect(subject(), outbox);
    await effects.expect(subject(), outbox);
    expect(byId(await effects.expected())).toEqual(everyRow());
    await effects.forget(ref, effect);
    await effects.forget(ref, effect);
    await effects.forget('CO-0000-0001', second);
    expect(byId(await restarted().expected())).toEqual(everyRow().filter(({ effectId }) => effectId !== effect));
  });

  test('whom it was told is noted for good: after a restart, and when the request is learnt of again', async () => {
    const { effects, restarted } = await open();
    const toldAt = '2026-12-09T10:00:00.000Z';
    await effects.expect(subject(), outbox);
    await effects.noteTold(ref, effect, toldAt);
    await restarted().expect(subject(), outbox);
    expect((await restarted().expected()).filter((each) => each.toldAt !== undefined)).toEqual([row(effect, { toldAt })]);
  });

  test('what is not expected is not brought back by a note', async () => {
    const { effects } = await open();
    await effects.noteTold(ref, effect, '2026-12-09T10:00:00.000Z');
    expect(await effects.expected()).toEqual([]);
    await effects.expect(subject(), outbox);
    await effects.forget(ref, effect);
    await effects.noteTold(ref, effect, '2026-12-09T10:00:00.000Z');
    expect((await effects.expected()).map(({ effectId }) => effectId)).not.toContain(effect);
  });

  test('the cursor is what it was moved to last, for a later process too; at first there is none', async () => {
    const { effects, restarted } = await open();
    expect(await effects.cursor('CallOffs')).toBeUndefined();
    await effects.moveCursor('CallOffs', 'https://graph.microsoft.com/v1.0/delta?token=1');
    const moved = `https://graph.microsoft.com/v1.0/delta?token=${'x'.repeat(2_000)}`;
    await effects.moveCursor('CallOffs', moved);
    expect(await effects.cursor('CallOffs')).toBe(moved);
    expect(await restarted().cursor('CallOffs')).toBe(moved);
  });

  test.each<[string, (effects: Effects) => Promise<unknown>]>([
    ['receipts', (effects) => effects.receipts(ref)],
    ['expected rows', (effects) => effects.expected()],
    ['a row to forget', (effects) => effects.forget(ref, effect)],
    ['a cursor to move', (effects) => effects.moveCursor('CallOffs', 'x')],
    ['a note', (effects) => effects.noteTold(ref, effect, 'x')],
  ])('the first that is asked for may be %s', async (_what, ask) => {
    const { effects } = await open();
    await expect(ask(effects).then(() => 'done')).resolves.toBe('done');
  });
};
