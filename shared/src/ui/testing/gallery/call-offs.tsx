import * as React from 'react';
import { localDate } from '../../../domain/days/local-date.ts';
import { CallOffPage } from '../../call-offs/CallOffPage.tsx';
import { MyRequestsPage } from '../../call-offs/MyRequestsPage.tsx';
import { WaitingPage } from '../../call-offs/WaitingPage.tsx';
import { callOff, fullDraft, meAs, membership, ownRequest } from '../../forms/testing/samples.ts';
import { approver, blockReply, sampleBlocks } from '../sample-blocks.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const ordered = { status: 'ordered' as const, orderNumber: 'AP-000123', waitingFor: [] };
const verdictEntries = { approve: 'Approved: order made, waiting for the provider', reject: 'Rejected', return: 'Sent back for changes' };
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
    { at: '2027-03-02T09:30:00Z', by: 'Alex Head', what: verdictEntries[verdict], comment: 'Start after the half-term break.' },
  ],
});

const answered = {
  ...decided('approve'),
  ...ordered,
  history: [...decided('approve').history, { at: '2027-03-03T16:00:00Z', by: 'Sam Oduya', what: 'Provider accepted the order' }],
};
const withdrawn = {
  status: 'withdrawn' as const,
  waitingFor: [],
  openStep: -1,
  request: ownRequest,
  history: [
    { at: '2027-03-01T14:15:00Z', by: 'Sam Oduya', what: 'Request sent for approval' },
    { at: '2027-03-02T09:30:00Z', by: 'Sam Oduya', what: 'Withdrawn by the requester' },
  ],
};

const waitingPledge = blockReply(sampleBlocks.gathering, { school: 'BEECH', roles: approver });

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
  listBlocks: () => ({ blocks: [] }),
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
  {
    name: 'waiting, with a pledge',
    ...waiting,
    answers: { ...mine, listBlocks: () => ({ blocks: [waitingPledge] }) },
    shows: 'Maximum cost',
  },
  { name: 'waiting, nothing', ...waiting, answers: none, shows: 'No request waits for you' },
  ...waitingAndFailing({ name: 'waiting', ...waiting, answers: none }, 'listCallOffs', 'Loading requests that wait for you'),
];

const paused = 'Green Lane Outdoors: Paused for new orders. Phone the commissioning team on 01632 960004.';
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
  {
    name: 'request, returned',
    ...page,
    answers: told({ status: 'returned', may: ['change', 'withdraw'], ...decided('return') }),
    shows: 'Change and send again',
  },
  {
    name: 'request, at its second step',
    ...page,
    answers: told({
      ...decided('approve'),
      steps: [...decided('approve').steps, { kind: 'council', state: 'open', approvers: ['Chris Officer', 'Jo Panel'] }],
      openStep: 1,
      waitingFor: ['Chris Officer', 'Jo Panel'],
      waitingSince: '2027-03-02T09:30:00Z',
      may: ['withdraw'],
    }),
    shows: 'With Chris Officer',
  },
  {
    name: 'request, approvers to be reminded',
    ...page,
    answers: told({
      waitingFor: ['Alex Head', 'Jo Deputy'],
      remindFrom: localDate('2020-01-06'),
      may: ['withdraw'],
    }),
    shows: 'Remind Alex Head',
  },
  {
    name: 'request, reminded',
    ...page,
    answers: {
      ...told({ remindFrom: localDate('2020-01-06'), may: ['withdraw'] }),
      remindApprover: () => callOff({ remindFrom: localDate('2099-01-05'), may: ['withdraw'] }),
    },
    press: 'Remind Alex Head',
    shows: 'Reminder sent. You can send another from Monday 5 January 2099.',
  },
  {
    name: 'request, rejected',
    ...page,
    answers: told({ status: 'rejected', ...decided('reject'), request: ownRequest }),
    shows: 'Start again from this request',
  },
  {
    name: 'request, withdrawn just now',
    ...page,
    answers: told({ ...withdrawn, may: ['undo-withdrawal'], undoUntil: '2027-03-02T10:30:00Z' }),
    shows: 'You can undo the withdrawal until 10:30am.',
  },
  { name: 'request, withdrawn', ...page, answers: told(withdrawn), shows: 'Withdrawn by the requester' },
  {
    name: 'request, ordered',
    ...page,
    answers: told({ ...decided('approve'), ...ordered, orderState: 'awaiting-provider', may: ['answer'] }),
    shows: "The provider's answer",
  },
  {
    name: 'request, accepted',
    ...page,
    answers: told({ ...answered, orderState: 'accepted' }),
    shows: 'Provider accepted the order',
  },
  {
    name: 'request, its provider paused for new orders',
    ...page,
    answers: told({ may: ['decide'], providerPaused: { sentence: paused, search: 'lots=AP-1&needs=SEMH' } }),
    shows: 'Find other provision',
  },
  {
    name: 'order on hold, to decide',
    ...page,
    answers: told({
      ...answered,
      orderState: 'accepted',
      hold: { state: 'asked', notice: paused, answerBy: '2027-03-04T10:00:00Z', may: ['continue', 'pause', 'end'] },
    }),
    press: 'Record the decision',
    shows: 'Choose what is to happen',
  },
  {
    name: 'order on hold, the school goes on',
    ...page,
    answers: told({
      ...answered,
      orderState: 'accepted',
      hold: { state: 'continued', notice: paused, answeredBy: 'Alex Head', reason: 'The week is planned.', may: [] },
    }),
    shows: 'The week is planned.',
  },
  {
    name: 'order on hold, paused and free again',
    ...page,
    answers: told({ ...answered, orderState: 'accepted', hold: { state: 'paused', answeredBy: 'Alex Head', may: ['resume', 'end'] } }),
    shows: 'The placement is taken up again',
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
