import { usageMeter } from './usage-meter.ts';

test('usage is counted by route and in total, until it is reset', () => {
  const usage = usageMeter();
  usage.record('GET', '/v1.0/sites/{site}', 1);
  usage.record('PATCH', '/v1.0/sites/{site}/lists/{list}/items/{item}/fields', 2);
  usage.record('PATCH', '/v1.0/sites/{site}/lists/{list}/items/{item}/fields', 2);
  expect(usage.read()).toEqual({
    requests: 3,
    units: 5,
    byRoute: [
      { method: 'PATCH', route: '/v1.0/sites/{site}/lists/{list}/items/{item}/fields', count: 2, units: 4 },
      { method: 'GET', route: '/v1.0/sites/{site}', count: 1, units: 1 },
    ],
  });
  usage.reset();
  expect(usage.read()).toEqual({ requests: 0, units: 0, byRoute: [] });
});
