import { app, type HttpFunctionOptions, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import { type AppSupplies, registerApp } from '../../functions/src/app.ts';
import { HttpRequest } from '../../functions/src/http/http-request.fixture.ts';
import { memoryGoodCopies } from '../ports/memory-guarded-list.ts';
import { memoryParked } from '../ports/memory-parked.ts';
import { memoryGivenUp, memoryStuck } from '../ports/memory-stuck.ts';
import type { World } from '../ports/memory-world.ts';
import { pagesOfTests } from './signed-bot.ts';

/** A request to one route, as the host would hand it over. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: string;
  readonly method?: string;
}

export interface Answered {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A door of the product: the options that it was registered with. */
export type Door = Pick<HttpFunctionOptions, 'methods' | 'route' | 'authLevel'>;

/** Every HTTP function of the product in this process, over ports in memory: what stands in front of the use cases is the product's own. */
export interface FrontDoor {
  readonly doors: ReadonlyMap<string, Door>;
  readonly send: (name: string, sent?: Sent) => Promise<Answered>;
  /** How often a queue or a timer was registered under an HTTP function's name. */
  readonly twice: readonly string[];
}

/** Something outside that no test of the doors may reach. */
const outOfReach = (what: string): never =>
  new Proxy({}, { get: (_target, name) => () => Promise.reject(new Error(`${what}.${String(name)} was reached`)) }) as never;

/** Registers the product as `main.ts` does. `more` replaces what a test looks at. */
export const frontDoor = (
  world: World,
  gate: Pick<AppSupplies, 'identify' | 'verifyBot'>,
  more: Partial<AppSupplies['guard']> = {},
): FrontDoor => {
  const registered = new Map<string, HttpFunctionOptions>();
  const twice: string[] = [];
  const spies = [
    jest.spyOn(app, 'http').mockImplementation((name, options) => {
      if (registered.has(name)) twice.push(name);
      registered.set(name, options);
    }),
    jest.spyOn(app, 'timer').mockImplementation(() => undefined),
    jest.spyOn(app, 'storageQueue').mockImplementation(() => undefined),
  ];
  const clock = { now: () => world.clock.now };
  registerApp({
    settings: {
      PAGES_URL: pagesOfTests,
      TEAMS_URL: 'https://teams.microsoft.com',
      TEAMS_LINK_APP_ID: undefined,
      COMMISSIONING_CONTACT: 'the commissioning team',
      DEPLOYMENT_NAME: 'ap',
    },
    ports: world.ports,
    guard: {
      goodCopies: memoryGoodCopies(),
      lists: [],
      subscriptions: outOfReach('subscriptions'),
      keptSubscriptions: { all: async () => [], keep: async () => undefined },
      hints: outOfReach('hints'),
      hintQueue: 'hints',
      machineClock: clock,
      notificationUrl: undefined,
      ...more,
    },
    imports: { importRegister: outOfReach('importRegister'), importFiles: outOfReach('importFiles') },
    ...gate,
    waiting: { parked: memoryParked(), recall: () => Promise.reject(new Error('nobody is recalled')), queueName: 'parked' },
    effectQueue: outOfReach('effectQueue'),
    operations: { stuck: memoryStuck(), givenUp: memoryGivenUp(), readMessage: () => undefined },
  });
  for (const spy of spies) spy.mockRestore();
  const doorOf = (name: string): HttpFunctionOptions => {
    const door = registered.get(name);
    if (!door) throw new Error(`No HTTP function is called ${name}`);
    return door;
  };
  return {
    doors: registered,
    twice,
    send: async (name, sent = {}) => {
      const door = doorOf(name);
      const method = sent.method ?? door.methods?.[0] ?? 'GET';
      const request = new HttpRequest({
        method,
        url: `https://api.council.example/api/${door.route ?? name}${sent.query ?? ''}`,
        headers: { ...sent.headers },
        params: { ...sent.params },
        ...(sent.body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body: { string: sent.body } }),
      });
      return answered(((await door.handler(request, undefined as unknown as InvocationContext)) ?? {}) as HttpResponseInit);
    },
  };
};

const answered = ({ status = 200, headers = {}, body }: HttpResponseInit): Answered => ({
  status,
  headers: Object.fromEntries(Object.entries(headers as Record<string, string>).map(([name, value]) => [name.toLowerCase(), value])),
  body: typeof body === 'string' ? body : '',
});
