import type { HttpResponseInit } from '@azure/functions';
import type { DequeuedMessageItem } from '@azure/storage-queue';
import type { HttpData } from './core-types.ts';
import { queueInvocation } from './queue-message.ts';
import type { RegisteredFunction } from './registry.ts';
import { createWorker } from './worker.ts';

type Library = typeof import('@azure/functions');

/** A worker with the installed library loaded on it. */
const loaded = () => {
  const worker = createWorker(() => {});
  jest.resetModules();
  jest.doMock('@azure/functions-core', () => worker.api, { virtual: true });
  const { app } = require('@azure/functions') as Library;
  const only = (): RegisteredFunction => {
    const [first] = worker.registry.all();
    if (!first) throw new Error('Nothing was registered.');
    return first;
  };
  return { app, worker, only };
};

describe('what the library makes of a message', () => {
  const message = { dequeueCount: 1, messageId: 'm', popReceipt: 'p' } as DequeuedMessageItem;

  test.each([
    ['true', true],
    ['12', 12],
    ['007', '007'],
    ['"quoted"', 'quoted'],
    ['plain', 'plain'],
    ['{"v":1}', { v: 1 }],
  ])('[host 5] the text %s arrives as %j: only an object is safe to send', async (text, arrives) => {
    const { app, worker, only } = loaded();
    const seen: unknown[] = [];
    app.storageQueue('work', {
      queueName: 'work',
      connection: '',
      handler: (entry, context) => {
        seen.push(entry, context.triggerMetadata?.queueTrigger);
      },
    });
    await worker.invoke(only(), queueInvocation(only().triggerName, text, message));
    expect(seen).toEqual([arrives, arrives]);
  });
});

describe('what the library leaves of an HTTP exchange', () => {
  const exchange = async (answer: HttpResponseInit, method = 'POST', body = 'asked'): Promise<{ reply: HttpData; read: string }> => {
    const { app, worker, only } = loaded();
    let read = '';
    app.http('web', {
      methods: ['GET', 'POST'],
      authLevel: 'anonymous',
      handler: async (request) => {
        read = await request.text();
        return answer;
      },
    });
    const http = { url: 'http://localhost/api/web', method, headers: {}, query: {}, params: {}, body: { bytes: Buffer.from(body) } };
    const { returnValue } = await worker.invoke(only(), {
      invocationId: 'one',
      inputData: [{ name: only().triggerName, data: { http } }],
      triggerMetadata: {},
    });
    return { reply: returnValue?.http ?? {}, read };
  };
  const text = ({ body }: HttpData): string => Buffer.from(body?.bytes ?? []).toString();

  test.each([204, 205, 304])('[host 10] an answer of %i has no body, whatever the function gave it', async (status) => {
    const { reply } = await exchange({ status, body: 'lost' });
    expect([reply.statusCode, text(reply)]).toEqual([String(status), '']);
    expect(text((await exchange({ status: 200, body: 'kept' })).reply)).toBe('kept');
  });

  test('[host 10] the body of a GET is not read', async () => {
    expect((await exchange({ status: 200 }, 'GET')).read).toBe('');
    expect((await exchange({ status: 200 }, 'POST')).read).toBe('asked');
  });

  test('[host 3] of several Set-Cookie headers only the last is left; cookies given as cookies are all there', async () => {
    const lost = await exchange({
      headers: new Headers([
        ['set-cookie', 'x=1'],
        ['set-cookie', 'y=2'],
      ]),
    });
    expect(lost.reply.headers?.['set-cookie']).toBe('y=2');
    const kept = await exchange({
      cookies: [
        { name: 'x', value: '1' },
        { name: 'y', value: '2' },
      ],
    });
    expect(kept.reply.cookies?.map(({ name }) => name)).toEqual(['x', 'y']);
  });
});
