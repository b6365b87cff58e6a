import { fromCheckRecord, qaChecks, toCheckRecord } from '../qa-checks.ts';
import { concerns, fromConcern, toConcern } from './concerns.ts';
import { fromOwnCheck, ownChecks, toOwnCheck } from './own-checks.ts';
import { fromStanding, providerStandings, toStanding } from './provider-standings.ts';
import { fromVisit, toVisit, visits } from './visits.ts';

/** Every list about quality whose rows are records. */
export const qualityRecords = {
  checks: { list: qaChecks, fromState: fromCheckRecord, toState: toCheckRecord },
  standings: { list: providerStandings, fromState: fromStanding, toState: toStanding },
  concerns: { list: concerns, fromState: fromConcern, toState: toConcern },
  visits: { list: visits, fromState: fromVisit, toState: toVisit },
  ownChecks: { list: ownChecks, fromState: fromOwnCheck, toState: toOwnCheck },
} as const;
