import { decideApproval } from '../approvals/decide-approval.ts';
import {
  aCallOff,
  aCommand,
  accepted,
  aDecision,
  aListing,
  anOrder,
  aProvider,
  aRequest,
  aSubmission,
  decided,
  decisionFacts,
  facts,
  head,
  now,
  orderFacts,
  type RequestTold,
  refusal,
  senco,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { quoteCallOff, submitCallOff } from '../call-off/submit-call-off.ts';
import { localDate, toLondonDate } from '../days/local-date.ts';
import { answerOrder } from '../orders/answer-order.ts';
import { recipientOf } from '../orders/may-send-order.ts';
import { placementsBefore, placementsOf, type RegistrationFacts } from './registration-guard.ts';
import { defaultThreshold } from './registration-load.ts';

const fullTime = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], sessions: 'both', hoursPerDay: 4 } as const;
const full: RequestTold = { pattern: fullTime };
/** Orders for four pupils who come full-time: one more brings the provider to the number at which it must register. */
const four: readonly CallOff[] = ['P-1', 'P-2', 'P-3', 'P-4'].map((pupilRef) => ordered({ ...full, pupilRef }));
function grossOf(told: RequestTold) {
  const quote = quoteCallOff(aRequest(told), senco, facts(), now);
  if (!quote.ok) throw new Error(quote.detail);
  return quote.price.gross;
}
function waiting(told: RequestTold): CallOff {
  return accepted(submitCallOff(aSubmission({ request: aRequest(told), shownGross: grossOf(told) }), facts())).state;
}
function ordered(told: RequestTold): CallOff {
  return decided(waiting(told), 'approve');
}
const registration = (callOffs: readonly CallOff[] = four): RegistrationFacts => ({
  placements: placementsOf(callOffs),
  policy: defaultThreshold,
});
const submit = (told: RequestTold, callOffs = four, listing = aListing()) => {
  const submission = aSubmission({ request: aRequest(told), shownGross: grossOf(told) });
  return submitCallOff(submission, facts({ registration: registration(callOffs), listing }));
};

describe('R12: the fifth pupil of compulsory school age who would come for more than 18 hours a week', () => {
  test('is refused when the request is sent, and no number is told', () => {
    const refused = refusal(submit({ ...full, pupilRef: 'P-5' }));
    expect(refused.code).toBe('registration-threshold');
    expect(refused.detail).not.toMatch(/\d|law/);
  });

  test('is refused as well where a ledger names the others by hashes; one of those four may come for more', () => {
    const pupilKey = (buyerRef: string, pupilRef: string): string =>
      `hash of ${buyerRef}/${[...pupilRef].map((each) => each.charCodeAt(0)).join('.')}`;
    const placements = placementsOf(four).map((each) => ({ ...each, buyerRef: '', pupilRef: pupilKey(each.buyerRef, each.pupilRef) }));
    const asks = (pupilRef: string) => {
      const told = { ...full, pupilRef };
      const submission = aSubmission({ request: aRequest(told), shownGross: grossOf(told) });
      return submitCallOff(submission, facts({ registration: { placements, policy: defaultThreshold, pupilKey } }));
    };
    expect(refusal(asks('P-5')).code).toBe('registration-threshold');
    expect(accepted(asks(' p-1')).state.status).toBe('awaiting-approval');
  });

  test('is refused when it is approved, if the others were ordered meanwhile; it can still be rejected', () => {
    const fifth = waiting({ ...full, pupilRef: 'P-5' });
    const decide = (verdict: 'approve' | 'reject') =>
      decideApproval(fifth, aDecision(fifth, verdict), decisionFacts({ registration: registration() }));
    expect(refusal(decide('approve')).code).toBe('registration-threshold');
    expect(accepted(decide('reject')).state.status).toBe('rejected');
  });

  test('is stopped when its order is sent, if all were approved in the same moment: the last one alone', () => {
    const all = ['P-1', 'P-2', 'P-3', 'P-4', 'P-5'].map((pupilRef, index): CallOff => {
      const each = ordered({ ...full, pupilRef });
      return { ...each, ref: `CO-TEST-000${index}`, order: { number: `AP-00000${index}`, madeAt: now, state: 'awaiting-provider' } };
    });
    const outcomes = all.map((each) => {
      const facts = { ...orderFacts(), registration: { placements: placementsBefore(each, all), policy: defaultThreshold } };
      const recipient = recipientOf(each, facts, toLondonDate(now));
      return recipient.ok ? 'sent' : recipient.code;
    });
    expect(outcomes).toEqual(['sent', 'sent', 'sent', 'sent', 'registration-threshold']);
  });

  test('is nothing to a pupil over compulsory school age, though the provider have come to the number already', () => {
    const fifth = ordered({ ...full, pupilRef: 'P-5' });
    expect(submit({ ...full, pupilRef: 'P-6', compulsorySchoolAge: false }, [...four, fifth]).ok).toBe(true);
  });

  test('what was made before an order: by time, then by number; not itself, and nothing that waits', () => {
    const made = (ref: string, number: string, madeAt = now): CallOff => {
      const order = { number, madeAt, state: 'awaiting-provider' } as const;
      const callOff = ordered({ ...full, pupilRef: number });
      return { ...callOff, ref, order };
    };
    const sent = made('CO-TEST-0002', 'AP-000002');
    const all = [
      made('CO-TEST-0001', 'AP-000001'),
      made('CO-TEST-0003', 'AP-000003'),
      made('CO-TEST-0004', 'AP-000004', '2026-09-01T09:00:00Z'),
      { ...made('CO-TEST-0002', 'AP-000005', '2026-09-01T09:00:00Z') },
      { ...sent, ref: 'CO-TEST-0006' },
      waiting({ ...full, pupilRef: 'P-7' }),
    ];
    expect(placementsBefore(sent, all).map(({ pupilRef }) => pupilRef)).toEqual(['AP-000001', 'AP-000004']);
  });

  test('may be ordered from a registered school, for fewer hours, over compulsory school age, or after the others have left', () => {
    const registered = aListing({ provider: aProvider({ registeredSchool: true }) });
    expect(submit({ ...full, pupilRef: 'P-5' }, four, registered).ok).toBe(true);
    expect(submit({ pupilRef: 'P-5' }).ok).toBe(true);
    expect(submit({ ...full, pupilRef: 'P-5', compulsorySchoolAge: false }).ok).toBe(true);
    const later = { startDate: localDate('2027-04-20'), endDate: localDate('2027-05-20') };
    expect(submit({ ...full, pupilRef: 'P-5', ...later }).ok).toBe(true);
  });
});

describe('R13: one pupil with an EHC plan, or looked after, who would come full-time', () => {
  test.each<[string, RequestTold]>([
    ['an EHC plan', { ehcPlan: true }],
    ['a child looked after', { lookedAfter: true }],
  ])('is refused by itself: %s', (_, told) => {
    expect(refusal(submit({ ...full, ...told }, [])).code).toBe('registration-threshold');
  });

  test('hours of several orders for one pupil add up', () => {
    const half = { pattern: { days: ['mon', 'tue'], sessions: 'both', hoursPerDay: 5 } } as const;
    const first = ordered({ ...half, lookedAfter: true, pupilRef: 'P-1' });
    expect(submit({ ...half, lookedAfter: true, pupilRef: 'P-1' }, []).ok).toBe(true);
    expect(refusal(submit({ ...half, pupilRef: 'P-1' }, [first])).code).toBe('registration-threshold');
  });
});

test('R14: only what was ordered here counts: a request that waits, an order that was declined and one that its school ended do not', () => {
  const declined = accepted(answerOrder(anOrder(), { ...aCommand(head), answer: 'declined', reason: 'No room.' })).state;
  const ended: CallOff = { ...anOrder(), hold: { state: 'ended' } as never };
  const others: readonly CallOff[] = [
    { ...anOrder(), status: 'awaiting-approval' },
    { ...anOrder(), order: undefined },
  ];
  expect(placementsOf([aCallOff(), declined, ended, ...others])).toEqual([]);
  expect(placementsOf([anOrder()])).toHaveLength(1);
});
