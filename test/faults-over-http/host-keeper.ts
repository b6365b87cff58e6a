import path from 'node:path';
import { type HostProcess, startHostProcess } from '@ap/local/host/host-process';

interface HostOptions {
  readonly root: string;
  readonly port: number;
  readonly settingsFile: string;
  readonly caPath: string;
  readonly stateDir: string;
}

export interface HostKeeper {
  /** Kills the host as it stands (SIGKILL) and starts another over the same lists and stores. One that is down already is left to its start. */
  readonly kill: () => void;
  /** Resolves when a host is up. */
  readonly up: () => Promise<HostProcess>;
  readonly kills: () => number;
  /** Milliseconds from each kill to a host that answers. */
  readonly starts: readonly number[];
  readonly stop: () => Promise<void>;
}

/** Keeps one Functions host running in a process of its own, however often it is killed. */
export const keepHost = async (options: HostOptions): Promise<HostKeeper> => {
  const { root, port, settingsFile, caPath, stateDir } = options;
  const start = (): Promise<HostProcess> =>
    startHostProcess({
      root,
      port,
      settings: { NODE_EXTRA_CA_CERTS: caPath },
      settingsFile,
      admin: true,
      logFile: path.join(stateDir, 'logs', 'functions.log'),
    });
  let killed = 0;
  let host: HostProcess | undefined;
  const starts: number[] = [];
  let coming = start().then((started) => {
    host = started;
    return started;
  });
  await coming;
  return {
    kill: () => {
      const gone = host;
      if (!gone) return;
      host = undefined;
      killed += 1;
      const began = performance.now();
      process.kill(gone.child.pid, 'SIGKILL');
      coming = gone.child.ended.then(start).then((started) => {
        host = started;
        starts.push(performance.now() - began);
        return started;
      });
      // Whoever waits for it is told; nobody may be waiting yet.
      coming.catch(() => undefined);
    },
    up: () => coming,
    kills: () => killed,
    starts,
    stop: async () => (await coming).stop(),
  };
};
