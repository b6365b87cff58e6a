import { aRate } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { rateRules } from './rate-rules.ts';

const draft = aRate({ status: 'draft' });
const cheaperByTheHundred = [{ fromUnits: 100, unitPrice: pence(7_500) }];
const dearerByTheHundred = [{ fromUnits: 100, unitPrice: pence(8_001) }];
const notApproved = {
  field: 'status',
  code: 'price-not-approved',
  sentence: 'A price is approved with its award or with a price review, by somebody who did not propose it. Nobody approves it by typing.',
};
const bands = {
  field: 'volumeBands',
  code: 'bands-not-allowed',
  sentence: 'More units cannot cost more each: £80.01 from 100 units is above £80.00.',
};

test('R29: a draft is priced by hand, and approved by none', () => {
  for (const before of [undefined, draft]) {
    expect(rateRules(before, { ...draft, price: pence(9_000) })).toStrictEqual({ faults: [] });
    expect(rateRules(before, aRate())).toStrictEqual({ faults: [notApproved] });
  }
});

test('row 51: more units never cost more each in a draft', () => {
  for (const before of [undefined, draft]) {
    expect(rateRules(before, { ...draft, volumeBands: cheaperByTheHundred })).toStrictEqual({ faults: [] });
    expect(rateRules(before, { ...draft, volumeBands: dearerByTheHundred })).toStrictEqual({ faults: [bands] });
  }
  expect(rateRules(draft, aRate({ volumeBands: dearerByTheHundred }))).toStrictEqual({ faults: [notApproved, bands] });
});

describe('R29: a price that was once approved', () => {
  const written = {
    lotKey: 'AP-2026-2',
    unit: 'hour',
    groupFrom: 2,
    groupTo: 3,
    price: pence(8_001),
    volumeBands: cheaperByTheHundred,
    effectiveFrom: localDate('2026-09-02'),
    effectiveTo: localDate('2027-09-01'),
    approvedBy: 'A. Marsh',
  } as const;

  test.each([
    ['approved', 'This price is fixed for its period, 1 September 2026 to 31 August 2027. A price review opens the next one.'],
    ['superseded', 'This price was in force once, and orders rest on it: it stays as it was.'],
  ] as const)('and is %s stays in all that makes it up, its status too', (status, sentence) => {
    const before = aRate({ status });
    const faults = Object.keys(written).map((field) => ({ field, code: 'price-fixed', sentence }));
    expect(rateRules(before, before)).toStrictEqual({ faults: [] });
    expect(rateRules(before, { ...before, ...written })).toStrictEqual({ faults });
    for (const other of ['draft', status === 'approved' ? 'superseded' : 'approved'] as const)
      expect(rateRules(before, aRate({ status: other }))).toStrictEqual({ faults: [{ field: 'status', code: 'price-fixed', sentence }] });
  });
});
