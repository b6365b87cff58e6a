import { randomUUID } from 'node:crypto';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@ap/shared/contract/endpoint';
import { featureOf } from '@ap/shared/contract/feature-apis';
import { type ParkedReply, parkedApi } from '@ap/shared/contract/parked';
import type { FeaturePolicy } from '@ap/shared/domain/features/features';
import { app, type HttpResponseInit } from '@azure/functions';
import type { Log } from '../ports/clock.ts';
import type { ParkedInput } from '../ports/parked.ts';
import { type Caller, holdsAny } from './caller.ts';
import { compressed } from './compressed.ts';
import { asErrand, unitsOfCommand } from './errand.ts';
import { Parked, type Parking } from './parking.ts';
import { type EdgeReply, ProblemError, problemReply, safeHeaders } from './problem-reply.ts';
import { readInput } from './read-input.ts';
import { ServiceBusy } from './service-busy.ts';
import { presentTrace } from './span.ts';

/** What a handler is given: a known caller and input that has the declared shape. `key` is the command's id where one is asked for. */
export interface Call<E> {
  readonly caller: Caller;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly key: string;
}

export interface RouteSupplies {
  readonly identify: (authorization: string | null) => Promise<Caller>;
  readonly log: Log;
  readonly parking: Parking;
  /** What the council has switched off now: asked of operations that a switch closes, and of no other. */
  readonly features: () => Promise<FeaturePolicy>;
}

/** Registers one endpoint of the contract. Only this file registers HTTP functions for people: the library's defaults are anonymous and GET + POST. */
export const route = <E extends Endpoint>(declared: E, supplies: RouteSupplies, handler: (call: Call<E>) => Promise<ReplyOf<E>>): void => {
  const run = (caller: Caller, input: ParkedInput): Promise<ReplyOf<E>> => {
    authorise(declared, caller);
    const handle = () => handler({ caller, ...input } as Call<E>);
    return declared.parks ? asErrand(unitsOfCommand, handle) : handle();
  };
  if (declared.parks) supplies.parking.join(declared.name, run);
  app.http(declared.name, {
    methods: [declared.method],
    route: declared.path.slice(1),
    authLevel: 'anonymous', // Our own check below is the authentication; host keys are not.
    handler: async (request) => {
      const response = await answer(declared, supplies.log, async () => {
        const caller = await supplies.identify(request.headers.get('authorization'));
        authorise(declared, caller);
        await refuseSwitchedOff(declared, supplies);
        const input = await readInput(declared, request);
        return run(caller, input).catch((error: unknown) => parkOrThrow(declared, supplies, { caller, input, error }));
      });
      return compressed(response, request.headers.get('accept-encoding'));
    },
  });
};

/** A command that found the register busy waits where its endpoint says so. Where it cannot be kept the caller is told that it is busy. */
const parkOrThrow = async (
  declared: Endpoint,
  { parking, log }: RouteSupplies,
  { caller, input, error }: { readonly caller: Caller; readonly input: ParkedInput; readonly error: unknown },
): Promise<Parked> => {
  if (!declared.parks || !(error instanceof ServiceBusy)) throw error;
  try {
    return new Parked(await parking.park(declared.name, caller, input, error));
  } catch (fault) {
    log.event('error', 'not-parked', { route: declared.name, error: fault instanceof Error ? fault.name : 'unknown' });
    throw error;
  }
};

/** Answers a request with what is replied, or with the problem that came of it. */
export const answer = async <E extends Endpoint>(
  declared: E,
  log: Log,
  reply: () => Promise<ReplyOf<E> | Parked>,
): Promise<HttpResponseInit> => {
  // What a person is told of a failure finds its trace, and every line of the log.
  const correlationId = presentTrace() ?? randomUUID();
  try {
    const replied = await reply();
    if (replied instanceof Parked) return waiting(replied);
    if (declared.file) return await fileResponse(declared.file, replied);
    return toResponse({ status: declared.success, headers: jsonHeaders, body: JSON.stringify(replied) });
  } catch (error) {
    return toResponse(failed(error, declared.name, correlationId, log));
  }
};

/** A file to be kept, not shown: under its own name, of which only what is safe in a header is used. */
const fileResponse = async (mediaType: string, replied: unknown): Promise<HttpResponseInit> => {
  if (!(replied instanceof File)) throw new Error('An operation that answers with a file answered with something else.');
  const name = replied.name.replace(/[^\w.-]/g, '_');
  return {
    status: 200,
    headers: { ...safeHeaders, 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"` },
    body: new Uint8Array(await replied.arrayBuffer()),
  };
};

const jsonHeaders = { ...safeHeaders, 'content-type': 'application/json; charset=utf-8' };

/** Where the caller asks what became of a command that waits. */
const waiting = ({ commandId }: Parked): HttpResponseInit => {
  const reply: ParkedReply = { state: 'writing', commandId };
  const location = `/api${parkedApi.getOutcome.path.replace('{commandId}', commandId)}`;
  return toResponse({ status: 202, headers: { ...jsonHeaders, location, 'retry-after': '1' }, body: JSON.stringify(reply) });
};

/** Role and client; which buyer or call-off a caller may touch is checked where it is known. */
const authorise = (declared: Endpoint, caller: Caller): void => {
  if (caller.client === 'drafting' && !declared.openToWebPart)
    throw new ProblemError('client-not-allowed', 'This can be done in Teams or on the signed-in page only.');
  if (!holdsAny(caller, declared.roles))
    throw new ProblemError('not-allowed', 'You do not have the role that this needs. Ask for access on the Access page.');
};

/** What a command that waits has begun goes on: a switch closes the door, and undoes nothing. */
const refuseSwitchedOff = async (declared: Endpoint, { features }: RouteSupplies): Promise<void> => {
  const feature = featureOf(declared);
  if (feature !== undefined && (await features()).off.includes(feature))
    throw new ProblemError('feature-off', 'The council has switched this off. Ask the commissioning team when it will be there again.');
};

const failed = (error: unknown, name: string, correlationId: string, log: Log): EdgeReply => {
  if (error instanceof ProblemError) {
    log.event(error.code === 'unexpected' ? 'error' : 'info', 'request-refused', { route: name, code: error.code, correlationId });
    return problemReply(error, correlationId);
  }
  if (error instanceof ServiceBusy) {
    log.event('warning', 'service-busy', { route: name, service: error.service, status: error.status, correlationId });
    const busy = new ProblemError('busy-try-later', 'The register is busy. Try again in a moment: nothing is done twice.', {
      retryAfterSeconds: error.retryAfterSeconds,
    });
    return problemReply(busy, correlationId);
  }
  log.event('error', 'request-failed', {
    route: name,
    correlationId,
    error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    at: error instanceof Error ? error.stack?.split('\n')[1]?.trim() : undefined,
  });
  return problemReply(
    new ProblemError(
      'unexpected',
      'Something went wrong on our side. It has been recorded. Try again; if it happens twice, tell the commissioning team.',
    ),
    correlationId,
  );
};

export const toResponse = (reply: EdgeReply): HttpResponseInit => ({
  status: reply.status,
  headers: { ...reply.headers },
  ...(reply.body === undefined ? {} : { body: reply.body }),
});
