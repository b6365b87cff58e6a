import { dateOf } from '../days/local-date.ts';
import type { Span } from './find-name.ts';
import { isPostcodeArea } from './outcode.ts';

export type IdentifierKind = 'email' | 'phone' | 'postcode' | 'upn' | 'nhs-number' | 'uln' | 'date-of-birth';

export interface FoundIdentifier extends Span {
  readonly found: IdentifierKind;
}

/** Birth dates lie in these years: children of school age now and for as long as this list of years is kept. */
const BIRTH_YEARS = { from: 2000, to: 2022 };

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR = '(?:19|20)\\d\\d';
/** A whole date as people write one. Numbers keep to one separator, so that '9.10-11.30' stays a time. */
const ANY_DATE = new RegExp(
  `\\b(?:${[
    `(?<y>${YEAR})(?<s1>[-/.])(?<m>\\d{1,2})\\k<s1>(?<d>\\d{1,2})`,
    `(?<d2>\\d{1,2})(?<s2> ?[-/.] ?)(?<m2>\\d{1,2})\\k<s2>(?<y2>(?:19|20)?\\d\\d)`,
    `(?<d3>\\d{1,2}) (?<m3>\\d{1,2}) (?<y3>${YEAR})`,
    `(?<d4>\\d{1,2})(?:st|nd|rd|th)?[ .-]*(?:of )?(?<m4>${MONTH})[ .,-]*(?<y4>(?:19|20)?\\d\\d)`,
    `(?<m5>${MONTH}) (?<d5>\\d{1,2})(?:st|nd|rd|th)?,? (?<y5>${YEAR})`,
  ].join('|')})\\b`,
  'giu',
);
/** 'DOB', 'born', 'birthday' and then any figure or month: even a part of a birth date is one. */
const BIRTH = new RegExp(
  `\\b(?:d\\.?o\\.?b\\.?|dates? of birth|birth ?dates?|birthdays?|born)\\b[^\\d\\n]{0,20}?(?:\\d[\\d/.-]*|\\b${MONTH}\\b)`,
  'giu',
);
/** Past dates that are not births: inspections, registrations, policies. */
const NOT_BIRTH =
  /\b(?:inspect\w*|versions?|ofsted|regist\w*|establish\w*|founded|opened|published|polic\w*|insur\w*|certif\w*|checked|issued|dated|reviewed|act|regulations?|awarded|signed|framework)\b[^.\n]{0,40}$/iu;

const EMAIL = /[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const PHONE = /(?<![\p{L}\d£.,-])(?:(?:\+|00)44[\s().-]*(?:0[\s).-]*)?|\(?0)[1-37-9](?:[\s).-]{0,2}\d){7,9}(?!\d)/gu;
const POSTCODE =
  /\b(?:(?<upper>[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})|(?<lower>[a-z]{1,2}\d[a-z\d]? ?\d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}))\b/gu;
const UPN = /(?<![\p{L}\d])[A-Z](?:[ -]?\d){11}[ -]?[A-Z\d](?![\p{L}\d])/giu;
const TEN_DIGITS = /(?<![\d£.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-]|[.,]\d)/gu;

/** Every number, address or date in a text that could identify a pupil (R40), first of a kind first. */
export function findIdentifiers(text: string): readonly FoundIdentifier[] {
  const phones = spans(text, PHONE, 'phone').filter(({ start, end }) =>
    [10, 11, 12, 13, 14].includes(text.slice(start, end).replace(/\D/gu, '').length),
  );
  // The ten digits after a country's code are the phone number's own.
  const isOfPhone = ({ start, end }: Span): boolean => phones.some((phone) => phone.start <= start && end <= phone.end);
  return [
    ...spans(text, EMAIL, 'email'),
    ...spans(text, UPN, 'upn'),
    ...[...text.matchAll(POSTCODE)].filter(([match]) => isPostcodeArea(match)).map((match) => at(match, 'postcode')),
    ...phones,
    ...[...text.matchAll(TEN_DIGITS)].flatMap((match) => tenDigits(match, text)).filter((ten) => !isOfPhone(ten)),
    ...spans(text, BIRTH, 'date-of-birth'),
    ...[...text.matchAll(ANY_DATE)].filter((match) => isBirthDate(match, text)).map((match) => at(match, 'date-of-birth')),
  ];
}

/** Whether ten digits carry the NHS number's check digit (modulus 11). */
export function isNhsNumber(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return digits.length === 10 && (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** Whether a day, month and year (two or four digits) can be the birth date of a pupil. */
export function canBeBirthDate(year: number, month: number, day: number): boolean {
  const full = year < 100 ? year + 2000 : year;
  return full >= BIRTH_YEARS.from && full <= BIRTH_YEARS.to && dateOf(full, month, day) !== undefined;
}

function tenDigits(match: RegExpExecArray, text: string): readonly FoundIdentifier[] {
  const digits = match[0].replace(/\D/gu, '');
  const before = text.slice(Math.max(0, match.index - 20), match.index);
  if (isNhsNumber(digits) || /\bnhs\b/iu.test(before)) return [at(match, 'nhs-number')];
  // Ten digits in one run are a unique learner number; in groups they may be anything.
  return digits === match[0] || /\b(?:uln|learner)\b/iu.test(before) ? [at(match, 'uln')] : [];
}

function isBirthDate(match: RegExpExecArray, text: string): boolean {
  const parts = Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined);
  const part = (letter: string) => parts.find(([name]) => name.startsWith(letter))?.[1] ?? '';
  const month = part('m');
  const monthNumber = Number(month) || MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const before = text.slice(Math.max(0, match.index - 60), match.index);
  return canBeBirthDate(Number(part('y')), monthNumber, Number(part('d'))) && !NOT_BIRTH.test(before);
}

function spans(text: string, pattern: RegExp, found: IdentifierKind): readonly FoundIdentifier[] {
  return [...text.matchAll(pattern)].map((match) => at(match, found));
}

function at(match: RegExpExecArray, found: IdentifierKind): FoundIdentifier {
  return { found, start: match.index, end: match.index + match[0].length };
}
