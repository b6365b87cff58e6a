import type { ReplyOf } from '../../contract/endpoint.ts';
import type { CheckReply, getQualityCalendar, PassportReply, StandingReply } from '../../contract/quality.ts';
import { localDate } from '../../domain/days/local-date.ts';

const day = localDate;

export const standing = (changes: Partial<StandingReply> = {}): StandingReply => ({
  providerRef: 'P-0001',
  providerName: 'Greenway Learning',
  status: 'active',
  holds: [],
  may: ['place-hold', 'pause', 'remove'],
  history: [{ at: '2027-03-01T09:00:00Z', by: 'Kim Officer', what: 'Activated' }],
  ...changes,
});

export const heldStanding = (changes: Partial<StandingReply> = {}): StandingReply =>
  standing({
    holds: [
      {
        ref: 'H-1',
        cause: 'check-lapsed',
        standard: 'insurance',
        about: 'Insurance',
        placedBy: 'The clock',
        placedAt: '2027-03-02T00:05:00Z',
      },
      {
        ref: 'H-0',
        cause: 'commissioner',
        placedBy: 'Kim Officer',
        placedAt: '2027-01-12T10:00:00Z',
        reason: 'The site was flooded.',
        lifted: { by: 'Ada Second', at: '2027-01-20T10:00:00Z', reason: 'Visited: it is dry.' },
      },
    ],
    may: ['place-hold', 'lift-hold', 'remove'],
    ...changes,
  });

export const check = (changes: Partial<CheckReply> = {}): CheckReply => ({
  ref: 'Q-0001',
  providerRef: 'P-0001',
  standard: 'insurance',
  mandatory: true,
  outcome: 'received',
  scheduledFor: day('2027-03-10'),
  evidence: { recordedBy: 'Kim Officer', recordedAt: '2027-03-02T09:00:00Z' },
  toConfirm: ['public-liability', 'employers-liability'],
  may: ['pass', 'require-action', 'fail'],
  history: [],
  ...changes,
});

export const waiverAsked = check({
  ref: 'Q-0002',
  standard: 'policies',
  outcome: 'lapsed',
  toConfirm: ['policies-reviewed'],
  waiver: {
    state: 'requested',
    reason: 'The new policy goes to the trustees on 20 March.',
    until: day('2027-03-31'),
    requestedBy: 'Kim Officer',
  },
  may: ['approve-waiver', 'refuse-waiver'],
});

export const passport = (changes: Partial<PassportReply> = {}): PassportReply => ({
  standing: standing(),
  current: true,
  lines: [
    {
      standard: 'insurance',
      title: 'Insurance',
      wordingKnown: true,
      mandatory: true,
      state: 'ends-soon',
      checkedOn: day('2026-03-03'),
      checkedBy: 'the quality team',
      until: day('2027-03-12'),
    },
    {
      standard: 'national-02',
      code: '1.2',
      title: 'Title not verified',
      wordingKnown: false,
      mandatory: false,
      state: 'never-checked',
      rule: { source: 'DfE, voluntary national standards', edition: 'August 2025', reissue: 'every-year', overdue: 'never-checked' },
    },
    { standard: 'policies', title: 'Policies', wordingKnown: true, mandatory: true, state: 'lapsed', until: day('2027-03-01') },
  ],
  checks: [check(), waiverAsked],
  ...changes,
});

type Calendar = ReplyOf<typeof getQualityCalendar>;

const ending = (number: number, until: string, evidenceReceived: boolean): Calendar['lapsesSoon'][number] => ({
  checkRef: `Q-${number}`,
  providerRef: 'P-0001',
  providerName: number % 2 === 0 ? 'Greenway Learning' : 'Harbour Mentoring',
  standard: 'insurance',
  title: 'Insurance',
  mandatory: true,
  until: day(until),
  evidenceReceived,
});

export const calendar = (changes: Partial<Calendar> = {}): Calendar => ({
  today: day('2027-03-02'),
  lapsesToday: [ending(1, '2027-03-02', true)],
  lapsesSoon: [ending(2, '2027-03-12', false), ending(3, '2027-03-13', true), ending(4, '2027-04-02', false)],
  lapsed: [ending(5, '2027-02-27', false)],
  overdueActions: [
    {
      cameOf: 'visit',
      of: 'V-7K3MQ9',
      providerRef: 'P-0002',
      providerName: 'Harbour Mentoring',
      dueOn: day('2027-02-20'),
      evidenceReceived: false,
    },
  ],
  overdueTexts: [
    {
      standard: 'safeguarding-lead',
      title: 'Named and trained safeguarding lead',
      source: 'DfE, Keeping children safe in education',
      edition: '2025',
      reissue: 'each-september',
      checkedOn: day('2026-01-10'),
      checkedBy: 'Kim Officer',
      overdue: 'newer-edition',
    },
  ],
  ...changes,
});
