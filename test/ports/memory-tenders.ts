import { tenderRecords } from '@ap/shared/lists/tenders/tender-records';
import type { TenderRegisters } from '../../functions/src/ports/tenders.ts';
import { memoryRecords } from './memory-records.ts';

export const memoryTenders = (): TenderRegisters => ({
  frameworks: memoryRecords(tenderRecords.frameworks.list, tenderRecords.frameworks),
  rounds: memoryRecords(tenderRecords.rounds.list, tenderRecords.rounds),
  clarifications: memoryRecords(tenderRecords.clarifications.list, tenderRecords.clarifications),
  applications: memoryRecords(tenderRecords.applications.list, tenderRecords.applications),
  lotApplications: memoryRecords(tenderRecords.lotApplications.list, tenderRecords.lotApplications),
  scoreSheets: memoryRecords(tenderRecords.scoreSheets.list, tenderRecords.scoreSheets),
  rankings: memoryRecords(tenderRecords.rankings.list, tenderRecords.rankings),
  awards: memoryRecords(tenderRecords.awards.list, tenderRecords.awards),
  priceBooks: memoryRecords(tenderRecords.priceBooks.list, tenderRecords.priceBooks),
});
