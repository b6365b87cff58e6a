import type { ExclusionKind } from '../../domain/call-off/exclusion.ts';
import type { RequestAnswers } from './answers.ts';

/** What a school answers about a suspension or exclusion (R10). */
export const exclusionWords: Readonly<Record<ExclusionKind | 'no', string>> = {
  no: 'No',
  suspension: 'Suspended',
  'permanent-exclusion': 'Permanently excluded',
};

/** Whether the first day of it is asked. */
export const isExcluded = ({ exclusion }: Pick<RequestAnswers, 'exclusion'>): boolean => exclusion !== '' && exclusion !== 'no';
