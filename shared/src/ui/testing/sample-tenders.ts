import type { AwardReply, listAwards } from '../../contract/awards.ts';
import type { CouncilMember } from '../../contract/council-members.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { OwnSheetReply } from '../../contract/evaluation.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';
import { meAs, membership, oakfield } from '../forms/testing/samples.ts';

/** Somebody of the council with this role, who is no commissioner. */
export const officer = (role: 'evaluator' | 'evaluation-lead' | 'award-approver') =>
  meAs(membership({ roles: [role], buyer: { ...oakfield, ref: 'B-0009', name: 'SEND department', type: 'council-department' } }));

const member = (number: number, name: string, roles: CouncilMember['roles']): CouncilMember => ({
  tenantId: '11111111-1111-4111-8111-111111111111',
  objectId: `0000000${number}-0000-4000-8000-000000000000`,
  name,
  roles,
});
/** The council's people: one evaluates, one approves awards. */
export const councilMembers = [member(1, 'Priya Nair', ['evaluator']), member(2, 'Tom Ash', ['award-approver'])] as const;

export const ownSheet = (changes: Partial<OwnSheetReply> = {}): OwnSheetReply => ({
  ref: 'A-1-AP-2026-1-E1',
  lotApplicationRef: 'A-1-AP-2026-1',
  roundRef: 'AP-2026-R1',
  lotKey: 'AP-2026-1',
  providerName: 'Greenway Learning',
  status: 'cleared',
  interest: { conflict: false },
  questions: [
    {
      key: 'q1',
      text: 'How do you keep children safe?',
      guidance: 'Look for a named lead and how staff are checked.',
      weight: 60,
      least: 3,
      answer: 'Every member of staff is checked before they start.\nOur lead is trained each year.',
    },
    { key: 'q2', text: 'Do you accept the terms?', answer: 'Yes' },
  ],
  marks: { q1: { kind: 'scored', score: 4, comment: 'Clear and complete.' } },
  ...changes,
});

export const award = (changes: Partial<AwardReply> = {}): AwardReply => ({
  ref: 'AW-1',
  status: 'standstill',
  frameworkRef: 'AP-2026',
  providerRef: 'P-0001',
  providerName: 'Greenway Learning',
  source: { kind: 'round', roundRef: 'AP-2026-R1', applicationRef: 'A-1' },
  lots: [{ lotKey: 'AP-2026-1', qualityPoints: 5_740, pricePoints: 1_000, total: 6_740, place: 1 }],
  prices: [
    {
      serviceRef: 'S-0001',
      serviceName: 'Forest learning',
      lotKey: 'AP-2026-1',
      unit: 'day',
      price: pence(9_500),
      group: { from: 1, to: 4 },
    },
  ],
  exclusionCheck: { outcome: 'clear', debarmentListCheckedOn: localDate('2027-02-20'), checkedBy: 'Kim Officer' },
  standstill: { noticePublishedOn: localDate('2027-02-24'), workingDays: 8, lastDay: localDate('2027-03-08') },
  version: 4,
  mayDecide: ['Alex Head'],
  history: [{ at: '2027-02-20T10:00:00Z', by: 'Kim Officer', what: 'Award proposed' }],
  ...changes,
});

type Summary = ReplyOf<typeof listAwards>['awards'][number];

export const awardSummary = (changes: Partial<Summary> = {}): Summary => ({
  ref: 'AW-1',
  frameworkRef: 'AP-2026',
  providerRef: 'P-0001',
  providerName: 'Greenway Learning',
  lotKeys: ['AP-2026-1', 'AP-2026-3'],
  status: 'standstill',
  source: 'Round AP-2026-R1',
  standstillLastDay: localDate('2027-03-08'),
  ...changes,
});
