import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import type { Faults } from './faults.ts';
import type { Scheduler } from './scheduler.ts';
import type { Dice } from './seeded.ts';

/** What a port leads to: the lists, storage, or people outside. */
type Place = 'lists' | 'storage' | 'outside';

const places: Readonly<Partial<Record<keyof Ports, Place>>> = {
  mail: 'outside',
  cards: 'outside',
  feed: 'outside',
  effects: 'storage',
  audit: 'storage',
  links: 'storage',
  drafts: 'storage',
  shortlists: 'storage',
  choices: 'storage',
  unmetNeeds: 'storage',
  savedSearches: 'storage',
  noticeSends: 'storage',
  noticePictures: 'storage',
  welcomes: 'storage',
};
/** These answer at once, from the process itself. */
const within: readonly string[] = ['clock', 'secrets', 'hashes', 'log', 'papers'];
/** What Graph and the bot answer to a token that is over: no service that is busy, so that nothing in the product waits for it. */
export class TokenOver extends Error {}
/** Register writes say what became of them; whatever else fails throws. */
const isWrite = (method: string): boolean => method === 'add' || method === 'save';
const minute = 60_000;

export interface FaultySupplies {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly dice: Dice;
  readonly die: () => void;
  readonly dyingOnly: string;
  readonly trace: (line: string) => void;
}

type Call = (...given: readonly unknown[]) => Promise<unknown>;

/** Every port as a process sees it on a bad day: at each call others go first, and it may fail before it, after it, or not at all. */
export const faultyPorts = (real: Ports, supplies: FaultySupplies): Ports => {
  const wrapped = (of: object, place: Place, path: string): object => {
    const port: Record<string, unknown> = {};
    for (const [name, part] of Object.entries(of)) {
      const here = `${path}.${name}`;
      if (typeof part === 'function') port[name] = faultyCall(part as Call, place, here, supplies);
      else port[name] = part !== null && typeof part === 'object' ? wrapped(part, place, here) : part;
    }
    return port;
  };
  const ports: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(real))
    ports[name] = within.includes(name) ? part : wrapped(part as object, places[name as keyof Ports] ?? 'lists', name);
  return ports as unknown as Ports;
};

/** One call as it goes on a bad day. */
export const faultyCall = (call: Call, place: Place, path: string, supplies: FaultySupplies): Call => {
  const method = path.slice(path.lastIndexOf('.') + 1);
  const { scheduler, faults, dice, trace, die, dyingOnly } = supplies;
  const mayDie = (): boolean => scheduler.current().label.startsWith(dyingOnly);
  const busy = (status: number, seconds: number): unknown => {
    if (place === 'lists' && isWrite(method)) return { ok: false, why: 'unknown', retryAfterSeconds: seconds };
    throw new ServiceBusy(place, status, seconds);
  };
  const dies = async (): Promise<void> => {
    die();
    await scheduler.turn();
  };
  let earlier: unknown;
  /** What a read model that lags still says, and a delta feed that has not heard of the last writes. */
  const lagging = ([cursor]: readonly unknown[]): { readonly answer: unknown } | undefined => {
    if (place !== 'lists') return undefined;
    if (method === 'known' && earlier !== undefined && faults.befalls('F11')) return { answer: earlier };
    if (method === 'changes' && cursor !== undefined && faults.befalls('F11')) return { answer: { changed: [], cursor } };
    return undefined;
  };
  /** Rows that were read page by page while one of them moved: a copy may lack it till it is read again, and a feed of changes tells of it twice. */
  const moved = (answer: unknown): unknown => {
    if (place !== 'lists' || (method !== 'known' && method !== 'changes')) return answer;
    const rows = (method === 'known' ? answer : (answer as { changed: unknown }).changed) as readonly unknown[];
    if (!Array.isArray(rows) || rows.length === 0 || !faults.befalls('F12')) return answer;
    const row = dice.pick(rows);
    const isMissed = method === 'known' && dice.perMille(500);
    const read = isMissed ? rows.filter((each) => each !== row) : [...rows, row];
    return method === 'known' ? read : { ...(answer as object), changed: read };
  };
  /** Undefined: nothing stands in the way. */
  const before = (): { readonly answer: unknown } | undefined => {
    if (place !== 'storage' && faults.befalls('token')) throw new TokenOver('401');
    if (place === 'outside') return faults.befalls('F21') ? { answer: busy(503, 5) } : undefined;
    if (faults.befalls('F6')) return { answer: busy(503, 5) };
    if (faults.befalls('F10')) return { answer: busy(429, 20) };
    if (place === 'lists' && method === 'save' && (faults.befalls('F8') || faults.befalls('F9')))
      return { answer: { ok: false, why: 'conflict' } };
    return undefined;
  };
  return async (...given) => {
    await scheduler.turn(faults.befalls('slow') ? minute * 3 : 0);
    if (mayDie() && faults.befalls('F1')) await dies();
    if (mayDie() && faults.befalls('F4')) {
      await scheduler.turn(10 * minute);
      await dies();
    }
    trace(`${scheduler.current().host.name} ${scheduler.current().label} ${path}`);
    const instead = before() ?? lagging(given);
    if (instead) return instead.answer;
    const answer = moved(await call(...given));
    if (method === 'find' || method === 'findByKey') scheduler.current().looked?.(path.slice(0, path.indexOf('.')), scheduler.turns());
    if (method === 'known') earlier = answer;
    if (mayDie() && faults.befalls('F2')) await dies();
    if (faults.befalls(place === 'outside' ? 'F22' : 'F7')) return busy(0, 5);
    await scheduler.turn();
    return answer;
  };
};
