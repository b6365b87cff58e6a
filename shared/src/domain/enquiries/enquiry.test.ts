import { aCommand, now, officer, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { refused } from '../refusal.ts';
import { decideEnquiry } from './decide-enquiry.ts';
import {
  aCompeting,
  aCompetition,
  answering,
  aSending,
  aSent,
  byClock,
  choosing,
  codeOf,
  decide,
  enquiryFacts,
  listingNo,
  quoting,
  stateOf,
} from './enquiry.fixture.ts';
import { isSealed } from './enquiry.ts';
import { enquiryActions } from './enquiry-action.ts';
import { enquiryMachine } from './enquiry-machine.ts';

const after = '2026-12-02T09:00:00Z';

test('the table of the enquiry is whole, and each action of the audit chain is of one command', () => {
  const { states, ends, moves } = enquiryMachine;
  const left = new Set<string>(moves.flatMap(({ from }) => from));
  expect(
    Object.keys(states)
      .filter((state) => !left.has(state))
      .sort(),
  ).toEqual([...ends].sort());
  const pairs = moves.flatMap(({ command, from }) => from.map((state) => `${state} ${command}`));
  expect(new Set(pairs).size).toBe(pairs.length);
  expect([...new Set(moves.map(({ audit }) => audit))]).toEqual([...enquiryActions]);
});

test('row 62: one enquiry goes to several providers and to the commissioners, each provider by a mail of its own', () => {
  const decided = decide(undefined, aSending({ askCouncil: true }));
  const sent = stateOf(decided);
  expect(sent).toMatchObject({
    status: 'sent',
    closesAt: '2026-12-01T17:00:00Z',
    asked: [{ providerRef: 'P-0001' }, { providerRef: 'P-0002' }],
  });
  expect(
    decided.ok && decided.effects.map((effect) => ('providerRef' in effect ? `${effect.kind} ${effect.providerRef}` : effect.kind)),
  ).toEqual(['record-audit', 'mail-enquiry P-0001', 'mail-enquiry P-0002', 'ask-council']);
});

test('row 62: nobody is asked twice, nobody in vain: each provider once, only what may be ordered now, and somebody at all', () => {
  expect(codeOf(decide(undefined, aSending({ serviceRefs: [] })))).toBe('nobody-asked');
  expect(codeOf(decide(undefined, aSending({ serviceRefs: ['S-00001', 'S-00001'] })))).toBe('nobody-asked');
  const one = listingNo(1);
  if (!one.listing.ok) throw new Error('not listed');
  const another = { serviceRef: 'S-00009', listing: { ...one.listing, service: { ...one.listing.service, ref: 'S-00009' } } };
  const twoOfOne = enquiryFacts(['buyer'], { services: [one, another] });
  expect(decideEnquiry(undefined, aSending({ serviceRefs: ['S-00001', 'S-00009'] }), twoOfOne, now)).toMatchObject({
    code: 'nobody-asked',
    field: '/serviceRefs/1',
  });
  const held = refused('provider-not-active', 'It takes no orders.');
  const facts = enquiryFacts(['buyer'], { services: [{ serviceRef: 'S-00001', listing: held }] });
  expect(decideEnquiry(undefined, aSending({ serviceRefs: ['S-00001'] }), facts, now)).toMatchObject({
    code: 'provider-not-active',
    field: '/serviceRefs/0',
  });
  expect(codeOf(decideEnquiry(undefined, aSending(), enquiryFacts([]), now))).toBe('not-your-role');
});

test('R40, row 63: no text of an enquiry or of an answer may name a pupil', () => {
  const named = 'Could you take Oliver Smith, born 3 April 2012?';
  expect(codeOf(decide(undefined, aSending({ question: { needs: [], message: named } })))).toBe('text-names-a-pupil');
  expect(codeOf(answering(aSent(), 'P-0001', { kind: 'interested', text: named }))).toBe('text-names-a-pupil');
  expect(codeOf(answering(aSent(), 'P-0001', { kind: 'declined', reason: named }))).toBe('text-names-a-pupil');
  const end = { ...aCommand(senco), kind: 'end-enquiry' as const, reason: named };
  expect(codeOf(decide(aSent(), end))).toBe('text-names-a-pupil');
});

test('row 62: a provider answers once within the time; whoever was undecided may decide; nobody answers for another', () => {
  const undecided = stateOf(answering(aSent(), 'P-0001', { kind: 'undecided', text: 'We know on Friday.' }));
  expect(undecided.status).toBe('partly-replied');
  const decided = stateOf(answering(undecided, 'P-0001'));
  expect(decided.asked[0]?.reply).toMatchObject({ answer: 'interested', text: 'Yes, on Tuesdays and Thursdays.' });
  expect(codeOf(answering(decided, 'P-0001'))).toBe('enquiry-answered');
  expect(codeOf(answering(decided, 'P-0009'))).toBe('not-yours');
  expect(codeOf(answering(decided, 'P-0002', { kind: 'declined', reason: ' ' }))).toBe('text-required');
  expect(codeOf(answering(decided, 'P-0002', undefined, after))).toBe('enquiry-closed');
  expect(stateOf(answering(decided, 'P-0002', { kind: 'declined', reason: 'We are full.' })).status).toBe('replied');
});

test('row 62: the commissioners answer once where they were asked, also after the time of the providers', () => {
  const answer = { ...aCommand(officer), kind: 'answer-for-council' as const, text: 'Try the second lot.' };
  const asked = aSent({ askCouncil: true, serviceRefs: [] });
  const answered = stateOf(decide(asked, answer, ['commissioner']));
  expect(answered).toMatchObject({ status: 'replied', council: { reply: { text: 'Try the second lot.' } } });
  expect(codeOf(decide(answered, { ...answer, ...aCommand(officer) }, ['commissioner']))).toBe('not-in-this-state');
  expect(codeOf(decide(aSent(), answer, ['commissioner']))).toBe('not-yours');
  const closed = stateOf(byClock(asked, 'close-enquiry', after));
  expect(stateOf(decide(closed, answer, ['commissioner']))).toMatchObject({ status: 'closed', council: { reply: { by: officer } } });
});

test('R43: those who have not answered are reminded on the last morning, once; the clock closes it after its time', () => {
  const one = stateOf(answering(aSent(), 'P-0001'));
  expect(codeOf(byClock(one, 'remind-unanswered', '2026-12-01T08:00:00Z'))).toBe('reminder-too-soon');
  const decided = byClock(one, 'remind-unanswered', '2026-12-01T09:00:00Z');
  expect(decided.ok && decided.effects.slice(1)).toEqual([expect.objectContaining({ kind: 'remind-provider', providerRef: 'P-0002' })]);
  expect(codeOf(byClock(stateOf(decided), 'remind-unanswered', '2026-12-01T10:00:00Z'))).toBe('reminder-too-soon');
  expect(codeOf(byClock(one, 'close-enquiry', '2026-12-01T16:59:00.000Z'))).toBe('reminder-too-soon');
  expect(stateOf(byClock(one, 'close-enquiry', '2026-12-01T17:00:01.000Z')).status).toBe('closed');
});

test('row 64: the reason of a choice, or of an end without one, goes to everybody who did not decline', () => {
  const one = stateOf(
    answering(stateOf(answering(aSent({ serviceRefs: ['S-00001', 'S-00002', 'S-00003'] }), 'P-0001')), 'P-0002', {
      kind: 'declined',
      reason: 'We are full.',
    }),
  );
  expect(codeOf(choosing(one, 'P-0002'))).toBe('nobody-asked');
  expect(codeOf(choosing(one, 'P-0001', ' '))).toBe('text-required');
  const decided = choosing(one, 'P-0001');
  expect(stateOf(decided)).toMatchObject({ status: 'converted', outcome: { chosen: 'P-0001', reason: 'It can start first.' } });
  expect(decided.ok && decided.effects.flatMap((effect) => (effect.kind === 'tell-outcome' ? effect.providerRef : []))).toEqual([
    'P-0001',
    'P-0003',
  ]);
  const ended = decide(one, { ...aCommand(senco), kind: 'end-enquiry', reason: 'The need has changed.' });
  expect(stateOf(ended)).toMatchObject({ status: 'ended', outcome: { reason: 'The need has changed.' } });
  expect(codeOf(choosing(stateOf(ended), 'P-0001'))).toBe('not-in-this-state');
});

test('R41: an enquiry says until when it is kept: twelve months after it closes, or was settled', () => {
  expect(aSent().keepUntil).toBe('2027-12-01');
  expect(stateOf(choosing(stateOf(answering(aSent(), 'P-0001')), 'P-0001')).keepUntil).toBe('2027-11-24');
});

test('row 39: a competition is between two providers at least, of one lot and for the same need, from a stated day', () => {
  expect(aCompetition()).toMatchObject({
    lotKey: 'AP-2026-1',
    asked: [{ ceiling: { unit: 'day', unitPrice: 8_000 } }, { ceiling: { unitPrice: 9_000 } }],
  });
  expect(codeOf(decide(undefined, aCompeting({ serviceRefs: ['S-00001'] })))).toBe('nobody-asked');
  expect(codeOf(decide(undefined, aCompeting({ question: { needs: [], message: 'Two days a week.' } })))).toBe('dates-not-allowed');
  const other = listingNo(2);
  if (!other.listing.ok) throw new Error('not listed');
  const elsewhere = { ...other.listing, service: { ...other.listing.service, lotKey: 'AP-2026-2' } };
  const facts = enquiryFacts(['buyer'], { services: [listingNo(1), { serviceRef: 'S-00002', listing: elsewhere }] });
  expect(decideEnquiry(undefined, aCompeting(), facts, now)).toMatchObject({ code: 'not-the-same-need', field: '/serviceRefs/1' });
});

test('row 39: a quote is at most the framework price, and a question takes none', () => {
  expect(codeOf(quoting(aCompetition(), 'P-0001', 81))).toBe('price-above-framework');
  expect(codeOf(quoting(aCompetition(), 'P-0001', 0))).toBe('price-above-framework');
  expect(codeOf(answering(aCompetition(), 'P-0001'))).toBe('text-required');
  expect(codeOf(quoting(aCompetition(), 'P-0001', 70, '2026-11-23'))).toBe('dates-not-allowed');
  expect(codeOf(quoting(aSent(), 'P-0001', 70))).toBe('price-above-framework');
  expect(stateOf(quoting(aCompetition(), 'P-0001', 80)).asked[0]?.reply?.quote).toEqual({ unitPrice: 8_000, earliestStart: '2027-01-11' });
});

test('row 39: quotes are sealed until everybody has decided or the time is over, and nobody is chosen before', () => {
  const first = stateOf(quoting(aCompetition(), 'P-0001', 75));
  expect(isSealed(first)).toBe(true);
  expect(codeOf(choosing(first, 'P-0001'))).toBe('enquiry-closed');
  const undecided = stateOf(answering(first, 'P-0002', { kind: 'undecided', text: 'We ask our trustees.' }));
  expect(isSealed(undecided)).toBe(true);
  const both = stateOf(quoting(undecided, 'P-0002', 74));
  expect(isSealed(both)).toBe(false);
  expect(stateOf(choosing(both, 'P-0002')).outcome?.chosen).toBe('P-0002');
  const closed = stateOf(byClock(first, 'close-enquiry', after));
  expect(stateOf(choosing(closed, 'P-0001')).status).toBe('converted');
});

const refining = (criterion: 'price' | 'distance' | 'earliest-start', text = 'Transport is not part of the price.') => ({
  ...aCommand(senco),
  kind: 'refine-criterion' as const,
  criterion,
  text,
});

test('R31: criteria are stated beforehand and in order; one may be made clearer once, none is added, dropped or weighed anew', () => {
  expect(codeOf(decide(undefined, aCompeting({ criteria: [] })))).toBe('criteria-fixed');
  expect(codeOf(decide(undefined, aCompeting({ criteria: ['price', 'price'] })))).toBe('criteria-fixed');
  const decided = decide(aCompetition(), refining('price'));
  const refined = stateOf(decided);
  expect(refined.criteria).toEqual([
    { criterion: 'price', refined: 'Transport is not part of the price.' },
    { criterion: 'earliest-start' },
  ]);
  expect(decided.ok && decided.effects.filter(({ kind }) => kind === 'tell-provider-criteria')).toHaveLength(2);
  expect(codeOf(decide(refined, refining('price', 'Something else.')))).toBe('criteria-fixed');
  expect(codeOf(decide(refined, refining('distance')))).toBe('criteria-fixed');
  expect(codeOf(decide(refined, refining('earliest-start'), undefined, '2026-12-01T08:00:00Z'))).toBe('criteria-fixed');
});

test('R31: whoever quoted before a criterion was made clearer may quote once more', () => {
  const quoted = stateOf(quoting(aCompetition(), 'P-0001', 75));
  const refined = stateOf(decide(quoted, refining('price')));
  expect(stateOf(quoting(refined, 'P-0001', 72)).asked[0]?.reply?.quote).toEqual({
    unitPrice: pence(7_200),
    earliestStart: localDate('2027-01-11'),
  });
});
