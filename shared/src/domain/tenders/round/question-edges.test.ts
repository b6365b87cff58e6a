import { type Answer, answerFault, passes } from './answer.ts';
import type { Question } from './question.ts';
import { questionFaults, questionSetFault } from './question-set-fault.ts';

const base = { key: 'impact', text: 'What is your impact?', lots: 'every', mandatory: true } as const;
const text: Question = { ...base, kind: 'text', mostWords: 5, marking: { kind: 'scored', weight: 100 } };
const number: Question = { ...base, kind: 'number', from: 1, to: 9, marking: { kind: 'pass-or-fail', passes: { atLeast: 2 } } };
const choice: Question = {
  ...base,
  kind: 'choice',
  options: ['public', 'employer'],
  several: true,
  marking: { kind: 'pass-or-fail', passes: ['public', 'other'] },
};
const link: Question = { ...base, kind: 'document-link', marking: { kind: 'pass-or-fail', passes: 'judged' } };
const yesNo: Question = { ...base, kind: 'yes-no', marking: { kind: 'pass-or-fail', passes: 'yes' } };
const faults = (question: Question) => questionFaults(question, ['AP-2027-1'], '').map(({ code, field }) => [code, field]);

describe('row 10: what a question may be, at its edges', () => {
  test.each<[string, Question]>([
    ['the least weight there is', { ...text, marking: { kind: 'scored', weight: 1 } }],
    ['a least score of one', { ...text, marking: { kind: 'scored', weight: 100, least: 1 } }],
    ['a least score of five', { ...text, marking: { kind: 'scored', weight: 100, least: 5 } }],
    ['an answer of one word', { ...text, mostWords: 1 }],
    ['an answer of 2,000 words', { ...text, mostWords: 2_000 }],
    ['one number to choose from', { ...number, from: 9 }],
    ['a number that only the greatest passes', { ...number, marking: { kind: 'pass-or-fail', passes: { atLeast: 9 } } } as Question],
    ['two options', choice],
    ['guidance', { ...text, guidance: 'Say who, when and how.' }],
  ])('it has %s', (_what, question) => expect(faults(question)).toEqual([]));

  test.each<[string, Question, readonly [string, string][]]>([
    [
      'a least score of nought',
      { ...text, marking: { kind: 'scored', weight: 100, least: 0 } },
      [['number-not-allowed', '/marking/least']],
    ],
    ['half a least score', { ...text, marking: { kind: 'scored', weight: 100, least: 1.5 } }, [['number-not-allowed', '/marking/least']]],
    ['2,001 words', { ...text, mostWords: 2_001 }, [['number-not-allowed', '/mostWords']]],
    ['half a word', { ...text, mostWords: 1.5 }, [['number-not-allowed', '/mostWords']]],
    [
      'half a number that passes',
      { ...number, marking: { kind: 'pass-or-fail', passes: { atLeast: 2.5 } } } as Question,
      [['number-not-allowed', '/marking/passes']],
    ],
    ['half a smallest number', { ...number, from: 0.5 }, [['number-not-allowed', '/from']]],
    ['a pupil in its guidance (R40)', { ...text, guidance: 'As for the one born on 3 April 2014.' }, [['text-names-a-pupil', '/text']]],
    ['the NHS number of a pupil (R40)', { ...text, guidance: 'As for 943 476 5919.' }, [['text-names-a-pupil', '/text']]],
    ['a key that ends with a hyphen', { ...text, key: 'impact-' }, [['questions-not-valid', '/key']]],
    [
      'nothing in its fields: each is named',
      { ...text, key: '', text: '', lots: [], mandatory: false, mostWords: 0, marking: { kind: 'scored', weight: 0 } },
      [
        ['questions-not-valid', '/key'],
        ['text-required', '/text'],
        ['questions-not-valid', '/lots'],
        ['questions-not-valid', '/mandatory'],
        ['weights-not-valid', '/marking/weight'],
        ['number-not-allowed', '/mostWords'],
      ],
    ],
  ])('it has not %s', (_what, question, expected) => expect(faults(question)).toEqual(expected));

  test('a version of blanks is none', () => {
    expect(questionSetFault({ version: '  ', questions: [text] }, ['AP-2027-1'])).toMatchObject({
      code: 'text-required',
      field: '/questionSet/version',
    });
  });
});

describe('an answer', () => {
  const answers: readonly [Question, Answer][] = [
    [text, { kind: 'text', text: 'Good.' }],
    [link, { kind: 'document-link', link: 'https://provider.example/policy.pdf' }],
    [number, { kind: 'number', number: 3 }],
    [choice, { kind: 'choice', chosen: ['public'] }],
    [yesNo, { kind: 'yes-no', answer: 'yes' }],
  ];

  test('answers only the kind of question that it is for', () => {
    for (const [question] of answers)
      for (const [, answer] of answers) {
        const kind = answer.kind.replace('-', ' ');
        expect(answerFault(question, answer)).toEqual(
          question.kind === answer.kind
            ? undefined
            : { ok: false, code: 'answer-not-valid', detail: `This question is not answered with a ${kind}.`, field: '/answers/impact' },
        );
      }
  });

  test.each<[string, Question, Answer, boolean]>([
    ['the smallest number', number, { kind: 'number', number: 1 }, true],
    ['the greatest number', number, { kind: 'number', number: 9 }, true],
    ['a number below', number, { kind: 'number', number: 0 }, false],
    ['every option', choice, { kind: 'choice', chosen: ['public', 'employer'] }, true],
    ['an option beside one that is none', choice, { kind: 'choice', chosen: ['public', 'other'] }, false],
    ['one option twice', choice, { kind: 'choice', chosen: ['public', 'public'] }, false],
    ['one option, where one may be chosen', { ...choice, several: false }, { kind: 'choice', chosen: ['public'] }, true],
  ])('of %s', (_what, question, answer, fits) => {
    expect(answerFault(question, answer)).toEqual(
      fits ? undefined : expect.objectContaining({ code: 'answer-not-valid', field: '/answers/impact' }),
    );
  });

  test('too long, its words are told from each other by any blanks', () => {
    expect(answerFault(text, { kind: 'text', text: ' one\t two\n\nthree   four five ' })).toBeUndefined();
    expect(answerFault(text, { kind: 'text', text: 'one two three four five six' })).toMatchObject({
      code: 'answer-not-valid',
      field: '/answers/impact',
    });
  });

  test('passes only by what its own question passes', () => {
    expect(passes(yesNo, { kind: 'yes-no', answer: 'yes' })).toBe('pass');
    // Answers of another kind stand in a draft whose round has changed its question.
    expect(passes(yesNo, { kind: 'number', number: 9 })).toBe('fail');
    expect(passes(yesNo, { kind: 'choice', chosen: [] })).toBe('fail');
    expect(passes(number, { kind: 'text', text: '9' })).toBe('fail');
    expect(passes(choice, { kind: 'number', number: 9 })).toBe('fail');
    expect(passes(number, { kind: 'choice', chosen: [] })).toBe('fail');
  });
});
