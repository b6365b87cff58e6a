import { type Answer, answerFault, countWords, isAnswered, passes } from './answer.ts';
import { methodStatements } from './method-statements.ts';
import { judgedFor, type Question, questionsFor, weightOf } from './question.ts';
import { questionSetFault } from './question-set-fault.ts';
import { reuseAnswers } from './reuse-answers.ts';
import { insured, someQuestions } from './round.fixture.ts';

const lots = ['AP-2027-1', 'AP-2027-2'];
const text: Question = {
  key: 'impact',
  text: 'What is your impact?',
  lots: 'every',
  mandatory: true,
  kind: 'text',
  mostWords: 5,
  marking: { kind: 'scored', weight: 100 },
};
const number: Question = {
  key: 'years',
  text: 'For how many years have you run?',
  lots: 'every',
  mandatory: true,
  kind: 'number',
  from: 0,
  to: 99,
  marking: { kind: 'pass-or-fail', passes: { atLeast: 2 } },
};
const choice: Question = {
  key: 'cover',
  text: 'Which covers do you hold?',
  lots: 'every',
  mandatory: true,
  kind: 'choice',
  options: ['public', 'employer', 'none'],
  several: true,
  marking: { kind: 'pass-or-fail', passes: ['public', 'employer'] },
};
const link: Question = {
  key: 'policy',
  text: 'Link your safeguarding policy.',
  lots: 'every',
  mandatory: true,
  kind: 'document-link',
  marking: { kind: 'pass-or-fail', passes: 'judged' },
};
const set = (...questions: readonly Question[]) => ({ version: '1', questions });

test('R21: a new round begins with four method statements that weigh alike: not an illegal school, communication, impact, safety', () => {
  expect(methodStatements.questions.map(({ key }) => key)).toEqual([
    'not-an-illegal-school',
    'communication',
    'impact',
    'keeping-pupils-safe',
  ]);
  expect(methodStatements.questions.map(weightOf)).toEqual([25, 25, 25, 25]);
  expect(questionSetFault(methodStatements, lots)).toBeUndefined();
});

describe('row 10: questions are data, for each lot', () => {
  test('row 10: an applicant is asked what its lots ask, and evaluators judge what a person must judge', () => {
    const keys = (asked: readonly Question[]) => asked.map(({ key }) => key);
    expect(keys(questionsFor(someQuestions, ['AP-2027-1']))).not.toContain('therapists');
    expect(keys(questionsFor(someQuestions, lots))).toHaveLength(6);
    expect(keys(judgedFor(someQuestions, 'AP-2027-1'))).toEqual(keys(methodStatements.questions));
    expect(keys(judgedFor(someQuestions, 'AP-2027-2'))).toContain('therapists');
  });

  test.each<[string, Question, string, string]>([
    ['a weight of nought', { ...text, marking: { kind: 'scored', weight: 0 } }, 'weights-not-valid', '/marking/weight'],
    ['a weight above 100', { ...text, marking: { kind: 'scored', weight: 101 } }, 'weights-not-valid', '/marking/weight'],
    ['a part of a number', { ...number, to: 9.5 }, 'number-not-allowed', '/from'],
    ['a weight of a half', { ...text, marking: { kind: 'scored', weight: 99.5 } }, 'weights-not-valid', '/marking/weight'],
    ['a least score above five', { ...text, marking: { kind: 'scored', weight: 100, least: 6 } }, 'number-not-allowed', '/marking/least'],
    ['no word at all', { ...text, mostWords: 0 }, 'number-not-allowed', '/mostWords'],
    ['a scored question that may be left out', { ...text, mandatory: false }, 'questions-not-valid', '/mandatory'],
    ['a key with blanks', { ...text, key: 'my impact' }, 'questions-not-valid', '/key'],
    ['no words', { ...text, text: ' ' }, 'text-required', '/text'],
    ['a lot of another framework', { ...text, lots: ['AP-2018-1'] }, 'lot-not-known', '/lots'],
    ['no lot', { ...text, lots: [] }, 'questions-not-valid', '/lots'],
    ['a number that nobody reaches', { ...number, to: 1 }, 'questions-not-valid', '/marking/passes'],
    ['numbers upside down', { ...number, from: 100 }, 'number-not-allowed', '/from'],
    ['one option', { ...choice, options: ['public'] }, 'questions-not-valid', '/options'],
    ['the same option twice', { ...choice, options: ['public', 'public'] }, 'questions-not-valid', '/options'],
    [
      'a choice that nobody passes',
      { ...choice, marking: { kind: 'pass-or-fail', passes: ['other'] } } as Question,
      'questions-not-valid',
      '/marking/passes',
    ],
  ])('row 10: a set with %s is not published', (_what, question, code, field) => {
    expect(questionSetFault(set(question), lots)).toMatchObject({ code, field: `/questionSet/questions/0${field}` });
  });

  test('row 14: the scored questions of each lot make 100', () => {
    expect(questionSetFault(set(text), lots)).toBeUndefined();
    expect(questionSetFault(set(insured), lots)).toMatchObject({
      code: 'weights-not-valid',
      detail: 'The scored questions of lot AP-2027-1 weigh 0 together. They must make 100.',
      field: '/questionSet/questions',
    });
    expect(questionSetFault(set({ ...text, lots: ['AP-2027-1'] }), lots)?.detail).toContain('lot AP-2027-2');
  });

  test('row 10: a set may ask for information only, and a choice may have several options that pass', () => {
    const forInformation = { kind: 'for-information' } as const;
    const asked: readonly Question[] = [
      text,
      { ...number, mandatory: false, marking: forInformation } as Question,
      { ...choice, key: 'covers', mandatory: false, marking: forInformation } as Question,
      { ...choice, key: 'one-passes', marking: { kind: 'pass-or-fail', passes: ['public', 'another'] } } as Question,
    ];
    expect(questionSetFault(set(...asked), lots)).toBeUndefined();
  });

  test('row 10: no two questions share a key, and a set has a version', () => {
    expect(questionSetFault(set(text, { ...insured, key: 'impact' }), lots)).toMatchObject({ field: '/questionSet/questions/1/key' });
    expect(questionSetFault({ ...set(text), version: '' }, lots)).toMatchObject({ field: '/questionSet/version' });
  });
});

describe('an answer', () => {
  const yes: Answer = { kind: 'yes-no', answer: 'yes' };
  test.each<[string, Question, Answer, string | undefined]>([
    ['five words of five', text, { kind: 'text', text: ' one  two\nthree four five ' }, undefined],
    [
      'six words of five',
      text,
      { kind: 'text', text: 'one two three four five six' },
      'Shorten your answer to 5 words or fewer. It has 6.',
    ],
    [
      "a pupil's date of birth (R40)",
      text,
      { kind: 'text', text: 'Born 3 April 2014.' },
      'Take out of your answer whatever could identify a pupil, such as a date of birth or a UPN.',
    ],
    ['the telephone number of the provider', text, { kind: 'text', text: 'Ring 01258 472901 please.' }, undefined],
    ['a number in range', number, { kind: 'number', number: 0 }, undefined],
    ['a number out of range', number, { kind: 'number', number: 100 }, 'Enter a whole number from 0 to 99.'],
    ['a part of a number', number, { kind: 'number', number: 1.5 }, 'Enter a whole number from 0 to 99.'],
    ['two options', choice, { kind: 'choice', chosen: ['public', 'none'] }, undefined],
    ['two options of one', { ...choice, several: false }, { kind: 'choice', chosen: ['public', 'none'] }, 'Choose one of the options.'],
    ['an option that is none', choice, { kind: 'choice', chosen: ['other'] }, 'Choose from the options.'],
    ['nothing chosen', choice, { kind: 'choice', chosen: [] }, 'Choose from the options.'],
    ['a link', link, { kind: 'document-link', link: 'https://provider.example/policy.pdf' }, undefined],
    [
      'a path',
      link,
      { kind: 'document-link', link: 'C:\\policy.pdf' },
      'Enter where the document lies as a link that begins with https://.',
    ],
    [
      'a script',
      link,
      { kind: 'document-link', link: 'javascript:alert(1)' },
      'Enter where the document lies as a link that begins with https://.',
    ],
    [
      'a link that carries a name and a password',
      link,
      { kind: 'document-link', link: 'https://office:secret@provider.example/policy.pdf' },
      'Enter where the document lies as a link that begins with https://.',
    ],
    ['yes', insured, yes, undefined],
    ['yes to a number', number, yes, 'This question is not answered with a yes no.'],
  ])('%s', (_what, question, answer, detail) => {
    expect(answerFault(question, answer)?.detail).toBe(detail);
  });

  test('a mandatory pass or fail question decides by itself where its answer can', () => {
    expect(passes(insured, { kind: 'yes-no', answer: 'yes' })).toBe('pass');
    expect(passes(insured, { kind: 'yes-no', answer: 'no' })).toBe('fail');
    expect(passes(insured, undefined)).toBe('fail');
    expect(passes(number, { kind: 'number', number: 2 })).toBe('pass');
    expect(passes(number, { kind: 'number', number: 1 })).toBe('fail');
    expect(passes(choice, { kind: 'choice', chosen: ['employer'] })).toBe('pass');
    expect(passes(choice, { kind: 'choice', chosen: ['employer', 'none'] })).toBe('fail');
    expect(passes(link, { kind: 'document-link', link: 'https://provider.example/p' })).toBe('judged');
    expect(passes(text, { kind: 'text', text: 'Good.' })).toBeUndefined();
  });

  test('blanks are no answer and no words', () => {
    expect(isAnswered({ kind: 'text', text: ' \n ' })).toBe(false);
    expect(countWords(' \n ')).toBe(0);
    expect(countWords("It's one-to-one: 3 days.")).toBe(4);
  });
});

test('row 11: answers of the last round are reused where the same question is asked and the answer still fits', () => {
  const last = {
    questionSet: set(text, number, { ...insured, text: 'Are you insured?' }, link),
    answers: {
      impact: { kind: 'text', text: 'one two three four five' },
      years: { kind: 'number', number: 8 },
      insured: { kind: 'yes-no', answer: 'yes' },
    } as const,
  };
  const asked = [{ ...text, mostWords: 4 } as Question, number, insured, link, { ...number, key: 'sites' } as Question];
  expect(reuseAnswers(last, asked)).toEqual({
    answers: { years: { kind: 'number', number: 8 } },
    reused: ['years'],
    anew: ['impact', 'insured', 'policy', 'sites'],
  });
});
