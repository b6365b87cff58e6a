import { aCommand, now, officer, senco } from '../call-off/call-off.fixture.ts';
import { aCompetition, answering, aSent, codeOf, decide, quoting, stateOf } from './enquiry.fixture.ts';
import type { Enquiry } from './enquiry.ts';
import type { EnquiryAnswer } from './enquiry-command.ts';

const closing = '2026-12-01T17:00:00.000Z';
const news = (decided: ReturnType<typeof decide>) =>
  decided.ok && decided.effects.slice(1).map((effect) => (effect.kind === 'tell-asker' ? effect.news : effect.kind));
const told = (decided: ReturnType<typeof decide>) => stateOf(decided).history.at(-1)?.what;
const field = (decided: ReturnType<typeof decide>) =>
  decided.ok ? undefined : [decided.code, 'field' in decided ? decided.field : undefined];
const declined: EnquiryAnswer = { kind: 'declined', reason: ' We are full. ' };
const undecided: EnquiryAnswer = { kind: 'undecided', text: 'We ask our trustees.' };

describe('an answer is kept', () => {
  test.each<[EnquiryAnswer, object, string]>([
    [{ kind: 'interested' }, { answer: 'interested' }, 'Provider 1 is interested (Manager of the centre)'],
    [{ kind: 'interested', text: '  ' }, { answer: 'interested' }, 'Provider 1 is interested (Manager of the centre)'],
    [{ kind: 'interested', text: ' Yes. ' }, { answer: 'interested', text: 'Yes.' }, 'Provider 1 is interested (Manager of the centre)'],
    [declined, { answer: 'declined', text: 'We are full.' }, 'Provider 1 declines (Manager of the centre)'],
    [undecided, { answer: 'undecided', text: 'We ask our trustees.' }, 'Provider 1 is undecided (Manager of the centre)'],
  ])('%j', (answer, reply, what) => {
    const decided = answering(aSent(), 'P-0001', answer);
    expect(stateOf(decided).asked.map((asked) => asked.reply)).toStrictEqual([
      { ...reply, by: 'Manager of the centre', at: now },
      undefined,
    ]);
    expect(told(decided)).toBe(what);
  });

  test('with its quote, in a competition', () => {
    expect(stateOf(quoting(aCompetition(), 'P-0001', 75)).asked[0]?.reply).toStrictEqual({
      answer: 'interested',
      quote: { unitPrice: 7_500, earliestStart: '2027-01-11' },
      by: 'Manager of the centre',
      at: now,
    });
    expect(stateOf(answering(aCompetition(), 'P-0001', declined)).asked[0]?.reply).not.toHaveProperty('quote');
    expect(stateOf(quoting(aCompetition(), 'P-0001', 75, '2026-11-24')).asked[0]?.reply?.quote?.earliestStart).toBe('2026-11-24');
  });
});

describe('whoever asked is told', () => {
  test('of each answer, and once that all have answered', () => {
    const first = answering(aSent(), 'P-0001', undecided);
    expect(news(first)).toEqual(['answered']);
    const second = answering(stateOf(first), 'P-0002', declined);
    expect(stateOf(second).status).toBe('replied');
    expect(news(second)).toEqual(['all-answered']);
    // Whoever was undecided may still decide of a question that all have answered.
    const third = answering(stateOf(second), 'P-0001');
    expect(stateOf(third).status).toBe('replied');
    expect(news(third)).toEqual(['answered']);
  });

  test('when the council has answered, and only then that everybody has', () => {
    const asked = aSent({ askCouncil: true });
    const both = stateOf(answering(stateOf(answering(asked, 'P-0001')), 'P-0002'));
    expect(both.status).toBe('partly-replied');
    const council = decide(both, { ...aCommand(officer), kind: 'answer-for-council', text: ' Try the second lot. ' }, ['commissioner']);
    expect(news(council)).toEqual(['council-answered']);
    expect(stateOf(council)).toMatchObject({
      status: 'replied',
      council: { reply: { text: 'Try the second lot.', by: officer, at: now } },
    });
    const early = stateOf(decide(asked, { ...aCommand(officer), kind: 'answer-for-council', text: 'Try.' }, ['commissioner']));
    expect(early.status).toBe('partly-replied');
    expect(field(decide(early, { ...aCommand(officer), kind: 'answer-for-council', text: 'Again.' }, ['commissioner']))).toEqual([
      'enquiry-answered',
      undefined,
    ]);
    expect(field(decide(asked, { ...aCommand(officer), kind: 'answer-for-council', text: ' ' }, ['commissioner']))).toEqual([
      'text-required',
      '/text',
    ]);
  });
});

describe('an answer is refused', () => {
  test('after its time, and not at its last moment', () => {
    expect(answering(aSent(), 'P-0001', undefined, closing).ok).toBe(true);
    expect(codeOf(answering(aSent(), 'P-0001', undefined, '2026-12-01T17:00:00.001Z'))).toBe('enquiry-closed');
  });

  test.each<[string, Enquiry, EnquiryAnswer, string, string]>([
    ['declines without a reason', aSent(), { kind: 'declined', reason: ' ' }, 'text-required', '/answer/reason'],
    ['is undecided about nothing', aSent(), { kind: 'undecided', text: '' }, 'text-required', '/answer/text'],
    ['adds 2,001 characters', aSent(), { kind: 'interested', text: 'ab '.repeat(667) }, 'text-too-long', '/answer/text'],
    ['competes without a price', aCompetition(), { kind: 'interested' }, 'text-required', '/answer/quote/unitPrice'],
  ])('that %s', (_what, present, answer, code, at) => expect(field(answering(present, 'P-0001', answer))).toEqual([code, at]));

  test('with a quote above the framework price, of half a penny, from yesterday, or to a question', () => {
    expect(field(quoting(aCompetition(), 'P-0001', 81))).toEqual(['price-above-framework', '/answer/quote/unitPrice']);
    const half: EnquiryAnswer = { kind: 'interested', quote: { unitPrice: 7_500.5 as never, earliestStart: '2027-01-11' as never } };
    expect(field(answering(aCompetition(), 'P-0001', half))).toEqual(['price-above-framework', '/answer/quote/unitPrice']);
    expect(
      answering(aCompetition(), 'P-0001', { kind: 'interested', quote: { unitPrice: 1 as never, earliestStart: '2027-01-11' as never } })
        .ok,
    ).toBe(true);
    expect(field(quoting(aCompetition(), 'P-0001', 75, '2026-11-23'))).toEqual(['dates-not-allowed', '/answer/quote/earliestStart']);
    expect(field(quoting(aSent(), 'P-0001', 75))).toEqual(['price-above-framework', '/answer/quote']);
  });
});

test('R31: what makes a criterion clearer needs words; whoever declined is not told, and stays declined', () => {
  const refine = { ...aCommand(senco), kind: 'refine-criterion', criterion: 'price', text: ' Without transport. ' } as const;
  const [one, two] = [stateOf(answering(aCompetition({ serviceRefs: ['S-00001', 'S-00002', 'S-00003'] }), 'P-0001', declined)), undecided];
  const present = stateOf(answering(one, 'P-0002', two));
  const decided = decide(present, refine);
  expect(
    decided.ok &&
      decided.effects.slice(1).map((effect) => ('providerRef' in effect ? `${effect.kind} ${effect.providerRef}` : effect.kind)),
  ).toEqual(['tell-provider-criteria P-0002', 'tell-provider-criteria P-0003']);
  expect(stateOf(decided).asked.map(({ reply }) => reply?.answer)).toEqual(['declined', 'undecided', undefined]);
  expect(stateOf(decided).criteria[0]).toStrictEqual({ criterion: 'price', refined: 'Without transport.' });
  expect(stateOf(decided).history.at(-1)).toMatchObject({ what: 'Price ex VAT was made clearer', comment: 'Without transport.' });
  expect(field(decide(present, { ...refine, text: ' ' }))).toEqual(['text-required', '/text']);
  expect(field(decide(present, { ...refine, criterion: 'distance' }))).toEqual(['criteria-fixed', '/criterion']);
  expect(field(decide(stateOf(decided), { ...refine, ...aCommand(senco), text: 'More.' }))).toEqual(['criteria-fixed', '/criterion']);
  expect(field(decide(present, refine, undefined, '2026-12-01T00:00:00Z'))).toEqual(['criteria-fixed', '/criterion']);
  expect(decide(present, refine, undefined, '2026-11-30T23:59:00Z').ok).toBe(true);
});
