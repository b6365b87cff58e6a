import { Client, type Middleware } from '@microsoft/microsoft-graph-client';
import { GiveWay } from './adapters/graph/give-way.ts';
import { readFailure } from './adapters/graph/graph-fault.ts';
import { readEffectMessage } from './adapters/storage/effect-queue.ts';
import { takingEffects } from './triggers.ts';

/** A minute of which a tenth is left, an effect that reads a list, and what its message became. */
const aTightMinute = () => {
  const service = { asked: 0 };
  const link = new GiveWay();
  link.setNext({
    execute: async (context) => {
      service.asked += 1;
      context.response = new Response('{}', {
        status: 200,
        headers: { 'content-type': 'application/json', 'RateLimit-Limit': '1250', 'RateLimit-Remaining': '125', 'RateLimit-Reset': '30' },
      });
    },
  } satisfies Middleware);
  const client = Client.initWithMiddleware({
    middleware: link,
    baseUrl: 'https://graph.example/',
    customHosts: new Set(['graph.example']),
  });
  const read = async (): Promise<void> => {
    try {
      await client.api('/sites/s').get();
    } catch (error) {
      throw readFailure(error);
    }
  };
  const again: { readonly tries: number; readonly delay: number }[] = [];
  const take = takingEffects({
    perform: ({ effectIds }) => effectIds.map(read),
    queue: {
      sendMessage: (async (text: string, { visibilityTimeout = 0 }) => {
        const sent = readEffectMessage(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
        again.push({ tries: sent?.tries ?? -1, delay: visibilityTimeout });
      }) as never,
    },
    unreadable: async () => undefined,
    log: { event: () => undefined },
  });
  return { service, again, person: read, take };
};
const message = { v: 2, kind: 'effects', list: 'CallOffs', itemId: 7, effectIds: ['CO-1-v1-0'] };

test('an effect comes again some seconds later while people need what is left of the quota', async () => {
  const { service, again, person, take } = aTightMinute();
  await person();
  await take({ ...message, tries: 0 });
  expect(service.asked).toBe(1);
  expect(again).toEqual([{ tries: 1, delay: expect.any(Number) }]);
  expect(again[0]?.delay).toBeLessThanOrEqual(11);
  await person();
  expect(service.asked).toBe(2);
});

test('after three times it goes as people do, and at once when a person asked for it: a hold that is to be told of waits for nobody', async () => {
  const { service, again, person, take } = aTightMinute();
  await person();
  await take({ ...message, tries: 3 });
  await take({ ...message, tries: 0, byHand: true });
  expect([service.asked, again.length]).toEqual([3, 0]);
});
