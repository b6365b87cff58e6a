import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HANDSHAKE_MS, shakeHands } from './handshake.ts';
import { ACKNOWLEDGE_MS, isDelivered, postNotifications } from './post-notifications.ts';

/** An endpoint that takes every request and answers none. */
const silent = async (): Promise<{ readonly url: string; readonly server: Server }> => {
  const server = createServer(() => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
};

const hurried = 20;
let endpoint: Awaited<ReturnType<typeof silent>>;
beforeAll(async () => {
  endpoint = await silent();
});
afterAll(() => {
  endpoint.server.close();
  endpoint.server.closeAllConnections();
});

test('[3.7 D] a notification is acknowledged within three seconds by any 2xx, or it counts as not delivered', async () => {
  expect(ACKNOWLEDGE_MS).toBe(3_000);
  expect(await postNotifications(hurried)(endpoint.url, [])).toMatchObject({ outcome: 'timed-out' });
  expect([200, 202, 204, 299].every(isDelivered)).toBe(true);
  expect([301, 404, 500, 'timed-out' as const, 'unreachable' as const].some(isDelivered)).toBe(false);
});

test('[3.5 D] a handshake that is not answered within ten seconds is refused with 400', async () => {
  expect(HANDSHAKE_MS).toBe(10_000);
  await expect(shakeHands(endpoint.url, hurried)).rejects.toMatchObject({
    status: 400,
    message: 'Subscription validation request timed out.',
  });
});
