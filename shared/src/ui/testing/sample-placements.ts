import type { DayReply, DaySession } from '../../contract/attendance.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';

import type { listOverdueReviews } from '../../contract/reviews.ts';
import { localDate } from '../../domain/days/local-date.ts';
import type { Placement } from '../../domain/placements/placement.ts';

export const placementsDay = localDate('2027-04-13');

const planned: DaySession = {
  date: placementsDay,
  half: 'am',
  unreported: false,
  begun: true,
  because: 'Present and supervised off site, at what the school approved (R23).',
  ref: 'CO-7K3MQ9',
  orderNumber: 'AP-000123',
  pupilRef: 'Y9-014',
  buyerName: 'Vale Academy',
  serviceName: 'Woodland days',
  providerName: 'Greenway Learning',
  may: true,
};
const another = {
  ref: 'CO-4F7K2Q',
  orderNumber: 'AP-000131',
  pupilRef: 'Y10-003',
  providerName: 'Harbour Learning',
  serviceName: 'Day centre',
};

/** A morning on which one pupil is nowhere, one is there, and two reports are to come. */
export const placementRows: readonly DaySession[] = [
  { ...planned, ...another, unreported: true, because: 'Not reported: this is not presence (R22).' },
  { ...planned, mark: 'present', markedAt: '2027-04-13T08:05:00Z', suggested: 'B' },
  { ...planned, half: 'pm', begun: false, because: 'Not begun yet.' },
  { ...planned, ...another, half: 'pm', begun: false, because: 'Not begun yet.' },
];

export const aPlacementsDay = (told: Partial<DayReply> = {}): DayReply => ({
  date: placementsDay,
  today: placementsDay,
  rows: [...placementRows],
  ...told,
});

export const overdueReviews: ReplyOf<typeof listOverdueReviews> = {
  rows: [
    {
      ref: 'CO-7K3MQ9',
      orderNumber: 'AP-000123',
      buyerName: 'Vale Academy',
      providerName: 'Greenway Learning',
      serviceName: 'Woodland days',
      dueOn: localDate('2027-03-26'),
      lastHeldOn: localDate('2027-02-11'),
    },
  ],
};

const aPlacement: Placement = {
  ref: 'CO-7K3MQ9',
  orderNumber: 'AP-000123',
  state: 'active',
  held: false,
  buyerName: 'Vale Academy',
  providerName: 'Greenway Learning',
  serviceName: 'Woodland days',
  registeredSchool: false,
  lotName: 'Engagement & Reengagement',
  arrangedBy: 'school',
  payer: 'school',
  pupilRef: 'Y9-014',
  hoursPerWeek: 10,
  sessionsPerWeek: 4,
  startsOn: localDate('2027-01-12'),
  endsOn: localDate('2027-07-21'),
  reviewDueOn: localDate('2027-03-26'),
  reviewOverdue: true,
  lastReviewOn: localDate('2027-02-11'),
};

export const somePlacements: readonly Placement[] = [
  aPlacement,
  {
    ...aPlacement,
    ref: 'CO-4F7K2Q',
    orderNumber: 'AP-000131',
    state: 'accepted',
    buyerName: 'Hilltop School',
    providerName: 'Harbour Learning',
    serviceName: 'Day centre',
    pupilRef: '=Y10-003',
    hoursPerWeek: 12.5,
    payer: 'council-budget',
    registeredSchool: true,
    sessionsPerWeek: 10,
    startsOn: localDate('2027-04-19'),
    reviewDueOn: undefined,
    reviewOverdue: false,
    lastReviewOn: undefined,
  },
  { ...aPlacement, ref: 'CO-9T3M1X', orderNumber: 'AP-000140', held: true, pupilRef: 'Y8-007', reviewOverdue: false },
];
