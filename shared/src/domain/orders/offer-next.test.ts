import { decideApproval } from '../approvals/decide-approval.ts';
import {
  aCommand,
  accepted,
  aDecision,
  anOrder,
  aService,
  decisionFacts,
  deputy,
  head,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Decision } from '../call-off/decision.ts';
import { resubmitCallOff, type SubmitFacts } from '../call-off/submit-call-off.ts';
import { localDate } from '../days/local-date.ts';
import { ledgerRef } from '../ledgers/ledger.ts';
import { ledgerSharesOf } from '../ledgers/shares-of-call-off.ts';
import { pence } from '../money/money.ts';
import { theProduct } from '../people/person.ts';
import type { PlacementFact } from '../quality/registration-load.ts';
import { lapseOffer } from './answer-offer.ts';
import { answerOrder } from './answer-order.ts';
import { asOffered, offerSubject, readOfferSubject } from './as-offered.ts';
import { candidatesFor } from './next-candidates.ts';
import { noteNoneLeft, type OfferNextCommand, offerNext } from './offer-next.ts';
import { anotherProvider, declinedOrder, nextFacts, on } from './order.fixture.ts';

const declined = declinedOrder;

const at = '2026-11-25T11:00:00Z';
const shown = pence(144_000);

/** Offers to provider 2, unless something else is told. */
const offer = (
  present: CallOff,
  told: Partial<OfferNextCommand> = {},
  others: readonly SubmitFacts[] = [anotherProvider(2)],
  chosen: SubmitFacts = others[0] ?? anotherProvider(2),
): Decision =>
  offerNext(
    present,
    {
      ...aCommand(senco, { now: at }),
      serviceRef: chosen.listing.service?.ref ?? '',
      basis: 'lowest-price',
      reason: 'It is the next lowest.',
      shownGross: shown,
      ...told,
    },
    nextFacts(present, chosen, others, at),
  );

describe('row 41: a request that its provider did not take is offered to the next', () => {
  test('at no higher price under the same approval: a new order with a number, a frozen price and a time to answer of its own', () => {
    const { state, effects } = accepted(offer(declined()));
    expect(state).toMatchObject({
      status: 'ordered',
      round: 1,
      providerRef: 'P-0002',
      providerName: 'Provider 2',
      serviceName: 'Day centre',
      request: { serviceRef: 'S-00002', pupilRef: 'P-0147' },
      price: { rateRef: 'R-00002', gross: 144_000 },
      order: { number: 'AP-000042-2', state: 'awaiting-provider', answerBy: '2026-11-27T17:00:00Z' },
    });
    expect(state.order?.checks).toBeUndefined();
    expect(effects.map(({ kind }) => kind)).toEqual([
      'refresh-approval-cards',
      'mail-order-to-provider',
      'tell-requester',
      'record-audit',
      'settle-ledgers',
    ]);
  });

  test('the step is kept with its reason, and stands in the history', () => {
    const { state } = accepted(offer(declined()));
    expect(state.offers).toMatchObject([
      {
        round: 1,
        providerRef: 'P-0001',
        providerName: 'Blackmore Vale',
        asked: { serviceRef: 'S-00001', basis: 'lowest-price' },
        price: { rateRef: 'R-00001' },
        order: { number: 'AP-000042', state: 'declined', declineReason: 'No places.' },
        passedOn: { at, by: senco, reason: 'It is the next lowest.' },
      },
    ]);
    expect(state.history.at(-1)).toMatchObject({
      what: 'Offered to the next provider under the same approval. Provider 2, Day centre: It is the lowest price that meets the need',
      comment: 'It is the next lowest.',
    });
  });

  test('after a time that lapsed as well', () => {
    const lapsed = accepted(lapseOffer(anOrder(), aCommand(theProduct, { now: '2026-11-26T18:00:00Z' }))).state;
    expect(accepted(offer(lapsed)).state.offers?.[0]?.order.state).toBe('unfilled');
  });

  test('the Virtual School is told of each order for a child who is looked after', () => {
    const present: CallOff = { ...declined(), request: { ...declined().request, lookedAfter: true } };
    expect(accepted(offer(present)).effects.map(({ kind }) => kind)).toContain('tell-virtual-school');
    expect(accepted(offer(declined())).effects.map(({ kind }) => kind)).not.toContain('tell-virtual-school');
  });

  test('dearer it goes back to approval, and the last approval makes the order', () => {
    const dearer = anotherProvider(2, 8_100);
    const { state, effects } = accepted(offer(declined(), { shownGross: pence(145_800) }, [dearer]));
    expect(state).toMatchObject({ status: 'awaiting-approval', round: 2, submittedAt: at, price: { gross: 145_800 } });
    expect(state.order).toBeUndefined();
    expect(effects.map(({ kind }) => kind)).not.toContain('mail-order-to-provider');
    const made = accepted(
      decideApproval(state, aDecision(state, 'approve', { by: head, now: at }), decisionFacts({ listing: dearer.listing })),
    );
    expect(made.state.order).toMatchObject({ number: 'AP-000042-2', state: 'awaiting-provider' });
    expect(made.effects.map(({ kind }) => kind)).toContain('mail-order-to-provider');
  });

  test.each([
    ['a total without VAT that is dearer', { basis: 'lowest-price' as const }, anotherProvider(2, 8_001), pence(144_018)],
    ['another basis, which was said of the first provider', { basis: 'pupil-choice' as const }, anotherProvider(2), shown],
    ['the only match: approvers were not told so of this one', { basis: 'only-match' as const }, anotherProvider(2), shown],
    [
      'a policy that asks for one more step by now',
      {},
      anotherProvider(2, 8_000, {
        policy: {
          school: [{ kind: 'buyer' }, { kind: 'buyer' }],
          'council-budget': [],
          'ehc-top-up': [],
          'virtual-school': [],
          split: [],
        },
        buyerMembers: schoolMembers,
      }),
      shown,
    ],
  ])('what approvers saw and no longer holds is approved again: %s', (_what, told, chosen, shownGross) => {
    const present = declined();
    const decision = offer(present, { ...told, shownGross, by: senco }, [chosen], chosen);
    if (decision.ok) expect(decision.state.status).toBe('awaiting-approval');
    expect(decision.ok).toBe(true);
  });

  test('a cheaper step does not lower what was approved: the one after it is held against what approvers saw', () => {
    const first = accepted(offer(declined(), { shownGross: pence(126_000) }, [anotherProvider(2, 7_000), anotherProvider(3)])).state;
    expect(first.order).toMatchObject({ state: 'awaiting-provider', approvedGross: 144_000 });
    const again = accepted(answerOrder(first, { ...on('2026-11-26'), answer: 'declined', reason: 'No places.' })).state;
    const { state } = accepted(offer(again, {}, [anotherProvider(3)]));
    expect(state).toMatchObject({ status: 'ordered', order: { number: 'AP-000042-3' } });
    expect(state.order?.approvedGross).toBeUndefined();
  });

  test('whoever offers it on decides neither that step nor is asked to', () => {
    const { state } = accepted(offer(declined(), { ...aCommand(head, { now: at }), basis: 'pupil-choice' }));
    expect(state.approvals[0]?.approvers).toEqual([deputy]);
    const listing = anotherProvider(2).listing;
    expect(refusal(decideApproval(state, aDecision(state, 'approve', { by: head, now: at }), decisionFacts({ listing })))).toMatchObject({
      code: 'requester-cannot-approve',
    });
    expect(decideApproval(state, aDecision(state, 'approve', { by: deputy, now: at }), decisionFacts({ listing })).ok).toBe(true);
    const alone = anotherProvider(2, 8_000, { buyerMembers: schoolMembers.filter(({ person }) => person !== deputy) });
    expect(refusal(offer(declined(), { ...aCommand(head, { now: at }), basis: 'pupil-choice' }, [alone])).code).toBe(
      'no-eligible-approver',
    );
  });

  test('sent back and sent again it still knows who was asked', () => {
    const { state } = accepted(offer(declined(), { basis: 'pupil-choice' }));
    const listing = anotherProvider(2).listing;
    const returned = accepted(
      decideApproval(state, aDecision(state, 'return', { by: head, now: at, comment: 'Later.' }), decisionFacts({ listing })),
    ).state;
    const again = accepted(
      resubmitCallOff(
        returned,
        { ...aCommand(senco, { now: at }), ref: state.ref, idempotencyKey: 'k', request: state.request, shownGross: shown },
        anotherProvider(2),
      ),
    ).state;
    expect(again).toMatchObject({ round: 3, offers: [{ providerRef: 'P-0001' }] });
  });
});

describe('R30: the basis of the next step is objective', () => {
  const cheap = anotherProvider(2, 7_000);
  const dear = anotherProvider(3, 7_500);

  test('the lowest price is that of the lowest total that was not asked yet', () => {
    const told = { serviceRef: 'S-00003', shownGross: pence(135_000) };
    expect(refusal(offer(declined(), told, [cheap, dear], dear))).toMatchObject({ code: 'direct-award-not-allowed', field: '/basis' });
    expect(offer(declined(), { ...told, basis: 'pupil-choice' }, [cheap, dear], dear).ok).toBe(true);
  });

  test('the only match is one that is left alone', () => {
    const told = { basis: 'only-match' as const, shownGross: pence(126_000) };
    expect(refusal(offer(declined(), told, [cheap, dear])).code).toBe('direct-award-not-allowed');
    expect(offer(declined(), told, [cheap]).ok).toBe(true);
  });

  test('each can be chosen by the bases that the framework permits, in its own order', () => {
    const found = candidatesFor(declined(), aService(), [dear, cheap], { now: at, compared: 'inc' });
    expect(found.map(({ listing, bases }) => [listing.provider.ref, bases])).toEqual([
      ['P-0002', ['lowest-price', 'continuity', 'pupil-choice']],
      ['P-0003', ['continuity', 'pupil-choice']],
    ]);
  });

  test('who does not meet the need, was asked before or may not be ordered from is no candidate', () => {
    const changed = (told: Partial<SubmitFacts['listing']>): SubmitFacts => ({ ...cheap, listing: { ...cheap.listing, ...told } });
    const full: PlacementFact[] = Array.from({ length: 5 }, (_, index) => ({
      buyerRef: '113801',
      pupilRef: String(index),
      hoursPerWeek: 25,
      compulsorySchoolAge: true,
      ehcPlan: false,
      lookedAfter: false,
      startDate: localDate('2027-01-01'),
      endDate: localDate('2027-07-01'),
    }));
    const service = cheap.listing.service ?? aService();
    const others = [
      changed({ service: { ...service, type: 'therapeutic' } }),
      changed({ service: { ...service, deliveryMode: 'online' } }),
      changed({ service: { ...service, needs: ['HI'] } }),
      changed({ service: { ...service, ageFrom: 16 } }),
      changed({ qaChecks: [] }),
      { ...cheap, registration: { ...cheap.registration, placements: full } },
    ];
    const long: CallOff = {
      ...declined(),
      request: { ...declined().request, pattern: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], sessions: 'both', hoursPerDay: 5 } },
    };
    for (const other of others) expect(candidatesFor(long, aService(), [other], { now: at, compared: 'ex' })).toEqual([]);
    expect(candidatesFor(long, aService(), [cheap], { now: at, compared: 'ex' })).toHaveLength(1);
  });
});

describe('what is asked of a step to the next provider', () => {
  test.each([
    ['no reason', { reason: ' ' }, 'comment-required', '/reason'],
    ['a reason that names a pupil', { reason: 'Jack Smith likes it there.' }, 'text-names-a-pupil', '/reason'],
    ['a total that is not today’s', { shownGross: pence(1) }, 'price-changed', '/shownGross'],
    ['somebody with no part in the school', { by: stranger }, 'not-yours', undefined],
  ] as const)('it is refused with %s', (_what, told, code, field) => {
    const refused = refusal(offer(declined(), told));
    expect(refused.code).toBe(code);
    expect(refused.field).toBe(field);
  });

  test('nor to a provider that was asked before, nor for another need', () => {
    const first = { ...anotherProvider(2), listing: decisionFacts().listing };
    const asked = refusal(offer(declined(), { serviceRef: 'S-00001' }, [anotherProvider(2)], first));
    expect(asked).toMatchObject({ code: 'provider-asked-before', field: '/serviceRef' });
    const other = refusal(offer(declined(), { serviceRef: 'S-00003' }, [anotherProvider(2)], anotherProvider(3)));
    expect(other).toMatchObject({ code: 'not-the-same-need', field: '/serviceRef' });
  });

  test('nor while the provider may still answer, nor once one has accepted', () => {
    expect(refusal(offer(anOrder())).code).toBe('order-not-in-this-state');
    const taken = accepted(answerOrder(anOrder(), { ...on('2026-11-25'), answer: 'accepted' })).state;
    expect(refusal(offer(taken)).code).toBe('order-not-in-this-state');
  });

  test('R8: an off-site direction needs time for a notice of its own', () => {
    const present: CallOff = {
      ...declined(),
      request: { ...declined().request, offSiteDirection: true, startDate: localDate('2026-12-01') },
    };
    const late = '2026-11-30T10:00:00Z';
    const decision = offerNext(
      present,
      { ...aCommand(senco, { now: late }), serviceRef: 'S-00002', basis: 'lowest-price', reason: 'Next.', shownGross: present.price.gross },
      nextFacts(present, anotherProvider(2), [anotherProvider(2)], late),
    );
    expect(refusal(decision).code).toBe('notice-too-short');
  });
});

describe('row 41: when nobody is left', () => {
  test('the order is unfilled and the school is told', () => {
    const { state, effects } = accepted(noteNoneLeft(declined(), aCommand(theProduct, { now: at }), []));
    expect(state.order?.state).toBe('unfilled');
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'tell-requester', news: 'none-left' }));
  });

  test('not while somebody can be asked', () => {
    const left = candidatesFor(declined(), aService(), [anotherProvider(2)], { now: at, compared: 'ex' });
    expect(noteNoneLeft(declined(), aCommand(theProduct, { now: at }), left).ok).toBe(false);
  });
});

test('R12, R34: the share of the load moves from the first provider to the next, and the money stays with the call-off', () => {
  const facts = { buyer: anotherProvider(2).buyer, today: localDate('2026-11-25'), pupilKey: () => 'hash' };
  const held = (callOff: CallOff) =>
    Object.fromEntries(
      ledgerSharesOf(callOff, facts).map(({ id, holding }) => [ledgerRef(id), holding.placements.length || holding.amount]),
    );
  expect(held(anOrder())).toMatchObject({ 'RL-P-0001': 1, 'FV-AP-2026': 144_000 });
  expect(held(declined())).toMatchObject({ 'RL-P-0001': 0, 'FV-AP-2026': 0 });
  expect(held(accepted(offer(declined())).state)).toMatchObject({ 'RL-P-0001': 0, 'RL-P-0002': 1, 'FV-AP-2026': 144_000 });
});

test('security 3.7: a link opens the offer that was made to its own provider, whoever is asked now', () => {
  const first = declined();
  const second = accepted(offer(first)).state;
  expect(readOfferSubject(offerSubject(first))).toEqual({ ref: first.ref, at: 0 });
  expect(readOfferSubject(offerSubject(second))).toEqual({ ref: first.ref, at: 1 });
  expect(offerSubject(first)).toBe(first.ref);
  expect(asOffered(second, 0)).toMatchObject({ providerName: 'Blackmore Vale', order: { number: 'AP-000042', state: 'declined' } });
  expect(asOffered(second, 0)).toMatchObject({ status: 'ordered', request: { ...first.request } });
  expect(asOffered(second, 1)).toMatchObject({ providerName: 'Provider 2', order: { number: 'AP-000042-2' } });
  expect(asOffered(second, 2)).toBeUndefined();
});
