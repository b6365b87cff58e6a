import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { aCallOff, decided } from '@ap/shared/domain/call-off/call-off.fixture';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import type { AddOutcome, CallOffRegister, SaveOutcome, StoredCallOff } from '../../functions/src/ports/call-offs.ts';

export interface OpenedRegister {
  readonly register: CallOffRegister;
  /** The same list as another process reads it that starts later. */
  readonly restarted: () => CallOffRegister;
  /** Somebody deletes the item in SharePoint. */
  readonly remove: (itemId: number) => Promise<void>;
}

let count = 0;
/** A call-off whose reference and key nobody else has: the list may be one for all tests. */
const aNewCallOff = (): CallOff => {
  count += 1;
  const mark = String(count).padStart(4, '0');
  return { ...aCallOff(), ref: `CO-TEST-${mark}`, idempotencyKey: `key-of-test-${mark}` };
};

const storedBy = (outcome: AddOutcome | SaveOutcome): StoredCallOff => {
  if (outcome.ok) return outcome.stored;
  throw new Error(`Not written: ${outcome.why}`);
};
const refs = (found: readonly StoredCallOff[]) => found.map(({ callOff }) => callOff.ref);

/** What every register of call-offs does. */
export const callOffRegisterContract = (open: () => Promise<OpenedRegister>): void => {
  const added = async (callOff = aNewCallOff()) => {
    const opened = await open();
    return { ...opened, callOff, stored: storedBy(await opened.register.add(callOff)) };
  };

  test('what was added is found whole, by reference, item and key, by a later process too', async () => {
    const { register, restarted, stored, callOff } = await added(decided(aNewCallOff(), 'approve'));
    expect(stored.callOff).toEqual(callOff);
    for (const reading of [register, restarted()])
      for (const found of [
        await reading.find(callOff.ref),
        await reading.get(stored.itemId),
        await reading.findByKey(callOff.idempotencyKey),
      ])
        expect(found).toEqual(stored);
  });

  test('every call-off to a provider is found by it as the list says now, those of another process too', async () => {
    const { register, restarted, callOff, stored } = await added({ ...aNewCallOff(), providerRef: 'P-OF-TEST' });
    for (const reading of [register, restarted()]) expect(refs(await reading.ofProvider('P-OF-TEST'))).toContain(callOff.ref);
    const saved = storedBy(await register.save(stored, { ...callOff, version: callOff.version + 1 }));
    expect((await register.ofProvider('P-OF-TEST')).find(({ itemId }) => itemId === stored.itemId)).toEqual(saved);
    expect(await register.ofProvider('P-OF-NOBODY')).toEqual([]);
  });

  test('what is not there is not found', async () => {
    const { register } = await open();
    expect([await register.find('CO-NONE-0000'), await register.get(999_999), await register.findByKey('no-such-key')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a reference or a key in other capitals is another one, and is not found', async () => {
    const { register, restarted, callOff } = await added();
    for (const reading of [register, restarted()]) {
      expect(await reading.find(callOff.ref.toLowerCase())).toBeUndefined();
      expect(await reading.findByKey(callOff.idempotencyKey.toUpperCase())).toBeUndefined();
    }
  });

  test.each<[string, (first: CallOff) => Partial<CallOff>]>([
    ['reference', ({ ref }) => ({ ref })],
    ['reference in other capitals', ({ ref }) => ({ ref: ref.toLowerCase() })],
    ['key', ({ idempotencyKey }) => ({ idempotencyKey })],
    ['key in other capitals', ({ idempotencyKey }) => ({ idempotencyKey: idempotencyKey.toUpperCase() })],
  ])('the same %s twice is a duplicate, and the first stays as it was', async (_what, same) => {
    const { register, callOff, stored } = await added();
    expect(await register.add({ ...aNewCallOff(), ...same(callOff) })).toEqual({ ok: false, why: 'duplicate' });
    expect(await register.get(stored.itemId)).toEqual(stored);
  });

  test('items are numbered upwards, and a number is never given twice', async () => {
    const { register, remove, stored } = await added();
    const second = storedBy(await register.add(aNewCallOff()));
    await remove(second.itemId);
    const third = storedBy(await register.add(aNewCallOff()));
    expect(second.itemId).toBeGreaterThan(stored.itemId);
    expect(third.itemId).toBeGreaterThan(second.itemId);
  });

  test('a change is written once: whoever read before it conflicts, and changes nothing', async () => {
    const { register, restarted, stored } = await added();
    const next = decided(stored.callOff, 'approve');
    const saved = storedBy(await register.save(stored, next));
    expect(saved).toEqual({ itemId: stored.itemId, eTag: expect.any(String), callOff: next });
    expect(saved.eTag).not.toBe(stored.eTag);
    expect(await register.save(stored, decided(stored.callOff, 'reject'))).toEqual({ ok: false, why: 'conflict' });
    expect(await restarted().save(stored, decided(stored.callOff, 'reject'))).toEqual({ ok: false, why: 'conflict' });
    expect(await register.find(stored.callOff.ref)).toEqual(saved);
    storedBy(await restarted().save(saved, { ...next, version: next.version + 1 }));
  });

  test('an item that is gone is not there, and a change to it conflicts', async () => {
    const { register, remove, stored, callOff } = await added();
    await remove(stored.itemId);
    expect(await register.save(stored, decided(callOff, 'approve'))).toEqual({ ok: false, why: 'conflict' });
    expect([await register.get(stored.itemId), await register.find(callOff.ref), await register.findByKey(callOff.idempotencyKey)]).toEqual(
      [undefined, undefined, undefined],
    );
  });

  test('more than a column holds is refused in words, and nothing is written', async () => {
    const { register, stored, callOff } = await added();
    const objectives = 'x'.repeat(60_001);
    const tooLong = { ...callOff, request: { ...callOff.request, objectives } };
    const refused = async (write: Promise<unknown>) =>
      write.then(
        () => 'written',
        (error: unknown) => (error instanceof ProblemError ? error.code : error),
      );
    expect(await refused(register.save(stored, tooLong))).toBe('body-too-large');
    const another = { ...tooLong, ref: 'CO-LONG-0000', idempotencyKey: 'key-of-the-long-one' };
    expect(await refused(register.add(another))).toBe('body-too-large');
    expect([await register.get(stored.itemId), await register.find(another.ref)]).toEqual([stored, undefined]);
  });

  test('what it knows without asking holds its own writes at once', async () => {
    const { register, stored } = await added();
    expect(await register.known()).toContainEqual(stored);
    const saved = storedBy(await register.save(stored, decided(stored.callOff, 'approve')));
    const known = (await register.known()).filter(({ itemId }) => itemId === stored.itemId);
    expect(known).toEqual([saved]);
  });

  test('changes are everything at first, then what changed since, each with its last state', async () => {
    const { register, restarted, stored } = await added();
    const first = await register.changes(undefined);
    expect(first.changed).toContainEqual(stored);
    const saved = storedBy(await register.save(stored, decided(stored.callOff, 'approve')));
    const again = storedBy(await register.save(saved, { ...saved.callOff, version: saved.callOff.version + 1 }));
    const another = storedBy(await register.add(aNewCallOff()));
    const since = await restarted().changes(first.cursor);
    expect(refs(since.changed).sort()).toEqual([stored.callOff.ref, another.callOff.ref].sort());
    expect(since.changed).toContainEqual(again);
    expect((await register.changes(since.cursor)).changed).toEqual([]);
    // The same cursor answers the same again: one that was not kept loses nothing.
    expect(refs((await register.changes(first.cursor)).changed).sort()).toEqual(refs(since.changed).sort());
  });

  test('what was deleted is no change to be looked at', async () => {
    const { register, remove, stored } = await added();
    const { cursor } = await register.changes(undefined);
    await remove(stored.itemId);
    expect((await register.changes(cursor)).changed).toEqual([]);
    expect(refs((await register.changes(undefined)).changed)).not.toContain(stored.callOff.ref);
  });
};
