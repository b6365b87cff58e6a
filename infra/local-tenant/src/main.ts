import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Organisation } from './organisation.ts';
import { type LocalTenantOptions, startLocalTenant } from './start.ts';

const usage = 'Usage: main.ts --organisation FILE --data DIR --ca DIR --port N [--faithful] [--licences N]';

const readOrganisation = async (file: string): Promise<Organisation> => {
  const text = await readFile(file, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    throw new Error(`The organisation file ${file} cannot be read (${failure.code ?? failure.message}).`);
  });
  try {
    return JSON.parse(text) as Organisation;
  } catch (failure) {
    throw new Error(`The organisation file ${file} is not JSON: ${(failure as Error).message}.`);
  }
};

interface Arguments {
  readonly organisation: string;
  readonly data: string;
  readonly ca: string;
  readonly port: number;
  readonly mode: Pick<LocalTenantOptions, 'strictness' | 'licences'>;
}

const readArguments = (): Arguments => {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { organisation: option, data: option, ca: option, port: option, licences: option, faithful: { type: 'boolean' } },
  });
  const { organisation, data, ca } = values;
  const port = Number(values.port);
  if (!organisation || !data || !ca || !Number.isInteger(port) || port < 0 || port > 65535) throw new Error(usage);
  const licences = values.licences === undefined ? undefined : Number(values.licences);
  if (licences !== undefined && (!Number.isInteger(licences) || licences < 1)) throw new Error(usage);
  const mode = { strictness: values.faithful ? 'faithful' : 'strict', ...(licences === undefined ? {} : { licences }) } as const;
  return { organisation, data, ca, port, mode };
};

const run = async (): Promise<void> => {
  const { organisation, data, ca, port, mode } = readArguments();
  const tenant = await startLocalTenant({ organisation: await readOrganisation(organisation), port, dataDir: data, caDir: ca, ...mode });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    tenant.close().then(
      () => process.exit(0),
      (failure: Error) => {
        console.error(`The tenant's state could not be written: ${failure.message}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Said last: whoever waits for this line may send the signal at once.
  console.log(`Local tenant ready at ${tenant.url} (trust ${tenant.caPath})`);
};

run().catch((failure: Error) => {
  console.error(failure.message);
  process.exit(1);
});
