import { needsAttention } from '../call-off/attention.ts';
import { aCallOff, aCommand, accepted, anOrder, refusal, senco } from '../call-off/call-off.fixture.ts';
import { linkHolder, personKey, theProduct } from '../people/person.ts';
import { refused } from '../refusal.ts';
import { answerOffer, lapseOffer, type OfferAnswer, remindProvider } from './answer-offer.ts';
import { answerOrder } from './answer-order.ts';
import { holdOrder } from './held-order.ts';
import { answerDeadline, offerReminderAt } from './offer.ts';
import { heldIn, worksOf } from './order.fixture.ts';

const holder = linkHolder('99999999-9999-4999-8999-999999999999', 'Pat Lee, Manager');
const answerer = { name: 'Pat Lee', position: 'Manager' };
const at = (now: string, by = holder) => aCommand(by, { now });
const answer = (told: OfferAnswer, now = '2026-11-25T12:00:00Z', present = anOrder()) =>
  answerOffer(present, { ...at(now), answerer, answer: told });

describe('R43: until when a provider has to answer', () => {
  test.each([
    ['a Tuesday', '2026-11-24T10:00:00Z', '2026-11-26T17:00:00Z'],
    ['a Friday', '2026-11-27T10:00:00Z', '2026-12-01T17:00:00Z'],
    ['before Christmas', '2026-12-24T10:00:00Z', '2026-12-30T17:00:00Z'],
    ['in summer time', '2027-06-08T10:00:00Z', '2027-06-10T16:00:00Z'],
  ])('two working days after %s, at five in the afternoon', (_what, sentAt, expected) => {
    expect(answerDeadline(sentAt, 2)).toBe(expected);
  });

  test('the reminder goes out on the morning of the last day', () => {
    expect(offerReminderAt('2026-11-26T17:00:00Z')).toBe('2026-11-26T09:00:00Z');
    expect(anOrder().order?.answerBy).toBe('2026-11-26T17:00:00Z');
  });
});

describe('rows 40 and 64: a provider answers by its link', () => {
  test('accepts; the order says who for the provider', () => {
    const { state, effects } = accepted(answer({ kind: 'accept' }));
    expect(state.order).toMatchObject({ state: 'accepted', answerRecordedBy: 'Pat Lee, Manager' });
    expect(effects.map(({ kind }) => kind)).toEqual(['tell-requester', 'record-audit']);
  });

  test('what it answers stands in the history as its own, and gives back the limits where it declines (R34)', () => {
    const lineOf = (told: OfferAnswer) => accepted(answer(told)).state.history.at(-1);
    const audit = (action: string) => ({ kind: 'record-audit', action, actor: personKey(holder) });
    expect(lineOf({ kind: 'accept' })).toStrictEqual({
      at: '2026-11-25T12:00:00Z',
      by: holder.name,
      what: 'Provider accepted the order by its link (Pat Lee, Manager)',
    });
    expect(lineOf({ kind: 'decline', reason: 'No places.' })).toMatchObject({
      what: 'Provider declined the order by its link (Pat Lee, Manager)',
      comment: 'No places.',
    });
    expect(worksOf(answer({ kind: 'decline', reason: 'No places.' }))).toStrictEqual([
      { kind: 'tell-requester', news: 'declined' },
      audit('order-declined'),
      { kind: 'settle-ledgers' },
    ]);
    expect(worksOf(answer({ kind: 'other', text: 'On Mondays.' }))).toStrictEqual([
      { kind: 'tell-requester', news: 'other-offer' },
      audit('order-other-offered'),
    ]);
  });

  test('R19: what is held cannot be accepted, but declined; what the school has ended is answered no more', () => {
    const held = heldIn(anOrder(), 'asked');
    expect(refusal(answer({ kind: 'accept' }, undefined, held)).code).toBe('order-held');
    expect(answer({ kind: 'decline', reason: 'No places.' }, undefined, held).ok).toBe(true);
    expect(answer({ kind: 'other', text: 'On Mondays.' }, undefined, held).ok).toBe(true);
    expect(refusal(answer({ kind: 'decline', reason: 'No places.' }, undefined, heldIn(anOrder(), 'ended'))).code).toBe('order-held');
  });

  test('an order from before there was a time to answer is answered at any time, and neither reminded of nor over', () => {
    const present = anOrder();
    const timeless = { ...present, order: present.order && { ...present.order, answerBy: undefined } };
    expect(answer({ kind: 'accept' }, '2027-01-05T12:00:00Z', timeless).ok).toBe(true);
    expect(refusal(remindProvider(timeless, at('2026-11-26T09:10:00Z', theProduct))).code).toBe('reminder-too-soon');
    expect(refusal(lapseOffer(timeless, at('2027-01-05T12:00:00Z', theProduct))).code).toBe('order-not-in-this-state');
  });

  test('what is no order, or no order any more, is neither answered, reminded of nor over', () => {
    for (const present of [aCallOff(), { ...anOrder(), status: 'withdrawn' as const }]) {
      expect(refusal(answer({ kind: 'accept' }, undefined, present)).code).toBe('order-not-awaiting-provider');
      expect(refusal(remindProvider(present, at('2026-11-26T09:10:00Z', theProduct))).code).toBe('order-not-awaiting-provider');
      expect(refusal(lapseOffer(present, at('2026-11-27T09:10:00Z', theProduct))).code).toBe('order-not-awaiting-provider');
    }
  });

  test('declines with a reason that names no pupil', () => {
    expect(refusal(answer({ kind: 'decline', reason: ' ' }))).toMatchObject({ code: 'comment-required', field: '/answer/reason' });
    expect(refusal(answer({ kind: 'decline', reason: 'Jack Smith was here before.' })).code).toBe('text-names-a-pupil');
    expect(accepted(answer({ kind: 'decline', reason: 'No places.' })).state.order).toMatchObject({
      state: 'declined',
      declineReason: 'No places.',
    });
  });

  test('or offers something else: the order waits, and the school is told', () => {
    expect(refusal(answer({ kind: 'other', text: '' }))).toMatchObject({
      code: 'comment-required',
      detail: 'Enter what you can offer instead.',
      field: '/answer/text',
    });
    expect(refusal(answer({ kind: 'decline', reason: '' })).detail).toBe('Enter why you decline.');
    const { state, effects } = accepted(answer({ kind: 'other', text: 'From February, on Mondays.' }));
    expect(state.order).toMatchObject({
      state: 'awaiting-provider',
      otherOffer: { text: 'From February, on Mondays.', by: 'Pat Lee, Manager', on: '2026-11-25' },
    });
    expect(effects[0]).toMatchObject({ kind: 'tell-requester', news: 'other-offer' });
    expect(accepted(answerOrder(state, { ...at('2026-11-25T15:00:00Z', senco), answer: 'accepted' })).state.order?.state).toBe('accepted');
  });

  test('not after its time, not what was answered, not what was never sent', () => {
    expect(refusal(answer({ kind: 'accept' }, '2026-11-26T17:30:00Z'))).toMatchObject({
      code: 'order-not-awaiting-provider',
      detail: expect.stringContaining('The time to answer ended'),
    });
    const once = accepted(answer({ kind: 'accept' })).state;
    expect(refusal(answer({ kind: 'decline', reason: 'No places.' }, undefined, once)).code).toBe('order-not-awaiting-provider');
    const held = accepted(
      holdOrder(anOrder(), at('2026-11-24T11:00:00Z', theProduct), refused('qa-not-current', 'A check has lapsed.'), 'the team'),
    ).state;
    expect(needsAttention(held, 'order-not-sent')).toBe(true);
    expect(refusal(answer({ kind: 'accept' }, undefined, held)).code).toBe('order-held');
    expect(refusal(lapseOffer(held, at('2026-11-27T10:00:00Z', theProduct))).code).toBe('order-held');
  });
});

describe('an order that nobody answers', () => {
  test('its provider is reminded once, on the last morning', () => {
    const remind = (now: string, present = anOrder()) => remindProvider(present, at(now, theProduct));
    expect(refusal(remind('2026-11-25T12:00:00Z')).code).toBe('reminder-too-soon');
    const reminded = accepted(remind('2026-11-26T09:10:00Z'));
    expect(worksOf(remind('2026-11-26T09:10:00Z'))).toStrictEqual([
      { kind: 'remind-provider-of-order' },
      { kind: 'record-audit', action: 'provider-reminded', actor: personKey(theProduct) },
    ]);
    expect(remind('2026-11-26T09:00:00Z').ok).toBe(true);
    expect(refusal(remind('2026-11-26T17:00:00Z')).code).toBe('reminder-too-soon');
    expect(refusal(remind('2026-11-26T10:10:00Z', reminded.state)).code).toBe('reminder-too-soon');
  });

  test('is unfilled after its time, and the school is told what to do', () => {
    expect(refusal(lapseOffer(anOrder(), at('2026-11-26T17:00:00Z', theProduct))).code).toBe('order-not-in-this-state');
    // Half a second after its time, which as text would come before it.
    expect(lapseOffer(anOrder(), at('2026-11-26T17:00:00.500Z', theProduct)).ok).toBe(true);
    const over = accepted(lapseOffer(anOrder(), at('2026-11-26T17:10:00Z', theProduct))).state;
    expect(over.order?.state).toBe('unfilled');
    expect(worksOf(lapseOffer(anOrder(), at('2026-11-26T17:10:00Z', theProduct)))).toStrictEqual([
      { kind: 'tell-requester', news: 'unfilled' },
      { kind: 'record-audit', action: 'order-unfilled', actor: personKey(theProduct) },
      { kind: 'settle-ledgers' },
    ]);
    expect(over.history.at(-1)?.comment).toContain('did not answer by Thursday 26 November 2026');
  });
});
