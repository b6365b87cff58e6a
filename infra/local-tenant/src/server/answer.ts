import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { TenantReply } from '../exchange.ts';
import { errorReply, notServed } from '../reply.ts';
import { type FaultRegister, faultReply, replacesAnswer } from './fault-register.ts';
import type { RequestTarget } from './request-target.ts';
import type { RouteMatch } from './router.ts';
import type { UsageMeter } from './usage-meter.ts';

/** What the front door is made of; the rooms are behind `match`. */
export interface FrontDoor {
  readonly match: (method: string, segments: readonly string[]) => RouteMatch | undefined;
  readonly faults: FaultRegister;
  readonly usage: UsageMeter;
  readonly log: (sentence: string) => void;
}

/** One request that has been read and decoded. */
export interface Incoming {
  readonly method: string;
  readonly target: RequestTarget;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly origin: string;
}

const isControl = (path: string): boolean => path.startsWith('/_local/');

const perform = async (door: FrontDoor, incoming: Incoming): Promise<TenantReply> => {
  const { method, target } = incoming;
  const found = door.match(method, target.segments);
  if (!found) return notServed(`${method} ${target.path}`);
  if (target.repeated.length > 0) {
    const [name] = target.repeated;
    return errorReply(400, 'BadRequest', `Query option '${name}' was specified more than once, but it must be specified at most once.`);
  }
  try {
    const { headers, body, origin } = incoming;
    const reply = await found.route.handle({ method, path: target.path, query: target.query, headers, body, origin, params: found.params });
    if (!isControl(target.path)) door.usage.record(method, found.route.pattern, reply.units ?? 0, reply.spent);
    return reply;
  } catch (failure) {
    const detail = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    door.log(`${method} ${target.path} failed inside the local tenant: ${detail}`);
    return errorReply(500, 'generalException', 'LOCAL TENANT: a defect of the local tenant, see its log');
  }
};

/** Answers a request, with the fault that was asked for if one strikes it. 'dropped' means: close the connection unanswered; 'held': never answer. */
export const answer = async (door: FrontDoor, incoming: Incoming): Promise<TenantReply | 'dropped' | 'held'> => {
  const { method, target } = incoming;
  const query = [...target.query].map(([name, value]) => `${name}=${value}`).join('&');
  const agent = incoming.headers['user-agent'];
  const fault = isControl(target.path)
    ? undefined
    : door.faults.strike(method, query === '' ? target.path : `${target.path}?${query}`, agent);
  if (fault?.delayMs) await wait(fault.delayMs);
  if (!fault || !replacesAnswer(fault)) return perform(door, incoming);
  if (fault.applied) await perform(door, incoming);
  else door.usage.record(method, door.match(method, target.segments)?.route.pattern ?? target.path, 0);
  if (fault.hold) return 'held';
  return fault.dropConnection ? 'dropped' : faultReply(fault, target.path);
};
