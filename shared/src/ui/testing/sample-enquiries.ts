import type { EnquiryReply } from '../../contract/enquiries.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';

const asked: EnquiryReply['asked'] = [
  {
    providerRef: 'P-0001',
    providerName: 'Greenway Learning',
    serviceRef: 'S-0001',
    serviceName: 'Forest learning',
    answer: 'interested',
    text: 'We have two places on Tuesdays and Thursdays from the second week of April.',
    by: 'Rowan Marsh, coordinator',
    at: '2027-03-05T11:20:00Z',
  },
  {
    providerRef: 'P-0002',
    providerName: 'Harbour Learning',
    serviceRef: 'S-0002',
    serviceName: 'Day centre',
    answer: 'declined',
    text: 'Full until September.',
    by: 'Kit Reed, manager',
    at: '2027-03-05T15:02:00Z',
  },
  { providerRef: 'P-0003', providerName: 'Quarry Lane Workshops', serviceRef: 'S-0003', serviceName: 'Bicycle workshop' },
];

const message = 'Do you have a place for a pupil in year 9 who works best outdoors and in small groups, two days a week?';

/** An enquiry to three providers: one is interested, one declined, one has not answered. */
export const anEnquiry = (told: Partial<EnquiryReply> = {}): EnquiryReply => ({
  ref: 'EN-4K7Q2M',
  kind: 'question',
  status: 'partly-replied',
  buyerRef: 'B-0001',
  buyerName: 'Oakfield School',
  sentAt: '2027-03-04T09:00:00Z',
  closesAt: '2027-03-11T17:00:00Z',
  message,
  counts: { asked: 3, interested: 1, declined: 1, undecided: 0 },
  asker: { name: 'Sam Oduya', email: 's.oduya@oakfield.example' },
  question: { needs: ['SEMH'], keyStage: 'KS3', startDate: localDate('2027-04-13'), endDate: localDate('2027-07-21'), message },
  criteria: [],
  sealed: false,
  asked,
  keepUntil: localDate('2028-03-11'),
  may: ['choose-answer', 'end-enquiry'],
  ...told,
});

const frameworkPrice = { unit: 'day' as const, unitPrice: pence(9_500) };

/** A competition whose quotes nobody may see yet. */
export const sealedCompetition = anEnquiry({
  ref: 'EN-8R3WPX',
  kind: 'competition',
  sealed: true,
  criteria: [{ criterion: 'price' }, { criterion: 'earliest-start', refined: 'By the end of April.' }],
  asked: asked.map(({ answer: _answer, text: _text, by: _by, at: _at, ...each }) => ({ ...each, frameworkPrice })),
  counts: { asked: 3, interested: 0, declined: 0, undecided: 0 },
  may: ['refine-criterion', 'end-enquiry'],
});

/** The same with its quotes open. */
export const openedCompetition = anEnquiry({
  ...sealedCompetition,
  status: 'closed',
  sealed: false,
  asked: asked.map((each, at) => ({
    ...each,
    frameworkPrice,
    ...(at === 0 ? { quote: { unitPrice: pence(9_100), earliestStart: localDate('2027-04-13') } } : {}),
  })),
  counts: { asked: 3, interested: 1, declined: 1, undecided: 0 },
  may: ['choose-answer', 'end-enquiry'],
});
