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
    byCall: [],
  });
  usage.reset();
  expect(usage.read()).toEqual({ requests: 0, units: 0, byRoute: [], byCall: [] });
});

test('what a batch asked of the lists is told part by part, dearest first', () => {
  const usage = usageMeter();
  const read = { what: 'GET CallOffs items/{item}', units: 1 };
  usage.record('POST', '/v1.0/$batch', 4, [read, { what: 'GET CallOffs items by ProviderRef', units: 2 }, read]);
  expect(usage.read()).toMatchObject({
    byRoute: [{ count: 1, units: 4 }],
    byCall: [
      { what: 'GET CallOffs items/{item}', count: 2, units: 2 },
      { what: 'GET CallOffs items by ProviderRef', count: 1, units: 2 },
    ],
  });
});
