import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** A span as Application Insights was told of it. */
export interface ToldSpan {
  readonly name: string;
  readonly traceId: string;
  readonly id: string;
  readonly parentId: string | undefined;
  readonly resultCode: string;
  readonly success: boolean;
  readonly properties: Readonly<Record<string, string>>;
  /** The whole envelope, as it was sent. */
  readonly text: string;
}

interface Envelope {
  readonly tags: Readonly<Record<string, string>>;
  readonly data: {
    readonly baseData: {
      readonly id: string;
      readonly name: string;
      readonly resultCode: string;
      readonly success: boolean;
      readonly properties?: Readonly<Record<string, string>>;
    };
  };
}

const toSpan = (envelope: Envelope): ToldSpan => {
  const { id, name, resultCode, success, properties = {} } = envelope.data.baseData;
  const { 'ai.operation.id': traceId = '', 'ai.operation.parentId': parentId } = envelope.tags;
  return { name, traceId, id, parentId, resultCode, success, properties, text: JSON.stringify(envelope) };
};

/** A place that takes what is sent to Application Insights, on a port of its own, and keeps it. `status` is what it answers. */
export const traceReceiver = async (status = 200) => {
  const envelopes: Envelope[] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const sent = Buffer.concat(parts);
      const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent).toString('utf8');
      if (request.url?.startsWith('/v2.1/track')) envelopes.push(...(JSON.parse(text) as Envelope[]));
      reply.writeHead(status, { 'content-type': 'application/json' });
      reply.end(JSON.stringify({ itemsReceived: 1, itemsAccepted: 1, errors: [] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: `InstrumentationKey=11111111-2222-4333-8444-555555555555;IngestionEndpoint=http://127.0.0.1:${port}/`,
    endpoint: `http://127.0.0.1:${port}`,
    envelopes: (): readonly Envelope[] => envelopes,
    spans: (): readonly ToldSpan[] => envelopes.map(toSpan),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
