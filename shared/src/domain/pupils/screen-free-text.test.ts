import { isNhsNumber } from './find-identifier.ts';
import { type PupilIdentity, screenFreeText } from './screen-free-text.ts';

// Beside the corpus that was written by hand (pupil-identity.corpus.ts): texts made by chance from a seed, so that rules are not fitted to what somebody thought of.

/** mulberry32: the same numbers for the same seed, everywhere. */
const chanceOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
const chance = chanceOf(20_261_127);
const below = (limit: number): number => Math.floor(chance() * limit);
const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('');
const two = (value: number): string => String(value).padStart(2, '0');
const many = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const nhs = (): string => {
  for (;;) {
    const number = `${1 + below(9)}${digits(9)}`;
    if (isNhsNumber(number)) return number;
  }
};
const written: Readonly<Record<Exclude<PupilIdentity, 'name' | 'postcode'>, () => string>> = {
  upn: () =>
    one([(u: string) => u, (u: string) => u.toLowerCase(), (u: string) => `${u.slice(0, 1)} ${u.slice(1)}`])(
      `${one([...'ABCDEFGHJKLMNPQRTUVWXYZ'])}${digits(11)}${one([...'0123456789A'])}`,
    ),
  uln: () => `${one(['ULN ', 'learner number ', ''])}${1 + below(9)}${digits(9)}`,
  'nhs-number': () => {
    const number = nhs();
    return one([
      number,
      `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`,
      `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`,
    ]);
  },
  'date-of-birth': () => {
    const [day, month, year] = [1 + below(28), 1 + below(12), 2006 + below(15)];
    return one([
      `${two(day)}/${two(month)}/${year}`,
      `${day}.${month}.${year}`,
      `${day}-${two(month)}-${year % 100}`.replace(/-(\d)$/, '-0$1'),
      `${year}-${two(month)}-${two(day)}`,
      `${day} ${months[month - 1]} ${year}`,
      `${day}th of ${months[month - 1]} ${year}`,
      `DOB ${two(day)}/${two(month)}`,
      `born in ${months[month - 1]} ${year}`,
    ]);
  },
  email: () =>
    `${one(['k.hollow', 'parent22', 'the_family', 'mum+school'])}${digits(2)}@${one(['family.example', 'mail.example.org', 'post.example'])}`,
  phone: () =>
    one([
      `07${digits(9)}`,
      `07${digits(3)} ${digits(6)}`,
      `01${2 + below(7)}05 ${digits(6)}`,
      `+44 7${digits(3)} ${digits(6)}`,
      `(01305) ${digits(6)}`,
      `0044 7${digits(9)}`,
      `020 7${digits(3)} ${digits(4)}`,
    ]),
};
const around = [
  '@',
  'Please note @ for the record.',
  'Contact: @',
  'The pupil (@) starts soon.',
  'Ref @, see file',
  'needs: calm room; @',
  'It says @ on the form, and more words after it.',
];

const telling = Object.entries(written).flatMap(([found, make]) => many(250, () => ({ found, text: one(around).replace('@', make()) })));

const day = () => `${1 + below(28)} ${one(months)} ${2026 + below(3)}`;
const schools = [
  'Blandford School',
  'The Thomas Hardye School',
  'Beaminster School',
  "St Mary's Catholic First School",
  'All Saints Church of England School',
  'Wey Valley Academy',
  'Lytchett Minster School',
];
const harmlessOf: readonly (() => string)[] = [
  () =>
    `${one(['Forest school', 'Equine therapy', 'Motor mechanics', 'Maths tuition', 'Art therapy', 'Outdoor education'])} for ${one(['KS2', 'KS3', 'KS4'])}, ${1 + below(5)} days a week from ${day()}.`,
  () => `${one(schools)} asks for ${2 + below(30)} hours at £${20 + below(80)}.${two(below(100))} an hour.`,
  () =>
    `Order AP-${String(below(999_999)).padStart(6, '0')} of ${day()}, invoice INV-${digits(5)}, total £${1 + below(20)},${digits(3)}.00 ex VAT.`,
  () => `Groups of ${2 + below(4)} to ${6 + below(4)}, sessions 9.${two(below(60))}-11.30, ages ${5 + below(6)} to ${12 + below(6)}.`,
  () => `URN ${110_000 + below(40_000)}, UKPRN 100${digits(5)}, company ${digits(8)}.`,
  () => `Inspected by Ofsted in ${one(months)} ${2015 + below(10)}; policies reviewed ${day()}.`,
  () =>
    `To attend ${one(['four', 'two', 'three'])} mornings, arrive by taxi, and return to ${one(schools)} by ${one(['Easter', 'the summer term', 'half term'])}.`,
  () => `Unit cost £${digits(2)}.50; ${digits(2)} sessions; PO ${digits(6)}; cost code ${one(['SEN', 'AP', 'EDU'])}-${digits(4)}.`,
  () => `Notice until ${day()}: the placement ended at the end of ${one(['week', 'term'])} ${1 + below(12)}.`,
  () => `Public liability £${1 + below(10)},000,000, certificate ${one(['PL', 'EL'])}${digits(7)}, expires ${day()}.`,
];
const harmless = harmlessOf.flatMap((make) => many(100, make));

test('the sample is large enough to measure with', () => {
  expect(telling.length + harmless.length).toBeGreaterThanOrEqual(2_000);
});

test.each(Object.keys(written))('R40: at least 99 %% of what is made by chance as %s is refused', (kind) => {
  const texts = telling.filter(({ found }) => found === kind);
  const missed = texts.filter(({ text }) => screenFreeText(text).ok).map(({ text }) => text);
  expect(missed.slice(0, missed.length > texts.length / 100 ? 20 : 0)).toEqual([]);
});

test('R40: at most 2 % of the ordinary texts of the trade are refused', () => {
  const refused = harmless.flatMap((text) => {
    const screened = screenFreeText(text);
    return screened.ok ? [] : [`${screened.found}: ${text}`];
  });
  expect(refused.slice(0, refused.length > harmless.length / 50 ? 30 : 0)).toEqual([]);
});
