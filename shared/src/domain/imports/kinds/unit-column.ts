import { rateUnits } from '../../money/rate-card.ts';
import type { ImportColumn } from '../column.ts';

const unitMeant = (word: string): (typeof rateUnits)[number] | undefined => {
  const plain = word.toLowerCase().replace(/^(?:per|a|an|each)\s+/, '');
  if (['hourly', 'hours', 'hr'].includes(plain)) return 'hour';
  if (['half day', 'half-day', 'half a day', 'sessions'].includes(plain)) return 'session';
  if (['daily', 'days', 'full day'].includes(plain)) return 'day';
  if (['weekly', 'weeks'].includes(plain)) return 'week';
  return rateUnits.find((unit) => unit === plain);
};

/** The unit of a price, in whatever words people write it. */
export const unitColumn: ImportColumn = {
  field: 'unit',
  heading: 'Unit',
  kind: { is: 'choice', of: rateUnits, meant: unitMeant },
  required: true,
  example: 'hour, session, day or week',
};
