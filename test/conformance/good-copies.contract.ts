import type { GoodCopies } from '../../functions/src/ports/hand-edits.ts';

const list = 'Providers';
const aCopy = (itemId: number, packed: string | undefined = `{"Title":"P-${itemId}"}`) => ({
  itemId,
  key: `P-${itemId}`,
  version: 1,
  packed,
});

/** What every keeper of good copies does. `restarted` is the same keeper after a restart. */
export const goodCopiesContract = (fresh: () => Promise<{ readonly copies: GoodCopies; readonly restarted: () => GoodCopies }>): void => {
  it('finds a copy whole, after a restart too, however long its row is; and nothing of another list or item', async () => {
    const { copies, restarted } = await fresh();
    const long = aCopy(1, JSON.stringify({ State: '"\\x'.repeat(40_000) }));
    expect(await copies.keep(list, long, undefined)).toBe(true);
    const found = (await restarted().get(list, 1))?.copy;
    // Compared by hand: nobody reads the difference of two texts of this length.
    expect([found?.packed === long.packed, found?.packed?.length, found?.key, found?.version]).toEqual([
      true,
      long.packed?.length,
      'P-1',
      1,
    ]);
    expect(await copies.get(list, 2)).toBeUndefined();
    expect(await copies.get('Services', 1)).toBeUndefined();
  });

  it('keeps a copy over the one that was read only: of two runs at once, one does', async () => {
    const { copies } = await fresh();
    await copies.keep(list, aCopy(1), undefined);
    expect(await copies.keep(list, aCopy(1), undefined)).toBe(false);
    const tag = (await copies.get(list, 1))?.tag;
    const kept = await Promise.all([2, 3].map((version) => copies.keep(list, { ...aCopy(1), version }, tag)));
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect((await copies.get(list, 1))?.copy.version).toBe(kept[0] ? 2 : 3);
  });

  it('a shorter row leaves nothing of a longer one; a row that could not be read has no content', async () => {
    const { copies } = await fresh();
    await copies.keep(list, aCopy(1, 'x'.repeat(70_000)), undefined);
    await copies.keep(list, aCopy(1, 'y'), (await copies.get(list, 1))?.tag);
    expect((await copies.get(list, 1))?.copy.packed).toBe('y');
    await copies.keepAll(list, [{ itemId: 1, key: 'P-1', version: 2 }]);
    expect((await copies.get(list, 1))?.copy).toEqual({ itemId: 1, key: 'P-1', version: 2, packed: undefined });
  });

  it('keeps many at once, whatever was there, and knows the key of each until it is dropped', async () => {
    const { copies, restarted } = await fresh();
    await copies.keep(list, aCopy(7), undefined);
    const many = Array.from({ length: 230 }, (_, index) => aCopy(index + 1, 'z'.repeat(index === 5 ? 900_000 : 20_000)));
    await copies.keepAll(list, many);
    await copies.keepAll('Services', [aCopy(1)]);
    await copies.drop(list, 3);
    await copies.drop(list, 3);
    const keys = await restarted().keys(list);
    expect(keys.size).toBe(229);
    expect([keys.get(7), keys.get(3)]).toEqual(['P-7', undefined]);
    expect((await copies.get(list, 6))?.copy.packed).toHaveLength(900_000);
  });

  it('knows how far each list was read', async () => {
    const { copies, restarted } = await fresh();
    expect(await copies.cursor(list)).toBeUndefined();
    await copies.moveCursor(list, `https://graph.example/delta?token=${'t'.repeat(2_000)}`);
    await copies.moveCursor('Services', 'other');
    expect((await restarted().cursor(list))?.length).toBe(2_034);
  });
};
