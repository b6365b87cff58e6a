import * as React from 'react';
import { CallOffPage } from '../../call-offs/CallOffPage.tsx';
import { MyRequestsPage } from '../../call-offs/MyRequestsPage.tsx';
import { WaitingPage } from '../../call-offs/WaitingPage.tsx';
import { callOff, fullDraft, meAs, membership } from '../../forms/testing/samples.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const ordered = { status: 'ordered' as const, orderNumber: 'AP-000123', waitingFor: [] };
const decided = (verdict: 'approve' | 'reject' | 'return') => ({
  waitingFor: [],
  steps: [
    {
      kind: 'buyer' as const,
      state: 'decided' as const,
      approvers: ['Alex Head'],
      verdict,
      by: 'Alex Head',
      at: '2027-03-02T09:30:00Z',
      channel: 'card' as const,
      comment: 'Start after the half-term break.',
    },
  ],
  history: [
    { at: '2027-03-01T14:15:00Z', by: 'Sam Oduya', what: 'Request sent for approval' },
    { at: '2027-03-02T09:30:00Z', by: 'Alex Head', what: 'Decided', comment: 'Start after the half-term break.' },
  ],
});

const every = [
  callOff(),
  callOff({ ref: 'CO-RET', status: 'returned', waitingFor: [] }),
  callOff({ ref: 'CO-REJ', status: 'rejected', waitingFor: [] }),
  callOff({ ref: 'CO-WIT', status: 'withdrawn', waitingFor: [] }),
  callOff({ ref: 'CO-ORD', ...ordered, orderState: 'awaiting-provider' }),
  callOff({ ref: 'CO-ACC', ...ordered, orderState: 'accepted' }),
  callOff({ ref: 'CO-DEC', ...ordered, orderState: 'declined' }),
];

const mine: Answers = {
  getMe: () => meAs(membership()),
  listDrafts: () => ({ drafts: [fullDraft] }),
  listCallOffs: () => ({ callOffs: every }),
};
const none: Answers = { ...mine, listDrafts: () => ({ drafts: [] }), listCallOffs: () => ({ callOffs: [] }) };
const myRequests = { screen: <MyRequestsPage />, place: { at: 'my-requests' as const } };
const waiting = { screen: <WaitingPage />, place: { at: 'waiting' as const } };

export const listExhibits: readonly Exhibit[] = [
  { name: 'my requests', ...myRequests, answers: mine, shows: 'CO-DEC' },
  { name: 'my requests, none yet', ...myRequests, answers: none, shows: 'You have not sent a request yet' },
  { name: 'my requests, not a requester', ...myRequests, answers: { ...none, getMe: () => meAs() }, shows: 'Ask for access' },
  {
    name: 'my requests, draft discarded',
    ...myRequests,
    answers: { ...mine, discardDraft: () => ({ discarded: true }) },
    press: 'Discard draft for Forest learning',
    shows: ' discarded',
  },
  ...waitingAndFailing({ name: 'my requests', ...myRequests, answers: mine }, 'getMe', 'Loading your requests'),
  { name: 'waiting', ...waiting, answers: mine, shows: 'CO-7K3MQ9' },
  { name: 'waiting, nothing', ...waiting, answers: none, shows: 'Nothing waits for you' },
  ...waitingAndFailing({ name: 'waiting', ...waiting, answers: none }, 'listCallOffs', 'Loading requests that wait for you'),
];

const page = { screen: <CallOffPage callOffRef="CO-7K3MQ9" />, place: { at: 'call-off' as const, ref: 'CO-7K3MQ9' } };
const told = (changes: Parameters<typeof callOff>[0]): Answers => ({ ...none, getCallOff: () => callOff(changes) });

export const callOffExhibits: readonly Exhibit[] = [
  {
    name: 'request, just sent',
    ...page,
    screen: <CallOffPage callOffRef="CO-7K3MQ9" sent />,
    answers: told({ may: ['withdraw'] }),
    shows: 'What happens next',
  },
  { name: 'request, to decide', ...page, answers: told({ may: ['decide'] }), shows: 'Your decision' },
  {
    name: 'request, decided without an answer',
    ...page,
    answers: told({ may: ['decide'] }),
    press: 'Continue',
    shows: 'There is a problem',
  },
  { name: 'request, withdrawing', ...page, answers: told({ may: ['withdraw'] }), press: 'Withdraw request', shows: 'Keep request' },
  {
    name: 'request, returned',
    ...page,
    answers: told({ status: 'returned', may: ['change', 'withdraw'], ...decided('return') }),
    shows: 'Change and send again',
  },
  { name: 'request, rejected', ...page, answers: told({ status: 'rejected', ...decided('reject') }), shows: 'Rejected by Alex Head' },
  { name: 'request, withdrawn', ...page, answers: told({ status: 'withdrawn', waitingFor: [] }), shows: 'Withdrawn' },
  {
    name: 'request, ordered',
    ...page,
    answers: told({ ...decided('approve'), ...ordered, orderState: 'awaiting-provider', may: ['answer'] }),
    shows: "The provider's answer",
  },
  {
    name: 'request, accepted',
    ...page,
    answers: told({ ...decided('approve'), ...ordered, orderState: 'accepted' }),
    shows: 'accepted by Greenway Learning',
  },
  {
    name: 'request, not delivered',
    ...page,
    answers: told({ delivery: [{ name: 'Alex Head', card: 'not-delivered', mail: 'sent' }] }),
    shows: 'The e-mail was sent.',
  },
  {
    name: 'request, only to read',
    ...page,
    host: { kind: 'sharepoint', mayDecide: false },
    answers: told({}),
    shows: 'You can only read the request here.',
  },
  ...waitingAndFailing({ name: 'request', ...page, answers: told({}) }, 'getCallOff', 'Loading the request'),
];
