import type { ConcernReply, ConcernSummary } from '../../contract/concerns.ts';
import { localDate } from '../../domain/days/local-date.ts';

export const concernSummary = (changes: Partial<ConcernSummary> = {}): ConcernSummary => ({
  ref: 'CN-4F7K2Q',
  providerRef: 'P-0001',
  providerName: 'Greenway Learning',
  status: 'open',
  category: 'site-not-safe',
  severity: 'serious',
  reportedAt: '2027-03-02T09:40:00Z',
  joined: ['CN-9T3M1X'],
  ordersPaused: false,
  ladoReferred: false,
  ...changes,
});

export const concern = (changes: Partial<ConcernReply> = {}): ConcernReply => ({
  ...concernSummary(),
  text: 'The fence beside the river is broken, and nobody had seen to it a week later.',
  reportedBy: 'Sam Oduya',
  rung: ['mash'],
  history: [{ at: '2027-03-02T09:40:00Z', by: 'Sam Oduya', what: 'Concern reported' }],
  may: ['pause-orders', 'start-enquiry', 'record-lado-referral'],
  ...changes,
});

export const closedConcern = concern({
  status: 'closed',
  enquiryBy: 'Kim Officer',
  closedBy: 'Kim Officer',
  outcome: 'put-right',
  outcomeText: 'The fence is new. Seen on a visit.',
  ladoReferral: { on: localDate('2027-03-03'), recordedBy: 'Kim Officer', reference: 'L-118' },
  may: [],
});
