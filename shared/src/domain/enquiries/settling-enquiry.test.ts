import { aCallOff, aCommand, aRate, head, now, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { aCompetition, answering, aSent, byClock, choosing, decide, quoting, stateOf } from './enquiry.fixture.ts';
import { type Enquiry, enquiryStatuses, isSealed, takesAnswers } from './enquiry.ts';
import { wonFor, wonIn } from './won-competition.ts';

const field = (decided: ReturnType<typeof decide>) =>
  decided.ok ? undefined : [decided.code, 'field' in decided ? decided.field : undefined];
const one = stateOf(answering(aSent(), 'P-0001'));

describe('how an enquiry ends', () => {
  test('an answer is chosen, by whom and why is kept', () => {
    expect(stateOf(choosing(one, 'P-0001', ' It can start first. '))).toMatchObject({
      status: 'converted',
      outcome: { chosen: 'P-0001', reason: 'It can start first.', by: head, at: now },
      history: [{}, {}, { what: 'Chosen: Provider 1', comment: 'It can start first.' }],
    });
    expect(field(choosing(one, 'P-0002'))).toEqual(['nobody-asked', '/providerRef']);
    expect(field(choosing(one, 'P-0009'))).toEqual(['nobody-asked', '/providerRef']);
    expect(field(choosing(one, 'P-0001', ' '))).toEqual(['text-required', '/reason']);
  });

  test('it is ended without a choice, and says so', () => {
    const ended = stateOf(decide(one, { ...aCommand(senco), kind: 'end-enquiry', reason: 'The need has changed.' }));
    expect(ended.outcome).toStrictEqual({ reason: 'The need has changed.', by: senco, at: now });
    expect(ended.history.at(-1)).toMatchObject({ what: 'Ended', comment: 'The need has changed.' });
  });

  test('R43: the clock closes it and tells whoever asked; it reminds until the last moment', () => {
    const closing = byClock(one, 'close-enquiry', '2026-12-01T17:00:00.001Z');
    expect(closing.ok && closing.effects.slice(1)).toEqual([expect.objectContaining({ kind: 'tell-asker', news: 'closed' })]);
    expect(stateOf(closing).history.at(-1)?.what).toBe('Closed');
    expect(byClock(one, 'close-enquiry', '2026-12-01T17:00:00.000Z').ok).toBe(false);
    expect(byClock(one, 'remind-unanswered', '2026-12-01T16:59:59.999Z').ok).toBe(true);
    expect(byClock(one, 'remind-unanswered', '2026-12-01T17:00:00.000Z').ok).toBe(false);
  });

  test('what of it is sealed, and whether it takes answers, state by state', () => {
    expect(
      enquiryStatuses.map((status) => [
        status,
        isSealed({ kind: 'competition', status }),
        isSealed({ kind: 'question', status }),
        takesAnswers({ status, closesAt: now }, now),
      ]),
    ).toEqual([
      ['sent', true, false, true],
      ['partly-replied', true, false, true],
      ['replied', false, false, true],
      ['closed', false, false, false],
      ['converted', false, false, false],
      ['ended', false, false, false],
    ]);
  });
});

describe('row 39: what a competition fixed for its buyer', () => {
  const both = stateOf(quoting(stateOf(quoting(aCompetition(), 'P-0001', 75)), 'P-0002', 74));
  const held = stateOf(choosing(both, 'P-0002'));

  test('its history names the provider that was chosen', () => expect(held.history.at(-1)?.what).toBe('Chosen: Provider 2'));
  const won = wonIn(held, '113800', []);
  const asking = (told: object = {}) => ({ enquiryRef: held.ref, serviceRef: 'S-00002', startDate: localDate('2027-01-11'), ...told });
  const rate = aRate({ price: pence(7_400) });

  test('the service that was chosen, at its quote, from its day', () => {
    expect(won).toStrictEqual({
      ref: held.ref,
      serviceRef: 'S-00002',
      unit: 'day',
      unitPrice: 7_400,
      earliestStart: '2027-01-11',
      usedBy: undefined,
    });
  });

  test.each<[string, Enquiry]>([
    ['a question', { ...held, kind: 'question' }],
    ['one of another buyer', { ...held, buyerRef: '999999' }],
    ['one in which nobody was chosen', both],
    ['one whose winner quoted nothing', { ...held, asked: held.asked.map(({ reply: _none, ...each }) => each) }],
    ['one whose winner had no ceiling', { ...held, asked: held.asked.map(({ ceiling: _none, ...each }) => each) }],
  ])('of %s it is nothing', (_what, enquiry) => expect(wonIn(enquiry, '113800', [])).toBeUndefined());

  test('once: while a request that was made of it is live, whatever others were made of', () => {
    const made = (told: object) =>
      ({ ...aCallOff(), ref: 'CO-2', request: { ...aCallOff().request, basis: undefined, enquiryRef: held.ref }, ...told }) as ReturnType<
        typeof aCallOff
      >;
    const usedBy = (told: object, own?: string) => wonIn(held, '113800', [made(told)], own)?.usedBy;
    expect(usedBy({})).toBe('CO-2');
    expect(usedBy({}, 'CO-2')).toBeUndefined();
    expect(usedBy({ request: { ...aCallOff().request, enquiryRef: 'EN-OTHER' } })).toBeUndefined();
    for (const status of ['rejected', 'withdrawn']) expect(usedBy({ status })).toBeUndefined();
    for (const state of ['declined', 'unfilled', 'cancelled']) expect(usedBy({ status: 'ordered', order: { state } })).toBeUndefined();
    expect(usedBy({ status: 'ordered', order: { state: 'active' } })).toBe('CO-2');
  });

  test.each<[string, object, string | undefined, string | undefined]>([
    ['fits', {}, undefined, undefined],
    ['is of another competition', { enquiryRef: 'EN-OTHER' }, 'call-off-does-not-fit', '/enquiryRef'],
    ['is of another service', { serviceRef: 'S-00001' }, 'call-off-does-not-fit', '/enquiryRef'],
    ['starts the day before', { startDate: localDate('2027-01-10') }, 'call-off-does-not-fit', '/startDate'],
  ])('a request that %s', (_what, told, code, at) => {
    const fit = wonFor(asking(told), won, rate);
    if (code === undefined) expect(fit).toBe(won);
    else expect(fit).toMatchObject({ ok: false, code, field: at });
  });

  test('a request that names no competition is not asked; one that was used, or won nothing, is refused', () => {
    expect(wonFor(asking({ enquiryRef: undefined }), won, rate)).toBeUndefined();
    expect(wonFor(asking(), undefined, rate)).toMatchObject({ code: 'call-off-does-not-fit', field: '/enquiryRef' });
    expect(wonFor(asking(), won && { ...won, usedBy: 'CO-2' }, rate)).toMatchObject({
      code: 'call-off-does-not-fit',
      field: '/enquiryRef',
    });
  });

  test('the framework price of its first day is the most, for the same unit', () => {
    expect(wonFor(asking(), won, aRate({ price: pence(7_399) }))).toMatchObject({ code: 'rate-changed' });
    expect(wonFor(asking(), won, aRate({ price: pence(7_400), unit: 'hour' }))).toMatchObject({ code: 'rate-changed' });
  });
});
