import { aBuyer, now, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { decideEnquiry } from './decide-enquiry.ts';
import { aCompeting, aCompetition, aSending, decide, enquiryFacts, listingNo, stateOf } from './enquiry.fixture.ts';
import type { SendEnquiry } from './enquiry-command.ts';

const refusal = (decided: ReturnType<typeof decide>) => {
  if (decided.ok) throw new Error('accepted');
  return [decided.code, 'field' in decided ? decided.field : undefined];
};
const sent = (told: Partial<SendEnquiry>) => refusal(decide(undefined, aSending(told)));
const competing = (told: Partial<SendEnquiry>) => refusal(decide(undefined, aCompeting(told)));
const question = (told: object) => ({ question: { needs: [], message: 'Two days a week.', ...told } });
const ten = Array.from({ length: 11 }, (_, at) => listingNo(at));
const facts = (count: number) => enquiryFacts(['buyer'], { services: ten.slice(0, count) });
const toMany = (count: number) => aSending({ serviceRefs: ten.slice(0, count).map(({ serviceRef }) => serviceRef) });

describe('what is asked', () => {
  test('a question states what and whom it asks, until when, and until when it is kept', () => {
    const told = question({
      message: '  Two days a week. ',
      keyStage: 'KS3',
      startDate: localDate('2026-11-24'),
      endDate: localDate('2026-11-24'),
    });
    const state = stateOf(decide(undefined, aSending({ ...told, askCouncil: true })));
    expect(state).toStrictEqual({
      ref: 'EN-7K3M9QXT',
      status: 'sent',
      kind: 'question',
      buyerRef: '113800',
      buyerName: aBuyer().name,
      asker: senco,
      sentAt: now,
      closesAt: '2026-12-01T17:00:00Z',
      question: { needs: [], keyStage: 'KS3', message: 'Two days a week.', startDate: '2026-11-24', endDate: '2026-11-24' },
      asked: [1, 2].map((number) => ({
        providerRef: `P-000${number}`,
        providerName: `Provider ${number}`,
        serviceRef: `S-0000${number}`,
        serviceName: `Day programme ${number}`,
      })),
      council: {},
      criteria: [],
      keepUntil: '2027-12-01',
      version: 1,
      history: [expect.objectContaining({ what: 'Enquiry sent to 2 providers and the commissioning team' })],
      outbox: expect.any(Array),
      lastCommands: [expect.anything()],
    });
  });

  test('the history says how many were asked', () => {
    const what = (command: SendEnquiry) => stateOf(decide(undefined, command)).history.at(-1)?.what;
    expect(what(aSending({ serviceRefs: ['S-00001'] }))).toBe('Enquiry sent to 1 provider');
    expect(what(aSending())).toBe('Enquiry sent to 2 providers');
    expect(what(aCompeting())).toBe('Competition sent to 2 providers');
  });

  test('each provider has a mail of its own, and the commissioners a card where they are asked', () => {
    const works = (command: SendEnquiry) => {
      const decided = decide(undefined, command);
      return (
        decided.ok &&
        decided.effects.slice(1).map(({ kind, ...effect }) => ('providerRef' in effect ? `${kind} ${effect.providerRef}` : kind))
      );
    };
    expect(works(aSending({ askCouncil: true }))).toEqual(['mail-enquiry P-0001', 'mail-enquiry P-0002', 'ask-council']);
    expect(works(aSending())).toEqual(['mail-enquiry P-0001', 'mail-enquiry P-0002']);
  });

  test('a competition states its lot, its criteria in order, and the most that each may quote', () => {
    expect(aCompetition()).toMatchObject({
      kind: 'competition',
      lotKey: 'AP-2026-1',
      criteria: [{ criterion: 'price' }, { criterion: 'earliest-start' }],
      asked: [{ ceiling: { rateRef: 'R-00001', unit: 'day', unitPrice: 8_000 } }, { ceiling: { rateRef: 'R-00002', unitPrice: 9_000 } }],
    });
    expect(aCompetition()).not.toHaveProperty('council');
    expect(stateOf(decide(undefined, aSending()))).not.toHaveProperty('lotKey');
  });
});

describe('what may not be asked', () => {
  test.each<[string, Partial<SendEnquiry>, string, string]>([
    ['nobody', { serviceRefs: [] }, 'nobody-asked', '/serviceRefs'],
    ['for criteria, without a competition', { criteria: ['price'] }, 'criteria-fixed', '/criteria'],
    ['nothing', question({ message: ' ' }), 'text-required', '/question/message'],
    ['2,001 characters', question({ message: 'ab '.repeat(667) }), 'text-too-long', '/question/message'],
    ['from yesterday', question({ startDate: localDate('2026-11-23') }), 'dates-not-allowed', '/question/startDate'],
    [
      'until a day before the first',
      question({ startDate: localDate('2027-01-12'), endDate: localDate('2027-01-11') }),
      'dates-not-allowed',
      '/question/endDate',
    ],
    ['for an answer in one working day', { workingDays: 1 }, 'number-not-allowed', '/workingDays'],
    ['for an answer in 21 working days', { workingDays: 21 }, 'number-not-allowed', '/workingDays'],
    ['for an answer in two days and a half', { workingDays: 2.5 }, 'number-not-allowed', '/workingDays'],
    ['about a service that is no longer offered', { serviceRefs: ['S-00001', 'S-00009'] }, 'service-not-offered', '/serviceRefs/1'],
    ['one provider twice', { serviceRefs: ['S-00001', 'S-00001'] }, 'nobody-asked', '/serviceRefs/1'],
  ])('%s', (_what, told, code, field) => expect(sent(told)).toEqual([code, field]));

  test.each<[string, Partial<SendEnquiry>, string, string]>([
    ['of one', { serviceRefs: ['S-00001'] }, 'nobody-asked', '/serviceRefs'],
    ['without criteria', { criteria: [] }, 'criteria-fixed', '/criteria'],
    ['by one criterion twice', { criteria: ['price', 'distance', 'price'] }, 'criteria-fixed', '/criteria'],
    ['from no day', question({}), 'dates-not-allowed', '/question/startDate'],
  ])('a competition %s', (_what, told, code, field) => expect(competing(told)).toEqual([code, field]));

  test('R43: two to twenty working days may be given, and a day without an end or a beginning is a day', () => {
    for (const workingDays of [2, 20]) expect(decide(undefined, aSending({ workingDays })).ok).toBe(true);
    expect(decide(undefined, aSending(question({ endDate: localDate('2026-11-01') }))).ok).toBe(true);
    expect(decide(undefined, aSending(question({ startDate: localDate('2027-01-12') }))).ok).toBe(true);
    expect(decide(undefined, aSending(question({ message: 'ab '.repeat(666) }))).ok).toBe(true);
    expect(decide(undefined, aSending(question({ message: `${'ab '.repeat(666)}ab` }))).ok).toBe(true);
  });

  test('row 62: ten providers may be asked, and an eleventh not', () => {
    expect(decideEnquiry(undefined, toMany(10), facts(10), now).ok).toBe(true);
    expect(refusal(decideEnquiry(undefined, toMany(11), facts(11), now))).toEqual(['nobody-asked', '/serviceRefs']);
  });

  test('for a buyer that is not on the register, is closed, or may not use the framework; or about services that nobody reads', () => {
    const by = (told: Parameters<typeof enquiryFacts>[1]) =>
      refusal(decideEnquiry(undefined, aSending(), enquiryFacts(['buyer'], told), now));
    expect(by({ buyer: undefined })).toEqual(['buyer-not-active', '/buyerRef']);
    expect(by({ buyer: aBuyer({ status: 'closed' }) })).toEqual(['buyer-not-active', '/buyerRef']);
    expect(by({ buyer: aBuyer({ type: 'independent-school' }) })).toEqual(['buyer-not-eligible', '/buyerRef']);
    expect(by({ services: undefined })).toEqual(['service-not-offered', '/serviceRefs/0']);
  });
});
