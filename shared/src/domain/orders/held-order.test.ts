import {
  aCallOff,
  aCheck,
  aCommand,
  accepted,
  type aListing,
  anOrder,
  aProvider,
  currentChecks,
  officer,
  orderFacts,
  refusal,
  senco,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { personKey, theProduct } from '../people/person.ts';
import { refused } from '../refusal.ts';
import { answerOrder } from './answer-order.ts';
import { holdOrder, sendHeldOrder } from './held-order.ts';

const why = refused('provider-not-active', 'Blackmore Vale is not active on the framework at present.');
const contact = 'commissioning@council.example';
const hold = (present: CallOff) => holdOrder(present, aCommand(theProduct), why, contact);
const { state: held, effects } = accepted(hold(anOrder()));
const work = (told: typeof effects) => told.map(({ id: _id, version: _version, madeAt: _madeAt, ...rest }) => rest);

describe('an order that may not leave (I14, I15)', () => {
  test('is held: the item says why, the requester is told not to start, and the audit knows', () => {
    expect(held).toMatchObject({
      status: 'ordered',
      version: 3,
      order: { state: 'awaiting-provider' },
      attention: [{ reason: 'order-not-sent', since: '2026-11-24T10:00:00Z', detail: why.detail }],
    });
    expect(held.history.at(-1)).toMatchObject({
      by: 'AP Framework',
      what: 'Order not sent to the provider',
      comment: `${why.detail} Do not start the placement. Ask the commissioning team what to do: ${contact}.`,
    });
    expect(work(effects)).toEqual([
      { kind: 'tell-requester', news: 'order-not-sent' },
      { kind: 'record-audit', action: 'order-not-sent', actor: personKey(theProduct) },
    ]);
  });

  test('is not held when the provider has answered, or where none was made', () => {
    const answered = accepted(answerOrder(anOrder(), { ...aCommand(senco), answer: 'accepted' })).state;
    for (const present of [answered, aCallOff()]) expect(refusal(hold(present)).code).toBe('order-not-awaiting-provider');
  });
});

describe('a held order', () => {
  const send = (told: Parameters<typeof aListing>[0] = {}, present = held, now?: string) =>
    sendHeldOrder(present, aCommand(officer, now === undefined ? {} : { now }), orderFacts(told));

  test('is sent by a commissioner when nothing holds it any more, and needs no attention then', () => {
    const sent = accepted(send());
    expect(sent.state.attention).toBeUndefined();
    expect(sent.state.history.at(-1)).toMatchObject({ by: officer.name, what: 'Order released to be sent to the provider' });
    expect(work(sent.effects)).toEqual([
      { kind: 'mail-order-to-provider' },
      { kind: 'tell-requester', news: 'ordered' },
      { kind: 'record-audit', action: 'order-released', actor: personKey(officer) },
    ]);
  });

  test.each<[string, Parameters<typeof aListing>[0], string]>([
    ['the provider is still suspended', { provider: aProvider({ status: 'suspended' }) }, 'provider-not-active'],
    [
      'a check has lapsed',
      { qaChecks: [...currentChecks.slice(1), aCheck('staff-checks', { expiresOn: localDate('2026-11-23') })] },
      'qa-not-current',
    ],
    ['the service went to another provider', { provider: aProvider({ ref: 'P-0002' }) }, 'provider-changed'],
  ])('is not sent while %s', (_why, told, code) => {
    expect(refusal(send(told)).code).toBe(code);
  });

  test('is sent on its start date still, and not after it', () => {
    expect(send({}, held, '2027-01-12T23:59:00Z').ok).toBe(true);
    expect(refusal(send({}, held, '2027-01-13T00:30:00Z')).code).toBe('dates-not-allowed');
  });

  test('is not sent, nor accepted, once the school has ended it over a hold on its provider', () => {
    const ended: CallOff = { ...held, hold: { state: 'ended' } };
    expect(refusal(send({}, ended))).toMatchObject({
      code: 'order-held',
      detail: 'The school has ended this order, so it is not sent any more.',
    });
    expect(refusal(answerOrder({ ...anOrder(), hold: { state: 'ended' } }, { ...aCommand(senco), answer: 'accepted' }))).toMatchObject({
      code: 'order-held',
      detail: 'The school has ended this order, so it cannot be accepted any more.',
    });
    const declined = { ...aCommand(senco), answer: 'declined' as const, reason: 'Full.' };
    expect(answerOrder({ ...anOrder(), hold: { state: 'ended' } }, declined).ok).toBe(true);
    expect(answerOrder({ ...anOrder(), hold: { state: 'continued' } }, { ...aCommand(senco), answer: 'accepted' }).ok).toBe(true);
  });

  test('is not sent twice, and an order that was never held is not sent again', () => {
    for (const present of [accepted(send()).state, anOrder()]) expect(refusal(send({}, present)).code).toBe('order-not-held');
  });

  test('cannot be accepted by a provider who never had it; it can be ended, and needs no attention then', () => {
    expect(refusal(answerOrder(held, { ...aCommand(senco), answer: 'accepted' }))).toMatchObject({
      code: 'order-held',
      detail: 'This order was not sent to the provider, so it cannot be accepted. Ask the commissioning team to send it.',
    });
    const { state } = accepted(answerOrder(held, { ...aCommand(senco), answer: 'declined', reason: 'Suspended.' }));
    expect(state.order?.state).toBe('declined');
    expect(state.attention).toBeUndefined();
    expect(refusal(send({}, state)).code).toBe('order-not-awaiting-provider');
  });
});
