import { toRecordedCheck } from '@ap/shared/lists/qa-checks';
import { qualityRecords } from '@ap/shared/lists/quality/quality-records';
import { toStandard } from '@ap/shared/lists/quality/standards';
import { tenderRecords } from '@ap/shared/lists/tenders/tender-records';
import type { QualityRegisters } from '../../ports/quality.ts';
import type { TenderRegisters } from '../../ports/tenders.ts';
import type { KeptLists } from './mirrors.ts';
import { recordRegister } from './record-register.ts';

export const tenderRegisters = (lists: KeptLists): TenderRegisters => ({
  frameworks: recordRegister(lists.frameworks, tenderRecords.frameworks),
  rounds: recordRegister(lists.applicationRounds, tenderRecords.rounds),
  clarifications: recordRegister(lists.clarifications, tenderRecords.clarifications),
  applications: recordRegister(lists.applications, tenderRecords.applications),
  lotApplications: recordRegister(lists.applicationLots, tenderRecords.lotApplications),
  scoreSheets: recordRegister(lists.evaluationScores, tenderRecords.scoreSheets),
  rankings: recordRegister(lists.lotRankings, tenderRecords.rankings),
  awards: recordRegister(lists.awards, tenderRecords.awards),
  priceBooks: recordRegister(lists.priceBooks, tenderRecords.priceBooks),
});

export const qualityRegisters = (lists: KeptLists): QualityRegisters => ({
  checks: recordRegister(lists.qaChecks, qualityRecords.checks),
  standings: recordRegister(lists.providerStandings, qualityRecords.standings),
  visits: recordRegister(lists.visits, qualityRecords.visits),
  ownChecks: recordRegister(lists.ownChecks, qualityRecords.ownChecks),
  concerns: recordRegister(lists.concerns, qualityRecords.concerns),
  checksOf: async (providerRef, age) => {
    const rows =
      age === 'fresh'
        ? await lists.qaChecks.store.find('ProviderRef', providerRef)
        : (await lists.qaChecks.mirror.rows()).filter(({ fields }) => fields.ProviderRef === providerRef);
    return rows.map(({ fields }) => toRecordedCheck(fields));
  },
  standards: async () => (await lists.standards.mirror.rows()).map(({ fields }) => toStandard(fields)),
});
