import { aCommand, accepted, anOrder, deputy, head, refusal, schoolMembers, senco } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { defaultPlacementGuidance } from '../call-off/placement-guidance.ts';
import type { SubmitFacts } from '../call-off/submit-call-off.ts';
import { pence } from '../money/money.ts';
import { personKey, samePerson, theProduct } from '../people/person.ts';
import { noteNoneLeft, type OfferNextCommand, offerNext } from './offer-next.ts';
import { anotherProvider, declinedOrder, nextFacts, worksOf } from './order.fixture.ts';

const at = '2026-11-25T11:00:00Z';
const first = declinedOrder();
const offer = (told: Partial<OfferNextCommand> = {}, present: CallOff = first, chosen: SubmitFacts = anotherProvider(2)) =>
  offerNext(
    present,
    {
      ...aCommand(senco, { now: at }),
      serviceRef: 'S-00002',
      basis: 'lowest-price',
      reason: 'It is the next lowest.',
      shownGross: pence(144_000),
      ...told,
    },
    nextFacts(present, chosen, [chosen], at),
  );
const passedOn = { kind: 'record-audit', action: 'order-passed-on', actor: personKey(senco) };

describe('row 41: a request under the same approval', () => {
  test('is an order like the first, with nothing left of that one but what was offered', () => {
    const { state } = accepted(offer({}, { ...first, hold: { state: 'continued' }, providerPaused: true as never }));
    expect(state.order).toStrictEqual({
      number: 'AP-000042-2',
      madeAt: at,
      state: 'awaiting-provider',
      answerBy: '2026-11-27T17:00:00Z',
    });
    expect([state.hold, state.providerPaused, state.advice]).toEqual([undefined, undefined, undefined]);
    expect(state.approvals).toStrictEqual(first.approvals);
    expect(state.offers).toStrictEqual([
      {
        round: 1,
        providerRef: 'P-0001',
        providerName: first.providerName,
        serviceName: first.serviceName,
        asked: {
          serviceRef: 'S-00001',
          basis: 'lowest-price',
          startDate: first.request.startDate,
          endDate: first.request.endDate,
          pattern: first.request.pattern,
        },
        price: first.price,
        ...(first.award ? { award: first.award } : {}),
        order: first.order,
        passedOn: { at, by: senco, reason: 'It is the next lowest.' },
      },
    ]);
  });

  test('goes to its provider, and whoever waits for it is told', () => {
    expect(worksOf(offer())).toEqual([
      { kind: 'refresh-approval-cards' },
      { kind: 'mail-order-to-provider' },
      { kind: 'tell-requester', news: 'offered-next' },
      passedOn,
      { kind: 'settle-ledgers' },
    ]);
  });
});

describe('row 41: a request that is approved again', () => {
  const again = (told: Partial<OfferNextCommand> = {}) => offer({ basis: 'pupil-choice', ...told });

  test('asks the first approver, and waits from now on', () => {
    const { state } = accepted(again());
    expect(state).toMatchObject({
      status: 'awaiting-approval',
      round: 2,
      submittedAt: at,
      request: { basisReason: 'It is the next lowest.' },
    });
    expect(state.approvals.map((step) => step.state)).toEqual(['open']);
    const works = worksOf(again());
    expect(works).toContainEqual(expect.objectContaining({ to: personKey(head) }));
    expect(works.slice(-3)).toEqual([{ kind: 'tell-requester', news: 'offered-next' }, passedOn, { kind: 'settle-ledgers' }]);
    expect(state.history.at(-1)?.what).toMatch(/^Sent for approval of the next provider[.] Provider 2, Day centre: /);
  });

  test('of several steps the first is open and the others wait', () => {
    const policy = {
      school: [{ kind: 'buyer' }, { kind: 'buyer' }],
      'council-budget': [],
      'ehc-top-up': [],
      'virtual-school': [],
      split: [],
    } as const;
    const { state } = accepted(offer({}, first, anotherProvider(2, 8_000, { policy })));
    expect(state.approvals.map((step) => step.state)).toEqual(['open', 'waiting']);
  });
});

test('R11: what approvers should know of the next provider is kept, and what was said of the first is not', () => {
  const guidance = { ...defaultPlacementGuidance, longestWeeks: 1, sessionsAWeek: 1 };
  const { state } = accepted(
    offer({ basis: 'pupil-choice' }, { ...first, advice: ['Of the first.'] }, anotherProvider(2, 8_000, { guidance })),
  );
  expect(state.advice).toHaveLength(2);
  expect(state.advice?.[0]).toContain('The provider is no registered school');
});

test('R35: a request that nobody could approve now is not passed on: by the policy, by who is there, or by who passes it on', () => {
  const nobody = { school: [], 'council-budget': [], 'ehc-top-up': [], 'virtual-school': [], split: [] } as const;
  expect(refusal(offer({}, first, anotherProvider(2, 8_000, { policy: nobody })))).toMatchObject({
    code: 'no-eligible-approver',
    detail: 'The approval policy names nobody for this payer. Contact the commissioning team.',
  });
  const alone = schoolMembers.filter(({ person }) => !samePerson(person, deputy));
  const chosen = anotherProvider(2, 8_000, { buyerMembers: alone });
  const byHead = refusal(offer({ by: head, basis: 'pupil-choice' }, first, chosen));
  expect(byHead.code).toBe('no-eligible-approver');
  expect(byHead.detail).not.toContain('names nobody');
});

test('row 41: nobody is left only once nobody can be asked', () => {
  const { candidates } = nextFacts(first, anotherProvider(2), [anotherProvider(2)], at);
  expect(refusal(noteNoneLeft(first, aCommand(theProduct, { now: at }), candidates))).toMatchObject({
    code: 'order-not-in-this-state',
    detail: 'Another provider can still be asked.',
  });
  expect(refusal(noteNoneLeft(anOrder(), aCommand(theProduct, { now: at }), [])).code).toBe('order-not-in-this-state');
});

test('row 41: that the first order could not be sent asks for nobody’s attention any more; what else does still', () => {
  const late = { reason: 'message-delayed', since: at } as const;
  const present: CallOff = { ...first, attention: [{ reason: 'order-not-sent', since: at }, late] };
  expect(accepted(offer({}, present)).state.attention).toEqual([late]);
});

describe('row 41: what has no next', () => {
  const drawn = { ...first, request: { ...first.request, basis: undefined, blockRef: 'B-00001' } } as unknown as CallOff;
  const given = 'The units of a block purchase are of one provider. They are given back: make a new request for another one.';

  test('units of a block purchase', () => {
    expect(refusal(offer({}, drawn))).toMatchObject({ code: 'not-the-same-need', detail: given });
  });

  test('a service that could not be ordered today', () => {
    const chosen = anotherProvider(2);
    expect(refusal(offer({}, first, { ...chosen, listing: { ...chosen.listing, rates: [] } })).code).toBe('no-live-rate');
  });

  test('a request whose first day has passed; on that day it can be offered still', () => {
    const dated = (startDate: string) => ({ ...first, request: { ...first.request, startDate } }) as CallOff;
    expect(refusal(offer({}, dated('2026-11-24')))).toMatchObject({
      code: 'dates-not-allowed',
      detail: expect.stringMatching(/start date has passed/),
    });
    const onTheDay = offer({}, dated('2026-11-25'));
    expect(onTheDay.ok ? '' : onTheDay.detail).not.toMatch(/start date has passed/);
  });

  test('where nobody is left the school is told what it can do', () => {
    const none = (present: CallOff) => noteNoneLeft(present, aCommand(theProduct, { now: at }), []);
    expect(worksOf(none(first))).toEqual([
      { kind: 'tell-requester', news: 'none-left' },
      { kind: 'record-audit', action: 'order-unfilled', actor: personKey(theProduct) },
    ]);
    expect(accepted(none(first)).state.history.at(-1)).toMatchObject({
      what: 'No provider is left to offer it to',
      comment: expect.stringMatching(/^No other provider of the lot meets the same need/),
    });
    expect(accepted(none(drawn)).state.history.at(-1)?.comment).toBe(given);
  });
});
