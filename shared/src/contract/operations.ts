import * as z from 'zod/mini';
import { setAsideReasons, stuckReasons } from '../domain/operations/stuck.ts';
import { endpoint } from './endpoint.ts';

const stuckShape = z.object({
  id: z.string(),
  why: z.enum(stuckReasons),
  since: z.string(),
  kind: z.optional(z.string()),
  ref: z.optional(z.string()),
  list: z.optional(z.string()),
  tries: z.optional(z.int()),
  mayReplay: z.boolean(),
  maySetAside: z.boolean(),
});

const id = z.string().check(z.regex(/^[\w.:/-]{1,100}$/, 'is not the id of anything that is stuck'));

const listStuck = endpoint({
  name: 'listStuck',
  summary:
    'Everything that does not go on by itself: messages that were not sent, rows and messages that cannot be read, commands that were given up',
  method: 'GET',
  path: '/operations/stuck',
  roles: ['commissioner'],
  reply: z.object({ stuck: z.array(stuckShape) }),
});

const replayStuck = endpoint({
  name: 'replayStuck',
  summary: 'A commissioner has something that is stuck tried again; what it needs is looked at once more then',
  method: 'POST',
  path: '/operations/stuck/replay',
  roles: ['commissioner'],
  idempotent: true,
  body: z.strictObject({ id }),
  /** `over`: it went on meanwhile, and nothing was sent. */
  reply: z.object({ state: z.enum(['sent', 'over']) }),
});

const setStuckAside = endpoint({
  name: 'setStuckAside',
  summary: 'A commissioner takes something that is stuck from the list for good, with the reason; it is not sent',
  method: 'POST',
  path: '/operations/stuck/set-aside',
  roles: ['commissioner'],
  idempotent: true,
  body: z.strictObject({ id, why: z.enum(setAsideReasons) }),
  reply: z.object({ state: z.enum(['set-aside', 'over']) }),
});

/** Operations on what runs, for its operators. Apart from `commissioningApi`, so that nobody else loads their shapes. */
export const operationsApi = { listStuck, replayStuck, setStuckAside } as const;
