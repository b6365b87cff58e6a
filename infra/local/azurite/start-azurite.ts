import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type ChildProgram, startChild } from '../process/start-child.ts';
import { addressesOf, connectionStringFor, type StoragePorts } from './connection-string.ts';

export interface AzuriteOptions {
  /** Folder that keeps blobs, queues and tables. Created when missing. */
  readonly dir: string;
  /** 0, the default, takes a free port. */
  readonly ports?: Partial<StoragePorts> | undefined;
  readonly logFile?: string | undefined;
  /** Files of a certificate of 127.0.0.1 and its key: the services speak https and take tokens of Entra, as they do in Azure. */
  readonly certificate?: { readonly cert: string; readonly key: string };
}

export interface Azurite {
  readonly connectionString: string;
  /** Where each service is, with the name of the account. */
  readonly addresses: Readonly<Record<keyof StoragePorts, string>>;
  readonly ports: StoragePorts;
  readonly child: ChildProgram;
  /** Writes everything to disk and ends. */
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);
const withoutTelemetry = fileURLToPath(new URL('./without-telemetry.cjs', import.meta.url));

/**
 * Starts Azurite's blob, queue and table services by its documented command in a process of its own, on 127.0.0.1.
 * Telemetry is off, and its heavy library is not even loaded (0.7 s instead of 2.5 s to be ready).
 * Rejects with `ChildFailed` when it does not start, for example because a port is taken.
 */
export async function startAzurite({ dir, ports = {}, logFile, certificate }: AzuriteOptions): Promise<Azurite> {
  mkdirSync(dir, { recursive: true });
  const command = require.resolve('azurite/dist/src/azurite.js');
  const port = (service: keyof StoragePorts): string => String(ports[service] ?? 0);
  const found: Partial<Record<keyof StoragePorts, number>> = {};
  const { child, ready } = await startChild<StoragePorts>({
    name: 'Azurite',
    args: [
      ...['--require', withoutTelemetry, command, '--disableTelemetry', '--skipApiVersionCheck', '--location', dir],
      ...(certificate ? ['--oauth', 'basic', '--cert', certificate.cert, '--key', certificate.key] : []),
      ...['--blobPort', port('blob'), '--queuePort', port('queue'), '--tablePort', port('table')],
    ],
    logFile,
    ready: (line) => {
      const [, service, number] =
        /Azurite (Blob|Queue|Table) service is successfully listening at https?:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? [];
      if (service !== undefined) found[service.toLowerCase() as keyof StoragePorts] = Number(number);
      const { blob, queue, table } = found;
      return blob && queue && table ? { blob, queue, table } : undefined;
    },
  });
  const scheme = certificate ? 'https' : 'http';
  return {
    connectionString: connectionStringFor(ready, scheme),
    addresses: addressesOf(ready, scheme),
    ports: ready,
    child,
    stop: () => child.stop(),
  };
}
