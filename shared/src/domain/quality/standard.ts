/**
 * What is checked as one subject, under the law or under the terms of the framework, and how people read it.
 * The last three stand for parts 2 to 4 of the national standards as wholes, while the titles of the single standards are not verified.
 */
const subjects = {
  'staff-checks': 'Staff checks and single central record',
  'barred-list-dbs': "Enhanced DBS with children's barred list",
  'section-128': 'Section 128 directions',
  registration: 'Registration as a school',
  'safeguarding-lead': 'Named and trained safeguarding lead',
  policies: 'Policies reviewed this year',
  insurance: 'Insurance',
  'health-and-safety': 'Health and safety',
  admissions: 'Admissions, support and guidance',
  'quality-of-education': 'Quality of education',
} as const;

/**
 * The national standards beside 1.1, which is `staff-checks` (R15). Only their number and that part 1 has six of them is known here, so the other
 * fifteen carry a running number of ours until a commissioner has read them off the source.
 */
export const nationalStandards = [
  'national-02',
  'national-03',
  'national-04',
  'national-05',
  'national-06',
  'national-07',
  'national-08',
  'national-09',
  'national-10',
  'national-11',
  'national-12',
  'national-13',
  'national-14',
  'national-15',
  'national-16',
  'national-17',
  'national-18',
  'national-19',
  'national-20',
  'national-21',
] as const;

/** Every standard that a provider can be checked against: the keys that checks carry. What a key stands for is a row of data. */
export type QaStandard = keyof typeof subjects | (typeof nationalStandards)[number];
export const qaStandards: readonly QaStandard[] = [...(Object.keys(subjects) as (keyof typeof subjects)[]), ...nationalStandards];

/** 'National standard 7 of 21 (title not verified)': nothing is invented where the wording has not been read. */
const nationalNames = Object.fromEntries(
  nationalStandards.map((key) => [key, `National standard ${Number(key.slice(-2))} of 21 (title not verified)`]),
) as Record<(typeof nationalStandards)[number], string>;

/** A standard as a school reads it beside its check. */
export const qaStandardNames: Readonly<Record<QaStandard, string>> = { ...subjects, ...nationalNames };

/** R12, R16 to R18: without these, current, no provider is listed or ordered from. */
export const mandatoryStandards: readonly QaStandard[] = [
  'staff-checks',
  'barred-list-dbs',
  'section-128',
  'registration',
  'safeguarding-lead',
  'policies',
  'insurance',
  'health-and-safety',
];

/** R12, R16, R18: what nobody may waive, for any reason and any time. `staff-checks` has the barred list and section 128 in it. */
export const neverWaived: readonly QaStandard[] = ['staff-checks', 'barred-list-dbs', 'section-128', 'registration', 'insurance'];
