import { localDate } from '@ap/shared/domain/days/local-date';
import type { UnmetNeed } from '@ap/shared/domain/insight/unmet-need';
import type { UnmetNeeds } from '../../functions/src/ports/kept.ts';

const need = (day: string, outcode: string): UnmetNeed => ({
  day: localDate(day),
  reason: 'no-match',
  lots: [],
  needs: ['SEMH'],
  keyStages: ['KS3'],
  modes: [],
  concepts: [],
  outcode,
});

/** What every keeper of unmet needs does. */
export const unmetNeedsContract = (open: () => Promise<UnmetNeeds>): void => {
  test('searches for the same are counted by the day, also those of one moment, and none is lost', async () => {
    const needs = await open();
    await Promise.all([1, 2, 3].map(() => needs.note(need('2026-11-24', 'DT1'))));
    await needs.note(need('2026-11-24', 'DT2'));
    await needs.note(need('2026-11-26', 'DT1'));
    const from = (first: string, last: string) => needs.between(localDate(first), localDate(last));
    const byArea = [...(await from('2026-11-24', '2026-11-25'))].sort((a, b) => (a.outcode ?? '').localeCompare(b.outcode ?? ''));
    expect(byArea).toEqual([
      { ...need('2026-11-24', 'DT1'), searches: 3 },
      { ...need('2026-11-24', 'DT2'), searches: 1 },
    ]);
    expect(await from('2026-11-26', '2026-11-26')).toEqual([{ ...need('2026-11-26', 'DT1'), searches: 1 }]);
  });
};
