import { aRate } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { whyThisProvider } from '../register/framework.ts';
import { keyStageWithAges } from '../register/service-names.ts';
import { pence } from './money.ts';
import { liveRate, priceSentence, rateContent, ratesOn, rateUnits } from './rate-card.ts';

describe('R29: the one approved price of a service on a day', () => {
  const on = (day: string, ...rates: readonly ReturnType<typeof aRate>[]) => liveRate(rates, 'S-00001', localDate(day))?.ref;

  test('holds from its first day to its last, both included', () => {
    expect(['2026-08-31', '2026-09-01', '2027-08-31', '2027-09-01'].map((day) => on(day, aRate()))).toEqual([
      undefined,
      'R-00001',
      'R-00001',
      undefined,
    ]);
  });

  test('is none of a draft, of a price that was replaced, of another service, nor where two overlap', () => {
    for (const told of [{ status: 'draft' as const }, { status: 'superseded' as const }, { serviceRef: 'S-00002' }])
      expect(on('2026-11-24', aRate(told))).toBeUndefined();
    const two = [aRate(), aRate({ ref: 'R-00002' })];
    expect(on('2026-11-24', ...two)).toBeUndefined();
    expect(ratesOn(two, 'S-00001', localDate('2026-11-24'))).toEqual(two);
  });
});

test('the text that is hashed with an order holds all that makes its price; without a group or bands it is what it was before there were any', () => {
  const plain = 'R-00001|S-00001|AP-2026-1|day|8000|2026-09-01|2027-08-31';
  const volumeBands = [{ fromUnits: 50, unitPrice: pence(7_000) }];
  expect(rateContent(aRate())).toBe(plain);
  expect(rateContent(aRate({ groupFrom: 1, groupTo: 4 }))).toBe(`${plain}|1|4`);
  expect(rateContent(aRate({ volumeBands }))).toBe(`${plain}|50: £70.00`);
  expect(rateContent(aRate({ groupFrom: 1, groupTo: 4, volumeBands }))).toBe(`${plain}|1|4|50: £70.00`);
});

test('R39: a price is said with its unit, without VAT', () => {
  expect(rateUnits.map((unit) => priceSentence({ price: pence(4_500), unit }))).toEqual([
    '£45.00 per hour, ex VAT',
    '£45.00 per session, ex VAT',
    '£45.00 per day, ex VAT',
    '£45.00 per week, ex VAT',
  ]);
});

test('R30: why this provider, in words: the competition, the basis, or nothing where units were bought before', () => {
  expect(whyThisProvider({ enquiryRef: 'EQ-0001' })).toBe('It was chosen in competition EQ-0001');
  expect(whyThisProvider({ basis: 'continuity' })).toBe('The pupil already goes there');
  expect(whyThisProvider({ basis: '' })).toBe('');
  expect(whyThisProvider({})).toBe('');
});

test('a key stage is said with its ages', () => {
  expect(keyStageWithAges('KS3')).toBe('Key stage 3 (ages 11 to 14)');
});
