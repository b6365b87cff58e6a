import { type HrTime, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Ingestion } from '../../ingestion.ts';

const milliseconds = ([seconds, nanoseconds]: HrTime): number => seconds * 1000 + nanoseconds / 1_000_000;

/** `days.hh:mm:ss.fffffff`, as .NET writes a duration, of milliseconds. */
export const timeSpan = (duration: number): string => {
  const ticks = Math.max(0, Math.round(duration * 10_000));
  const part = (size: number, of: number, digits: number): string => String(Math.floor(ticks / size) % of).padStart(digits, '0');
  const days = Math.floor(ticks / 864_000_000_000);
  return `${days > 0 ? `${days}.` : ''}${part(36_000_000_000, 24, 2)}:${part(600_000_000, 60, 2)}:${part(10_000_000, 60, 2)}.${part(1, 10_000_000, 7)}`;
};

/** Words of the envelope for attributes that it has a place of its own for; all others are properties. */
const placed = ['http.request.method', 'http.response.status_code', 'url.template', 'server.address'];

/** One span in the words of Application Insights, as Microsoft's own exporter writes it (test/conformance). All our spans are dependencies: the host itself tells of requests. */
export const envelopeOf = (span: ReadableSpan, key: string, role: string) => {
  const { traceId, spanId } = span.spanContext();
  const { attributes, parentSpanContext: parent } = span;
  const method = attributes['http.request.method'];
  const isCall = span.kind === SpanKind.CLIENT;
  const properties = Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (isCall && placed.includes(name) ? [] : [[name, String(value)]])),
  );
  const inside = parent ? 'InProc' : 'Dependency';
  return {
    name: 'Microsoft.ApplicationInsights.RemoteDependency',
    time: new Date(milliseconds(span.startTime)).toISOString(),
    iKey: key,
    sampleRate: 100,
    tags: {
      'ai.operation.id': traceId,
      ...(parent ? { 'ai.operation.parentId': parent.spanId } : {}),
      'ai.cloud.role': role,
    },
    data: {
      baseType: 'RemoteDependencyData',
      baseData: {
        ver: 2,
        id: spanId,
        name: span.name,
        duration: timeSpan(milliseconds(span.duration)),
        success: span.status.code !== SpanStatusCode.ERROR,
        resultCode: String(attributes['http.response.status_code'] ?? 0),
        type: isCall && method !== undefined ? 'Http' : inside,
        ...(isCall ? { target: String(attributes['server.address']), data: String(attributes['url.template']) } : {}),
        properties,
      },
    },
  };
};

export interface AzureExporterOptions {
  readonly to: Ingestion;
  /** What the spans are of, on the map of Application Insights. */
  readonly role: string;
  /** A token for `https://monitor.azure.com/`; `undefined` where nobody asks for one. */
  readonly token: () => Promise<string | undefined>;
  /** Told when spans were not taken: the status, 0 where nobody answered. */
  readonly lost: (spans: number, status: number) => void;
}

/**
 * Sends spans to Application Insights by its one operation. Nothing is kept on disk, nothing is sent to anybody else, and what is not taken at the first try is lost and
 * said to be: a trace is a help, and no record.
 */
export const azureExporter = ({ to, role, token, lost }: AzureExporterOptions): SpanExporter => {
  const send = async (spans: readonly ReadableSpan[]): Promise<number> => {
    const bearer = await token();
    const response = await fetch(`${to.endpoint}/v2.1/track`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
      headers: { 'content-type': 'application/json', ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify(spans.map((span) => envelopeOf(span, to.key, role))),
    });
    await response.body?.cancel();
    return response.status;
  };
  return {
    export: (spans, done) => {
      const finish = (status: number): void => {
        if (status !== 200) lost(spans.length, status);
        done({ code: status === 200 ? 0 : 1 });
      };
      send(spans).then(finish, () => finish(0));
    },
    shutdown: async () => undefined,
  };
};
