import { tokenEndpoints } from '@ap/shared/contract/every-endpoint';
import { head } from '@ap/shared/domain/call-off/call-off.fixture';
import { callerOf } from '../../functions/src/http/caller.ts';
import { aSigningKey, signed } from '../../functions/src/http/key-server.fixture.ts';
import { userTokenVerifier } from '../../functions/src/http/user-token.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { type Authority, anAuthority, tokenMatrix } from '../support/forged-tokens.ts';
import { type FrontDoor, frontDoor } from '../support/front-door.ts';

// Security 3.1: each row of the token matrix at every operation that asks for a token, over the product's own routes, verifier and caller check.

const at = 1_796_000_000;
const refusals = ['sign-in-required', 'token-not-accepted', 'client-not-allowed', 'tenant-not-allowed', 'guest-not-listed'];

let authority: Authority;
let world: World;
let door: FrontDoor;

beforeAll(async () => {
  authority = await anAuthority(head.tenantId, head.objectId, () => at);
  world = memoryWorld();
  door = frontDoor(world, {
    identify: async (authorization) => callerOf(await authority.verify(authorization), world.ports.buyers, head.tenantId),
    verifyBot: () => Promise.reject(new Error('no activity is sent here')),
  });
});
afterAll(() => authority.close());

/** Nothing of a call is in its declared shape but the ids in its path: whoever is let in is told so, and nothing is done. */
const answerTo = async (name: string, authorization: string | undefined, query = ''): Promise<{ status: number; code: string }> => {
  const { status, body } = await door.send(name, {
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    body: '[]',
    query,
  });
  return { status, code: body === '' ? '' : String((JSON.parse(body) as { code?: string }).code ?? '') };
};

test('the matrix has a row for each of K1 to K18, but for what this API does not have, operations of applications (K10), and for K12 and K17, which have tests of their own', () => {
  const numbers = new Set(tokenMatrix.map(({ row }) => Number(/^K(\d+)/.exec(row)?.[1])));
  expect([...numbers].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 15, 16, 18]);
});

test.each(tokenMatrix.map((row) => [row.row, row] as const))('%s, at every operation', async (_row, { authorization, answer }) => {
  const sent = await authorization(authority, at);
  const others: string[] = [];
  for (const { name } of tokenEndpoints) {
    const { status, code } = await answerTo(name, sent);
    const answered = refusals.includes(code) ? code : 'let in';
    const expected = { 'let in': undefined, 'sign-in-required': 401, 'token-not-accepted': 401 }[answer as string] ?? 403;
    if (answered !== answer || (answer !== 'let in' && status !== expected)) others.push(`${name}: ${status} ${code}`);
  }
  expect(others).toEqual([]);
});

test('K16: a token in the address is none', async () => {
  const token = await authority.signedBy('ours');
  for (const { name } of tokenEndpoints)
    expect(await answerTo(name, undefined, `?access_token=${token}&authorization=Bearer%20${token}`)).toEqual({
      status: 401,
      code: 'sign-in-required',
    });
});

test('K14: all of that had the keys read at the one address, and nothing read that a token named', () => {
  expect(new Set(authority.server.asked)).toEqual(new Set([authority.keysPath]));
});

test('K6: a tenant that nobody lists leaves no trace', () => {
  expect(JSON.stringify([world.audit, world.mails, world.cards])).not.toContain('99999999-9999-4999-8999-999999999999');
});

test('K12: the address of a commissioner in a token gives nothing: rights are those of the tenant and the object id', async () => {
  const told = { oid: '55555555-5555-4555-8555-555555555555', email: head.email, preferred_username: head.email, upn: head.email };
  const user = await authority.verify(`Bearer ${await authority.signedBy('ours', told)}`);
  const caller = await callerOf(user, world.ports.buyers, head.tenantId);
  expect([caller.memberships, caller.councilRoles, caller.commissioner]).toEqual([[], [], false]);
});

test('K18: groups, directory roles and app roles of a token give nothing either', async () => {
  const rich = { groups: ['a'], wids: ['b'], roles: ['Commissioner'], _claim_names: { groups: 'src1' } };
  const plain = await authority.verify(`Bearer ${await authority.signedBy('ours')}`);
  expect(await authority.verify(`Bearer ${await authority.signedBy('ours', rich)}`)).toEqual(plain);
});

test('K17: keys nobody published have the set read again at most once in five minutes, and a new key is found then', async () => {
  const own = await anAuthority(head.tenantId, head.objectId, () => at);
  try {
    const verify = userTokenVerifier(own.options, () => at * 1000);
    const next = await aSigningKey('key-2');
    const token = `Bearer ${await signed(next, own.claims())}`;
    for (let count = 0; count < 30; count += 1) await expect(verify(token)).rejects.toMatchObject({ code: 'token-not-accepted' });
    expect(own.server.asked).toEqual([own.keysPath]);
    own.server.serve(own.keysPath, 200, { keys: [own.publicKey.published, next.published] });
    const now = Date.now();
    const later = jest.spyOn(Date, 'now').mockReturnValue(now + 301_000);
    try {
      expect(await verify(token)).toMatchObject({ objectId: head.objectId.toLowerCase() });
    } finally {
      later.mockRestore();
    }
    expect(own.server.asked).toHaveLength(2);
  } finally {
    await own.close();
  }
});
