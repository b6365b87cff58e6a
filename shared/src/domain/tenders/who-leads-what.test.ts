import { tenderMachines } from './machines.ts';

/** Each state in the words of a sentence: 'the round is ...'. */
const statesOf = (subject: string) => tenderMachines.find((machine) => machine.subject === subject)?.states;
const movesOf = (subject: string) =>
  tenderMachines
    .find((machine) => machine.subject === subject)
    ?.moves.map(({ command, from, to, by }) => `${command}: ${from.join(', ')} -> ${to.join(', ')} by ${by.join(', ')}`);

test('a tender has nine records, each with a table of its own', () => {
  expect(tenderMachines.map(({ subject }) => subject)).toEqual([
    'the framework',
    'the round',
    'the question',
    'the application',
    'the score sheet',
    'the application for this lot',
    'the ranking',
    'the award',
    'the price book',
  ]);
});

test('the framework: who leads it from which state to which, and the words of each state', () => {
  expect(movesOf('the framework')).toEqual([
    'plan-framework: none -> coming by commissioner',
    'amend-framework: coming -> coming by commissioner',
    'open-framework: coming -> open by commissioner',
    'close-framework: open -> pending by product, commissioner',
    'begin-framework-standstill: pending -> standstill by commissioner',
    'go-live: standstill -> live by product, commissioner',
    'expire-framework: live -> expired by product',
    'cancel-framework: coming, open, pending, standstill -> cancelled by commissioner',
  ]);
  expect(statesOf('the framework')).toEqual({
    coming: 'coming',
    open: 'open for applications',
    pending: 'waiting for its awards',
    standstill: 'in standstill',
    live: 'live',
    expired: 'expired',
    cancelled: 'cancelled',
  });
});

test('the round: who leads it from which state to which, and the words of each state', () => {
  expect(movesOf('the round')).toEqual([
    'plan-round: none -> draft by commissioner',
    'amend-round: draft -> draft by commissioner',
    'publish-round: draft -> published by commissioner',
    'open-round: published -> open by product',
    'extend-round: published, open -> same by commissioner',
    'close-round: published, open -> closed by product',
    'cancel-round: draft, published, open -> cancelled by commissioner, product',
  ]);
  expect(statesOf('the round')).toEqual({
    draft: 'a draft',
    published: 'published and not open yet',
    open: 'open',
    closed: 'closed',
    cancelled: 'cancelled',
  });
});

test('the question: who leads it from which state to which, and the words of each state', () => {
  expect(movesOf('the question')).toEqual([
    'ask-clarification: none -> asked by applicant',
    'answer-clarification: asked -> answered by commissioner',
    'decline-clarification: asked -> declined by commissioner',
    'withdraw-clarification: asked -> withdrawn by applicant',
  ]);
  expect(statesOf('the question')).toEqual({
    asked: 'waiting for its answer',
    answered: 'answered to all applicants',
    declined: 'declined',
    withdrawn: 'withdrawn',
  });
});

test('the application: who leads it from which state to which, and the words of each state', () => {
  expect(movesOf('the application')).toEqual([
    'start-application: none, withdrawn -> draft by applicant',
    'save-application: draft -> draft by applicant',
    'sign-declaration: draft -> draft by applicant',
    'submit-application: draft -> submitted by applicant',
    'take-back-application: submitted -> draft by applicant',
    'withdraw-application: draft, submitted -> withdrawn by applicant',
    'enter-application: submitted -> in-evaluation by product',
    'lapse-application: draft -> lapsed by product',
  ]);
  expect(statesOf('the application')).toEqual({
    draft: 'a draft',
    submitted: 'submitted',
    withdrawn: 'withdrawn',
    'in-evaluation': 'being evaluated',
    lapsed: 'lapsed: it was not submitted before the round closed',
  });
});

test('the score sheet: who leads it from which state to which, and the words of each state', () => {
  expect(movesOf('the score sheet')).toEqual([
    'assign-evaluator: none -> assigned by moderator, commissioner',
    'declare-interest: assigned, cleared -> cleared, conflicted by evaluator',
    'save-scores: cleared -> cleared by evaluator',
    'submit-scores: cleared -> submitted by evaluator',
    'stand-down-evaluator: assigned, cleared -> stood-down by moderator, commissioner',
  ]);
  expect(statesOf('the score sheet')).toEqual({
    assigned: 'waiting for the declaration of interests',
    cleared: 'being scored',
    conflicted: 'closed: the evaluator has a conflict of interest',
    submitted: 'submitted and locked',
    'stood-down': 'closed: the evaluator was stood down',
  });
});

test('the application for this lot: who leads it from which state to which, and the words of each state', () => {
  expect(movesOf('the application for this lot')).toEqual([
    'enter-lot: none -> in-evaluation by product',
    'moderate: in-evaluation, moderated -> moderated by moderator',
    'note-ranking: moderated -> recommended, not-recommended by product',
    'clear-ranking: recommended, not-recommended -> moderated by product',
    'note-award: recommended -> approved, rejected by product',
    'note-award: approved -> rejected by product',
    'withdraw-lot: in-evaluation, moderated, recommended -> withdrawn by applicant, commissioner',
  ]);
  expect(statesOf('the application for this lot')).toEqual({
    'in-evaluation': 'being evaluated',
    moderated: 'moderated',
    recommended: 'recommended for award',
    'not-recommended': 'not recommended',
    approved: 'approved',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
  });
});

test('the ranking: who leads it from which state to which, and the words of each state', () => {
  expect(movesOf('the ranking')).toEqual([
    'record-ranking: none, set-aside -> recorded by moderator, commissioner',
    'set-aside-ranking: recorded -> set-aside by commissioner',
  ]);
  expect(statesOf('the ranking')).toEqual({
    recorded: 'recorded',
    'set-aside': 'set aside',
  });
});

test('the award: who leads it from which state to which, and the words of each state', () => {
  expect(movesOf('the award')).toEqual([
    'import-award: none, rejected, set-aside -> proposed by commissioner',
    'propose-award: none -> proposed by commissioner',
    'record-exclusion-check: proposed, approved, standstill, agreement-sent, signed, countersigned, in-force -> same by commissioner',
    'approve-award: proposed -> approved by award-approver',
    'reject-award: proposed -> rejected by award-approver',
    'begin-standstill: approved -> standstill by commissioner',
    'note-standstill-over: standstill -> same by product',
    'send-agreement: standstill -> agreement-sent by commissioner',
    'record-signature: agreement-sent -> signed by provider, commissioner',
    'countersign: signed -> countersigned by commissioner',
    'confirm-in-force: countersigned -> in-force by product',
    'set-aside-award: approved, standstill, agreement-sent, signed -> set-aside by commissioner, provider',
  ]);
  expect(statesOf('the award')).toEqual({
    proposed: 'waiting for its approval',
    approved: 'approved',
    rejected: 'rejected',
    standstill: 'in standstill',
    'agreement-sent': 'waiting for the signature of the provider',
    signed: 'waiting for the countersignature',
    countersigned: 'countersigned, and its lots and prices are being entered',
    'in-force': 'in force',
    'set-aside': 'set aside',
  });
});

test('the price book: who leads it from which state to which, and the words of each state', () => {
  expect(movesOf('the price book')).toEqual([
    'reserve-prices: none -> fixed by product',
    'reserve-prices: fixed, in-review -> same by product',
    'confirm-prices: fixed, in-review -> same by product',
    'release-prices: fixed, in-review -> same by product',
    'open-review: fixed -> in-review by commissioner',
    'propose-prices: in-review -> in-review by commissioner, provider',
    'approve-review: in-review -> fixed by commissioner',
    'abandon-review: in-review -> fixed by commissioner',
  ]);
  expect(statesOf('the price book')).toEqual({
    fixed: 'fixed for its price period',
    'in-review': 'under a price review',
  });
});
