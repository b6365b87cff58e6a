import { pence } from '../money/money.ts';
import { savingRows } from './saving.ts';
import { spendLines } from './spend.ts';
import { aBlockFact, anOrderFact, baselineFact, rateFact, schoolYear, valueFacts } from './value.fixture.ts';
import {
  differenceWords,
  lotPriceColumns,
  pricesOfLots,
  savingColumns,
  sourceWords,
  spendColumns,
  spendLineColumns,
  sumWords,
  type ValueColumn,
  valueRows,
} from './value-tables.ts';

/** Each row as a reader of the file sees it: what stands under which heading. */
const sheet = <Row>(columns: readonly ValueColumn<Row>[], ...rows: readonly Row[]) =>
  valueRows(columns, rows).map((cells) => Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]])));
const ofMoney = <Row>(columns: readonly ValueColumn<Row>[]) => columns.filter(({ money }) => money).map(({ name }) => name);

describe('rows 69 and 70: tables to reckon with, money in pounds', () => {
  test('a sum of spend has what was ordered and invoiced, and over how many amounts', () => {
    expect(sheet(spendColumns('month'), { name: 'November 2026', ordered: pence(192_050), invoiced: pence(-800), lines: 3 })).toStrictEqual(
      [{ Month: 'November 2026', 'Ordered, ex VAT': 1_920.5, 'Invoiced, ex VAT': -8, Amounts: 3 }],
    );
    expect((['buyer', 'lot', 'provider'] as const).map((group) => spendColumns(group)[0]?.name)).toEqual([
      'School or department',
      'Lot',
      'Provider',
    ]);
    expect(ofMoney(spendColumns('lot'))).toEqual(['Ordered, ex VAT', 'Invoiced, ex VAT']);
  });

  test('an amount of spend has the row that says so', () => {
    const [line] = spendLines(valueFacts(anOrderFact()), schoolYear);
    expect(sheet(spendLineColumns, { ...line!, lotName: 'Engagement', provider: 'Blackmore Vale' })).toStrictEqual([
      {
        Day: '2026-11-24',
        'Ordered or invoiced': 'ordered',
        'School or department': 'Stour Vale School',
        Lot: 'Engagement',
        Provider: 'Blackmore Vale',
        Of: 'AP-000001',
        'Ex VAT': 1_920,
        List: 'CallOffs',
        Item: 1,
        Version: 1,
      },
    ]);
    expect(ofMoney(spendLineColumns)).toEqual(['Ex VAT']);
  });

  test('a saving has every number of its arithmetic in a cell of its own', () => {
    const drawn = anOrderFact({ route: 'block-draw-down', blockRef: 'BP-1', unitPrice: pence(7_000), net: pence(168_000) });
    const facts = valueFacts(drawn, aBlockFact(), baselineFact(), rateFact({ price: pence(7_850) }));
    expect(sheet(savingColumns, ...savingRows(facts, schoolYear))).toStrictEqual([
      {
        Order: 'AP-000001',
        Day: '2026-11-24',
        'School or department': 'Stour Vale School',
        Lot: 'Engagement',
        Provider: 'Blackmore Vale',
        Service: 'Day programme',
        'Bought at': 'Block price',
        Units: 24,
        Per: 'day',
        'Baseline price': 100,
        'Framework price': 80,
        'Price paid': 70,
        'At the baseline': 2_400,
        'At the framework price': 1_920,
        Paid: 1_680,
        'Saved by the framework': 480,
        'Saved below the framework price': 240,
        'Saved in all': 720,
        'No saving claimed because': '',
        'Middle price of the lot': 78.5,
        'Prices in the lot': 1,
        'Above the middle price': 1.5,
        Rows: 'CallOffs 1, version 1; Baselines 1, version 1; BlockPurchases 1, version 1',
      },
    ]);
    expect(ofMoney(savingColumns)).toEqual([
      'Baseline price',
      'Framework price',
      'Price paid',
      'At the baseline',
      'At the framework price',
      'Paid',
      'Saved by the framework',
      'Saved below the framework price',
      'Saved in all',
      'Middle price of the lot',
      'Above the middle price',
    ]);
  });

  test('what is not known of a saving is an empty cell, never nought, and why none is claimed stands beside it', () => {
    const unknown = anOrderFact({ route: 'further-competition', rateRef: 'R-9' });
    const [row] = sheet(savingColumns, ...savingRows(valueFacts(unknown), schoolYear));
    expect(row).toMatchObject({
      'Bought at': 'Competition',
      'Baseline price': '',
      'Framework price': '',
      'Price paid': 80,
      'At the baseline': '',
      'At the framework price': '',
      'Saved by the framework': '',
      'Saved below the framework price': '',
      'Saved in all': '',
      'No saving claimed because': 'No baseline of this buyer for this lot',
      'Middle price of the lot': '',
      'Prices in the lot': '',
      'Above the middle price': '',
    });
  });

  test.each([
    ['The baseline is of another unit', [baselineFact({ unit: 'hour' })]],
    ['Two baselines of this buyer, lot and unit: neither counts', [baselineFact(), baselineFact({ ref: 'BL-00002' })]],
  ])('no saving is claimed: %s', (because, baselines) => {
    const [row] = sheet(savingColumns, ...savingRows(valueFacts(anOrderFact(), ...baselines), schoolYear));
    expect(row).toMatchObject({ 'Bought at': 'Framework price', 'No saving claimed because': because });
  });

  test('a price of a lot stands beside the middle one, and by how much it is above it', () => {
    const row = { list: 'RateCards', itemId: 7, version: 2 } as const;
    const price = { serviceName: 'Day programme', providerName: 'Blackmore Vale', price: pence(8_150), overMedian: pence(-50), row };
    const lots = [
      { lotName: 'Engagement', unit: 'day', median: pence(8_200), prices: [price] },
      { lotName: 'Teaching', unit: 'hour', median: pence(1), prices: [] },
    ] as const;
    expect(sheet(lotPriceColumns, ...pricesOfLots(lots))).toStrictEqual([
      {
        Service: 'Day programme',
        Provider: 'Blackmore Vale',
        Lot: 'Engagement',
        Per: 'day',
        'Price ex VAT': 81.5,
        'Middle price of the lot': 82,
        'Above it': -0.5,
        Row: 'RateCards 7, version 2',
      },
    ]);
    expect(ofMoney(lotPriceColumns)).toEqual(['Price ex VAT', 'Middle price of the lot', 'Above it']);
  });
});

describe('the arithmetic in words', () => {
  test.each([
    [24, 'day', 10_000, 240_000, '24 days × £100.00 = £2,400.00'],
    [1, 'hour', 4_550, 4_550, '1 hour × £45.50 = £45.50'],
    [0.5, 'day', 10_000, 5_000, '0.5 days × £100.00 = £50.00'],
    [1_200, 'session', 100, 120_000, '1,200 sessions × £1.00 = £1,200.00'],
  ] as const)('%d of a %s', (units, unit, price, cost, words) => {
    expect(sumWords({ units, unit }, { price: pence(price), cost: pence(cost) })).toBe(words);
  });

  test('a saving is the difference of two costs', () => {
    const at = (price: number, cost: number) => ({ price: pence(price), cost: pence(cost) });
    expect(differenceWords(at(10_000, 240_000), at(8_000, 192_000), pence(48_000))).toBe('£2,400.00 − £1,920.00 = £480.00');
  });

  test('the rows behind a figure are told one after another', () => {
    expect(sourceWords([])).toBe('');
    expect(
      sourceWords([
        { list: 'CallOffs', itemId: 12, version: 3 },
        { list: 'Baselines', itemId: 4, version: 1 },
      ]),
    ).toBe('CallOffs 12, version 3; Baselines 4, version 1');
  });
});
