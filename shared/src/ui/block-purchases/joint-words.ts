import type { JointSuggestionReply } from '../../contract/joint-suggestions.ts';
import { MONTHS } from '../../domain/days/local-date.ts';
import { countWords } from '../words.tsx';

const monthName = (month: string): string => MONTHS[Number(month.slice(5)) - 1] ?? month;

/** 'in January 2027', 'January to March 2027', 'December 2026 to January 2027'. */
const startWords = ({ startsFrom, startsTo }: Pick<JointSuggestionReply, 'startsFrom' | 'startsTo'>): string => {
  const [first, last] = [startsFrom.slice(0, 4), startsTo.slice(0, 4)];
  if (startsFrom === startsTo) return `in ${monthName(startsFrom)} ${first}`;
  return `${monthName(startsFrom)}${first === last ? '' : ` ${first}`} to ${monthName(startsTo)} ${last}`;
};

/** '4 requests of 3 schools for Academic tuition within 10 miles of DT1, starting January to March 2027'. */
export const jointSentence = (suggestion: JointSuggestionReply): string => {
  const { requests, schools, lotName, miles, around } = suggestion;
  return `${countWords(requests, 'request')} of ${countWords(schools, 'school')} for ${lotName} within ${countWords(miles, 'mile')} of ${around}, starting ${startWords(suggestion)}`;
};

/** Who asks: by name for a commissioner; for a school its own, and of the others how many. */
export const whoAsks = ({ names, own, requests, schools }: JointSuggestionReply): string => {
  if (names) return names.join('; ');
  if (!own) return '';
  const others = requests - own.requests;
  return `${countWords(own.requests, 'request')} of ${own.buyerName}, and ${others} of ${schools - 1} others`;
};
