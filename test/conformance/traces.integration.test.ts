import { gunzipSync } from 'node:zlib';
import { AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { azureExporter, timeSpan } from '../../functions/src/adapters/telemetry/azure-exporter.ts';
import { keepTracesBy } from '../../functions/src/adapters/telemetry/keep-traces.ts';
import { inSpan, inSpanFrom, presentTrace, presentTraceparent } from '../../functions/src/http/span.ts';
import { ingestionOf } from '../../functions/src/ingestion.ts';
import { traceReceiver } from '../support/trace-receiver.ts';

// What Application Insights is told, held against what Microsoft's own exporter sends of the same spans.

const kept = new InMemorySpanExporter();
const caller = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
let end: () => Promise<void>;
let parentOfMessage: string | undefined;
beforeAll(async () => {
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT = '1';
  end = keepTracesBy(new SimpleSpanProcessor(kept));
  await inSpanFrom(caller, 'submitCallOff', { 'ap.trigger': 'http' }, async (span) => {
    const facts = { 'http.request.method': 'PATCH', 'url.template': '/v1.0/sites/{}', 'server.address': 'graph.microsoft.com' };
    await inSpan('PATCH /v1.0/sites/{}', 'call', facts, async (call) =>
      call.say({ 'http.response.status_code': 200, 'ap.units_left': 40 }),
    );
    await inSpan('effect tell', 'inside', { 'ap.effect': 'tell' }, () => Promise.reject(new RangeError('Ada Lovelace'))).catch(
      () => undefined,
    );
    parentOfMessage = presentTraceparent();
    span.say({ 'http.response.status_code': 201 });
  });
  for (let run = 0; run < 100; run += 1) await inSpanFrom(undefined, 'sweep', { 'ap.trigger': 'timer' }, async () => undefined);
});
afterAll(() => end());

const spans = (): readonly ReadableSpan[] => kept.getFinishedSpans().filter(({ name }) => !['sweep', 'getMe'].includes(name));
const exported = (exporter: SpanExporter): Promise<void> => new Promise((resolve) => exporter.export([...spans()], () => resolve()));

const ours = async (): Promise<readonly unknown[]> => {
  const receiver = await traceReceiver();
  const to = ingestionOf(receiver.connectionString);
  await exported(azureExporter({ to, role: 'ap-functions', token: async () => undefined, lost: () => undefined }));
  await receiver.stop();
  return receiver.envelopes();
};

/** What Microsoft's exporter would have sent, and where. It takes no place but one on https, so it is stopped at the door. */
const theirs = async (): Promise<{ readonly url: string; readonly envelopes: readonly unknown[] }> => {
  const asked: { url: string; envelopes: readonly unknown[] }[] = [];
  const exporter = new AzureMonitorTraceExporter({
    connectionString:
      'InstrumentationKey=11111111-2222-4333-8444-555555555555;IngestionEndpoint=https://uksouth-1.in.applicationinsights.azure.com/',
    disableOfflineStorage: true,
    httpClient: {
      sendRequest: async ({ url, body }) => {
        asked.push({
          url,
          envelopes: JSON.parse(
            (typeof body === 'string' ? Buffer.from(body) : gunzipSync(body as Uint8Array)).toString('utf8'),
          ) as readonly unknown[],
        });
        throw new Error('Stopped at the door.');
      },
    },
  });
  await exported(exporter);
  await exporter.shutdown();
  const [first] = asked.filter(({ url }) => url.endsWith('/track'));
  return first ?? { url: '', envelopes: [] };
};

/** Ticks of 100 ns in a duration as .NET writes it: some leave zeros at its end out, and each rounds half a tick in its own way. */
const ticksOf = (duration: unknown): number => {
  const [, hours, minutes, seconds] = /^(\d\d):(\d\d):(\d\d\.\d{3,7})$/.exec(String(duration)) ?? [];
  return Math.round(((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1e7);
};

test('the same spans are the same dependencies: ids, parents, names, times, results and what they say', async () => {
  const told = await theirs();
  expect(told.url).toBe('https://uksouth-1.in.applicationinsights.azure.com/v2.1/track');
  type Told = {
    readonly tags: Record<string, string>;
    readonly data: { readonly baseData: Record<string, unknown> };
    readonly [field: string]: unknown;
  };
  const comparable = (sent: Told, by: 'us' | 'them') => {
    const {
      target: _host,
      data: _address,
      version,
      ver,
      kind: _kind,
      measurements: _none,
      duration: _time,
      resultCode,
      properties,
      ...base
    } = sent.data.baseData;
    const said = Object.entries(properties as Readonly<Record<string, string>>).filter(([name]) => name.startsWith('ap.'));
    // They name the whole address, which we never say, and leave out the kind of an error and the status of what is no call.
    return {
      iKey: sent.iKey,
      name: sent.name,
      trace: sent.tags['ai.operation.id'],
      parent: sent.tags['ai.operation.parentId'],
      base: { ...base, said, resultCode: base.type === 'Http' ? resultCode : undefined, version: by === 'us' ? ver : (version ?? ver) },
    };
  };
  const ofSpans = told.envelopes.map((each) => each as Told).filter(({ name }) => String(name).endsWith('RemoteDependency'));
  expect(ofSpans).toHaveLength(3);
  const sent = await ours();
  expect(sent.map((each) => comparable(each as Told, 'us'))).toEqual(ofSpans.map((each) => comparable(each, 'them')));
  sent.forEach((each, index) => {
    const [own, other] = [each as Told, ofSpans[index]];
    expect(Math.abs(Date.parse(String(own.time)) - Date.parse(String(other?.time)))).toBeLessThan(3);
    expect(Math.abs(ticksOf(own.data.baseData.duration) - ticksOf(other?.data.baseData.duration))).toBeLessThanOrEqual(1);
  });
});

test('a call is inside its request, which is in the trace of whoever called; a message goes on with it', () => {
  const request = spans().find(({ name }) => name === 'submitCallOff');
  expect(request?.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c');
  expect(request?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
  for (const inner of spans().filter(({ name }) => name !== 'submitCallOff'))
    expect(inner.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
  expect(parentOfMessage).toBe(`00-0af7651916cd43dd8448eb211c80319c-${request?.spanContext().spanId}-01`);
});

test.each([
  [0, '00:00:00.0000000'],
  [23.36151, '00:00:00.0233615'],
  [61_000, '00:01:01.0000000'],
  [3_599_999.99999, '01:00:00.0000000'],
  [90_061_001, '1.01:01:01.0010000'],
])('%d milliseconds are %s', (duration, expected) => {
  expect(timeSpan(duration)).toBe(expected);
});

test('of an error its kind is told, not its words', () => {
  const failed = spans().find(({ name }) => name === 'effect tell');
  expect(failed?.attributes).toEqual({ 'ap.effect': 'tell', 'error.type': 'RangeError' });
  expect(failed?.status).toEqual({ code: 2 });
  expect(failed?.events).toEqual([]);
});

test('of a hundred runs of a timer a few are kept', () => {
  expect(kept.getFinishedSpans().filter(({ name }) => name === 'sweep').length).toBeLessThan(15);
});

test.each(['', 'nonsense', '00-00000000000000000000000000000000-b7ad6b7169203331-01', '00-<script>-1-01', `${caller}-more`])(
  'a traceparent %p begins a trace of its own',
  async (given) => {
    const trace = await inSpanFrom(given, 'getMe', { 'ap.trigger': 'http' }, async () => presentTrace());
    expect(trace).toMatch(/^[0-9a-f]{32}$/);
    expect(trace).not.toMatch(/^0+$|^0af765/);
  },
);

test('what is not taken is said to be lost, with the status; nobody waits for it', async () => {
  const lost: number[][] = [];
  const closed = await traceReceiver(403);
  const to = ingestionOf(closed.connectionString);
  const exporter = azureExporter({ to, role: 'x', token: async () => 'secret', lost: (...told) => void lost.push(told) });
  const codes: number[] = [];
  const send = () => new Promise<void>((resolve) => exporter.export([...spans()], ({ code }) => resolve(void codes.push(code))));
  await send();
  await closed.stop();
  await send();
  expect(lost).toEqual([
    [3, 403],
    [3, 0],
  ]);
  expect(codes).toEqual([1, 1]);
});
