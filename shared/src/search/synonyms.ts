import { splitWords, tokenise } from './tokens.ts';

/**
 * What people call the same thing, one group a line. Whoever looks for one phrase of a group finds all of them.
 * The first phrase is the name by which a result says why it was found; it is written as people read it, and known by its words in small letters. A phrase
 * may stand in several groups: it then means each of them.
 */
const GROUPS = `
Social, emotional and mental health | semh | social emotional mental health | mental health | emotional wellbeing | sebd | behaviour difficulties | behaviour | challenging behaviour | anxiety | anxious
Emotionally based school avoidance | ebsa | ebsna | school refuser | school refusal | school phobia | school avoidance | school avoider | non attender | school anxiety | emotionally based school non attendance
Autism | asc | asd | autistic | asperger | aspergers | autistic spectrum | autism spectrum | neurodiverse | neurodivergent
Attention deficit hyperactivity disorder | adhd | hyperactivity
Speech, language and communication | slcn | speech and language | salt | speech therapy | communication needs
Specific learning difficulty | spld | dyslexia | dyslexic | dyscalculia | dyspraxia
Moderate learning difficulty | mld
Severe learning difficulty | sld
Physical disability | physical disabilities | wheelchair
Hearing impairment | hearing impaired | deaf
Visual impairment | vision impairment | visually impaired | blind
Medical needs | hospital tuition | unable to attend for health reasons | long term illness
Risk of exclusion | excluded | exclusion | suspended | suspension | permanent exclusion | pex
Educational psychology | ed psych | educational psychologist | ep | edpsych
Therapy | counselling | counsellor | therapeutic | therapist | psychotherapy
Mathematics | maths | math | numeracy | core subjects
English | literacy | reading and writing | core subjects
Forest school | outdoor | outdoors | outdoor education | outdoor learning | bushcraft | woodland
Motor vehicle | mechanics | mechanic | car maintenance | garage | motor mechanics | automotive
Vocational | employability | work skills | trade | work related learning
Construction | bricklaying | carpentry | joinery | plastering
Hair and beauty | hairdressing | beauty therapy | salon
Catering | cooking | cookery | food technology | chef | food skills
Animal care | animals | farm | farming | land based
Equine | horse | horses | riding | equestrian
Sport | physical education | pe | fitness | football | boxing
Art | arts | creative | drawing | painting
Music | music production | dj | singing
Mentoring | mentor | key worker
One to one | 1 to 1 | 1 2 1 | individual
Tuition | tutor | tutoring | home tuition | private tutor
Teaching assistant | ta | learning support assistant | lsa
Supply teacher | teacher | qualified teacher | qts
Online | virtual | remote | e learning | online school
Reengagement | engagement | re engagement | reintegration | re integration
Pupil referral unit | pru | short stay school
Education other than at school | eotas | eotis | education otherwise
Education health and care plan | ehcp | ehc plan | ehc | statement
Functional skills | functional skill
Key stage 1 | ks1 | infant
Key stage 2 | ks2 | junior
Key stage 3 | ks3 | lower secondary
Key stage 4 | ks4 | gcse | upper secondary
Key stage 5 | ks5 | post 16 | sixth form
`;

/** Longest phrase in words, so that a reader knows how far to look ahead. */
let longest = 1;

const conceptsByPhrase = new Map<string, readonly string[]>();
const labels = new Map<string, string>();
const groups = GROUPS.trim()
  .split('\n')
  .map((line) => line.split('|').map((phrase) => phrase.trim()));
for (const [label = '', ...others] of groups) {
  const name = splitWords(label).join(' ');
  labels.set(name, label);
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

/** A meaning as people read it: 'Social, emotional and mental health'. One that the table has no more is shown as it was kept. */
export const conceptLabel = (concept: string): string => labels.get(concept) ?? concept;

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
