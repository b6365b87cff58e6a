import * as React from 'react';
import type { NextProvidersReply } from '../../../contract/next-offers.ts';
import type { OrderReply } from '../../../contract/orders.ts';
import { localDate } from '../../../domain/days/local-date.ts';
import { pence } from '../../../domain/money/money.ts';
import { CallOffPage } from '../../call-offs/CallOffPage.tsx';
import { callOff, meAs, membership, order, waitingChange } from '../../forms/testing/samples.ts';
import { type Answers, type Exhibit, never } from './exhibit.tsx';

const page = { screen: <CallOffPage callOffRef="CO-7K3MQ9" />, place: { at: 'call-off' as const, ref: 'CO-7K3MQ9' } };
const told = (present: OrderReply): Answers => ({
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  getCallOff: () =>
    callOff({
      status: 'ordered',
      orderNumber: present.number,
      orderState: present.state,
      waitingFor: [],
      history: [
        { at: '2027-03-01T14:15:00Z', by: 'Sam Oduya', what: 'Request sent for approval' },
        { at: '2027-03-03T16:00:00Z', by: 'Sam Oduya', what: 'Provider accepted the order' },
      ],
    }),
  getOrder: () => present,
});

const half = order().checks.map((check, index) =>
  index % 2 === 0
    ? { ...check, on: localDate('2027-04-01'), recordedBy: 'Sam Oduya', ...(index === 2 ? { channel: 'secure-portal' as const } : {}) }
    : check,
);

const running = order({
  state: 'active',
  startedOn: localDate('2027-04-12'),
  may: ['pause', 'vary', 'extend', 'give-notice', 'end'],
});

const asked: NextProvidersReply['asked'] = [
  {
    number: 'AP-000123',
    providerName: 'Greenway Learning',
    serviceName: 'Woodland days',
    net: pence(209_000),
    gross: pence(250_800),
    why: 'It is the lowest price that meets the need',
    answer: 'declined',
    declined: 'No places this term.',
    passedOn: 'The next lowest price, and as near.',
  },
  {
    number: 'AP-000123-2',
    providerName: 'Harbour Learning',
    serviceName: 'Day centre',
    net: pence(211_750),
    gross: pence(254_100),
    why: 'It is the lowest price that meets the need',
    answer: 'lapsed',
  },
];
const nobodyTook = (choice: Pick<NextProvidersReply, 'next' | 'may'>): Answers => ({
  ...told(order({ state: 'unfilled' })),
  getCallOff: () =>
    callOff({
      status: 'ordered',
      orderNumber: 'AP-000123-2',
      orderState: 'unfilled',
      waitingFor: [],
      history: [{ at: '2027-03-05T17:01:00Z', by: 'AP Framework', what: 'The provider gave no answer in time' }],
    }),
  listNextProviders: () => ({ asked, ...choice }),
});
const left: NextProvidersReply['next'][number] = {
  serviceRef: 'S-00007',
  serviceName: 'Boat building and maths',
  providerName: 'Stour Skills',
  unit: 'day',
  unitPrice: pence(9_800),
  net: pence(215_600),
  vat: pence(43_120),
  gross: pence(258_720),
  bases: [
    { basis: 'lowest-price', approved: false },
    { basis: 'pupil-choice', approved: false },
  ],
};

/** The order of a request in each of its states, with the act that each is for. */
export const orderExhibits: readonly Exhibit[] = [
  { name: 'order, before the start', ...page, answers: told(order({ checks: half })), shows: '2 of 4 recorded' },
  {
    name: 'order, recording that the council was told',
    ...page,
    answers: told(order()),
    press: 'Record: council told who the pupil is',
    shows: 'How was it told?',
  },
  {
    name: 'order, only to read',
    ...page,
    answers: told(order({ may: [] })),
    shows: '0 of 4 recorded',
  },
  {
    name: 'order, to be offered to the next provider',
    ...page,
    answers: nobodyTook({
      next: [left, { ...left, serviceRef: 'S-00008', providerName: 'Purbeck Outdoors', gross: pence(270_000) }],
      may: true,
    }),
    press: 'Continue',
    shows: 'Choose a provider',
  },
  {
    name: 'order, nobody is left to ask',
    ...page,
    answers: nobodyTook({ next: [], may: false }),
    shows: 'No other provider of the lot',
  },
  { name: 'order, running', ...page, answers: told(running), shows: 'The placement is running' },
  ...(
    [
      ['Change the days of the week', 'Which days of the week?'],
      ['Give notice', 'Who gives notice?'],
      ['End the placement at once', 'For any other reason give notice'],
    ] as const
  ).map(([press, shows]) => ({ name: `order, ${press.toLowerCase()}`, ...page, answers: told(running), press, shows })),
  {
    name: 'order, its reviews',
    ...page,
    answers: {
      ...told(running),
      getReviews: () => ({
        ref: 'CO-7K3MQ9',
        orderNumber: 'AP-000123',
        reviews: [
          {
            heldOn: localDate('2027-05-20'),
            participants: ['school', 'provider', 'pupil', 'parent-or-carer'],
            progress: 'behind',
            decision: 'continue',
            note: 'Shorter mornings help. The provider tries them until the summer holidays.',
            recordedBy: 'Sam Oduya',
          },
        ],
        dueOn: [localDate('2027-05-28'), localDate('2027-07-21')],
        nextDueOn: localDate('2027-07-21'),
        overdue: true,
        may: true,
      }),
    },
    press: 'Reviews',
    shows: 'A review was due by',
  },
  {
    name: 'order, a change to decide',
    ...page,
    answers: told({ ...running, change: waitingChange, may: ['decide-change'] }),
    shows: 'The order stays as it is until',
  },
  {
    name: 'order, other staff and another place told',
    ...page,
    answers: told({
      ...running,
      place: 'The farm, DT1 1AA',
      staffChecksToRenew: true,
      settingChanges: [
        {
          number: 2,
          kind: 'place',
          from: localDate('2027-05-04'),
          where: 'The old mill, DT2 7BB',
          by: 'provider',
          toldAt: '2027-04-28T09:00:00Z',
          seenBy: 'Sam Oduya',
          seenAt: '2027-04-28T11:00:00Z',
        },
        { number: 1, kind: 'staff', from: localDate('2027-05-04'), by: 'provider', toldAt: '2027-04-27T09:00:00Z' },
      ],
      may: [...running.may, 'see-setting-change', 'record-start-check'],
    }),
    shows: 'We know of the other staff',
  },
  {
    name: 'order, paused',
    ...page,
    answers: told(order({ state: 'paused', pausedFrom: localDate('2027-05-04'), may: ['resume', 'give-notice', 'end'] })),
    press: 'Take the placement up again',
    shows: 'Days of the pause are not owed',
  },
  {
    name: 'order, to complete',
    ...page,
    answers: told({ ...running, may: ['extend', 'end', 'complete'] }),
    press: 'Complete the order',
    shows: 'Where does the pupil go now?',
  },
  {
    name: 'order, ended',
    ...page,
    answers: told({ ...running, state: 'ended', end: { on: localDate('2027-05-04'), reason: 'pupil-moved' }, may: [] }),
    shows: 'How it ended',
  },
  { name: 'order, cancelled', ...page, answers: told(order({ state: 'cancelled', may: [] })), shows: 'Nothing is owed' },
  { name: 'order, loading', ...page, answers: { ...told(order()), getOrder: never }, shows: 'Loading the order' },
];
