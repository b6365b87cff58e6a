import {
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';

/** All that a span may say: ids of things, codes and numbers. Nothing of a person has a name here, so nothing of one can be said. */
export interface SpanFacts {
  /** What began the work: `http`, `queue` or `timer`. */
  readonly 'ap.trigger'?: string | undefined;
  /** The list of an item, and what is done about it. Which item it is says the line of the log in the same trace. */
  readonly 'ap.list'?: string | undefined;
  readonly 'ap.effect'?: string | undefined;
  /** How an effect ended. */
  readonly 'ap.state'?: string | undefined;
  readonly 'http.request.method'?: string | undefined;
  /** A path whose every word is one of the service's own: ids and names are `{}`. */
  readonly 'url.template'?: string | undefined;
  readonly 'server.address'?: string | undefined;
  readonly 'http.response.status_code'?: number | undefined;
  /** Which try of one request this is, from 0. */
  readonly 'http.request.resend_count'?: number | undefined;
  /** Units of the app's minute that Graph said are left. It says so when four fifths are spent. */
  readonly 'ap.units_left'?: number | undefined;
  /** Seconds that a busy service asked to wait. */
  readonly 'ap.asked_wait'?: number | undefined;
  /** By what the service finds the request in its own logs. */
  readonly 'ap.client_request_id'?: string | undefined;
  readonly 'ap.request_id'?: string | undefined;
  /** The kind of an error, never its words. */
  readonly 'error.type'?: string | undefined;
}

/** A span while it lasts. */
export interface OpenSpan {
  readonly say: (facts: SpanFacts) => void;
  /** It ended badly although nothing was thrown. */
  readonly fail: (kind: string) => void;
}

const tracer = () => trace.getTracer('ap-framework');
const kinds = { inside: SpanKind.INTERNAL, call: SpanKind.CLIENT } as const;

const open = (span: Span): OpenSpan => ({
  say: (facts) => void span.setAttributes({ ...facts }),
  fail: (kind) => {
    span.setAttribute('error.type', kind);
    span.setStatus({ code: SpanStatusCode.ERROR });
  },
});

const run = async <T>(span: Span, work: (span: OpenSpan) => Promise<T>): Promise<T> => {
  const opened = open(span);
  try {
    return await work(opened);
  } catch (error) {
    opened.fail(error instanceof Error ? error.name : 'unknown');
    throw error;
  } finally {
    span.end();
  }
};

/** Does work as one span of the present trace: `call` where another service is asked, `inside` otherwise. Costs next to nothing where no traces are kept. */
export const inSpan = <T>(name: string, kind: keyof typeof kinds, facts: SpanFacts, work: (span: OpenSpan) => Promise<T>): Promise<T> =>
  tracer().startActiveSpan(name, { kind: kinds[kind], attributes: { ...facts } }, (span) => run(span, work));

/** What a `traceparent` names (W3C Trace Context, version 00); an empty context for a text that is none. */
const contextOf = (traceparent: string | undefined): Context => {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true });
};

/** Does work as the first span of this program in the trace that a `traceparent` of W3C names; in a trace of its own where there is none. */
export const inSpanFrom = <T>(
  traceparent: string | undefined,
  name: string,
  facts: SpanFacts,
  work: (span: OpenSpan) => Promise<T>,
): Promise<T> =>
  tracer().startActiveSpan(name, { kind: SpanKind.INTERNAL, attributes: { ...facts } }, contextOf(traceparent), (span) => run(span, work));

/** The id of the present trace, 32 hexadecimal digits; `undefined` where no traces are kept. */
export const presentTrace = (): string | undefined => {
  const present = trace.getActiveSpan()?.spanContext();
  return present && isSpanContextValid(present) ? present.traceId : undefined;
};

/** The present trace as `traceparent`, for a message that goes on with it. */
export const presentTraceparent = (): string | undefined => {
  const present = trace.getSpanContext(context.active());
  if (!present || !isSpanContextValid(present)) return undefined;
  return `00-${present.traceId}-${present.spanId}-0${present.traceFlags & TraceFlags.SAMPLED}`;
};
