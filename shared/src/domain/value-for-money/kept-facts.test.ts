import { factsFrom, KeptFacts } from './kept-facts.ts';
import { anOrderFact } from './value.fixture.ts';

const told = (itemId: number, version: number, orderNumber: string) => ({
  row: { list: 'CallOffs', itemId, version } as const,
  fact: anOrderFact({ orderNumber }),
});
const numbers = (kept: KeptFacts) => kept.facts().orders.map(({ orderNumber }) => orderNumber);

test('facts stand by the numbers of their items, however their rows came', () => {
  const rows = [told(1, 1, 'AP-000001'), told(2, 1, 'AP-000002'), told(3, 1, 'AP-000003')] as const;
  const [one, two, three] = rows;
  for (const came of [rows, [three, two, one], [two, three, one]])
    expect(factsFrom(came).orders.map(({ orderNumber }) => orderNumber)).toEqual(['AP-000001', 'AP-000002', 'AP-000003']);
});

test('a row that is older than what is known changes nothing, a newer one does, also after somebody looked', () => {
  const kept = new KeptFacts();
  kept.take(told(1, 2, 'AP-000002'));
  expect(numbers(kept)).toEqual(['AP-000002']);
  kept.take(told(1, 1, 'AP-000001'));
  expect(numbers(kept)).toEqual(['AP-000002']);
  kept.take(told(1, 3, 'AP-000003'));
  expect(numbers(kept)).toEqual(['AP-000003']);
  expect(kept.facts().orders[0]?.row).toEqual({ list: 'CallOffs', itemId: 1, version: 3 });
});

test('a row that is gone is no fact any more, nor is one of which no figure is made any more', () => {
  const kept = new KeptFacts();
  kept.take(told(1, 1, 'AP-000001'));
  kept.take(told(2, 1, 'AP-000002'));
  kept.take(told(3, 1, 'AP-000003'));
  expect(numbers(kept)).toHaveLength(3);
  kept.drop('CallOffs', 1);
  expect(numbers(kept)).toEqual(['AP-000002', 'AP-000003']);
  kept.take({ row: { list: 'CallOffs', itemId: 2, version: 2 }, fact: undefined });
  expect(numbers(kept)).toEqual(['AP-000003']);
});
