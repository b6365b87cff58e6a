import type { QaCheck } from '@ap/shared/domain/quality/qa-check';
import { firstStandards } from '@ap/shared/domain/quality/standards-catalogue';
import type { StandingFact } from '@ap/shared/domain/register/service-may-be-ordered';
import { fromQaCheck, toQaCheck, toRecordedCheck } from '@ap/shared/lists/qa-checks';
import { qualityRecords } from '@ap/shared/lists/quality/quality-records';
import type { QualityRegisters } from '../../functions/src/ports/quality.ts';
import { frozen } from './frozen.ts';
import { memoryRecords } from './memory-records.ts';

export interface MemoryQuality extends QualityRegisters {
  /** What the rows of checks say now, typed and decided. */
  readonly qaChecks: () => readonly QaCheck[];
  readonly standingOf: (providerRef: string) => StandingFact | undefined;
}

/** The records of quality in memory. `typed`: the rows of checks that people typed, asked for at each use; those that were decided since keep what was decided. */
export const memoryQuality = (typed: () => readonly QaCheck[]): MemoryQuality => {
  const lists = {
    checks: memoryRecords(qualityRecords.checks.list, qualityRecords.checks),
    concerns: memoryRecords(qualityRecords.concerns.list, qualityRecords.concerns),
    standings: memoryRecords(qualityRecords.standings.list, qualityRecords.standings),
    ownChecks: memoryRecords(qualityRecords.ownChecks.list, qualityRecords.ownChecks),
    visits: memoryRecords(qualityRecords.visits.list, qualityRecords.visits),
  };
  let seen: readonly QaCheck[] = [];
  let lastRows: ReturnType<typeof current> = [];
  let lastChecks: readonly QaCheck[] = [];
  /** Rows as they are now: what was typed since the last look is typed in. */
  const checks = (): typeof lists.checks => {
    if (typed() !== seen) {
      seen = typed();
      const decided = new Set(lists.checks.rows().flatMap((row) => (row.State === undefined ? [] : [row.Title])));
      for (const check of seen) if (!decided.has(check.ref)) lists.checks.type(check.ref, fromQaCheck(check));
    }
    return lists.checks;
  };
  const current = () => {
    const refs = new Set(typed().map(({ ref }) => ref));
    return checks()
      .rows()
      .filter((row) => row.State !== undefined || refs.has(row.Title));
  };
  return {
    ...lists,
    checks: {
      find: (ref) => checks().find(ref),
      get: (itemId) => checks().get(itemId),
      add: (state) => checks().add(state),
      save: (present, next) => checks().save(present, next),
      known: () => checks().known(),
      changes: (cursor) => checks().changes(cursor),
    },
    // Rows that are the same are not read again: this is asked for at every look at the register.
    qaChecks: () => {
      const rows = current();
      if (rows.length !== lastRows.length || rows.some((row, at) => row !== lastRows[at])) {
        lastRows = rows;
        lastChecks = frozen(rows.map(toQaCheck));
      }
      return lastChecks;
    },
    checksOf: async (providerRef) =>
      current()
        .filter((row) => row.ProviderRef === providerRef)
        .map(toRecordedCheck),
    standards: async () => firstStandards,
    standingOf: (providerRef) =>
      lists.standings
        .rows()
        .map(({ State }) => State)
        .find(({ ref }) => ref === providerRef),
  };
};
