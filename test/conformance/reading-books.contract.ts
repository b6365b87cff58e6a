import type { ReadingBooks } from '../../functions/src/ports/kept.ts';

/** What every keeper of what processes read does. `restarted` is the same keeper in another process. */
export const readingBooksContract = (
  fresh: () => Promise<{ readonly books: ReadingBooks; readonly restarted: () => ReadingBooks }>,
): void => {
  it('lets one of two write over what both opened, and says by its own clock when', async () => {
    const { books, restarted } = await fresh();
    const [one, other] = [books('Lots'), restarted()('Lots')];
    expect(await one.open()).toMatchObject({ text: undefined, version: undefined });
    const begun = await one.write('first', undefined);
    expect(await other.write('also first', undefined)).toBeUndefined();
    const opened = await other.open();
    expect(opened).toMatchObject({ text: 'first', version: begun?.version });
    expect(opened.at).toBeGreaterThanOrEqual((opened.writtenAt ?? Number.NaN) - 1_000);
    const long = 'second '.repeat(10_000);
    const second = await one.write(long, opened.version);
    expect(await other.write('too late', opened.version)).toBeUndefined();
    expect(await other.open()).toMatchObject({ text: long, version: second?.version });
    expect((await books('Services').open()).text).toBeUndefined();
  });
};
