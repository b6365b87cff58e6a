import { qualityRecords } from '@ap/shared/lists/quality/quality-records';
import type { QualityRegisters } from '../../functions/src/ports/quality.ts';
import { memoryRecords } from './memory-records.ts';

export const memoryQuality = (): QualityRegisters => ({
  checks: memoryRecords(qualityRecords.checks.list, qualityRecords.checks),
  standings: memoryRecords(qualityRecords.standings.list, qualityRecords.standings),
  concerns: memoryRecords(qualityRecords.concerns.list, qualityRecords.concerns),
  visits: memoryRecords(qualityRecords.visits.list, qualityRecords.visits),
});
