import { faultRegister, faultReply } from './fault-register.ts';

describe('faults', () => {
  test('strike the requests they match, as often as they were asked to, in order', () => {
    const faults = faultRegister();
    faults.add({ match: { method: 'patch', path: '/items/\\d+$' }, respond: { status: 412 }, times: 2 });
    faults.add({ match: { path: '/items/' }, respond: { status: 503 } });
    expect(faults.strike('GET', '/lists')).toBeUndefined();
    expect(faults.strike('PATCH', '/items/7?$select=id')).toEqual({ status: 412 });
    expect(faults.list()).toMatchObject([
      { id: 'fault-1', left: 1 },
      { id: 'fault-2', left: 1 },
    ]);
    expect(faults.strike('PATCH', '/items/7')).toEqual({ status: 412 });
    expect(faults.strike('PATCH', '/items/7')).toEqual({ status: 503 });
    expect(faults.strike('PATCH', '/items/7')).toBeUndefined();
  });

  test('let requests pass until the one that is meant, and those of other callers', () => {
    const faults = faultRegister();
    faults.add({ match: { path: '/items', agent: 'APFramework' }, respond: { hold: true }, skip: 2 });
    const strikes = ['APFramework', 'a test', 'APFramework', undefined, 'APFramework', 'APFramework'].map((agent) =>
      faults.strike('GET', '/items', agent),
    );
    expect(strikes).toEqual([undefined, undefined, undefined, undefined, { hold: true }, undefined]);
  });

  test('can be taken back one by one or all at once', () => {
    const faults = faultRegister();
    const first = faults.add({ match: { path: '.' }, respond: { status: 500 } });
    faults.add({ match: { path: '.' }, respond: { status: 503 } });
    faults.clear(first);
    expect(faults.strike('GET', '/a')).toEqual({ status: 503 });
    faults.add({ match: { path: '.' }, respond: { status: 500 } });
    faults.clear();
    expect(faults.list()).toEqual([]);
  });

  test('speak as the service that was asked', () => {
    expect(faultReply({ status: 429, retryAfter: 7 }, '/v1.0/sites/a')).toEqual({
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error: { code: 'activityLimitReached', message: 'The request has been throttled' } },
    });
    expect(faultReply({ status: 503 }, '/t/oauth2/v2.0/token')).toMatchObject({
      body: { error: 'temporarily_unavailable', error_codes: [90033] },
    });
  });
});
