import * as z from 'zod/mini';
import { api } from './api.ts';
import { apiClient, clientOf, Unreachable } from './client.ts';
import { endpoint } from './endpoint.ts';

const look = endpoint({
  name: 'look',
  summary: 'Look',
  method: 'GET',
  path: '/things',
  roles: ['signed-in'],
  reply: z.object({ name: z.string() }),
});

/** A service that answers with these pieces, and then ends or breaks off. */
const answering =
  (pieces: readonly string[], ends: 'whole' | 'broken'): typeof fetch =>
  async () =>
    new Response(
      new ReadableStream({
        start: (body) => {
          for (const piece of pieces) body.enqueue(new TextEncoder().encode(piece));
          if (ends === 'whole') body.close();
          else body.error(new TypeError('terminated'));
        },
      }),
    );
const client = (service: typeof fetch) => clientOf({ look }, { baseUrl: '/api', fetch: service });

test('an answer that breaks off on its way is as none: what became of the call is not known', async () => {
  await expect(client(answering(['{"na'], 'broken')).look({})).rejects.toBeInstanceOf(Unreachable);
});

test('an answer that is whole and not understood is a fault of ours, not of the network', async () => {
  await expect(client(answering(['{"name":', '7}'], 'whole')).look({})).rejects.not.toBeInstanceOf(Unreachable);
  expect(await client(answering(['{"name":', '"seven"}'], 'whole')).look({})).toEqual({ name: 'seven' });
});

test('the client of both front ends has a method for each operation of the API, and none besides', () => {
  expect(Object.keys(apiClient({ baseUrl: '/api' })).sort()).toEqual(Object.keys(api).sort());
});
