import type { LotApplicationStatus } from '../../../domain/tenders/evaluation/lot-application.ts';
import type { ScoreSheetStatus } from '../../../domain/tenders/evaluation/score-sheet.ts';

export const sheetStatusWords: Readonly<Record<ScoreSheetStatus, string>> = {
  assigned: 'Interest to be declared',
  cleared: 'Being scored',
  conflicted: 'Conflict of interest',
  submitted: 'Submitted',
  'stood-down': 'Stood down',
};

export const lotApplicationWords: Readonly<Record<LotApplicationStatus, string>> = {
  'in-evaluation': 'In evaluation',
  moderated: 'Moderated',
  recommended: 'Recommended',
  'not-recommended': 'Not recommended',
  approved: 'Award approved',
  rejected: 'Award rejected',
  withdrawn: 'Withdrawn',
};
