import type { ShortlistEntry, Shortlists } from '../../functions/src/ports/kept.ts';

export interface OpenedShortlists {
  readonly shortlists: Shortlists;
  /** The same shortlists as another process sees them that starts later. */
  readonly restarted: () => Shortlists;
}

const one = { serviceRef: 'S-00001', addedAt: '2026-11-24T10:00:00.000Z' };
const two = { serviceRef: 'S-00002', addedAt: '2026-11-24T10:01:00.000Z' };
const byRef = (entries: readonly ShortlistEntry[]) => [...entries].sort((a, b) => a.serviceRef.localeCompare(b.serviceRef));

/** What every keeper of shortlists does. */
export const shortlistsContract = (open: () => Promise<OpenedShortlists>): void => {
  test('a buyer finds what was added, on every device, and no other buyer does', async () => {
    const { shortlists, restarted } = await open();
    await Promise.all([shortlists.add('113800', one), shortlists.add('113800', two)]);
    for (const reading of [shortlists, restarted()]) {
      expect(byRef(await reading.list('113800'))).toEqual([one, two]);
      expect(await reading.list('113801')).toEqual([]);
    }
  });

  test('a service is kept once, and removed once', async () => {
    const { shortlists } = await open();
    await shortlists.add('113800', one);
    await shortlists.add('113800', one);
    expect(await shortlists.list('113800')).toEqual([one]);
    expect([await shortlists.remove('113800', one.serviceRef), await shortlists.remove('113800', one.serviceRef)]).toEqual([true, false]);
    expect(await shortlists.list('113800')).toEqual([]);
  });
};
