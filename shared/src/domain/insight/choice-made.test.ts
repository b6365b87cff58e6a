import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { ComparedService } from '../register/choice.ts';
import { type ChoiceMade, choiceColumns, choiceRows, choicesBetween, narrowedChoices } from './choice-made.ts';

const service = (serviceRef: string, providerName: string, lotName?: string): ComparedService => ({
  serviceRef,
  name: `Service ${serviceRef}`,
  providerName,
  ...(lotName === undefined ? {} : { lotName }),
  price: pence(9_550),
  priceIncVat: pence(11_460),
  unit: 'day',
  vatTreatment: 'standard-rated',
});
const made = (changes: Partial<ChoiceMade> = {}): ChoiceMade => ({
  choiceRef: 'c-1',
  at: '2026-11-24T23:30:00Z',
  buyerRef: '113800',
  buyerName: 'Oak School',
  serviceRef: 'S-1',
  reason: 'It can start first.',
  compared: [service('S-1', 'Greenway', 'Tuition'), service('S-2', 'Hollow Oak', 'Therapy')],
  ...changes,
});

test('choices are narrowed by who chose, and by a provider or a lot of any service that was compared', () => {
  const one = made();
  const other = made({ choiceRef: 'c-2', buyerRef: '113801', compared: [service('S-1', 'Greenway'), service('S-3', 'Beacon')] });
  const found = (filter: Parameters<typeof narrowedChoices>[1]) => narrowedChoices([one, other], filter).map(({ choiceRef }) => choiceRef);
  expect(found({})).toEqual(['c-1', 'c-2']);
  expect(found({ buyer: '', provider: '', lot: '' })).toEqual(['c-1', 'c-2']);
  expect(found({ buyer: '113801' })).toEqual(['c-2']);
  expect(found({ provider: 'Hollow Oak' })).toEqual(['c-1']);
  expect(found({ provider: 'Greenway', lot: 'Therapy' })).toEqual(['c-1']);
  expect(found({ lot: 'Tuition', buyer: '113801' })).toEqual([]);
});

test('money is told apart from other numbers, so that a table shows pounds', () => {
  expect(choiceColumns.filter(({ money }) => money).map(({ name }) => name)).toEqual([
    'Price ex VAT',
    'Price inc VAT',
    'Package ex VAT',
    'Package inc VAT',
  ]);
});

test('a choice without a timetable has an empty cell for it', () => {
  const at = choiceColumns.findIndex(({ name }) => name === 'Timetable');
  expect(choiceRows([made()]).map((cells) => cells[at])).toEqual(['', '']);
});

test('a choice belongs to its day in London, the newest comes first', () => {
  const at = (moment: string) => ({ choice: { at: moment } });
  const kept = [at('2026-07-01T10:00:00Z'), at('2026-07-31T22:59:00Z'), at('2026-07-31T23:30:00Z')];
  expect(choicesBetween(kept, localDate('2026-07-01'), localDate('2026-07-31'))).toEqual([kept[1], kept[0]]);
  expect(choicesBetween(kept, localDate('2026-08-01'), localDate('2026-08-01'))).toEqual([kept[2]]);
});

test('a file has a row for each service compared, with money in pounds, and says which was chosen', () => {
  const planned = { units: 24, net: pence(229_200), gross: pence(275_040) };
  const choice = made({
    plan: '2d-both-5h-12w',
    compared: [{ ...service('S-1', 'Greenway', 'Tuition'), planned }, service('S-2', 'Hollow Oak')],
  });
  const rows = choiceRows([choice]).map((cells) => Object.fromEntries(choiceColumns.map(({ name }, at) => [name, cells[at]])));
  expect(rows).toEqual([
    {
      Day: '2026-11-24',
      'School or department': 'Oak School',
      Chosen: 'Service S-1, Greenway',
      Why: 'It can start first.',
      Compared: 'Service S-1',
      Provider: 'Greenway',
      Lot: 'Tuition',
      'Was chosen': 'Yes',
      'Price ex VAT': 95.5,
      'Price inc VAT': 114.6,
      Per: 'day',
      Timetable: '12 weeks, 2 days a week, 5 hours a day',
      'Package ex VAT': 2292,
      'Package inc VAT': 2750.4,
    },
    expect.objectContaining({ Compared: 'Service S-2', Lot: '', 'Was chosen': 'No', 'Package ex VAT': '', 'Package inc VAT': '' }),
  ]);
});
