import type { Endpoint } from '@ap/shared/contract/endpoint';
import { linkApi } from '@ap/shared/contract/link-api';
import { anOrder, aProvider } from '@ap/shared/domain/call-off/call-off.fixture';
import { type CapabilityLink, issueLink, type LinkScope, linkScopes, mostViews, revokeLink } from '@ap/shared/domain/capability-link';
import { textFieldsOf } from '../../functions/src/http/typed-texts.fixture.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { type FrontDoor, frontDoor } from '../support/front-door.ts';
import { scopeOf } from '../support/link-scopes.ts';

// Security 3.7: every kind of link at every operation that takes one, in every state it can be in. A new kind, or a new operation of one, joins by itself.

/** Open to the world: a mail comes of it, or a list. */
const open = ['listOpenRounds', 'askApplicationLink', 'askProviderCode'];

const operations = Object.values(linkApi as Readonly<Record<string, Endpoint>>).filter(({ name }) => !open.includes(name));
const refusalOf = (scope: LinkScope): string =>
  (({ 'provider-session': 'session-over', 'provider-code': 'code-not-accepted' }) as Partial<Record<LinkScope, string>>)[scope] ??
  'link-not-open';

/** Of the provider on the register of the world. */
const theProvider = aProvider();
const code = '123456';
const now = '2026-11-26T10:00:00.000Z';
const secretOf = (letter: string): string => letter.repeat(43);
const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

let world: World;
let door: FrontDoor;
beforeEach(() => {
  world = memoryWorld();
  world.clock.now = now;
  const nobody = () => Promise.reject(new Error('A link asks nobody who they are'));
  door = frontDoor(world, { identify: nobody, verifyBot: nobody });
});

/** Keeps a link of a kind, changed as told, and answers what its mail would hold. */
const issued = async (scope: LinkScope, subject: string, change: (link: CapabilityLink) => CapabilityLink = (link) => link) => {
  const given = { linkId: idOf(1), secret: secretOf('a') };
  const secretHash = world.ports.hashes.text(scope === 'provider-code' ? `${given.secret}.${code}` : given.secret);
  const holder = { email: theProvider.email, organisation: 'A provider', registryNumber: '', providerRef: theProvider.ref };
  await world.ports.links.keep(change(issueLink({ linkId: given.linkId, scope, subject, secretHash, holder }, now)));
  return given;
};

/** A body of each operation in its declared shape, and under what name its link stands in it. */
const wellFormed = new Map(
  operations.map((declared) => {
    const whole = textFieldsOf(declared).find(({ part, pointer }) => part === 'body' && /\/linkId$/.test(pointer));
    const at = /^\/(\w+)\/linkId$/.exec(whole?.pointer ?? '')?.[1] ?? 'link';
    return [declared.name, { at, body: whole?.holding(idOf(1)) as object }] as const;
  }),
);
const bodyOf = ({ name }: Endpoint, link: { readonly linkId: string; readonly secret: string }): Readonly<Record<string, unknown>> => {
  const { at, body } = wellFormed.get(name) ?? { at: 'link', body: {} };
  return { ...body, [at]: link, ...(name === 'openProviderSession' ? { code } : {}) };
};

let sent = 0;
const send = async (declared: Endpoint, body: unknown, key = 'key-of-a-test-000001') => {
  sent += 1;
  const from = `198.51.${Math.floor(sent / 250) % 250}.${sent % 250}`;
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': from, 'idempotency-key': key };
  const answer = await door.send(declared.name, { headers, body: JSON.stringify(body) });
  const { correlationId: _own, ...told } = JSON.parse(answer.body) as { correlationId?: string; code?: string };
  return { status: answer.status, told, code: told.code };
};

/** Everything that a link could change. */
const everything = async () =>
  JSON.stringify([
    (await world.ports.links.find(idOf(1)))?.link,
    await world.callOffs.known(),
    world.mails,
    world.audit,
    world.cards,
    await Promise.all([world.ports.providerChanges, world.ports.enquiries, world.ports.blockPurchases].map((register) => register.known())),
  ]);

test('every operation of links is of one kind, and every kind has one', () => {
  expect(operations.filter((declared) => scopeOf(declared) === undefined).map(({ name }) => name)).toEqual([]);
  expect(new Set(operations.map(scopeOf))).toEqual(new Set(linkScopes));
});

const subject = 'P-0001';
const badly: readonly (readonly [string, (scope: LinkScope) => Promise<{ linkId: string; secret: string }>])[] = [
  ['that nobody issued', async () => ({ linkId: idOf(9), secret: secretOf('a') })],
  ['whose secret was guessed', async (scope) => ({ ...(await issued(scope, subject)), secret: secretOf('b') })],
  ['whose secret differs in its last letter', async (scope) => ({ ...(await issued(scope, subject)), secret: `${'a'.repeat(42)}b` })],
  ['that is over', (scope) => issued(scope, subject, (link) => ({ ...link, expiresAt: now }))],
  ['that was taken back', (scope) => issued(scope, subject, (link) => revokeLink(link, now))],
  [
    'that was looked at too often',
    (scope) =>
      issued(scope, subject, (link) => ({ ...link, views: mostViews[scope], ...(scope === 'provider-session' ? { expiresAt: now } : {}) })),
  ],
  ...linkScopes.map(
    (other) =>
      [
        `of the kind ${other}, where that is another`,
        (scope: LinkScope) =>
          issued(other === scope ? scope : other, subject, other === scope ? (link) => revokeLink(link, now) : undefined),
      ] as const,
  ),
];

describe.each(operations.map((declared) => [declared.name, declared] as const))('%s', (_name, declared) => {
  const scope = scopeOf(declared) as LinkScope;

  test('answers every link that opens nothing alike, whatever is wrong with it, and changes nothing', async () => {
    const answers: string[] = [];
    for (const [what, make] of badly) {
      world = memoryWorld();
      world.clock.now = now;
      door = frontDoor(world, {
        identify: () => Promise.reject(new Error('not asked')),
        verifyBot: () => Promise.reject(new Error('not asked')),
      });
      const given = await make(scope);
      const before = await everything();
      const { status, told, code: refusal } = await send(declared, bodyOf(declared, given));
      expect([what, refusal]).toEqual([what, refusalOf(scope)]);
      answers.push(JSON.stringify([status, told]));
      // A wrong try at a code is counted, and nothing else is.
      if (!(scope === 'provider-code' && /guessed|last letter/.test(what))) expect([what, await everything()]).toEqual([what, before]);
    }
    expect(new Set(answers).size).toBe(1);
  });

  test('lets a fresh link of its kind through, and counts the look before it shows anything', async () => {
    const given = await issued(scope, scope === 'provider-session' ? theProvider.ref : subject);
    const { code: refusal } = await send(declared, bodyOf(declared, given));
    const found = await world.ports.links.find(given.linkId);
    if (scope === 'provider-session') expect(refusal).not.toBe('session-over');
    else expect(found?.link.views).toBeGreaterThan(0);
  });

  test('takes nothing of a link from the address, and no other method', async () => {
    const given = await issued(scope, subject);
    const before = await everything();
    const body = bodyOf(declared, given);
    const query = `?linkId=${given.linkId}&secret=${given.secret}`;
    const answer = await door.send(declared.name, {
      headers: { 'content-type': 'application/json', 'idempotency-key': 'key-of-a-test-000001' },
      query,
      body: '{}',
    });
    expect(answer.status).toBe(400);
    expect(door.doors.get(declared.name)?.methods).toEqual(['POST']);
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])
      expect((await door.send('unknownAddress', { method, query, body: JSON.stringify(body) })).status).toBe(404);
    expect(await everything()).toBe(before);
  });
});

describe('the link of an order', () => {
  const { viewOffer, answerOffer } = linkApi;
  const answering = (link: object, answer: object, who = 'Ann Able') => ({ link, answerer: { name: who, position: 'Manager' }, answer });
  const accepted = { kind: 'accept' };
  const declined = { kind: 'decline', reason: 'There is no room.' };
  let ref = '';
  let link: { linkId: string; secret: string };
  beforeEach(async () => {
    const order = { ...anOrder(), outbox: [] };
    ref = order.ref;
    await world.callOffs.add({ ...order, order: { number: 'AP-000001', madeAt: now, state: 'awaiting-provider' } });
    link = await issued('order-offer', ref);
  });
  const stateOf = async () => (await world.callOffs.find(ref))?.callOff.order?.state;

  test('survives a thousand looks of a mail scanner, and is then answered by the person', async () => {
    const before = await everything();
    for (let look = 0; look < 500; look += 1)
      for (const method of ['GET', 'HEAD']) await door.send('unknownAddress', { method, query: `?${link.linkId}.${link.secret}` });
    expect(await everything()).toBe(before);
    expect((await send(viewOffer, { link })).status).toBe(200);
    expect((await send(answerOffer, answering(link, accepted))).status).toBe(200);
    expect(await stateOf()).toBe('accepted');
  });

  test('is used once: a second answer is refused and told so, a repeat of the first ends in the first, and a look shows how it ended', async () => {
    expect((await send(answerOffer, answering(link, accepted))).status).toBe(200);
    expect((await send(answerOffer, answering(link, accepted))).told).toMatchObject({ ended: 'accepted' });
    expect((await send(answerOffer, answering(link, declined))).code).toBe('link-used');
    expect((await send(viewOffer, { link })).told).toMatchObject({ ended: 'accepted' });
    expect(await stateOf()).toBe('accepted');
  });

  test('of two answers at once exactly one wins', async () => {
    const answers = await Promise.all([
      send(answerOffer, answering(link, accepted)),
      send(answerOffer, answering(link, declined, 'Bob Bold')),
    ]);
    expect(answers.map(({ status, code: refusal }) => refusal ?? status).sort()).toEqual([200, 'link-used'].sort());
    expect(['accepted', 'declined']).toContain(await stateOf());
  });

  test('no longer answers when the order has moved on between the look and the answer', async () => {
    expect((await send(viewOffer, { link })).status).toBe(200);
    const found = await world.callOffs.find(ref);
    if (!found?.callOff.order) throw new Error('There is no order');
    const { callOff } = found;
    world.callOffs.writeElsewhere(world.callOffs.idOf(ref), {
      ...callOff,
      version: callOff.version + 1,
      order: { ...found.callOff.order, state: 'cancelled' },
    });
    expect((await send(answerOffer, answering(link, accepted))).status).toBe(409);
    expect(await stateOf()).toBe('cancelled');
  });

  test('is named in the log by its id, and its secret is nowhere but in the mail', async () => {
    await send(answerOffer, answering(link, accepted));
    await send(answerOffer, answering({ ...link, secret: secretOf('c') }, accepted));
    const kept = JSON.stringify([world.log, world.audit, (await world.ports.links.find(link.linkId))?.link, await world.callOffs.known()]);
    expect(kept).toContain(link.linkId);
    expect(kept).not.toContain(link.secret);
    expect(kept).not.toContain(secretOf('c'));
  });
});

test('a mailed code is not to be guessed: after five wrong tries the right one opens nothing either', async () => {
  const { openProviderSession } = linkApi;
  const challenge = await issued('provider-code', theProvider.ref);
  for (let tries = 0; tries < mostViews['provider-code']; tries += 1)
    expect((await send(openProviderSession, { challenge, code: '000000' })).code).toBe('code-not-accepted');
  expect((await send(openProviderSession, { challenge, code })).code).toBe('code-not-accepted');
});
