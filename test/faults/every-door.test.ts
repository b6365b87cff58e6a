import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { everyEndpoint, tokenEndpoints } from '@ap/shared/contract/every-endpoint';
import { linkApi } from '@ap/shared/contract/link-api';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { type Answered, type FrontDoor, frontDoor, type Sent } from '../support/front-door.ts';

// Every HTTP function of the product: by what leave it is entered, and the headers of whatever it answers. A new one joins by itself, or fails here.

const links = Object.values(linkApi).map(({ name }) => name);
/** What asks for neither: the bot's token, the secret of a subscription, nothing at all. */
const others = ['messages', 'listChanges', 'health', 'unknownAddress'];
const secretOfTheHouse = 'the password of the database is hunter2';

/** A front door whose caller check ends as told. */
const doorWhere = (identify: () => Promise<never>, more: Parameters<typeof frontDoor>[2] = {}): FrontDoor =>
  frontDoor(memoryWorld(), { identify, verifyBot: identify }, more);
const refusing = () => doorWhere(() => Promise.reject(new ProblemError('sign-in-required', 'Sign in to go on.')));

let calls = 0;
/** Each from an address of its own, so that no test slows another. */
const json = (body: unknown = {}): Sent => {
  calls += 1;
  const from = `198.51.${Math.floor(calls / 250) % 250}.${calls % 250}`;
  return { headers: { 'content-type': 'application/json', 'x-forwarded-for': from }, body: JSON.stringify(body) };
};

const activity = { type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/uk/', text: 'Hello' };

test('each function of the product is entered by exactly one kind of leave', () => {
  const { doors, twice } = refusing();
  expect([...doors.keys()].sort()).toEqual([...everyEndpoint.map(({ name }) => name), ...others].sort());
  expect(twice).toEqual([]);
  expect(new Set([...doors.values()].map(({ authLevel }) => authLevel))).toEqual(new Set(['anonymous']));
  expect(tokenEndpoints.filter(({ roles }) => roles.length === 0).map(({ name }) => name)).toEqual([]);
  expect(Object.values(linkApi).filter(({ roles, method }) => roles.length > 0 || method !== 'POST')).toEqual([]);
});

test('HTTP functions are registered in six places, each of which is a kind of leave or opens nothing, and nowhere else', () => {
  const source = path.resolve(import.meta.dirname, '../../functions/src');
  const registering = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) =>
      /\bapp\.(http|get|post|put|patch|deleteRequest|webPubSub|generic)\(/.test(readFileSync(path.join(source, file), 'utf8')),
    );
  expect(registering.sort()).toEqual([
    'adapters/teams/inbound.ts',
    'http/health.ts',
    'http/link-route.ts',
    'http/notification-route.ts',
    'http/route.ts',
    'http/unknown-route.ts',
  ]);
});

test('who brings no token is asked for one by every operation of the contract but those of links', async () => {
  const door = refusing();
  for (const { name } of tokenEndpoints) expect([name, (await door.send(name, json())).status]).toEqual([name, 401]);
});

test('a token opens nothing at an operation of links, and what stands in the address is not read', async () => {
  const door = doorWhere(() => Promise.reject(new Error('A link asks nobody who they are')));
  for (const name of links) {
    const { headers, ...sent } = json({ nothing: 'of the declared shape' });
    const answer = await door.send(name, {
      ...sent,
      headers: { ...headers, authorization: 'Bearer a.b.c' },
      query: '?linkId=00000000-0000-4000-8000-000000000000&secret=abc',
    });
    expect([name, answer.status]).toEqual([name, 400]);
  }
});

/** What is wrong with an answer's headers; nothing when they are as every answer's must be. */
const faultsOf = ({ status, headers, body }: Answered): readonly string[] => {
  const wanted: Readonly<Record<string, string>> = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  };
  const faults = Object.entries(wanted).flatMap(([name, value]) => (headers[name] === value ? [] : [`${name}: ${headers[name]}`]));
  if (body !== '' && !/; charset=utf-8$/.test(headers['content-type'] ?? '')) faults.push(`content-type: ${headers['content-type']}`);
  for (const name of Object.keys(headers)) if (/^(set-cookie|access-control-|server|x-powered-by)/.test(name)) faults.push(name);
  if (/hunter2|\bat .+:\d+:\d+|node_modules|\.ts\b/.test(body)) faults.push(`tells what happened inside: ${body.slice(0, 200)}`);
  if ((status === 429 || status === 503) && !headers['retry-after']) faults.push('no retry-after');
  if (status === 401 && body !== '' && headers['www-authenticate'] !== 'Bearer') faults.push('no www-authenticate');
  return faults;
};

/** Sends to each; tells the names of those that answered with another status, or with other headers. */
const lookAt = async (door: FrontDoor, names: readonly string[], status: number, sent: () => Sent): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const name of names) {
    const answer = await door.send(name, sent());
    if (answer.status !== status) found.push(`${name}: ${answer.status}`);
    found.push(...faultsOf(answer).map((fault) => `${name}: ${fault}`));
  }
  return found;
};
const tokens = tokenEndpoints.map(({ name }) => name);
const long = (): Sent => {
  const sent = json();
  return { ...sent, headers: { ...sent.headers, 'content-length': String(10 ** 9) } };
};
const keyed = (sent: Sent): Sent => ({ ...sent, headers: { ...sent.headers, 'idempotency-key': 'key-of-a-test-000001' } });

describe('every answer has the same safe headers, whatever it says', () => {
  const failing = () => doorWhere(() => Promise.reject(new Error(secretOfTheHouse)));
  const busy = () => doorWhere(() => Promise.reject(new ServiceBusy('graph', 429, 7)));
  const refusingActivities = () =>
    frontDoor(memoryWorld(), {
      identify: () => Promise.reject(new Error('not asked')),
      verifyBot: async () => ({ ok: false, why: 'no-token' }),
    });
  const withSubscriptions = (keep: () => Promise<never>) =>
    doorWhere(() => Promise.reject(new Error('not asked')), { keptSubscriptions: { all: keep, keep: async () => undefined } });

  test.each<[string, () => FrontDoor, readonly string[], number, () => Sent]>([
    ['401: no sign-in', refusing, tokens, 401, json],
    ['500: our mistake', failing, tokens, 500, json],
    ['503: a part that is down', busy, tokens, 503, json],
    ['400: no link', refusing, links, 400, () => keyed(json({ nothing: 1 }))],
    ['413: too long, told before it is read', refusing, links, 413, () => keyed(long())],
    ['415: no JSON', refusing, links, 415, () => keyed({ ...json(), headers: { 'content-type': 'text/plain' } })],
    ['401: an activity that is not accepted', refusingActivities, ['messages'], 401, () => json(activity)],
    ['500: an activity, and our mistake', failing, ['messages'], 500, () => json(activity)],
    ['503: an activity, and no key service', busy, ['messages'], 503, () => json(activity)],
    ['400: no activity', refusing, ['messages'], 400, () => json([])],
    ['413: an activity that is too long', refusing, ['messages'], 413, long],
    ['200: a handshake', refusing, ['listChanges'], 200, () => ({ ...json(), query: '?validationToken=abc' })],
    ['400: no handshake', refusing, ['listChanges'], 400, () => ({ ...json(), query: '?validationToken=%3Cscript%3E' })],
    ['202: a notification', refusing, ['listChanges'], 202, () => json({ value: [] })],
    ['400: no notification', refusing, ['listChanges'], 400, () => json({ nothing: 1 })],
    ['400: a notification that is too long', refusing, ['listChanges'], 400, long],
    [
      '503: what could not be kept',
      () => withSubscriptions(() => Promise.reject(new Error(secretOfTheHouse))),
      ['listChanges'],
      503,
      () => json({ value: [] }),
    ],
    ['404: an address of nobody', refusing, ['unknownAddress'], 404, json],
    ['200: health', refusing, ['health'], 200, json],
  ])('%s', async (_what, door, names, status, sent) => {
    expect(await lookAt(door(), names, status, sent)).toEqual([]);
  });

  test('429: an address that tries too often, at every operation of links and at the notifications', async () => {
    for (const name of [...links, 'listChanges']) {
      const door = refusing();
      const sent: Sent = { ...json({ nothing: 1 }), query: '?validationToken=%3C' };
      let answer = await door.send(name, sent);
      for (let tries = 0; answer.status !== 429 && tries < 601; tries += 1) answer = await door.send(name, sent);
      expect([name, answer.status, faultsOf(answer)]).toEqual([name, 429, []]);
    }
  });
});

test('who writes X-Forwarded-For himself is still one address: only what the platform adds at its end counts', async () => {
  const door = refusing();
  const from = (forged: string): Sent => ({
    headers: { 'content-type': 'text/plain', 'x-forwarded-for': `${forged}, 203.0.113.9:5000` },
    body: '{}',
  });
  for (let tries = 0; tries < 60; tries += 1) expect((await door.send('viewOffer', from(`10.0.0.${tries}`))).status).toBe(415);
  expect((await door.send('viewOffer', from('10.9.9.9'))).status).toBe(429);
});
