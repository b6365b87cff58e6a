import type { Span } from './find-name.ts';
import type { Excuse } from './screen-excusing.ts';

/** What councils hold, publish and close on a day: said beside it, the day is of that. */
const EVENT =
  /\b(?:events?|meetings?|discussions?|conferences?|consultations?|workshops?|briefings?|forums?|webinars?|training|launch\w*|reports?|notices?|surveys?|questionnaires?|director(?:y|ies)|deadlines?|clos(?:es?|ed|ing)|tenders?|frameworks?)\b/iu;
/** What is said of a child, whose birth such a day may be. */
const CHILD =
  /\b(?:pupil|student|child|boy|girl|lad|learner|young (?:person|man|woman|lady)|son|daughter|brother|sister|sibling|twin|baby|he|she|his|her|him|aged?|years? old|birth\w*|born|d\.?o\.?b|name[ds]?|called|initials?|ehcp?|y(?:ear|r)? ?\d{1,2})\b/iu;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;
/** The word that stands directly beside a date, with no word between: a name, or initials, would stand there. */
const BEFORE = /(\p{Lu}[\p{L}.'’-]*)[\s,(]*$/u;
const AFTER = /^[\s,)]*(\p{Lu}[\p{L}.'’-]*)/u;
const SENTENCE_END = /[.!?;](?=\s)|\n/gu;

/** The sentence around a span, in what comes before it and after it. */
const sentenceAround = (text: string, { start, end }: Span): readonly [before: string, after: string] => {
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index }) => index);
  const from = ends.findLast((each) => each < start) ?? -1;
  const to = ends.find((each) => each >= end) ?? text.length;
  return [text.slice(from + 1, start), text.slice(end, to)];
};

const isDayOfEvent = (text: string, date: Span): boolean => {
  const [before, after] = sentenceAround(text, date);
  const sentence = `${before}${text.slice(date.start, date.end)}${after}`;
  if (!EVENT.test(sentence) || CHILD.test(sentence)) return false;
  const beside = [BEFORE.exec(before)?.[1], AFTER.exec(after)?.[1]];
  return beside.every((word) => word === undefined || EVENT.test(word) || WEEKDAY.test(word));
};

/**
 * Lets a date stand that is of something that a council holds or publishes: its sentence names that, and nothing in it speaks of a child. Beside the date
 * itself may stand no word with a capital but one of those, for it could be a name.
 */
export const dayOfEvent: Excuse = {
  of: 'date-of-birth',
  excuses: isDayOfEvent,
  advice: 'If it is the day of an event, say so in the same sentence: "The information event was on 4 May 2018."',
};
