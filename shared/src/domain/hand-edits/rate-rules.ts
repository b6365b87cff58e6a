import { formatDate } from '../days/local-date.ts';
import type { Rate } from '../money/rate-card.ts';
import { bandsFault } from '../money/volume-bands.ts';
import { changedFields, type FieldFault, type RecordRules } from './record-rules.ts';

const priced = [
  'lotKey',
  'unit',
  'groupFrom',
  'groupTo',
  'price',
  'volumeBands',
  'effectiveFrom',
  'effectiveTo',
  'status',
  'approvedBy',
] as const satisfies readonly (keyof Rate)[];

const notApproved: FieldFault<Rate> = {
  field: 'status',
  code: 'price-not-approved',
  sentence: 'A price is approved with its award or with a price review, by somebody who did not propose it. Nobody approves it by typing.',
};

/** Row 51: more units never cost more each. */
const bandFaults = ({ price, volumeBands = [] }: Rate): readonly FieldFault<Rate>[] => {
  const sentence = bandsFault(price, volumeBands);
  return sentence === undefined ? [] : [{ field: 'volumeBands', code: 'bands-not-allowed', sentence }];
};

/** Prices are fixed for their period: an approved one is changed by no hand (R29), and none is approved by one. */
export const rateRules: RecordRules<Rate> = (before, after) => {
  if (!before || before.status === 'draft')
    return { faults: [...(after.status === 'approved' ? [notApproved] : []), ...bandFaults(after)] };
  const period = `${formatDate(before.effectiveFrom, 'plain')} to ${formatDate(before.effectiveTo, 'plain')}`;
  const sentence =
    before.status === 'approved'
      ? `This price is fixed for its period, ${period}. A price review opens the next one.`
      : 'This price was in force once, and orders rest on it: it stays as it was.';
  return { faults: changedFields(before, after, priced).map((field) => ({ field, code: 'price-fixed', sentence })) };
};
