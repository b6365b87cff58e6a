import type { TenantReply } from '../exchange.ts';

/**
 * What a test asks to go wrong. `path` is the source of a regular expression over the decoded path with its query, `agent` of one over the caller's
 * User-Agent, so that a test's own requests are left alone.
 */
export interface Fault {
  readonly match: { readonly method?: string; readonly path: string; readonly agent?: string };
  readonly respond: FaultResponse;
  /** How many requests it strikes; 1 unless told. */
  readonly times?: number;
  /** How many requests that match pass before it strikes; none unless told. */
  readonly skip?: number;
}

/** How it goes wrong. With `delayMs` alone the request is only slow. */
export interface FaultResponse {
  readonly status?: number;
  readonly code?: string;
  /** Graph's code among the details of its error. */
  readonly detail?: string;
  readonly message?: string;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** The request is performed first, and only its answer is lost. */
  readonly applied?: boolean;
  readonly dropConnection?: boolean;
  /** Nothing is answered for as long as the caller waits: it can be killed at this very call. */
  readonly hold?: boolean;
  readonly delayMs?: number;
  /** The body is a page of the web server's, as when the service does not get to answer itself. */
  readonly html?: boolean;
}

export interface FaultRegister {
  /** Registers a fault and returns its id. Throws a SyntaxError for a path that is no regular expression. */
  add(fault: Fault): string;
  list(): readonly (Fault & { readonly id: string; readonly left: number })[];
  /** Takes back one fault, or all of them. */
  clear(id?: string): void;
  /** The fault that strikes this request, used up by one. Earlier faults strike first. */
  strike(method: string, pathWithQuery: string, agent?: string): FaultResponse | undefined;
}

interface Entry {
  readonly fault: Fault;
  readonly path: RegExp;
  readonly agent: RegExp | undefined;
  left: number;
  toSkip: number;
}

/** Faults in the order they were asked for. */
export const faultRegister = (): FaultRegister => {
  const faults = new Map<string, Entry>();
  let issued = 0;
  return {
    add: (fault) => {
      const path = new RegExp(fault.match.path);
      const agent = fault.match.agent === undefined ? undefined : new RegExp(fault.match.agent);
      issued += 1;
      faults.set(`fault-${issued}`, { fault, path, agent, left: fault.times ?? 1, toSkip: fault.skip ?? 0 });
      return `fault-${issued}`;
    },
    list: () => [...faults].map(([id, { fault, left }]) => ({ id, ...fault, left })),
    clear: (id) => {
      if (id === undefined) faults.clear();
      else faults.delete(id);
    },
    strike: (method, pathWithQuery, agent = '') => {
      const bare = pathWithQuery.split('?')[0] ?? pathWithQuery;
      for (const [id, entry] of faults) {
        const wanted = entry.fault.match.method;
        if (wanted !== undefined && wanted.toUpperCase() !== method) continue;
        if (!entry.path.test(bare) && !entry.path.test(pathWithQuery)) continue;
        if (entry.agent && !entry.agent.test(agent)) continue;
        if (entry.toSkip > 0) {
          entry.toSkip -= 1;
          continue;
        }
        entry.left -= 1;
        if (entry.left <= 0) faults.delete(id);
        return entry.fault.respond;
      }
      return undefined;
    },
  };
};

const documented: Readonly<Record<number, readonly [code: string, message: string]>> = {
  409: ['resourceModified', 'The resource has changed since the caller last read it.'],
  412: ['resourceModified', 'The resource has changed since the caller last read it; usually an eTag mismatch'],
  423: ['resourceLocked', 'The resource is locked.'],
  429: ['activityLimitReached', 'The request has been throttled'],
  500: ['generalException', 'General exception while processing'],
  503: ['serviceNotAvailable', 'The service is not available. Try the request again after a delay.'],
};

/** True when the fault replaces the answer; false when it only delays it. */
export const replacesAnswer = (fault: FaultResponse): boolean =>
  fault.status !== undefined || fault.dropConnection === true || fault.hold === true || fault.applied === true;

const page = (title = 'Server Too Busy'): string =>
  `<!DOCTYPE html><HTML><HEAD><TITLE>${title}</TITLE></HEAD><BODY><h2>${title}</h2></BODY></HTML>`;

/** The answer that a fault gives, in the shape of the service that was asked (Entra's errors differ from Graph's). */
export const faultReply = (fault: FaultResponse, path: string): TenantReply => {
  const status = fault.status ?? 503;
  const [code, message] = documented[status] ?? ['generalException', 'General exception while processing'];
  const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  if (fault.html) return { status, headers: { ...headers, 'Content-Type': 'text/html; charset=us-ascii' }, body: page(fault.message) };
  const body = path.includes('/oauth2/')
    ? {
        error: fault.code ?? 'temporarily_unavailable',
        error_description: fault.message ?? 'AADSTS90033: A transient error has occurred. Please try again.',
        error_codes: [90033],
      }
    : {
        error: {
          code: fault.code ?? code,
          message: fault.message ?? message,
          ...(fault.detail === undefined ? {} : { details: [{ code: fault.detail, message: fault.message ?? message }] }),
        },
      };
  return { status, headers, body };
};
