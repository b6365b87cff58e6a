import path from 'node:path';
import { parseArgs } from 'node:util';
import type { HostReady } from './host-process.ts';
import { readyMark, standbyMark } from './ready-line.ts';
import { startHost } from './start-host.ts';

// The local Functions host as a command:
//   node --conditions=source --import tsx infra/local/host/main.ts --root functions --port 7071 [--settings file] [--main file] [--admin] [--standby]
// Settings come from the environment and from local.settings.json (or --settings). It prints one ready line.
// With --standby it loads the app, says so in a line, and waits for SIGUSR2 before it does anything else.

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    main: { type: 'string' },
    port: { type: 'string', default: '7071' },
    settings: { type: 'string' },
    admin: { type: 'boolean', default: false },
    standby: { type: 'boolean', default: false },
  },
});
if (values.root === undefined)
  throw new Error('Usage: main.ts --root <folder> [--port 7071] [--settings file] [--main file] [--admin] [--standby]');

const itsTurn = (): Promise<void> =>
  new Promise((resolve) => {
    // A signal that is waited for keeps no process alive.
    const alive = setInterval(() => undefined, 60_000);
    process.once('SIGUSR2', () => {
      clearInterval(alive);
      resolve();
    });
    console.log(standbyMark);
  });

const functionKey = process.env.LOCAL_HOST_FUNCTION_KEY;
const masterKey = process.env.LOCAL_HOST_MASTER_KEY;
const host = await startHost({
  root: path.resolve(values.root),
  main: values.main,
  port: Number(values.port),
  settingsFile: values.settings,
  admin: values.admin,
  turn: values.standby ? itsTurn : undefined,
  keys: functionKey && masterKey ? { function: functionKey, master: masterKey } : undefined,
});

const ready: HostReady = { port: host.port, functions: host.functions, timers: host.timers.names };
console.log(`${readyMark} ${JSON.stringify(ready)}`);

const stop = (): void => {
  host.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
