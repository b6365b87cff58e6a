import { doubtfulFirstNames, firstNames, organisationNouns, plainWords, serviceNouns, surnames, titles } from './known-names.ts';

/** Where in the text something stands: from `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Word extends Span {
  readonly folded: string;
  readonly possessive: boolean;
  readonly shape: 'Capital' | 'UPPER' | 'lower';
  /** What stands between the word before and this one. */
  readonly gap: string;
}

/** Works and laws with a person in their name. */
const FAMILIAR =
  /\b(romeo and juliet|oliver twist|harry potter|anne frank|jane eyre|john muir|(martha|sarah|clare|claire|harry|charlie)['’]s (law|rule|pledge)|tom and jerry|rose and crown)\b/giu;

const PUPIL =
  '(?:pupil|student|child|boy|girl|lad|learner|young (?:person|man|woman|lady)|son|daughter|brother|sister|sibling|twin|nephew|niece)';
/** What makes the next word a name, whatever the word is. */
const NAMING = [
  new RegExp(`\\b${PUPIL}s?,? (?:(?:is|was|who is|who was) )?(?:called|named|known as|nicknamed)\\s+$`, 'iu'),
  new RegExp(
    `\\b(?:his|her|their|${PUPIL}(?:['’]s)?) (?:(?:full|first|last|given|legal|preferred|family|real) ?)?(?:sur)?name(?:['’]s| is| was|\\s*[:=-])\\s*$`,
    'iu',
  ),
  /\b(?:first|last|middle|full|given|legal|preferred|family|sur|fore|nick) ?names?\s*[:=]\s*$/iu,
  /(?:^|[\n.;,])\s*name\s*[:=]\s*$/iu,
];
const PUPIL_BEFORE = new RegExp(`\\b${PUPIL}:?\\s+$`, 'iu');
/** What only a child's name is followed by. */
const BORN_OR_AGED = /^['’]?,?\s*[([]?\s*(?:d\.?o\.?b\b|date of birth|born\b|aged?\s+\d{1,2}\b|(?:is\s+)?\d{1,2}\s+years?\s+old)/iu;
const YEAR_AFTER = /^,?\s*(?:[([]\s*|in\s+|is in\s+|from\s+)?(?:y(?:ear|r)?\s?\d{1,2}\b|\d{1,2}\s*[)\]])/iu;
const CHILD_DOES =
  /^\s+(?:(?:also|often|still|really|currently|only|never|always)\s+)?(?:struggles|attends|attended|enjoys|enjoyed|likes|loves|hates|lives|refuses|refused|presents|lacks|wants|engages|engaged|finds|misses|has (?:an? (?:ehcp?|diagnosis)|adhd|autism|semh|asd|asc|anxiety|been|difficult|struggled|missed|attended|engaged|no)|is (?:in y|aged|autistic|anxious|looked after|a pupil|a student|a very|currently|not attending|not engaging|at risk|struggling)|needs (?:to|a|help|support)|would (?:like|benefit)|will benefit|(?:ca|has|does|is|do)n['’]t|cannot)\b/iu;
/** What only people do: enough to take an unknown capitalised word inside a sentence for a name. */
const PERSON_DOES =
  /^\s+(?:(?:also|often|still|really|never|always)\s+)?(?:struggles|attends|enjoys|likes|loves|hates|lives|refuses|misses)\b/iu;
const CHILD_OWNS =
  /^\s+(?:mum|mother|dad|father|parents?|carers?|family|foster|behaviou?r|attendance|anxiety|needs|ehcp?|plan|placement|progress|social worker|teacher|school|confidence|diagnosis|education|learning|health)\b/iu;
/** After 'name:' and the like these are words, not the name: 'his name is not given'. */
const NO_NAME =
  /^(?:not|never|known|on|withheld|in|recorded|removed|kept|confidential|available|held|with|to|left|given|only|required|unknown|none|the|a|an|and|for|never)$/u;

/**
 * Finds a person's name in free text (R40), or undefined. A heuristic for pupils' names: known first names outside the names of
 * organisations, and any other name that the words around it give away ('a pupil called', 'DOB', 'aged 14'). Grown-ups with a title
 * ('Mrs Jones') are let through.
 */
export function findName(text: string): Span | undefined {
  const familiar = text.replace(FAMILIAR, (phrase) => '.'.repeat(phrase.length));
  const words = wordsOf(familiar);
  for (const [index, word] of words.entries()) {
    if (isNamed(word, familiar) || isPerson(words, index, familiar)) return { start: word.start, end: word.end };
  }
  return undefined;
}

/** Whether a word, folded, is a first name and nothing else; also 'ellie-mae'. */
export function isFirstName(folded: string): boolean {
  return firstNames.has(folded) || folded.split('-').some((part) => firstNames.has(part));
}

function wordsOf(text: string): readonly Word[] {
  let last = 0;
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}+)*/gu)].map((match) => {
    const [raw] = match;
    const gap = text.slice(last, match.index);
    last = match.index + raw.length;
    const possessive = /['’]s$/iu.test(raw);
    const bare = possessive ? raw.slice(0, -2) : raw;
    const shape = bare === bare.toLowerCase() ? 'lower' : bare.length > 1 && bare === bare.toUpperCase() ? 'UPPER' : 'Capital';
    return { start: match.index, end: last, folded: fold(bare), possessive, shape, gap };
  });
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

/** 'a pupil called Zephyr', 'his name is zephyr', 'Name: Zephyr'. */
function isNamed(word: Word, text: string): boolean {
  const before = text.slice(Math.max(0, word.start - 60), word.start);
  const naming = NAMING.findIndex((pattern) => pattern.test(before));
  if (naming < 0 || NO_NAME.test(word.folded)) return false;
  if (naming === 1 || naming === 2) return true;
  return isKnown(word) || (word.shape !== 'lower' && !plainWords.has(word.folded));
}

function isPerson(words: readonly Word[], index: number, text: string): boolean {
  const word = words[index] as Word;
  if (followsTitle(words, index) || isOrganisation(words, index)) return false;
  const known = isKnown(word);
  const sure = isFirstName(word.folded);
  const next = words[index + 1];
  const pair = next !== undefined && next.gap.trim() === '' && next.shape === word.shape && !word.possessive ? next : undefined;
  const before = text.slice(Math.max(0, word.start - 30), word.start);
  const after = text.slice(word.end, word.end + 60);

  if (sure && (word.shape === 'Capital' || (word.shape === 'UPPER' && word.folded.length > 3))) return true;
  if (known && pair && surnames.has(pair.folded) && (word.shape !== 'lower' || sure)) return true;
  if (known && (PUPIL_BEFORE.test(before) || BORN_OR_AGED.test(after)) && (word.shape !== 'lower' || sure)) return true;
  if (known && (word.shape !== 'lower' || sure)) {
    if (word.possessive ? CHILD_OWNS.test(after) : CHILD_DOES.test(after)) return true;
  }
  if (known && word.shape === 'Capital' && YEAR_AFTER.test(after) && !/^\s*\d/u.test(after)) return true;

  // Names that no list holds: only with something around them that speaks of a child.
  if (word.shape !== 'Capital' || word.folded.length < 2 || plainWords.has(word.folded) || titles.has(word.folded)) return false;
  if (!pair) return BORN_OR_AGED.test(after) || (word.gap === ' ' && index > 0 && PERSON_DOES.test(after));
  if (plainWords.has(pair.folded)) return false;
  if (surnames.has(pair.folded)) return true;
  const afterPair = text.slice(pair.end, pair.end + 60);
  return (
    PUPIL_BEFORE.test(before) || BORN_OR_AGED.test(afterPair) || YEAR_AFTER.test(afterPair) || (CHILD_DOES.test(afterPair) && index > 0)
  );
}

const isKnown = (word: Word): boolean => isFirstName(word.folded) || doubtfulFirstNames.has(word.folded);

/** 'Mrs Jane Jones', 'St Mary & St Joseph': the words after a title, as long as they run on. */
function followsTitle(words: readonly Word[], index: number): boolean {
  for (let at = index; at > 0 && index - at < 3; at -= 1) {
    const word = words[at] as Word;
    if (word.shape === 'lower' || !/^\.?[\s]+$/u.test(word.gap)) return false;
    if (titles.has((words[at - 1] as Word).folded)) return true;
  }
  return false;
}

/** Whether the capitalised words that run on from here end in an organisation's or a place's noun. */
function isOrganisation(words: readonly Word[], index: number): boolean {
  const first = words[index] as Word;
  if (first.shape === 'lower') return false;
  for (let at = index + 1; at < Math.min(words.length, index + 7); at += 1) {
    const word = words[at] as Word;
    if (!/^\s*&?\s*$/u.test(word.gap)) return false;
    if (word.folded !== 'of' && word.shape === 'lower') return false;
    if (organisationNouns.has(word.folded)) return !isSurnameToo(first, words[index + 1] as Word, words[index + 2]);
    if (serviceNouns.has(word.folded) && !first.possessive) return true;
  }
  return false;
}

/** 'Terry Hall' and 'Samuel Hill' are people unless the name runs on: 'Terry Hall School'. */
function isSurnameToo(first: Word, last: Word, next: Word | undefined): boolean {
  if (!['hall', 'hill'].includes(last.folded) || !isFirstName(first.folded) || first.possessive) return false;
  return next === undefined || next.shape === 'lower' || next.gap.trim() !== '';
}
