import type { RowContent } from '@ap/shared/domain/hand-edits/row-content';
import type { GuardedList, PresentRow, RowChange } from '../../functions/src/ports/hand-edits.ts';

/** What a person and another program do in the list that is under test. */
export interface Outside {
  readonly enter: (fields: Readonly<Record<string, unknown>>) => Promise<number>;
  readonly edit: (itemId: number, fields: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly erase: (itemId: number) => Promise<void>;
}

let count = 0;
const aLot = (): RowContent => {
  count += 1;
  return { Title: `AP-C${count}-1`, FrameworkRef: 'AP-C', Number: 1, Name: 'Therapeutic', Status: 'open' };
};
const rowsIn = (changes: readonly RowChange[]): readonly PresentRow[] =>
  changes.flatMap((change) => (change.kind === 'row' ? [change.row] : []));

/** What every list under guard does; the list is Lots, and somebody else works in it. */
export const guardedListContract = (fresh: () => Promise<{ readonly list: GuardedList; readonly outside: Outside }>): void => {
  const added = async (list: GuardedList, content: RowContent): Promise<PresentRow> => {
    const made = await list.add(content, 'A note');
    if (!made.ok) throw new Error(`Not added: ${made.why}`);
    return made.row;
  };

  it('adds a row as the app, with its note; a second of its key is a duplicate, whatever its capitals', async () => {
    const { list } = await fresh();
    const lot = aLot();
    const row = await added(list, lot);
    expect(row).toMatchObject({ note: 'A note', current: { version: 1, by: { kind: 'app' }, found: { content: lot, unreadable: [] } } });
    expect(await list.add({ ...lot, Title: String(lot.Title).toLowerCase() }, 'n')).toEqual({ ok: false, why: 'duplicate' });
    expect((await list.find(String(lot.Title)))?.itemId).toBe(row.itemId);
    expect(await list.find('AP-NOWHERE-1')).toBeUndefined();
  });

  it('tells who wrote which version, and what each left', async () => {
    const { list, outside } = await fresh();
    const { itemId } = await added(list, aLot());
    await outside.edit(itemId, { Name: 'Tuition' });
    const edited = await list.read(itemId);
    expect(edited?.current).toMatchObject({ version: 2, found: { content: { Name: 'Tuition' } } });
    expect(edited?.current.by.kind).not.toBe('app');
    const written = await list.write(edited as PresentRow, { Status: 'closed' }, undefined);
    expect(written).toMatchObject({ ok: true, row: { note: undefined, current: { version: 3, by: { kind: 'app' } } } });
    expect(
      (await list.versionsAfter((written as { row: PresentRow }).row, 1)).map(({ version, by, found }) => [
        version,
        by.kind === 'app',
        found.content.Name,
        found.content.Status,
      ]),
    ).toEqual([
      [2, false, 'Tuition', 'open'],
      [3, true, 'Tuition', 'closed'],
    ]);
  });

  it('writes and removes only what it has read, and empties a column', async () => {
    const { list, outside } = await fresh();
    const stale = await added(list, { ...aLot(), Description: 'Of old' });
    await outside.edit(stale.itemId, { Name: 'Tuition' });
    expect(await list.write(stale, { Status: 'closed' }, 'n')).toEqual({ ok: false, why: 'conflict' });
    expect(await list.remove(stale)).toBe(false);
    const present = (await list.read(stale.itemId)) as PresentRow;
    const emptied = await list.write(present, { Description: undefined }, 'n');
    expect(emptied.ok && emptied.row.current.found.content).not.toHaveProperty('Description');
    expect(emptied.ok && (await list.remove(emptied.row))).toBe(true);
    expect(await list.read(stale.itemId)).toBeUndefined();
    expect(await list.remove(present)).toBe(true);
  });

  it('reads what changed since, rows and ends of rows', async () => {
    const { list, outside } = await fresh();
    const gone = await added(list, aLot());
    const { next, complete } = await list.changes(undefined);
    expect(complete).toBe(true);
    const entered = await outside.enter({ ...aLot(), Number: 7 });
    await outside.erase(gone.itemId);
    const { changes, complete: again } = await list.changes(next);
    expect(again).toBe(false);
    expect(changes).toContainEqual({ kind: 'deleted', itemId: gone.itemId });
    const [row] = rowsIn(changes);
    expect([row?.itemId, row?.current.found.unreadable]).toEqual([entered, []]);
    expect(list.unpack(list.pack(row?.current.found.content ?? {}))).toEqual(row?.current.found.content);
  });
};
