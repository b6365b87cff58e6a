import type { RuleText } from './rule-text.ts';
import { nationalStandards, type QaStandard } from './standard.ts';

/** The four parts of the voluntary national standards for non-school alternative provision (R15). */
export const standardParts = {
  1: 'Safeguarding and welfare of children',
  2: 'Health and safety',
  3: 'Admissions, support and guidance',
  4: 'Quality of education',
} as const;
export type StandardPart = keyof typeof standardParts;

/** One standard as a row. `code` and `part` are absent where nobody here has read them in the source. */
export interface StandardRow extends RuleText {
  readonly key: QaStandard;
  readonly kind: 'national' | 'part' | 'law' | 'framework';
  readonly code?: string | undefined;
  readonly part?: StandardPart | undefined;
  readonly title: string;
  /** Whether the title says what the source says. */
  readonly wordingKnown: boolean;
}

export const titleNotVerified = 'Title not verified';

const national = {
  kind: 'national',
  source: 'Department for Education, Non-school alternative provision: voluntary national standards',
  edition: 'August 2025',
  reissue: 'every-year',
} as const;
const kcsie = {
  source: 'Department for Education, Keeping children safe in education',
  edition: '2025',
  reissue: 'each-september',
} as const;

/** 1.2 to 1.6 belong to part 1, which has six; the part and number of the other fifteen are not known here (R15). */
const untitled = (key: (typeof nationalStandards)[number]): StandardRow => {
  const running = Number(key.slice(-2));
  const inPartOne = running <= 6;
  return {
    ...national,
    key,
    code: inPartOne ? `1.${running}` : undefined,
    part: inPartOne ? 1 : undefined,
    title: titleNotVerified,
    wordingKnown: false,
  };
};

const whole = (key: QaStandard, part: StandardPart): StandardRow => ({
  ...national,
  kind: 'part',
  key,
  part,
  title: standardParts[part],
  wordingKnown: true,
});

/**
 * The rows that a tenant begins with. None has been checked against its source by a commissioner, so each is overdue until somebody has: the product
 * shows no text as law that nobody answers for.
 */
export const firstStandards: readonly StandardRow[] = [
  {
    ...national,
    key: 'staff-checks',
    code: '1.1',
    part: 1,
    title: 'Recruitment checks on all staff and proprietors, kept on a single central record',
    text: 'Enhanced DBS with barred list, identity, right to work, qualifications, medical fitness, prohibition orders, section 128 and agency confirmation. Nobody who fails them is employed.',
    wordingKnown: true,
  },
  ...nationalStandards.map(untitled),
  whole('health-and-safety', 2),
  whole('admissions', 3),
  whole('quality-of-education', 4),
  {
    ...kcsie,
    kind: 'law',
    key: 'barred-list-dbs',
    title: "Enhanced DBS with children's barred list",
    text: 'That everyone in regulated activity was checked, by whom and when. No certificate and no disclosure is kept.',
    wordingKnown: true,
  },
  {
    ...kcsie,
    kind: 'law',
    key: 'section-128',
    title: 'Section 128 directions',
    text: 'That no manager or proprietor is barred from managing a school.',
    wordingKnown: true,
  },
  {
    kind: 'law',
    key: 'registration',
    title: 'Registration as a school',
    text: 'A registered school shows its number and the day of its last inspection. Any other provider keeps below the number of pupils and hours at which it must register.',
    source: 'Education Act 1996, section 463; Education and Skills Act 2008, section 96',
    edition: 'As read in November 2026',
    reissue: 'every-year',
    wordingKnown: true,
  },
  {
    ...kcsie,
    kind: 'law',
    key: 'safeguarding-lead',
    title: 'Named safeguarding lead, trained in the last two years',
    text: 'A named lead, training renewed every two years, and a known way to the local authority designated officer.',
    wordingKnown: true,
  },
  {
    ...kcsie,
    kind: 'law',
    key: 'policies',
    title: 'Policies reviewed in the last year',
    text: 'Child protection, behaviour and staff conduct, each reviewed every year.',
    wordingKnown: true,
  },
  {
    kind: 'framework',
    key: 'insurance',
    title: 'Insurance',
    text: "Public liability and employer's liability; professional indemnity where therapy is offered. The amounts are those of the framework.",
    source: 'Terms of the framework',
    edition: 'As published',
    reissue: 'every-year',
    wordingKnown: true,
  },
];
