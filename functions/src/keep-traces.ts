// What keeps traces, in a file of its own beside the app: it is loaded after the app has started, and only where traces are kept.
export { keepTraces } from './adapters/telemetry/keep-traces.ts';
