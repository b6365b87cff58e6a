import type { Question, QuestionSet } from './question.ts';

const statement = (key: string, text: string, guidance: string): Question => ({
  key,
  text,
  guidance,
  lots: 'every',
  mandatory: true,
  kind: 'text',
  mostWords: 750,
  marking: { kind: 'scored', weight: 25 },
});

/** R21: four method statements, after Plymouth City Council's: the set that a new round begins with. A commissioner changes it as data. */
export const methodStatements: QuestionSet = {
  version: 'method-statements-1',
  questions: [
    statement(
      'not-an-illegal-school',
      'How do you make sure that you never run a school that ought to be registered?',
      'Say how you count hours and pupils across every school and council that you work for, and what you do before a limit is reached.',
    ),
    statement(
      'communication',
      'How do you keep in touch with schools, parents and carers, and the council?',
      'Say who tells whom of attendance, progress, incidents and changes of staff, when, and how.',
    ),
    statement(
      'impact',
      'What difference do you make for a child, and how do you show it?',
      'Say what you agree at the start, how you measure it, and what happened to children who left you in the last two years. Name no child.',
    ),
    statement(
      'keeping-pupils-safe',
      'How do you keep pupils safe?',
      'Cover safer recruitment, supervision, risk assessment, online safety, and what you do when you are worried about a child.',
    ),
  ],
};
