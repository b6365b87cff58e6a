import { readFileSync } from 'node:fs';

/** How queue triggers poll and give up, from `host.json` `extensions.queues`. Times in milliseconds. */
export interface QueueOptions {
  readonly batchSize: number;
  readonly newBatchThreshold: number;
  readonly maxDequeueCount: number;
  /** Wait before a failed message is tried again. The service's default is 0: five tries burn in a fifth of a second. */
  readonly visibilityTimeoutMs: number;
  readonly maxPollingIntervalMs: number;
  readonly messageEncoding: 'base64' | 'none';
}

export interface HostJson {
  readonly routePrefix: string;
  readonly queues: QueueOptions;
}

interface RawHostJson {
  readonly version?: string;
  readonly extensions?: {
    readonly http?: { readonly routePrefix?: string };
    readonly queues?: Partial<Record<'batchSize' | 'newBatchThreshold' | 'maxDequeueCount', number>> & {
      readonly visibilityTimeout?: string;
      readonly maxPollingInterval?: string;
      readonly messageEncoding?: string;
    };
  };
}

/** Reads `host.json`. Throws when the version is not 2.0 or a queue option is out of the service's range. */
export function readHostJson(file: string): HostJson {
  const raw = JSON.parse(readFileSync(file, 'utf8')) as RawHostJson;
  if (raw.version !== '2.0') throw new Error(`${file}: "version" must be "2.0".`);
  const queues = raw.extensions?.queues ?? {};
  const batchSize = within(file, 'batchSize', queues.batchSize ?? 16, 1, 32);
  const encoding = (queues.messageEncoding ?? 'base64').toLowerCase();
  if (encoding !== 'base64' && encoding !== 'none') throw new Error(`${file}: "messageEncoding" must be "base64" or "none".`);
  return {
    routePrefix: (raw.extensions?.http?.routePrefix ?? 'api').replace(/^\/+|\/+$/g, ''),
    queues: {
      batchSize,
      newBatchThreshold: within(file, 'newBatchThreshold', queues.newBatchThreshold ?? Math.floor(batchSize / 2), 0, 1000),
      maxDequeueCount: within(file, 'maxDequeueCount', queues.maxDequeueCount ?? 5, 1, 1000),
      visibilityTimeoutMs: parseTimeSpan(queues.visibilityTimeout ?? '00:00:00'),
      maxPollingIntervalMs: Math.max(100, parseTimeSpan(queues.maxPollingInterval ?? '00:01:00')),
      messageEncoding: encoding,
    },
  };
}

function within(file: string, name: string, value: number, low: number, high: number): number {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new Error(`${file}: "${name}" must be a whole number from ${low} to ${high}.`);
  }
  return value;
}

/** Milliseconds of a .NET time span `[d.]hh:mm:ss[.fff]`. Throws on anything else. */
export function parseTimeSpan(text: string): number {
  const match = /^(?:(\d+)\.)?(\d{1,2}):([0-5]?\d):([0-5]?\d)(?:\.(\d{1,7}))?$/.exec(text);
  if (!match) throw new Error(`"${text}" is not a time span of the form hh:mm:ss.`);
  const [, days = '0', hours, minutes, seconds, fraction = '0'] = match;
  const whole = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
}
