import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { tenderRoles } from '../role.ts';
import { aPublishedRound, closesAt, whileOpen } from '../round/round.fixture.ts';
import { applicant, commissioner, given } from '../tender.fixture.ts';
import { type Clarification, visibleTo } from './clarification.ts';
import type { AskClarification, ClarificationCommand } from './clarification-command.ts';
import { decideClarification } from './decide-clarification.ts';

const ask = (question: string): AskClarification => ({
  ...given(applicant),
  kind: 'ask-clarification',
  ref: 'CQ-1',
  roundRef: 'RD-2027',
  askedBy: 'P-0042',
  question,
});
const attempt = (
  present: Clarification | undefined,
  command: AskClarification | ClarificationCommand,
  askerNames: readonly string[] = [' Blackmore Vale ', ' '],
  now = whileOpen,
) => decideClarification(present, command, { roles: tenderRoles, round: aPublishedRound(), askerNames }, now);
const asked = acceptedTender(attempt(undefined, ask('May a site be named later?'))).state;
const answering = (told: object = {}) =>
  ({ ...given(commissioner), kind: 'answer-clarification', question: 'May a site be named later?', answer: 'Yes.', ...told }) as const;
const declining = (reason: string) => ({ ...given(commissioner), kind: 'decline-clarification', reason }) as const;
const fault = (decision: ReturnType<typeof attempt>) => {
  const { code, field } = refusedTender(decision);
  return [code, field];
};

test('row 12: who is told of a question, of its answer, and that it is not answered', () => {
  const tells = (decision: ReturnType<typeof attempt>) =>
    acceptedTender(decision).effects.flatMap((effect) => (effect.kind === 'tell' ? [`${effect.audience}: ${effect.news}`] : []));
  expect(tells(attempt(undefined, ask('May a site be named later?')))).toEqual(['commissioners: clarification-asked']);
  expect(tells(attempt(asked, answering()))).toEqual(['all-applicants: clarification-answered']);
  expect(tells(attempt(asked, declining('It is in the terms.')))).toEqual(['applicant: clarification-declined']);
  expect(tells(attempt(asked, { ...given(applicant), kind: 'withdraw-clarification' }))).toEqual([]);
});

test('row 12: words are needed of a question, of an answer and of a refusal, and none names a pupil (R40)', () => {
  expect(fault(attempt(undefined, ask(' ')))).toEqual(['text-required', '/question']);
  expect(fault(attempt(asked, answering({ question: '' })))).toEqual(['text-required', '/question']);
  expect(fault(attempt(asked, answering({ answer: '' })))).toEqual(['text-required', '/answer']);
  expect(fault(attempt(asked, answering({ answer: 'As for the one born 3 April 2014.' })))).toEqual(['text-names-a-pupil', '/answer']);
  expect(fault(attempt(asked, declining(' ')))).toEqual(['text-required', '/reason']);
});

test('row 12: neither question nor answer names who asked, however it is written; a blank is no name', () => {
  expect(fault(attempt(asked, answering({ question: 'May a site of BLACKMORE VALE be named?' })))).toEqual([
    'names-the-asker',
    '/question',
  ]);
  expect(fault(attempt(asked, answering({ answer: 'Yes, blackmore vale may.' })))).toEqual(['names-the-asker', '/answer']);
  expect(attempt(asked, answering()).ok).toBe(true);
  expect(attempt(asked, answering(), []).ok).toBe(true);
});

test('a question is asked until its own time, and answered until the close', () => {
  const until = aPublishedRound().clarificationsCloseAt;
  expect(fault(attempt(undefined, ask('May it?'), [], until))).toEqual(['round-late', undefined]);
  expect(fault(attempt(asked, answering(), [], closesAt))).toEqual(['round-late', undefined]);
  expect(attempt(asked, declining('It is in the terms.'), [], closesAt).ok).toBe(true);
});

test('applicants see what was answered, oldest first and then by its words, and of what waits only their own', () => {
  const answered = (ref: string, question: string, answeredAt: string): Clarification => ({
    ...asked,
    ref,
    status: 'answered',
    published: { question, answer: 'Yes.', answeredAt },
  });
  const all = [
    answered('CQ-4', 'Beta?', '2026-12-11T10:00:00Z'),
    answered('CQ-3', 'Alpha?', '2026-12-11T10:00:00Z'),
    answered('CQ-2', 'Gamma?', '2026-12-10T10:00:00Z'),
    asked,
    { ...asked, ref: 'CQ-5', status: 'declined' as const },
    { ...asked, ref: 'CQ-6', askedBy: 'P-0099' },
  ];
  expect(visibleTo(all, 'P-0042')).toStrictEqual({
    answered: ['Gamma?', 'Alpha?', 'Beta?'].map((question) => ({
      question,
      answer: 'Yes.',
      answeredAt: question === 'Gamma?' ? '2026-12-10T10:00:00Z' : '2026-12-11T10:00:00Z',
    })),
    own: [{ ref: 'CQ-1', question: 'May a site be named later?' }],
  });
});
