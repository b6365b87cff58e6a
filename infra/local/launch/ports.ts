import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { LaunchFailure } from './launch-failure.ts';

/** Where each part of the stack listens on this machine. */
export interface StackPorts {
  readonly tenant: number;
  readonly functions: number;
  readonly blob: number;
  readonly queue: number;
  readonly table: number;
  readonly window: number;
  readonly tab: number;
}

export type PortName = keyof StackPorts;

/** For each port what needs it, its default, and the environment variable that changes it. */
export const portUses: Readonly<Record<PortName, { readonly use: string; readonly standard: number; readonly variable: string }>> = {
  tenant: { use: 'the local Microsoft 365 tenant', standard: 8443, variable: 'LOCAL_TENANT_PORT' },
  functions: { use: 'the Functions host', standard: 7071, variable: 'FUNCTIONS_PORT' },
  blob: { use: "Azurite's blob storage", standard: 10000, variable: 'AZURITE_BLOB_PORT' },
  queue: { use: "Azurite's queues", standard: 10001, variable: 'AZURITE_QUEUE_PORT' },
  table: { use: "Azurite's tables", standard: 10002, variable: 'AZURITE_TABLE_PORT' },
  window: { use: 'the stand-in Teams window', standard: 3000, variable: 'TEAMS_WINDOW_PORT' },
  tab: { use: 'the pages of the tab', standard: 3001, variable: 'TAB_PORT' },
};

const portNames = Object.keys(portUses) as PortName[];
const toPorts = (portOf: (name: PortName) => number): StackPorts =>
  Object.fromEntries(portNames.map((name) => [name, portOf(name)])) as unknown as StackPorts;

/** The ports that the environment asks for, else the standard ones. Throws `LaunchFailure` for what is not a port, or one asked for twice. */
export function readPorts(environment: Readonly<Record<string, string | undefined>>): StackPorts {
  const ports = toPorts((name) => {
    const { standard, variable } = portUses[name];
    const asked = environment[variable] ?? String(standard);
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new LaunchFailure(`${variable}=${asked} is not a port from 1 to 65535.`);
    return port;
  });
  for (const [index, name] of portNames.entries()) {
    const other = portNames.slice(index + 1).find((each) => ports[each] === ports[name]);
    if (other) throw new LaunchFailure(`${portUses[name].variable} and ${portUses[other].variable} are both ${ports[name]}.`);
  }
  return ports;
}

/** Ports that nobody uses at this moment. */
export async function freePorts(): Promise<StackPorts> {
  const servers = await Promise.all(
    portNames.map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer().once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const found = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return toPorts((name) => found[portNames.indexOf(name)] ?? 0);
}
