import { localDate } from '../days/local-date.ts';
import { theProduct } from '../people/person.ts';
import { aDraft, tryApplication } from './application/application.fixture.ts';
import { decideClarification } from './clarification/decide-clarification.ts';
import { aLotApplication, assigned, tryLot, trySheet } from './evaluation/evaluation.fixture.ts';
import { aFrameworkThatIs, tryFramework } from './framework/framework.fixture.ts';
import { acceptedTender, refusedTender } from './machine.fixture.ts';
import { aBook, tryBook } from './prices/price-book.fixture.ts';
import { tenderRoles } from './role.ts';
import { aPublishedRound, closesAt, tryRound, whileOpen } from './round/round.fixture.ts';
import { applicant, commissioner, evaluatorA, given, lead } from './tender.fixture.ts';

const round = aPublishedRound();
const clarifying = { roles: tenderRoles, round, askerNames: [' Blackmore Vale ', ' '] };
const asked = acceptedTender(
  decideClarification(
    undefined,
    { ...given(applicant), kind: 'ask-clarification', ref: 'CQ-1', roundRef: 'RD-2027', askedBy: 'P-0042', question: 'May we?' },
    clarifying,
    whileOpen,
  ),
).state;
const live = aFrameworkThatIs('live');
const because = { reason: 'Nobody applied.' };

test('how each record of a tender ended stands in its history, in a word', () => {
  const ends = [
    tryApplication(aDraft(), { ...given(theProduct), kind: 'lapse-application' }, closesAt),
    decideClarification(asked, { ...given(commissioner), kind: 'decline-clarification', ...because }, clarifying, whileOpen),
    decideClarification(asked, { ...given(applicant), kind: 'withdraw-clarification' }, clarifying, whileOpen),
    tryLot(aLotApplication(), { ...given(commissioner), kind: 'withdraw-lot', ...because }),
    tryFramework(live, { ...given(theProduct), kind: 'expire-framework' }, {}, '2031-04-01T08:00:00Z'),
    tryFramework(aFrameworkThatIs('open'), { ...given(commissioner), kind: 'cancel-framework', ...because }),
    tryRound(round, { ...given(commissioner), kind: 'cancel-round', ...because }),
  ];
  expect(ends.map((decision) => (decision.ok ? decision.state.history.at(-1)?.what : decision.code))).toEqual([
    'Lapsed',
    'Declined',
    'Withdrawn',
    'Withdrawn',
    'Expired',
    'Cancelled',
    'Cancelled',
  ]);
});

test('that a round has closed and a framework is live stands in their history', () => {
  const goLive = { ...given(commissioner), kind: 'go-live' } as const;
  const steps = [
    tryRound(round, { ...given(theProduct), kind: 'close-round' }, {}, closesAt),
    tryFramework(aFrameworkThatIs('standstill'), goLive, {}, '2027-04-01T08:00:00Z'),
  ];
  expect(steps.map((decision) => (decision.ok ? decision.state.history.at(-1)?.what : decision.code))).toEqual(['Closed', 'Live']);
});

test('a reason that is not given is asked for where it is entered', () => {
  const none = { reason: ' ' };
  const extend = { ...given(commissioner), kind: 'extend-round', closesAt: '2027-01-08T12:00:00Z' } as const;
  const refusals = [
    trySheet(assigned(evaluatorA), { ...given(lead), kind: 'stand-down-evaluator', ...none }),
    tryRound(round, { ...extend, ...none }, {}, whileOpen),
    tryRound(round, { ...given(commissioner), kind: 'cancel-round', ...none }),
  ].map((decision) => (decision.ok ? 'accepted' : `${decision.code} ${decision.field}`));
  expect(refusals).toEqual(Array(3).fill('text-required /reason'));
});

test('a day or period that cannot be is told where it is entered', () => {
  const extend = { ...given(commissioner), kind: 'extend-round', closesAt, reason: 'The portal was down.' } as const;
  expect(refusedTender(tryRound(round, extend, {}, whileOpen))).toMatchObject({ code: 'dates-not-allowed', field: '/closesAt' });
  const review = (from: string, to: string, told = {}) =>
    refusedTender(
      tryBook(
        aBook(),
        { ...given(commissioner), kind: 'open-review', period: { from: localDate(from), to: localDate(to) }, reason: 'Every four years.' },
        told,
      ),
    );
  expect(review('2030-08-31', '2034-08-31')).toMatchObject({ code: 'price-fixed', field: '/period/from' });
  expect(review('2030-09-01', '2034-08-30')).toMatchObject({ code: 'period-not-allowed', field: '/period' });
  const endsWithIt = { terms: { liveFrom: localDate('2026-09-01'), expiresOn: localDate('2030-08-31'), pricePeriodMonths: 48 } };
  expect(review('2030-09-01', '2034-08-31', endsWithIt)).toMatchObject({
    code: 'period-not-allowed',
    detail: 'The framework ends with this price period. There is none after it.',
    field: '/period',
  });
});

test('a round is published only while its framework is not let: a closed one that is live takes nobody new', () => {
  const draft = { ...round, status: 'draft' } as const;
  const detailOf = (status: 'live' | 'expired') =>
    refusedTender(tryRound(draft, { ...given(commissioner), kind: 'publish-round' }, { status })).detail;
  expect([detailOf('live'), detailOf('expired')]).toEqual([
    'A closed framework takes no new providers.',
    'The framework is expired, so no round can be published.',
  ]);
});

test('row 12: a name is found in a text whatever blanks stand around it where it is kept', () => {
  const answer = (text: string) =>
    decideClarification(
      asked,
      { ...given(commissioner), kind: 'answer-clarification', question: 'May we?', answer: text },
      clarifying,
      whileOpen,
    );
  expect(refusedTender(answer('Yes, Blackmore Vale, you may.')).code).toBe('names-the-asker');
  expect(answer('Yes, all of you may.').ok).toBe(true);
});
