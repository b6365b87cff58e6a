import { canListen } from './can-listen.ts';
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

/** Below what Linux (32768), Windows and macOS (49152) give by themselves: a connection that somebody opens, or a server on port 0, never takes one of these. */
const firstOfTests = 20_000;
const blocks = 1200;
const blockSize = 10;
let blocksTaken = 0;

/**
 * Ports of a run beside others, which nobody uses at this moment and nobody else is about to: each process has a block of its own, by its number, and each call
 * in it another one. A free port that the system names can be gone before the program that it was for has started.
 */
export async function freePorts(): Promise<StackPorts> {
  for (let tried = 0; tried < blocks; tried += 1) {
    const block = (process.pid * 7 + blocksTaken * 613) % blocks;
    blocksTaken += 1;
    const ports = toPorts((name) => firstOfTests + block * blockSize + portNames.indexOf(name));
    const free = await Promise.all(portNames.map((name) => canListen(ports[name])));
    if (free.every(Boolean)) return ports;
  }
  throw new LaunchFailure(
    `Of the ports from ${firstOfTests} to ${firstOfTests + blocks * blockSize} no ${portNames.length} in a row are free.`,
  );
}
