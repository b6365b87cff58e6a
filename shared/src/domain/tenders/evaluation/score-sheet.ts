import type { Person } from '../../people/person.ts';
import type { TenderRecord } from '../record.ts';
import type { Marks } from './mark.ts';

export const scoreSheetStatuses = ['assigned', 'cleared', 'conflicted', 'submitted', 'stood-down'] as const;
export type ScoreSheetStatus = (typeof scoreSheetStatuses)[number];

/**
 * What one evaluator thinks of one application for one lot. A record of its own, so that evaluators never wait for each other, and so that nobody who
 * opens one sees another.
 */
export interface ScoreSheet extends TenderRecord {
  readonly status: ScoreSheetStatus;
  readonly lotApplicationRef: string;
  readonly evaluator: Person;
  readonly interest?: { readonly conflict: boolean; readonly statement?: string | undefined; readonly declaredAt: string } | undefined;
  readonly marks: Marks;
}

/** The one sheet of an evaluator for an application and lot. */
export const scoreSheetRef = (lotApplicationRef: string, evaluator: Person): string =>
  `SS-${lotApplicationRef}-${evaluator.objectId.toLowerCase()}`;
