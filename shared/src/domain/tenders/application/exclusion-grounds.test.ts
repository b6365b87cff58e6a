import { exclusionGrounds, exclusionGroundsEdition } from './exclusion-grounds.ts';

test('R37: an applicant answers for the mandatory grounds of Schedule 6 and the discretionary ones of Schedule 7, each with its text', () => {
  expect(exclusionGroundsEdition).toEqual({ edition: 'Procurement Act 2023, Schedules 6 and 7', checkedOn: '2026-11-26' });
  const of = (schedule: string) => exclusionGrounds.filter(({ source }) => source === schedule).map(({ key, kind }) => `${kind} ${key}`);
  expect(of('Schedule 6')).toEqual([
    'mandatory corporate-manslaughter',
    'mandatory terrorism',
    'mandatory theft-fraud-bribery',
    'mandatory modern-slavery',
    'mandatory organised-crime',
    'mandatory tax',
    'mandatory competition',
    'mandatory investigation',
  ]);
  expect(of('Schedule 7')).toEqual([
    'discretionary labour-market',
    'discretionary environment',
    'discretionary insolvency',
    'discretionary potential-competition',
    'discretionary professional-misconduct',
    'discretionary poor-performance',
    'discretionary improper-conduct',
    'discretionary national-security',
  ]);
  expect(exclusionGrounds).toHaveLength(16);
  for (const { text } of exclusionGrounds) expect(text).toMatch(/^\p{Lu}.* .*\w$/u);
});
