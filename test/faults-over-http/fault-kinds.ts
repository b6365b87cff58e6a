import type { Dice } from '../simulation/seeded.ts';
import type { Stand } from './stand.ts';

/** What the tenant is asked to do to calls of the product: as its `/_local/faults` takes it. */
interface TenantFault {
  readonly match: { readonly method?: string; readonly path: string; readonly agent: string };
  readonly respond: Readonly<Record<string, unknown>>;
  readonly times: number;
  readonly skip: number;
}

/** Every program but this one names itself: what people and judges ask is left alone. */
const theProduct = '.';
const graph = '^/v1\\.0/(sites|\\$batch)';
const writes = '^/v1\\.0/sites/.+/items';
const mail = '/sendMail$';
const cards = '^/connector/v3/conversations/.+/activities';

/** What people do that surely makes calls of a kind: they ask for something, or decide about what was asked. */
export type SureAct = 'submit' | 'decide';

const ofTenant =
  (
    path: string,
    respond: (dice: Dice) => Readonly<Record<string, unknown>>,
    more: { times?: number; method?: string; skip?: number } = {},
  ) =>
  (dice: Dice): TenantFault => ({
    match: { path, agent: theProduct, ...(more.method === undefined ? {} : { method: more.method }) },
    respond: respond(dice),
    times: more.times === undefined ? 1 : dice.int(1, more.times),
    skip: dice.int(0, more.skip ?? 6),
  });

/** What can go wrong, with the name that the reference and the simulation in one process have for it. */
const tenantFaults = {
  'graph 429': { is: 'F10', of: ofTenant(graph, (dice) => ({ status: 429, retryAfter: dice.int(1, 3) }), { times: 12 }) },
  'graph 503': { is: 'F6', of: ofTenant(graph, () => ({ status: 503, retryAfter: 1 }), { times: 6 }) },
  'graph 503, a page': { is: 'F6', of: ofTenant(graph, () => ({ status: 503, html: true }), { times: 6 }) },
  'graph 500, written': {
    by: 'decide',
    is: 'F7',
    of: ofTenant(writes, () => ({ status: 500, applied: true }), { method: 'PATCH', times: 2, skip: 1 }),
  },
  'graph 500, made': { by: 'submit', is: 'F7', of: ofTenant(writes, () => ({ status: 500, applied: true }), { method: 'POST', skip: 0 }) },
  'graph hangs up': { is: 'F6', of: ofTenant(graph, () => ({ dropConnection: true }), { times: 3 }) },
  'graph hangs up, written': {
    by: 'decide',
    is: 'F7',
    of: ofTenant(writes, () => ({ dropConnection: true, applied: true }), { method: 'PATCH', times: 2, skip: 1 }),
  },
  'graph slow': { is: 'slow', of: ofTenant(graph, (dice) => ({ delayMs: dice.int(200, 2_500) }), { times: 4 }) },
  'graph 412': { by: 'decide', is: 'F8', of: ofTenant(writes, () => ({ status: 412 }), { method: 'PATCH', times: 3, skip: 1 }) },
  'graph token over': {
    is: 'token',
    of: ofTenant(graph, () => ({ status: 401, code: 'InvalidAuthenticationToken' }), { times: 3 }),
  },
  'sign-in away': { is: 'token', of: ofTenant('/oauth2/', () => ({ status: 503, retryAfter: 1 }), { times: 2, skip: 0 }) },
  'mail refuses': { by: 'submit', is: 'F21', of: ofTenant(mail, () => ({ status: 503, retryAfter: 1 }), { times: 4, skip: 0 }) },
  'mail sent, no answer': { by: 'submit', is: 'F22', of: ofTenant(mail, () => ({ dropConnection: true, applied: true }), { skip: 0 }) },
  'bot refuses': { by: 'submit', is: 'F21', of: ofTenant(cards, () => ({ status: 502 }), { times: 4, skip: 0 }) },
  'bot sent, no answer': { by: 'submit', is: 'F22', of: ofTenant(cards, () => ({ status: 504, applied: true }), { skip: 0 }) },
} as const;

const storageFaults = {
  'storage 503': { is: 'F6', stroke: 'busy', skip: 20 },
  'storage silent': { is: 'F7', stroke: 'unanswered', skip: 20 },
  'message twice': { by: 'submit', is: 'F15', stroke: 'message-twice', skip: 1 },
  'message late': { by: 'submit', is: 'F16', stroke: 'message-late', skip: 1 },
  'message lost': { by: 'submit', is: 'F18', stroke: 'message-lost', skip: 1 },
} as const;

/** Where the host is killed: held at a call to Graph, Entra or Teams, or at a call to the storage, before it is done or after. */
const kills = {
  'killed before a call to the tenant': { is: 'F1', respond: { hold: true } },
  'killed after a call to the tenant': { is: 'F2', respond: { hold: true, applied: true } },
  'killed before a call to the storage': { is: 'F1', stroke: 'kill-before' },
  'killed after a call to the storage': { is: 'F2', stroke: 'kill-after' },
} as const;

/** What the history does by itself, at the step that it falls on. */
const ownFaults = {
  'killed between': { is: 'F3' },
  'typed by hand': { is: 'F13' },
  'unreadable message': { is: 'F19' },
  'notifications lost': { is: 'F23' },
  'time jumps': { is: 'F24' },
  'timer twice': { is: 'F25' },
} as const;

export type KillKind = keyof typeof kills;
export type FaultKind = keyof typeof tenantFaults | keyof typeof storageFaults | keyof typeof ownFaults;
const names = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];
export const killKinds = names(kills);
export const faultKinds: readonly FaultKind[] = [...names(tenantFaults), ...names(storageFaults), ...names(ownFaults)];
/** What is done when a kind is armed, so that the call for which it waits surely comes; undefined where it needs none or any call is one. */
export const sureActOf = (kind: FaultKind | KillKind): SureAct | undefined => {
  const how = { ...tenantFaults, ...storageFaults, ...kills, ...ownFaults }[kind];
  return 'by' in how ? how.by : undefined;
};
/** The name that the reference has for a kind. */
export const nameOf: Readonly<Record<FaultKind | KillKind, string>> = Object.fromEntries(
  [tenantFaults, storageFaults, kills, ownFaults].flatMap((table) => Object.entries(table).map(([kind, { is }]) => [kind, is])),
) as Record<FaultKind | KillKind, string>;

/** What is armed in one stand, and how often each kind struck. */
export const faultsOn = ({ people, door, host }: Stand, dice: Dice) => {
  const hits: Partial<Record<FaultKind | KillKind, number>> = {};
  const hit = (kind: FaultKind | KillKind, times = 1): void => {
    if (times > 0) hits[kind] = (hits[kind] ?? 0) + times;
  };
  const atTenant = new Map<string, { readonly kind: FaultKind; readonly times: number }>();
  const atStorage: { readonly kind: FaultKind | KillKind; readonly stroke: Parameters<typeof door.arm>[0]; readonly before: number }[] = [];
  let stopped = false;
  const watching: Promise<void>[] = [];
  const leftOf = async (): Promise<ReadonlyMap<string, number>> =>
    new Map((await people.control<{ id: string; left: number }[]>('GET', '/_local/faults')).map(({ id, left }) => [id, left]));
  const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** Waits until the tenant holds a call of the host, and kills the host there. */
  const killAtCall = async (kind: KillKind, fault: TenantFault): Promise<void> => {
    const { id } = await people.control<{ id: string }>('POST', '/_local/faults', fault);
    const isHeld = async (): Promise<boolean> => !(await leftOf()).has(id);
    while (!stopped && !(await isHeld())) await pause(150);
    // What is held at the last moment would be held for ever.
    if (await isHeld()) {
      host.kill();
      hit(kind);
    } else await people.control('DELETE', `/_local/faults?id=${id}`);
  };
  const armStorage = (kind: FaultKind | KillKind, stroke: Parameters<typeof door.arm>[0], skip: number): void => {
    atStorage.push({ kind, stroke, before: door.struck(stroke) });
    door.arm(stroke, skip);
  };
  return {
    hits,
    hit,
    /** Whether anything that was armed waits for its call still. */
    waits: async (): Promise<boolean> => door.armed() > 0 || (await leftOf()).size > 0,
    arm: async (kind: FaultKind): Promise<void> => {
      if (kind in tenantFaults) {
        const fault = tenantFaults[kind as keyof typeof tenantFaults].of(dice);
        const { id } = await people.control<{ id: string }>('POST', '/_local/faults', fault);
        atTenant.set(id, { kind, times: fault.times });
      } else if (kind in storageFaults) {
        const { stroke, skip } = storageFaults[kind as keyof typeof storageFaults];
        armStorage(kind, stroke, dice.int(0, skip));
      }
    },
    armKill: (kind: KillKind): void => {
      const how = kills[kind];
      const skip = dice.int(0, 25);
      if ('stroke' in how) armStorage(kind, how.stroke, skip * 2);
      else watching.push(killAtCall(kind, { match: { path: '.', agent: theProduct }, respond: how.respond, times: 1, skip }));
    },
    /** Faults stop: what is armed is taken back, what struck is counted. */
    stop: async (): Promise<void> => {
      stopped = true;
      await Promise.all(watching);
      const left = await leftOf();
      for (const [id, { kind, times }] of atTenant) hit(kind, times - (left.get(id) ?? 0));
      await people.control('DELETE', '/_local/faults');
      door.disarm();
      for (const { kind, stroke, before } of atStorage) hit(kind, Math.min(1, door.struck(stroke) - before));
    },
  };
};

export type FaultsOn = ReturnType<typeof faultsOn>;
