import path from 'node:path';
import type { Organisation } from '@ap/local-tenant/organisation';
import { startAzurite } from '../azurite/start-azurite.ts';
import { type HostProcess, startHostProcess } from '../host/host-process.ts';
import { ensureSampleSecrets, writeOrganisation } from '../sample/secrets.ts';
import { type StackAddresses, stackAddresses } from './addresses.ts';
import { buildStale } from './builds.ts';
import { createEnding } from './ending.ts';
import type { LaunchFailure } from './launch-failure.ts';
import { everyPart, type PartName, portsOfParts } from './parts.ts';
import { readPorts, type StackPorts } from './ports.ts';
import { type Progress, silentProgress } from './progress.ts';
import { projectFolder } from './project-folder.ts';
import { refuseTakenPorts } from './refuse-taken-ports.ts';
import { prepareRegister } from './register.ts';
import { localSettings, settingsByIdentity } from './settings.ts';
import { writeSettingsFile } from './settings-file.ts';
import { startTabPages } from './tab-pages.ts';
import { startTeamsWindow } from './teams-window.ts';
import { startTenant } from './tenant.ts';

export interface StackOptions {
  /** Folder of all state; a later start with the same folder finds it again. */
  readonly stateDir: string;
  /** Default: what the environment says, else the standard ports. Tests take `await freePorts()`. */
  readonly ports?: StackPorts;
  /** Default: every part. */
  readonly only?: readonly PartName[];
  readonly progress?: Progress;
  /** Folder of the Functions app; default: the product's own, built when it is stale. */
  readonly functionsRoot?: string;
  /** The tenant lets the product subscribe to lists. Default: it does not. */
  readonly mayBeNotified?: boolean;
  /** More people than the sample's, as the tenant's organisation file has them. */
  readonly changeOrganisation?: (sample: Organisation) => Organisation;
  /** Added to the product's settings. */
  readonly extraSettings?: Readonly<Record<string, string>>;
  /** Origins, beside our own pages', whose pages may call the API: in Azure that is the council's SharePoint. */
  readonly moreOrigins?: readonly string[];
}

/** A running stack. Parts that were not asked for are absent. */
export interface Stack {
  readonly addresses: StackAddresses;
  readonly organisation: Organisation;
  readonly stateDir: string;
  /** The local tenant's authority (PEM), for NODE_EXTRA_CA_CERTS and `ca`. */
  readonly caPath: string;
  /** The connection string of Azurite. */
  readonly storage: string | undefined;
  readonly functions: HostProcess | undefined;
  /** Resolves when a part ends by itself; everything else is stopped by then. */
  readonly crashed: Promise<LaunchFailure>;
  /** Stops every part in order. */
  stop(): Promise<void>;
}

/**
 * Starts the local run, or a part of it, and waits until each part is healthy. Rejects, with nothing left running;
 * `explainFailure` makes one clear sentence of any error.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stateDir = path.resolve(options.stateDir);
  const parts = new Set(options.only ?? everyPart);
  const ports = options.ports ?? readPorts(process.env);
  const progress = options.progress ?? silentProgress;
  await refuseTakenPorts(ports, portsOfParts(parts));

  const addresses = stackAddresses(ports);
  const organisation = await writeOrganisation(
    stateDir,
    {
      tenantOrigin: addresses.tenant,
      api: addresses.api,
      pages: addresses.tab,
      messagingEndpoint: addresses.messages,
      teams: addresses.window,
      mayBeNotified: options.mayBeNotified ?? false,
    },
    options.changeOrganisation,
  );
  const caPath = path.join(stateDir, 'ca', 'ca.pem');
  const logFile = (name: string): string => path.join(stateDir, 'logs', `${name}.log`);
  const ending = createEnding();

  const azurite = async (): Promise<string> => {
    const storagePorts = { blob: ports.blob, queue: ports.queue, table: ports.table };
    const started = await startAzurite({ dir: path.join(stateDir, 'azurite'), ports: storagePorts, logFile: logFile('azurite') });
    ending.watch(started.child);
    return started.connectionString;
  };
  const tenant = async (): Promise<void> => {
    ending.watch((await startTenant(stateDir, ports.tenant, logFile('tenant'))).child);
  };
  const functionsHost = async (storage: string | undefined): Promise<HostProcess> => {
    const secrets = await ensureSampleSecrets(stateDir);
    const settings = localSettings(addresses, secrets, storage ?? '', stateDir);
    const values = { ...settingsByIdentity(settings, addresses, secrets), ...options.extraSettings };
    const host = await startHostProcess({
      root: options.functionsRoot ?? path.join(projectFolder, 'functions'),
      port: ports.functions,
      settings: parts.has('tenant') ? { NODE_EXTRA_CA_CERTS: caPath } : {},
      settingsFile: writeSettingsFile(stateDir, values, [addresses.tab, addresses.window, ...(options.moreOrigins ?? [])]),
      admin: true,
      logFile: logFile('functions'),
    });
    ending.watch(host.child);
    return host;
  };
  const pages = async (): Promise<void> => {
    const server = await startTabPages(addresses, ports.tab);
    ending.onStop(() => server.close());
  };
  const window = async (): Promise<void> => {
    const running = await startTeamsWindow(addresses, ports.window, caPath, organisation);
    ending.onStop(() => running.close());
  };
  const ifWanted = async <T>(part: PartName, title: string, start: () => Promise<T>): Promise<T | undefined> =>
    parts.has(part) ? progress.step(title, start) : undefined;

  try {
    if (parts.has('functions') && !options.functionsRoot) await buildStale('functions', progress);
    if (parts.has('tab')) await buildStale('tab', progress);
    const [storage] = await allDone([
      ifWanted('azurite', 'Azurite (queues, tables, blobs)', azurite),
      ifWanted('tenant', 'local Microsoft 365 tenant', tenant).then(() => undefined),
    ]);
    if (parts.has('register')) await prepareRegister(stateDir, caPath, progress);
    const [functions] = await allDone([
      ifWanted('functions', 'Functions host', () => functionsHost(storage)),
      ifWanted('tab', 'pages of the tab', pages).then(() => undefined),
      ifWanted('window', 'stand-in Teams window', window).then(() => undefined),
    ]);
    return { addresses, organisation, stateDir, caPath, storage, functions, crashed: ending.crashed, stop: () => ending.stop() };
  } catch (error) {
    await ending.stop();
    throw error;
  }
}

/** Waits for all even when one fails, so that whatever did start is known and can be stopped. */
async function allDone<T>(starts: ReadonlyArray<Promise<T>>): Promise<T[]> {
  await Promise.allSettled(starts);
  return Promise.all(starts);
}
