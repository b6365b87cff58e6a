import type { ReplyOf } from '../../contract/endpoint.ts';
import type { listVisits, VisitReply } from '../../contract/visits.ts';
import { localDate } from '../../domain/days/local-date.ts';

const day = localDate;

export const visit = (changes: Partial<VisitReply> = {}): VisitReply => ({
  ref: 'V-2B4C6D',
  providerRef: 'P-0001',
  providerName: 'Greenway Learning',
  status: 'planned',
  plannedFor: day('2027-02-25'),
  actions: [],
  may: ['move', 'record', 'cancel'],
  history: [{ at: '2027-01-20T09:30:00Z', by: 'Kim Officer', what: 'Visit planned' }],
  ...changes,
});

/** A visit with an action that is overdue, one with evidence, and one that is done. */
export const heldVisit = (changes: Partial<VisitReply> = {}): VisitReply =>
  visit({
    ref: 'V-7K3MQ9',
    status: 'held',
    plannedFor: day('2027-01-12'),
    heldOn: day('2027-01-13'),
    heldBy: 'Kim Officer',
    findings:
      'How do you keep pupils safe while they are with you and on the way?\nStaff meet each taxi at the gate. The gate does not close by itself.\n\nThe fire plan was out of date.',
    actions: [
      { ref: 'V-7K3MQ9-A1', text: 'Mend the gate.', dueOn: day('2027-02-20'), overdue: true },
      {
        ref: 'V-7K3MQ9-A2',
        text: 'Put up the new fire plan.',
        dueOn: day('2027-03-12'),
        overdue: false,
        evidence: { recordedBy: 'Kim Officer', recordedAt: '2027-02-26T14:00:00Z', link: 'https://council.example/evidence/fire-plan' },
      },
      { ref: 'V-7K3MQ9-A3', text: 'Name a deputy safeguarding lead.', dueOn: day('2027-02-01'), overdue: false, doneBy: 'Ada Second' },
    ],
    may: ['add-action', 'evidence-action', 'finish-action', 'close'],
    history: [
      { at: '2026-12-20T09:30:00Z', by: 'Kim Officer', what: 'Visit planned' },
      { at: '2027-01-13T15:00:00Z', by: 'Kim Officer', what: 'Visit held', comment: 'The gate does not close by itself.' },
      { at: '2027-01-13T15:05:00Z', by: 'Kim Officer', what: 'Action agreed', comment: 'Mend the gate.' },
    ],
    ...changes,
  });

type Visits = ReplyOf<typeof listVisits>;

export const visits = (changes: Partial<Visits> = {}): Visits => ({
  today: day('2027-03-02'),
  visits: [
    visit({ ref: 'V-9F8G7H', plannedFor: day('2027-03-18'), providerRef: 'P-0002', providerName: 'Harbour Mentoring' }),
    visit(),
    heldVisit(),
    visit({ ref: 'V-1A1A1A', status: 'cancelled', plannedFor: day('2026-11-05'), may: [] }),
  ],
  questions: [
    'How do you make sure that you do not run a school that should be registered?',
    'How do you keep pupils safe while they are with you and on the way?',
  ],
  due: [
    { providerRef: 'P-0003', providerName: 'Forge Skills' },
    { providerRef: 'P-0004', providerName: 'Meadow Farm', dueOn: day('2027-02-14') },
    { providerRef: 'P-0005', providerName: 'Studio North', dueOn: day('2027-03-30') },
  ],
  ...changes,
});
