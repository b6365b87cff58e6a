import { type Attributes, type Context, context, isSpanContextValid, type SpanKind, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type Sampler,
  SamplingDecision,
  type SamplingResult,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import { type AzureExporterOptions, azureExporter } from './azure-exporter.ts';

/** Of the runs of timers, which come to some 30,000 a day, this share is kept; of what people begin, all. */
const someOfTimers = new TraceIdRatioBasedSampler(0.02);

/** Whether the first span of this program in a trace is kept is its own business, whatever a caller says; the others follow it. */
const sampler: Sampler = {
  shouldSample: (from: Context, traceId: string, _name: string, _kind: SpanKind, { 'ap.trigger': trigger }: Attributes): SamplingResult => {
    const parent = trace.getSpanContext(from);
    const within = parent !== undefined && isSpanContextValid(parent) && parent.isRemote !== true;
    if (within) return { decision: parent.traceFlags & 1 ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.NOT_RECORD };
    // Work that no function began is a copy that is brought up to date, or the start itself.
    if (trigger === 'timer' || trigger === undefined) return someOfTimers.shouldSample(from, traceId);
    return { decision: SamplingDecision.RECORD_AND_SAMPLED };
  },
  toString: () => 'what people begin',
};

/** Keeps traces from here on, by the processors given. Answers how to end: what waits is sent. */
export const keepTracesBy = (...spanProcessors: SpanProcessor[]): (() => Promise<void>) => {
  const provider = new BasicTracerProvider({ sampler, spanProcessors });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
};

/** Keeps traces in Application Insights. */
export const keepTraces = (options: AzureExporterOptions): (() => Promise<void>) =>
  keepTracesBy(new BatchSpanProcessor(azureExporter(options), { scheduledDelayMillis: 2000 }));
