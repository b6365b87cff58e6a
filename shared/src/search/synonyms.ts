import { tokenise } from './tokens.ts';

/**
 * What people call the same thing, one group a line. Whoever looks for one phrase of a group finds all of them.
 * The first phrase is the name by which a result says why it was found. A phrase may stand in several groups: it then means each of them.
 */
const GROUPS = `
social emotional and mental health | semh | social emotional mental health | mental health | emotional wellbeing | sebd | behaviour difficulties | behaviour | challenging behaviour | anxiety | anxious
emotionally based school avoidance | ebsa | ebsna | school refuser | school refusal | school phobia | school avoidance | school avoider | non attender | school anxiety | emotionally based school non attendance
autism | asc | asd | autistic | asperger | aspergers | autistic spectrum | autism spectrum | neurodiverse | neurodivergent
attention deficit hyperactivity disorder | adhd | hyperactivity
speech language and communication | slcn | speech and language | salt | speech therapy | communication needs
specific learning difficulty | spld | dyslexia | dyslexic | dyscalculia | dyspraxia
moderate learning difficulty | mld
severe learning difficulty | sld
physical disability | physical disabilities | wheelchair
hearing impairment | hearing impaired | deaf
visual impairment | vision impairment | visually impaired | blind
medical needs | hospital tuition | unable to attend for health reasons | long term illness
risk of exclusion | excluded | exclusion | suspended | suspension | permanent exclusion | pex
educational psychology | ed psych | educational psychologist | ep | edpsych
therapy | counselling | counsellor | therapeutic | therapist | psychotherapy
mathematics | maths | math | numeracy | core subjects
english | literacy | reading and writing | core subjects
forest school | outdoor | outdoors | outdoor education | outdoor learning | bushcraft | woodland
motor vehicle | mechanics | mechanic | car maintenance | garage | motor mechanics | automotive
vocational | employability | work skills | trade | work related learning
construction | bricklaying | carpentry | joinery | plastering
hair and beauty | hairdressing | beauty therapy | salon
catering | cooking | cookery | food technology | chef | food skills
animal care | animals | farm | farming | land based
equine | horse | horses | riding | equestrian
sport | physical education | pe | fitness | football | boxing
art | arts | creative | drawing | painting
music | music production | dj | singing
mentoring | mentor | key worker
one to one | 1 to 1 | 1 2 1 | individual
tuition | tutor | tutoring | home tuition | private tutor
teaching assistant | ta | learning support assistant | lsa
supply teacher | teacher | qualified teacher | qts
online | virtual | remote | e learning | online school
reengagement | engagement | re engagement | reintegration | re integration
pupil referral unit | pru | short stay school
education other than at school | eotas | eotis | education otherwise
education health and care plan | ehcp | ehc plan | ehc | statement
functional skills | functional skill
key stage 1 | ks1 | infant
key stage 2 | ks2 | junior
key stage 3 | ks3 | lower secondary
key stage 4 | ks4 | gcse | upper secondary
key stage 5 | ks5 | post 16 | sixth form
`;

/** Longest phrase in words, so that a reader knows how far to look ahead. */
let longest = 1;

const conceptsByPhrase = new Map<string, readonly string[]>();
const groups = GROUPS.trim()
  .split('\n')
  .map((line) => line.split('|').map((phrase) => phrase.trim()));
for (const [name = '', ...others] of groups) {
  for (const phrase of [name, ...others]) {
    const words = tokenise(phrase);
    longest = Math.max(longest, words.length);
    const key = words.join(' ');
    conceptsByPhrase.set(key, [...(conceptsByPhrase.get(key) ?? []), name]);
  }
}

/** A meaning found in a row of tokens: which, and the tokens it spans, from `start` up to `end`. */
export interface ConceptSpan {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

/** The first meaning of a phrase of tokens, by the name of its group. */
export function conceptOf(phrase: string): string | undefined {
  return conceptsByPhrase.get(phrase)?.[0];
}

/** Single words that have a meaning in the table: a mistyped one may be corrected to them. */
export const conceptWords: readonly string[] = [...conceptsByPhrase.keys()].filter((phrase) => !phrase.includes(' '));

/** Every word of every phrase of the table. */
export const phraseWords: ReadonlySet<string> = new Set([...conceptsByPhrase.keys()].flatMap((phrase) => phrase.split(' ')));

const firstWords: ReadonlySet<string> = new Set([...conceptsByPhrase.keys()].map((phrase) => phrase.split(' ')[0] as string));

/** Meanings in a row of tokens, the longest phrase first at each place; those that overlap span the same tokens. */
export function findConcepts(tokens: readonly string[]): readonly ConceptSpan[] {
  const spans: ConceptSpan[] = [];
  for (let start = 0; start < tokens.length; ) {
    if (!firstWords.has(tokens[start] as string)) {
      start += 1;
      continue;
    }
    let end = Math.min(tokens.length, start + longest);
    while (end > start && !conceptsByPhrase.has(tokens.slice(start, end).join(' '))) end -= 1;
    const concepts = conceptsByPhrase.get(tokens.slice(start, end).join(' ')) ?? [];
    for (const concept of concepts) spans.push({ concept, start, end });
    start = Math.max(end, start + 1);
  }
  return spans;
}
