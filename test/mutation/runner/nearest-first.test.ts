import { asking, distancesTo, fileOf } from './nearest-first.ts';

const imports = {
  'd/money.test.ts': ['d/money.ts'],
  'd/vat.test.ts': ['d/vat.ts'],
  'd/vat.ts': ['d/money.ts'],
  'd/orders/order.test.ts': ['d/orders/order.ts'],
  'd/orders/order.ts': ['d/vat.ts'],
  'd/orders/paper.test.ts': ['d/vat.ts'],
  'd/dates.test.ts': ['d/dates.ts'],
};
const tests = ['d/orders/order.test.ts', 'd/orders/paper.test.ts', 'd/dates.test.ts', 'd/vat.test.ts', 'd/money.test.ts'];

test('how far a file is away is counted in imports', () => {
  expect(Object.fromEntries(distancesTo('d/money.ts', imports))).toEqual({
    'd/money.ts': 0,
    'd/money.test.ts': 1,
    'd/vat.ts': 1,
    'd/vat.test.ts': 2,
    'd/orders/paper.test.ts': 2,
    'd/orders/order.ts': 2,
    'd/orders/order.test.ts': 3,
  });
});

test('a change of a table is asked of its own tests, then of those near by, and not of those that only load it from afar', () => {
  expect(asking(tests, 'd/money.ts', imports, new Set(), true)).toEqual(['d/money.test.ts', 'd/vat.test.ts', 'd/orders/paper.test.ts']);
});

test('another change is asked of all that run through it, however far', () => {
  const running = new Set(['d/orders/order.test.ts an order is priced', 'd/vat.test.ts is rounded'].map(fileOf));
  expect(asking(tests, 'd/money.ts', imports, running, false)).toEqual(['d/vat.test.ts', 'd/orders/order.test.ts']);
});

test('one that is run through by tests and by what a file prepares for its tests is asked of both', () => {
  expect(asking(tests, 'd/money.ts', imports, new Set(['d/orders/order.test.ts']), true)).toEqual([
    'd/money.test.ts',
    'd/vat.test.ts',
    'd/orders/paper.test.ts',
    'd/orders/order.test.ts',
  ]);
});
