import { Client, GraphError, type Middleware } from '@microsoft/microsoft-graph-client';
import { forEverybody, GiveWay, givingWay } from './give-way.ts';
import { faultOf } from './graph-fault.ts';

/** The real client of Graph, the link under test, and a service that answers as it is told. */
const aService = () => {
  const service = { asked: 0, status: 200, headers: {} as Record<string, string> };
  const clock = { now: 0 };
  const link = new GiveWay(() => clock.now);
  const end: Middleware = {
    execute: async (context) => {
      service.asked += 1;
      const headers = { 'content-type': 'application/json', ...service.headers };
      context.response = new Response(JSON.stringify({ error: { code: 'activityLimitReached', message: '' } }), {
        status: service.status,
        headers,
      });
    },
  };
  link.setNext(end);
  const client = Client.initWithMiddleware({
    middleware: link,
    baseUrl: 'https://graph.example/',
    customHosts: new Set(['graph.example']),
  });
  const call = () => client.api('/sites/s').get();
  return { service, clock, person: call, effect: () => givingWay(call) };
};

const left = (remaining: number) => ({ 'RateLimit-Limit': '1250', 'RateLimit-Remaining': String(remaining), 'RateLimit-Reset': '40' });
const waitOf = async (act: Promise<unknown>) => {
  const error: unknown = await act.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  return error instanceof GraphError ? faultOf(error) : 'answered';
};

test('while little of the minute is left effects wait, people do not, and what waits is never sent', async () => {
  const { service, person, effect } = aService();
  service.headers = left(180);
  expect(await waitOf(effect())).toBe('answered');
  expect(await waitOf(effect())).toEqual({ kind: 'unknown', status: 429, retryAfterSeconds: 10 });
  expect(await waitOf(person())).toBe('answered');
  expect(service.asked).toBe(2);
});

test('what an effect begins for everybody gives way to nobody', async () => {
  const { service, person } = aService();
  service.headers = left(100);
  await person();
  expect(await waitOf(givingWay(() => forEverybody(person)))).toBe('answered');
});

test('as soon as there is enough again, as it was last told, effects go on', async () => {
  const { service, clock, person, effect } = aService();
  service.headers = left(100);
  await person();
  clock.now += 9_000;
  expect(await waitOf(effect())).toMatchObject({ retryAfterSeconds: 1 });
  clock.now += 1_000;
  service.headers = left(600);
  expect(await waitOf(effect())).toBe('answered');
  expect(await waitOf(effect())).toBe('answered');
});

test('a refusal is heeded for as long as it asks, ten seconds at most: an app that goes on asking is charged for it and stays outside', async () => {
  const { service, clock, person, effect } = aService();
  service.status = 429;
  service.headers = { 'Retry-After': '4' };
  expect(await waitOf(person())).toMatchObject({ retryAfterSeconds: 4 });
  clock.now += 1_000;
  expect(await waitOf(effect())).toMatchObject({ status: 429, retryAfterSeconds: 3 });
  expect(service.asked).toBe(1);
  service.headers = { 'Retry-After': '45' };
  await waitOf(person());
  expect(await waitOf(effect())).toMatchObject({ status: 429, retryAfterSeconds: 10 });
  expect(service.asked).toBe(2);
});

test('a service that says nothing of its quota is asked as ever', async () => {
  const { service, effect } = aService();
  await effect();
  await effect();
  expect(service.asked).toBe(2);
});
