import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { adminRoutes } from './admin-routes.ts';
import { corsPolicy } from './cors.ts';
import { entryFiles } from './entry-files.ts';
import { type FunctionKeys, newFunctionKeys } from './function-keys.ts';
import { readHostJson } from './host-json.ts';
import { consoleLog, type HostLog } from './host-log.ts';
import { httpRoutes } from './http-routes.ts';
import { createHttpServer } from './http-server.ts';
import { applySettings, type LocalSettings, readLocalSettings } from './local-settings.ts';
import { closeServer, listenOnLoopback } from './loopback-server.ts';
import { provideCore } from './provide-core.ts';
import { createOutputWriter } from './queue-output.ts';
import { startQueueTrigger } from './queue-trigger.ts';
import { defaultBodyLimit } from './request-body.ts';
import { refuseUnsupported } from './supported-bindings.ts';
import { startTimers, type Timers } from './timers.ts';
import { createWorker } from './worker.ts';

export interface HostOptions {
  /** Folder with host.json and package.json. */
  readonly root: string;
  /** Entry point relative to `root`; default: package.json `main`. May be a glob. */
  readonly main?: string | undefined;
  /** 0 takes a free port. */
  readonly port: number;
  /** App settings that win over the environment and over local.settings.json. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  /** A settings file to read instead of `<root>/local.settings.json`. */
  readonly settingsFile?: string | undefined;
  /** Keys for functions that are not anonymous; default: fresh random ones. */
  readonly keys?: FunctionKeys | undefined;
  /** Longest request body in bytes; default: FUNCTIONS_REQUEST_BODY_SIZE_LIMIT or 100 MiB. */
  readonly bodyLimit?: number | undefined;
  /** Serve `/admin` to programs on this machine. */
  readonly admin?: boolean | undefined;
  /** Waited for when the app is loaded, before anything of it runs, listens or polls: an instance on standby. */
  readonly turn?: (() => Promise<void>) | undefined;
  readonly log?: HostLog | undefined;
}

export interface RunningHost {
  readonly port: number;
  readonly timers: Timers;
  /** Names of all registered functions. */
  readonly functions: readonly string[];
  readonly keys: FunctionKeys;
  /** Stops triggers, waits a moment for what is running, runs the `appTerminate` hooks and closes the server. */
  stop(): Promise<void>;
}

const graceMs = 5000;

/**
 * Runs a Functions app of the Node v4 programming model in this process. Rejects, with nothing left running, when the app
 * cannot be loaded, registers no function, or needs what the local host does not support.
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const log = options.log ?? consoleLog;
  const file = readLocalSettings(options.settingsFile ?? path.join(options.root, 'local.settings.json'));
  const restoreSettings = applySettings(file.Values, options.settings ?? {});
  const undo: Array<() => Promise<void> | void> = [restoreSettings];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await begin(options, file.Host, log, undo, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

type Undo = Array<() => Promise<void> | void>;

async function begin(
  options: HostOptions,
  told: LocalSettings['Host'],
  log: HostLog,
  undo: Undo,
  stop: () => Promise<void>,
): Promise<RunningHost> {
  const hostJson = readHostJson(path.join(options.root, 'host.json'));
  const worker = createWorker(log);
  await provideCore(worker.api, () => loadApp(options));
  const functions = worker.registry.all();
  if (functions.length === 0) throw new Error(`The app in ${options.root} registered no function.`);
  functions.forEach(refuseUnsupported);
  const routes = httpRoutes(functions, hostJson.routePrefix);
  await options.turn?.();
  await worker.start(options.root);
  undo.push(() => worker.terminate());

  const writeOutputs = createOutputWriter(hostJson.queues.messageEncoding);
  const timers = startTimers(functions, { worker, writeOutputs, log });
  undo.push(() => timers.stop(graceMs));
  const keys = options.keys ?? newFunctionKeys();
  const server = createHttpServer({
    worker,
    routes,
    keys,
    cors: corsPolicy(told.CORS, told.CORSCredentials),
    bodyLimit: options.bodyLimit ?? Number(process.env.FUNCTIONS_REQUEST_BODY_SIZE_LIMIT ?? defaultBodyLimit),
    writeOutputs,
    admin: options.admin ? adminRoutes(timers, log) : undefined,
    log,
  });
  await listenOnLoopback(server, options.port);
  undo.push(() => closeServer(server, graceMs));
  const queues: Array<{ stop(graceMs: number): Promise<void> }> = [];
  undo.push(async () => {
    await Promise.all(queues.map((queue) => queue.stop(graceMs)));
  });
  for (const target of functions.filter((each) => each.trigger.type.toLowerCase() === 'queuetrigger')) {
    queues.push(await startQueueTrigger({ worker, target, options: hostJson.queues, writeOutputs, log }));
  }
  const { port } = server.address() as AddressInfo;
  return { port, timers, functions: functions.map((each) => each.metadata.name), keys, stop };
}

let loads = 0;

/** Imports the entry points. A query makes the app load again when this process hosted it before. */
async function loadApp({ root, main }: HostOptions): Promise<void> {
  const entry = main ?? (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { main?: string }).main;
  if (!entry) throw new Error(`${path.join(root, 'package.json')} has no "main".`);
  loads += 1;
  for (const file of entryFiles(root, entry)) await import(`${pathToFileURL(path.join(root, file)).href}?load=${loads}`);
}
