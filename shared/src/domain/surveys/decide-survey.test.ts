import { localDate } from '../days/local-date.ts';
import { reminderAt } from './decide-survey.ts';
import { aDraft, aQuestion, asker, aText, decided, everyKind, opened, stateOf } from './survey.fixture.ts';
import { type Survey, surveyedRoleNames, surveyedRoles } from './survey.ts';
import { surveyMachine } from './survey-machine.ts';

const codeOf = (decision: ReturnType<typeof decided>) =>
  decision.ok ? 'accepted' : [decision.code, ...('field' in decision && decision.field ? [decision.field] : [])].join(' ');
const worksOf = ({ outbox }: Survey) => outbox.map(({ kind, ...work }) => ('to' in work ? `${kind} ${work.to}` : kind));

const whatsOf = ({ history }: Survey) => history.map(({ what }) => what);

const tomorrow = '2026-11-25T10:00:00Z';

test('which command leads a survey where, and who gives it', () => {
  expect(
    surveyMachine.moves.map(({ command, from, to, by, audit }) => [command, from.join('|'), to.join('|'), by.join('|'), audit]),
  ).toEqual([
    ['write-survey', 'none', 'draft', 'commissioner', 'survey-written'],
    ['change-survey', 'draft', 'same', 'commissioner', 'survey-changed'],
    ['add-question', 'draft', 'same', 'commissioner', 'survey-question-added'],
    ['remove-question', 'draft', 'same', 'commissioner', 'survey-question-removed'],
    ['open-survey', 'draft', 'open', 'commissioner', 'survey-opened'],
    ['remind-survey', 'open', 'same', 'commissioner|product', 'survey-reminded'],
    ['resend-survey', 'open', 'same', 'commissioner', 'survey-resent'],
    ['close-survey', 'open', 'closed', 'commissioner|product', 'survey-closed'],
    ['discard-survey', 'draft', 'discarded', 'commissioner', 'survey-discarded'],
  ]);
  expect(surveyMachine.ends).toEqual(['closed', 'discarded']);
  expect(Object.keys(surveyedRoleNames)).toEqual([...surveyedRoles]);
  expect([...Object.values(surveyMachine.states), ...Object.values(surveyedRoleNames)]).not.toContain('');
});

describe('row 67: a survey', () => {
  test('is written with what it is for, for whom and until when, each once and in its own order', () => {
    const text = aText({
      title: ' What do you buy? ',
      body: ' We ask what schools buy. ',
      authorRole: ' SEND Commissioner ',
      audience: ['academy', 'maintained-school', 'academy'],
      roles: ['head-teacher', 'senco'],
    });
    const survey = stateOf(decided(undefined, { kind: 'write-survey', ref: 'SV-1', text }));
    expect(survey).toMatchObject({
      status: 'draft',
      title: 'What do you buy?',
      body: 'We ask what schools buy.',
      authorRole: 'SEND Commissioner',
      audience: ['maintained-school', 'academy'],
      roles: ['senco', 'head-teacher'],
      author: asker,
      questions: [],
    });
    expect([worksOf(survey), whatsOf(survey)]).toEqual([['record-audit'], ['Written']]);
  });

  test.each([
    [{ title: ' ' }, 'text-required /text/title'],
    [{ title: 'x'.repeat(121) }, 'text-too-long /text/title'],
    [{ body: '' }, 'text-required /text/body'],
    [{ body: 'x'.repeat(2_001) }, 'text-too-long /text/body'],
    [{ body: 'About Oliver Smith.' }, 'text-names-a-pupil /text/body'],
    [{ body: 'The event was on 4 May 2018.' }, 'accepted'],
    [{ body: 'It was 4 May 2018.' }, 'text-names-a-pupil /text/body'],
    [{ authorRole: '' }, 'text-required /text/authorRole'],
    [{ audience: [] }, 'nobody-asked /text/audience'],
    [{ roles: [] }, 'nobody-asked /text/roles'],
    [{ closesOn: localDate('2026-11-23') }, 'dates-not-allowed /text/closesOn'],
    [{ closesOn: localDate('2026-11-24') }, 'accepted'],
  ] as const)('with %p: %s', (told, code) => {
    expect(codeOf(decided(undefined, { kind: 'write-survey', ref: 'SV-1', text: aText(told) }))).toBe(code);
    expect(codeOf(decided(aDraft(), { kind: 'change-survey', text: aText(told) }))).toBe(code);
  });

  test('a change leaves its questions; who is not named any more is not asked', () => {
    const changed = stateOf(decided(aDraft(), { kind: 'change-survey', text: aText({ title: 'Another', roles: ['head-teacher'] }) }));
    expect([changed.title, changed.roles, changed.questions.length]).toEqual(['Another', ['head-teacher'], everyKind.length]);
    expect(whatsOf(changed).at(-1)).toBe('Changed');
  });

  test.each([
    [{ asks: ' ' }, 'text-required /question/asks'],
    [{ asks: 'x'.repeat(301) }, 'text-too-long /question/asks'],
    [{ asks: 'What of Oliver Smith?' }, 'text-names-a-pupil /question/asks'],
    [{ kind: 'one', options: ['Yes'] }, 'number-not-allowed /question/options'],
    [{ kind: 'several', options: [] }, 'number-not-allowed /question/options'],
    [{ kind: 'one', options: Array.from({ length: 13 }, (_, at) => `${at}`) }, 'number-not-allowed /question/options'],
    [{ kind: 'one', options: Array.from({ length: 12 }, (_, at) => `${at}`) }, 'accepted'],
    [{ kind: 'one', options: ['Yes', ' yes '] }, 'already-recorded /question/options'],
    [{ kind: 'one', options: ['Yes', ' '] }, 'text-required /question/options/1'],
    [{ kind: 'one', options: ['Yes', 'x'.repeat(121)] }, 'text-too-long /question/options/1'],
    [{ kind: 'one', options: ['Yes', 'Oliver Smith'] }, 'text-names-a-pupil /question/options/1'],
    [{ kind: 'text', options: ['Yes', 'No'] }, 'number-not-allowed /question/options'],
    [{ kind: 'block-interest' }, 'already-recorded /question/kind'],
    [{ kind: 'services' }, 'already-recorded /question/kind'],
    [{ kind: 'number' }, 'accepted'],
  ] as const)('a question with %p: %s', (told, code) => {
    expect(codeOf(decided(aDraft(), { kind: 'add-question', question: aQuestion(told) }))).toBe(code);
  });

  test('asks ten questions at most, each under a key of its own that no other takes', () => {
    const ten = aDraft(Array.from({ length: 10 }, (_, at) => aQuestion({ kind: 'text', asks: `Question ${at}?` })));
    expect(codeOf(decided(ten, { kind: 'add-question', question: aQuestion({ kind: 'text' }) }))).toBe('number-not-allowed');
    const fewer = stateOf(decided(ten, { kind: 'remove-question', key: 'q3' }));
    expect(fewer.questions.map(({ key }) => key)).toEqual(['q1', 'q2', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 'q10']);
    expect(stateOf(decided(fewer, { kind: 'add-question', question: aQuestion({ kind: 'text' }) })).questions.at(-1)?.key).toBe('q11');
    expect(codeOf(decided(fewer, { kind: 'remove-question', key: 'q3' }))).toBe('not-in-this-state');
  });

  test('words of a question are kept without blanks around them', () => {
    const question = aQuestion({ kind: 'one', asks: ' How? ', options: [' Alone', 'Together '] });
    expect(aDraft([question]).questions).toEqual([
      { key: 'q1', kind: 'one', asks: 'How?', required: false, options: ['Alone', 'Together'] },
    ]);
  });

  test('opens with a question and before its end, and goes to everybody', () => {
    const survey = opened();
    expect([survey.status, survey.openedAt, worksOf(survey).at(-1)]).toEqual(['open', '2026-11-24T10:00:00Z', 'send-survey everybody']);
    expect(whatsOf(survey).at(-1)).toBe('Opened');
    expect(codeOf(decided(aDraft([]), { kind: 'open-survey' }))).toBe('not-in-this-state');
    expect(codeOf(decided(aDraft(), { kind: 'open-survey' }, {}, '2026-12-12T10:00:00Z'))).toBe('dates-not-allowed /text/closesOn');
  });

  test('reminds those whose answer is missing, no more than once a day', () => {
    const remind = (survey: Survey, told: Parameters<typeof decided>[2], at: string) =>
      decided(survey, { kind: 'remind-survey' }, { missing: 3, ...told }, at);
    expect(codeOf(remind(opened(), {}, '2026-11-24T16:00:00Z'))).toBe('not-yet');
    expect(codeOf(remind(opened(), { missing: 0 }, tomorrow))).toBe('not-in-this-state');
    const reminded = stateOf(remind(opened(), {}, tomorrow));
    expect([reminded.remindedAt, worksOf(reminded).at(-1), reminded.history.at(-1)?.what]).toEqual([
      tomorrow,
      'send-survey unanswered',
      'Reminded: 3 answers are missing',
    ]);
    expect(codeOf(remind(reminded, {}, '2026-11-25T20:00:00Z'))).toBe('not-yet');
    expect(stateOf(remind(reminded, { missing: 1 }, '2026-11-26T20:00:00Z')).history.at(-1)?.what).toBe('Reminded: 1 answer is missing');
    expect(codeOf(remind(opened(), {}, '2026-12-12T10:00:00Z'))).toBe('not-in-this-state');
  });

  test('the product itself reminds once, from nine in the morning three days before the last', () => {
    const byClock = (survey: Survey, at: string) => decided(survey, { kind: 'remind-survey' }, { roles: ['product'], missing: 2 }, at);
    expect(reminderAt(localDate('2026-12-11'))).toBe('2026-12-08T09:00:00Z');
    expect(codeOf(byClock(opened(), '2026-12-08T08:59:59Z'))).toBe('not-yet');
    const reminded = stateOf(byClock(opened(), '2026-12-08T09:00:00Z'));
    expect(codeOf(byClock(reminded, '2026-12-09T09:00:00Z'))).toBe('not-yet');
    expect(codeOf(decided(reminded, { kind: 'remind-survey' }, { missing: 2 }, '2026-12-09T09:00:00Z'))).toBe('accepted');
  });

  test('is sent again to those alone whom it did not reach', () => {
    expect(worksOf(stateOf(decided(opened(), { kind: 'resend-survey' }, { failed: 2 }))).at(-1)).toBe('send-survey failed');
    expect(codeOf(decided(opened(), { kind: 'resend-survey' }))).toBe('not-in-this-state');
    expect(codeOf(decided(opened(), { kind: 'resend-survey' }, { failed: 2 }, '2026-12-12T10:00:00Z'))).toBe('not-in-this-state');
  });

  test('is closed by a commissioner at any time, by the product after its last day', () => {
    const early = stateOf(decided(opened(), { kind: 'close-survey' }));
    expect([early.status, early.closedAt, early.history.at(-1)?.what]).toEqual([
      'closed',
      '2026-11-24T10:00:00Z',
      'Closed before its last day',
    ]);
    expect(codeOf(decided(opened(), { kind: 'close-survey' }, { roles: ['product'] }, '2026-12-11T23:59:59Z'))).toBe('not-yet');
    expect(stateOf(decided(opened(), { kind: 'close-survey' }, { roles: ['product'] }, '2026-12-12T00:00:00Z')).history.at(-1)?.what).toBe(
      'Its last day is over',
    );
  });

  test('that is open is not changed any more, and a draft can be discarded', () => {
    for (const asked of [
      { kind: 'change-survey', text: aText() },
      { kind: 'add-question', question: aQuestion({ kind: 'text' }) },
      { kind: 'remove-question', key: 'q1' },
      { kind: 'discard-survey' },
      { kind: 'open-survey' },
    ] as const)
      expect(codeOf(decided(opened(), asked))).toBe('not-in-this-state');
    const discarded = stateOf(decided(aDraft(), { kind: 'discard-survey' }));
    expect([discarded.status, whatsOf(discarded).at(-1)]).toEqual(['discarded', 'Discarded']);
  });

  test('is written and opened by commissioners alone', () => {
    expect(codeOf(decided(undefined, { kind: 'write-survey', ref: 'SV-1', text: aText() }, { roles: [] }))).toBe('not-your-role');
    expect(codeOf(decided(aDraft(), { kind: 'open-survey' }, { roles: ['product'] }))).toBe('not-your-role');
  });
});
