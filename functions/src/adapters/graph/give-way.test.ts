import { Client, GraphError, type Middleware } from '@microsoft/microsoft-graph-client';
import { asErrand } from '../../http/errand.ts';
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
  const mail = () => client.api('/users/u/sendMail').post({});
  return { service, clock, mail, person: call, effect: () => givingWay(call) };
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

test('a refusal is heeded for as long as it asks, by effects for ten seconds and by errands for a minute at most: an app that goes on asking is charged for it and stays outside', async () => {
  const { service, clock, person, effect } = aService();
  const errand = () => asErrand(2, person);
  service.status = 429;
  service.headers = { 'Retry-After': '4' };
  expect(await waitOf(person())).toMatchObject({ retryAfterSeconds: 4 });
  clock.now += 1_000;
  expect(await waitOf(effect())).toMatchObject({ status: 429, retryAfterSeconds: 3 });
  expect(await waitOf(errand())).toMatchObject({ status: 429, retryAfterSeconds: 3 });
  expect(service.asked).toBe(1);
  service.headers = { 'Retry-After': '500' };
  await waitOf(person());
  expect(await waitOf(effect())).toMatchObject({ status: 429, retryAfterSeconds: 10 });
  expect(await waitOf(errand())).toMatchObject({ status: 429, retryAfterSeconds: 60 });
  expect(service.asked).toBe(2);
  clock.now += 60_000;
  service.status = 200;
  service.headers = {};
  expect(await waitOf(errand())).toBe('answered');
});

test('what has nothing to do with the lists is held up by no refusal of theirs', async () => {
  const { service, person, mail } = aService();
  service.status = 429;
  service.headers = { 'Retry-After': '4' };
  await waitOf(person());
  service.status = 200;
  service.headers = {};
  expect(await waitOf(asErrand(2, mail))).toBe('answered');
  expect(service.asked).toBe(2);
});

describe('an errand', () => {
  /** An errand of so many units that makes its first call at once and its second when it is let go. */
  const twoCalls = (call: () => Promise<unknown>, units: number) => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const first: string[] = [];
    const done = asErrand(units, async () => {
      const began = await waitOf(call());
      first.push(began === 'answered' ? 'begun' : 'waits');
      await held;
      return began === 'answered' ? waitOf(call()) : began;
    });
    return { go, done, first };
  };
  const settled = () => new Promise(setImmediate);

  test('begins only where all that it needs is left beside what others were promised, and is told at once when it is not', async () => {
    const { service, person } = aService();
    service.headers = left(40);
    await person();
    const one = twoCalls(person, 25);
    await settled();
    expect(await waitOf(asErrand(25, person))).toEqual({ kind: 'unknown', status: 429, retryAfterSeconds: 3 });
    expect(service.asked).toBe(2);
    // It began when there was room, and goes on.
    service.headers = left(0);
    await person();
    one.go();
    expect(await one.done).toBe('answered');
    // Once it is over nothing is promised to it any more.
    service.headers = left(30);
    await person();
    expect(await waitOf(asErrand(25, person))).toBe('answered');
  });

  test('finds out by itself, one at a time, when nobody has told for some seconds what is left', async () => {
    const { service, clock, person } = aService();
    service.headers = left(10);
    await person();
    clock.now += 3_000;
    const one = twoCalls(person, 25);
    expect(await waitOf(asErrand(25, person))).toMatchObject({ status: 429 });
    await settled();
    expect(one.first).toEqual(['begun']);
    one.go();
    await one.done;
    service.headers = {};
    clock.now += 3_000;
    expect(await waitOf(asErrand(25, person))).toBe('answered');
    // Less than four fifths are spent, so nothing is told any more, and everybody may.
    expect(await Promise.all([asErrand(25, person), asErrand(25, person)].map(waitOf))).toEqual(['answered', 'answered']);
  });

  test('that is refused in the middle asks for nothing more: it begins anew when there is room', async () => {
    const { service, person } = aService();
    service.headers = left(100);
    await person();
    service.status = 429;
    service.headers = { ...left(0), 'Retry-After': '2' };
    const asked = service.asked;
    await asErrand(25, async () => {
      for (let tries = 0; tries < 5; tries += 1) await waitOf(person());
    });
    expect(service.asked).toBe(asked + 1);
  });

  test('holds up no look at a single thing, and no copy that serves everybody', async () => {
    const { service, person } = aService();
    service.headers = left(10);
    await person();
    expect(await waitOf(person())).toBe('answered');
    expect(await waitOf(asErrand(25, () => forEverybody(person)))).toBe('answered');
  });
});

test('a service that says nothing of its quota is asked as ever', async () => {
  const { service, effect } = aService();
  await effect();
  await effect();
  expect(service.asked).toBe(2);
});
