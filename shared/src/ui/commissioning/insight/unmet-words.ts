import type { UnmetReason } from '../../../domain/insight/unmet-need.ts';

/** Each reason as a table says it. */
export const reasonNames: Readonly<Record<UnmetReason, string>> = {
  'no-match': 'Nothing fits',
  'no-places': 'No place in time',
  'all-declined': 'All declined',
};
