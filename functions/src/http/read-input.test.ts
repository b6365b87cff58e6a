import { findBuyers } from '@ap/shared/contract/access';
import { listCallOffs } from '@ap/shared/contract/call-off-summary';
import { decideApproval, submitCallOff, withdrawCallOff } from '@ap/shared/contract/call-offs';
import { saveDraft } from '@ap/shared/contract/drafts';
import type { HttpRequest as Request } from '@azure/functions';
import { HttpRequest } from './http-request.fixture.ts';
import { ProblemError } from './problem-reply.ts';
import { readBody, readKey, readParams, readQuery } from './read-input.ts';

/** A request as the Functions host hands it over. */
const sent = (told: { query?: string; params?: Record<string, string>; headers?: Record<string, string>; body?: string } = {}): Request =>
  new HttpRequest({
    method: 'POST',
    url: `http://localhost:7071/api/call-offs${told.query ?? ''}`,
    params: told.params ?? {},
    headers: { 'content-type': 'application/json', ...told.headers },
    ...(told.body === undefined ? {} : { body: { string: told.body } }),
  });

const problem = async (read: () => unknown): Promise<{ code: string; pointer: string | undefined; message: string }> => {
  try {
    await read();
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, pointer: error.pointer, message: error.message };
    throw error;
  }
  return { code: 'accepted', pointer: undefined, message: '' };
};

const decision = { verdict: 'reject', comment: '  Fewer days.  ', seen: { round: 1, step: 0 } };

describe('the body', () => {
  const read = (body: string, headers: Record<string, string> = {}) => readBody(decideApproval, sent({ body, headers }));

  test('is read in the declared shape, without spaces around texts', async () => {
    expect(await read(JSON.stringify(decision))).toEqual({ ...decision, comment: 'Fewer days.' });
  });

  test('is not read where none is declared', async () => {
    expect(await readBody(withdrawCallOff, sent({ body: 'anything' }))).toBeUndefined();
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON', 'application/json ;charset=utf-8'])(
    '%s is JSON',
    async (type) => {
      expect((await problem(() => read(JSON.stringify(decision), { 'content-type': type }))).code).toBe('accepted');
    },
  );

  test.each([
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json-patch+json',
    'text/json',
    'x application/json',
  ])('%p is not', async (type) => {
    expect((await problem(() => read(JSON.stringify(decision), { 'content-type': type }))).code).toBe('media-type-not-supported');
  });

  test('of more than 64 KB is refused, whatever length it claims', async () => {
    const long = JSON.stringify({ ...decision, comment: 'x'.repeat(65_600) });
    expect((await problem(() => read(long))).code).toBe('body-too-large');
    expect((await problem(() => read(long, { 'content-length': '10' }))).code).toBe('body-too-large');
    expect((await problem(() => read('{}', { 'content-length': '70000' }))).code).toBe('body-too-large');
    // 40,000 characters are more bytes than that.
    expect((await problem(() => read(JSON.stringify({ ...decision, comment: '£'.repeat(40_000) })))).code).toBe('body-too-large');
  });

  test('a body with a limit of its own is told that limit', async () => {
    const own = { ...decideApproval, bodyLimit: 256 * 1024 };
    const { message } = await problem(() => readBody(own, sent({ body: '{}', headers: { 'content-length': '300000' } })));
    expect(message).toContain('256 KB');
  });

  test.each(['', '{', 'null', '[]', '"text"', '42'])('%p is not understood', async (body) => {
    expect((await problem(() => read(body))).code).toBe('input-not-understood');
  });

  test('the first field at fault is named by a pointer and in the sentence', async () => {
    const faulty = JSON.stringify({ ...decision, seen: { round: 1.5, step: 0 } });
    const { code, pointer, message } = await problem(() => read(faulty));
    expect({ code, pointer }).toEqual({ code: 'input-not-understood', pointer: '/seen/round' });
    expect(message).toMatch(/^Check seen round: /);
  });

  test('a pointer is a JSON Pointer whatever a key is called, and points at what holds a key that is too long', async () => {
    const draft = (answers: object) =>
      problem(() => readBody(saveDraft, sent({ body: JSON.stringify({ ...{ serviceRef: 'S-1', buyerRef: 'B-1' }, answers }) })));
    expect((await draft({ 'a/b~c': 1 })).pointer).toBe('/answers/a~1b~0c');
    expect((await draft({ ['k'.repeat(20_000)]: 'x' })).pointer).toBe('/answers');
  });

  test('what is told of a body is shorter than the body: neither its keys nor each of its faults are told back', async () => {
    const told = async (body: unknown): Promise<number> => {
      const refused = await readBody(decideApproval, sent({ body: JSON.stringify(body) })).catch((error: unknown) => error as ProblemError);
      return JSON.stringify([(refused as ProblemError).message, (refused as ProblemError).errors]).length;
    };
    expect(await told({ ...decision, ['k'.repeat(60_000)]: 1 })).toBeLessThan(1_000);
    const manyFaults = await readBody(
      saveDraft,
      sent({ body: JSON.stringify({ answers: { days: Array.from({ length: 20_000 }, () => 1) } }) }),
    ).catch((error: unknown) => error as ProblemError);
    expect((manyFaults as ProblemError).errors.length).toBeLessThanOrEqual(20);
  });

  test.each([
    ['a field that nobody declared', { ...decision, by: 'somebody-else' }],
    ['a field deep inside', { ...decision, seen: { round: 1, step: 0, admin: true } }],
    ['an unknown verdict', { ...decision, verdict: 'Approve' }],
    ['a comment of 2,001 characters', { ...decision, comment: 'x'.repeat(2_001) }],
  ])('%s is refused', async (_what, body) => {
    expect((await problem(() => read(JSON.stringify(body)))).code).toBe('input-not-understood');
  });

  test('a prototype cannot be set', async () => {
    const body = `{"serviceRef":"S-1","buyerRef":"113800","answers":{"__proto__":{"admin":true},"age":"13"}}`;
    const told = await readBody(saveDraft, sent({ body })).catch((error: unknown) => error);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    if (!(told instanceof ProblemError)) expect((told as { answers: Record<string, unknown> }).answers.admin).toBeUndefined();
  });

  test('a price is whole pence that a person could mean', async () => {
    for (const shownGross of [-1, 0.5, 1_000_000_001, '100', Number.NaN])
      expect((await problem(() => readBody(submitCallOff, sent({ body: JSON.stringify({ request: {}, shownGross }) })))).code).toBe(
        'input-not-understood',
      );
  });
});

describe('the query', () => {
  test('is read in the declared shape', () => {
    expect(readQuery(listCallOffs, sent({ query: '?scope=mine' }))).toEqual({ scope: 'mine' });
    expect(readQuery(findBuyers, sent())).toEqual({});
  });

  test.each([
    ['missing', '', '/query/scope'],
    ['unknown', '?scope=everything', '/query/scope'],
    ['twice', '?scope=mine&scope=buyer', '/query/scope'],
  ])('a scope that is %s is refused', async (_what, query, pointer) => {
    expect(await problem(() => readQuery(listCallOffs, sent({ query })))).toMatchObject({ code: 'input-not-understood', pointer });
  });

  test('is not read where none is declared', () => {
    expect(readQuery(withdrawCallOff, sent({ query: '?scope=mine' }))).toBeUndefined();
  });
});

describe('the path', () => {
  test.each(['', 'CO 1', "CO-1' or 1 eq 1", '../x', 'x'.repeat(65), 'CO_1'])('a reference %p is refused', async (ref) => {
    expect(await problem(() => readParams(withdrawCallOff, sent({ params: { ref } })))).toMatchObject({
      code: 'input-not-understood',
      pointer: '/params/ref',
    });
  });

  test('a reference is read', () => {
    expect(readParams(withdrawCallOff, sent({ params: { ref: 'CO-7K3M-9QXT' } }))).toEqual({ ref: 'CO-7K3M-9QXT' });
  });
});

describe('the idempotency key', () => {
  const key = (value?: string) => readKey(submitCallOff, sent({ headers: value === undefined ? {} : { 'idempotency-key': value } }));

  test('of 16 to 64 letters, digits and hyphens is taken', () => {
    expect(key('0123456789abcdef')).toBe('0123456789abcdef');
    expect(key('a'.repeat(64))).toBe('a'.repeat(64));
  });

  test.each([
    undefined,
    '',
    'short',
    'a'.repeat(15),
    'a'.repeat(65),
    'a b c d e f g h i j',
    '0123456789abcdef, 0123456789abcdef',
    "0123456789abcdef'",
  ])('%p is refused', async (value) => {
    expect((await problem(() => key(value))).code).toBe('idempotency-key-required');
  });

  test('is not asked for where the operation reads only', () => {
    expect(readKey(listCallOffs, sent())).toBe('');
  });
});
