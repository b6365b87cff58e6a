import * as z from 'zod/mini';
import { awaitParked } from './await-parked.ts';
import { clientOf } from './client.ts';
import { endpoint } from './endpoint.ts';

const commandId = 'a'.repeat(40);
const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });
const parked = (): Response => json(202, { state: 'writing', commandId });
const problem = {
  type: 'urn:ap-framework:problem:closing-passed',
  title: 'Closing passed',
  status: 409,
  code: 'closing-passed',
  detail: 'Pledges closed at 5pm.',
};

/** A service that answers the command and each question about it in this order. */
const service = (answers: readonly (() => Response)[]) => {
  const asked: string[] = [];
  const left = [...answers];
  const answer: typeof fetch = async (url, init) => {
    asked.push(`${init?.method ?? 'GET'} ${String(url)} ${new Headers(init?.headers).get('idempotency-key') ?? ''}`.trim());
    const next = left.shift();
    if (!next) throw new Error(`Nothing answers ${String(url)}`);
    return next();
  };
  return { asked, answer };
};

const give = endpoint({
  name: 'give',
  summary: 'Give',
  method: 'POST',
  path: '/things',
  roles: ['signed-in'],
  idempotent: true,
  parks: true,
  body: z.object({}),
  reply: z.object({ name: z.string() }),
});

describe('a command that is answered 202', () => {
  test('asks by itself, and answers with what lies there in the end, under the same key', async () => {
    const { asked, answer } = service([parked, () => json(200, { state: 'done' }), () => json(200, { name: 'done' })]);
    const waits: Promise<unknown>[] = [];
    const options = {
      baseUrl: '/api',
      getToken: async () => 'token',
      fetch: answer,
      onWait: ({ over }: { over: Promise<unknown> }) => waits.push(over),
    };
    expect(await clientOf({ give }, options).give({ body: {}, key: 'key-0123456789abcdef' })).toEqual({ name: 'done' });
    expect(asked).toEqual([
      'POST /api/things key-0123456789abcdef',
      `GET /api/commands/${commandId}`,
      'POST /api/things key-0123456789abcdef',
    ]);
    expect(waits).toHaveLength(1);
  });

  const asking = (answers: readonly (() => Response)[]) => {
    const { asked, answer } = service(answers);
    let seconds = 0;
    const pause = async (more: number): Promise<void> => {
      seconds += more;
    };
    const over = awaitParked(parked(), { baseUrl: '/api', fetch: answer, pause }, '/api/things', { method: 'POST' });
    return { asked, over, waited: () => seconds };
  };

  test('is refused as it would have been at once', async () => {
    const refused = await asking([() => json(200, { state: 'writing' }), () => json(200, { state: 'refused', problem })]).over;
    expect([refused.status, await refused.json()]).toEqual([409, problem]);
  });

  test('goes on asking when a question is not answered, and when what lies there cannot be read yet', async () => {
    const lost = (): Response => {
      throw new TypeError('network');
    };
    const { over, asked } = asking([
      lost,
      () => json(503, {}),
      () => json(200, { state: 'done' }),
      parked,
      () => json(200, { state: 'done' }),
      () => json(200, { name: 'done' }),
    ]);
    expect([(await over).status, asked.length]).toEqual([200, 6]);
  });

  test('says after two minutes that it is still being written', async () => {
    const { over, waited } = asking(Array.from({ length: 100 }, () => () => json(200, { state: 'writing' })));
    const answer = await over;
    expect([answer.status, (await answer.json()).title]).toEqual([503, 'Still being written']);
    expect(waited()).toBeGreaterThanOrEqual(120);
    expect(waited()).toBeLessThan(126);
  });

  test('is asked about no more once nobody waits for it', async () => {
    const { asked, answer } = service([() => json(200, { state: 'writing' })]);
    const leaving = new AbortController();
    const pause = async (): Promise<void> => (asked.length === 1 ? leaving.abort(new Error('The page was left')) : undefined);
    const init = { method: 'POST', signal: leaving.signal };
    await expect(awaitParked(parked(), { baseUrl: '/api', fetch: answer, pause }, '/api/things', init)).rejects.toThrow(
      'The page was left',
    );
    expect(asked).toHaveLength(1);
  });
});

test('every endpoint that parks asks for a key: without one a command would be done twice', async () => {
  const { everyEndpoint } = await import('./every-endpoint.ts');
  const parks = everyEndpoint.filter((declared) => declared.parks);
  expect(parks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['commandBlock', 'submitCallOff', 'decideApproval', 'commandOrder']),
  );
  expect(parks.filter((declared) => !declared.idempotent || declared.openToWebPart || declared.success === 202)).toEqual([]);
});
