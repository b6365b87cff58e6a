import { buildIndex } from './directory-index.ts';
import { aQuery, aService, outcodes } from './document.fixture.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const first = (index: ReturnType<typeof buildIndex>, seed: string) => index.search(aQuery({ seed, pageSize: 1 })).items[0];

describe('the order among equals is fair', () => {
  test('over many seeds each of ten equal services comes first about as often', () => {
    const index = buildIndex(numbers(10).map((n) => aService({ serviceRef: `S-${n}` })));
    const wins = new Map<string, number>();
    for (const n of numbers(2_000)) {
      const ref = first(index, `seed ${n}`)?.serviceRef ?? '';
      wins.set(ref, (wins.get(ref) ?? 0) + 1);
    }
    expect(wins.size).toBe(10);
    // 200 expected; 4 standard deviations are 54.
    for (const count of wins.values()) expect(Math.abs(count - 200)).toBeLessThan(54);
  });

  test('a provider of many services gets no more first places than one with a single service', () => {
    const index = buildIndex([
      ...numbers(20).map((n) => aService({ serviceRef: `S-big-${n}`, providerRef: 'P-big' })),
      aService({ serviceRef: 'S-small', providerRef: 'P-small' }),
    ]);
    const seeds = numbers(1_000).map((n) => `seed ${n}`);
    const small = seeds.filter((seed) => first(index, seed)?.providerRef === 'P-small').length;
    expect(Math.abs(small - 500)).toBeLessThan(64);
    for (const seed of seeds.slice(0, 50)) {
      const place = index.search(aQuery({ seed })).items.findIndex(({ providerRef }) => providerRef === 'P-small');
      expect(place).toBeLessThan(2);
    }
  });

  test('without a seed the outcode decides, so that a school sees one order all day', () => {
    const index = buildIndex(
      numbers(12).map((n) => aService({ serviceRef: `S-${n}` })),
      outcodes,
    );
    const order = (near: string) => index.search(aQuery({ near })).items.map(({ serviceRef }) => serviceRef);
    expect(order('DT1')).toEqual(order('DT1'));
    expect(order('DT1')).not.toEqual(order('DT6'));
  });
});

test('the fair order compares nothing, is one order for a buyer and a day, and gives every provider its turn', () => {
  const index = buildIndex(
    numbers(12).map((n) =>
      aService({ serviceRef: `S-${n}`, name: n === 1 ? 'Boxing' : 'Gym', summary: 'Boxing.', providerRef: `P-${n % 4}` }),
    ),
  );
  const order = (seed: string) => index.search(aQuery({ sort: 'fair', text: 'boxing', seed })).items;
  expect(order('113855 2026-11-24')).toEqual(order('113855 2026-11-24'));
  expect(order('113855 2026-11-24')).not.toEqual(order('113855 2026-11-25'));
  for (const n of numbers(20)) {
    const providers = order(`${n}`).map(({ providerRef }) => providerRef);
    for (const turn of [0, 4, 8]) expect(new Set(providers.slice(turn, turn + 4)).size).toBe(4);
  }
  const tops = numbers(400).filter((n) => order(`${n}`)[0]?.providerRef === 'P-1').length;
  expect(Math.abs(tops - 100)).toBeLessThan(40);
});

describe('best first', () => {
  test('a word in the name weighs more than one in the summary, and saying it often does not help', () => {
    const index = buildIndex([
      aService({ serviceRef: 'S-often', summary: 'Boxing, boxing and boxing. More boxing with boxing.' }),
      aService({ serviceRef: 'S-once', summary: 'Boxing on Fridays.' }),
      aService({ serviceRef: 'S-name', name: 'Boxing' }),
    ]);
    const orders = numbers(40).map((n) => index.search(aQuery({ text: 'boxing', seed: `${n}` })).items.map(({ serviceRef }) => serviceRef));
    expect(new Set(orders.map(([top]) => top))).toEqual(new Set(['S-name']));
    expect(new Set(orders.map(([, second]) => second))).toEqual(new Set(['S-often', 'S-once']));
  });

  test('equally good services are told apart by bands of distance, never by a mile', () => {
    const index = buildIndex(
      [
        aService({ serviceRef: 'S-far', outcode: 'SP8' }),
        aService({ serviceRef: 'S-here', outcode: 'DT1' }),
        aService({ serviceRef: 'S-next', outcode: 'DT2' }), // 3 miles: the same band as DT1
        aService({ serviceRef: 'S-unknown', outcode: 'ZE1' }),
      ],
      outcodes,
    );
    const orders = numbers(40).map((n) => index.search(aQuery({ near: 'DT1', seed: `${n}` })).items.map(({ serviceRef }) => serviceRef));
    expect(new Set(orders.map(([top]) => top))).toEqual(new Set(['S-here', 'S-next']));
    expect(new Set(orders.map((order) => order[3]))).toEqual(new Set(['S-unknown']));
  });
});
