import type { DayReply, DaySession } from '../../contract/attendance.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { listOverdueReviews } from '../../contract/reviews.ts';
import { localDate } from '../../domain/local-date.ts';

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
