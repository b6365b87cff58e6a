import { holdSentence, type ToldHold } from './hold-sentence.ts';

const by = 'Sena Coombe';

test.each<[string, Omit<ToldHold, 'isOver'>, string]>([
  [
    'asked',
    { state: 'asked', answerBy: '2026-11-25T10:00:00Z' },
    'The school decides by Wednesday 25 November 2026 at 10am: go on, pause or end.',
  ],
  ['asked without a time', { state: 'asked' }, 'The school decides by 10am on its next school day: go on, pause or end.'],
  [
    'unanswered',
    { state: 'unanswered' },
    'No answer came in time. The head and the commissioning team have been told. Decide: go on, pause or end.',
  ],
  ['going on', { state: 'continued', by }, 'Sena Coombe decided that the placement goes on.'],
  ['going on for a reason', { state: 'continued', by, reason: 'Settled.' }, 'Sena Coombe decided that the placement goes on: Settled.'],
  ['paused', { state: 'paused', by }, 'Sena Coombe paused the placement.'],
  ['paused by somebody of the school', { state: 'paused' }, 'The school paused the placement.'],
  ['ended', { state: 'ended', by }, 'Sena Coombe ended the placement.'],
  ['running again', { state: 'running' }, 'The provider takes orders again. The placement runs as before.'],
])('an order that is %s', (_, told, sentence) => {
  expect(holdSentence({ ...told, isOver: false })).toBe(sentence);
});

test('a paused order whose provider takes orders again says so', () => {
  expect(holdSentence({ state: 'paused', by, isOver: true })).toBe('Sena Coombe paused the placement. The provider takes orders again.');
});
