import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { GraphEdge } from './graph-edge.ts';

/** The edge with a service behind it that answers as told. */
const asking = async (url: string, answer: Response): Promise<{ readonly response: Response | undefined; readonly reached: number }> => {
  let reached = 0;
  const service: Middleware = {
    execute: async (context) => {
      reached += 1;
      context.response = answer;
    },
  };
  const edge = new GraphEdge('https://graph.microsoft.com');
  edge.setNext(service);
  const context: Context = { request: url, options: {} };
  await edge.execute(context);
  return { response: context.response, reached };
};
const page = (status: number): Response =>
  new Response('<h2>Server Too Busy</h2>', { status, headers: { 'content-type': 'text/html', 'retry-after': '37' } });
const own = 'https://graph.microsoft.com/v1.0/sites/x';

test.each([
  'https://graph.microsoft.com.evil.example/v1.0/x',
  'https://graph.microsoft.com:8443/v1.0/x',
  'http://graph.microsoft.com/v1.0/x',
])('a link to %s is not followed', async (link) => {
  await expect(asking(link, page(200))).rejects.toThrow('which is not Graph');
});

test('[2.6 D] a failure that is a page keeps its status and its Retry-After, in the shape that the client reads', async () => {
  const { response } = await asking(own, page(503));
  expect([response?.status, response?.headers.get('retry-after')]).toEqual([503, '37']);
  expect(await response?.json()).toEqual({ error: { code: 'notWordedByGraph', message: "Graph's web server answered 503" } });
});

test('what the service worded itself, and what succeeded, is left as it is', async () => {
  const refused = new Response('{"error":{"code":"x"}}', { status: 400, headers: { 'content-type': 'application/json; charset=utf-8' } });
  expect((await asking(own, refused)).response).toBe(refused);
  const empty = new Response(null, { status: 204 });
  expect((await asking(own, empty)).response).toBe(empty);
});
