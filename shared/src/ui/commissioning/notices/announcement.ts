import { longestTitle } from '../../../domain/notices/decide-notice.ts';
import { noticeMayHold } from '../../../domain/notices/why-not-words.ts';
import type { Act } from '../Acts.tsx';
import type { Question } from '../questions.tsx';

// What notices, events and surveys have in common: the council tells many people something, in a role.

/** The heading under which it is told. */
export const titleQuestion = (first = '', limit = longestTitle): Question => ({
  as: 'line',
  name: 'title',
  label: 'Title',
  missing: 'Enter a title',
  limit,
  may: noticeMayHold,
  first,
});

/** The role in which somebody does it: nobody is named. */
export const roleQuestion = (name: string, does: 'write' | 'invite', first = '', limit = longestTitle): Question => ({
  as: 'line',
  name,
  label: `In which role do you ${does}?`,
  hint: 'Such as SEND Commissioner',
  missing: `Enter the role in which you ${does}`,
  limit,
  may: noticeMayHold,
  first,
});

type Send = (key: string, sentence: string) => Promise<string>;

/** Sends it again to so many as it failed to reach. */
export const resendAct = (failed: number, send: Send): Act => ({
  title: 'Send again to those it did not reach',
  questions: [],
  about: `It is sent again to ${failed}, and to nobody else.`,
  onSend: (_given, key) => send(key, `It is being sent again to ${failed}.`),
});

/** Discards a draft. */
export const discardAct = (send: Send): Act => ({
  title: 'Discard',
  questions: [],
  sure: 'It cannot be taken up again.',
  onSend: (_given, key) => send(key, 'The draft was discarded.'),
});
