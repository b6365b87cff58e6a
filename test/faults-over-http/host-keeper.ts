import path from 'node:path';
import { type HostProcess, type StandbyHost, standbyHostProcess } from '@ap/local/host/host-process';

interface HostOptions {
  readonly root: string;
  readonly port: number;
  readonly settingsFile: string;
  readonly caPath: string;
  readonly stateDir: string;
  /** What is done between the end of a host and the start of the next. */
  readonly afterEnd: () => Promise<void>;
}

export interface HostKeeper {
  /** Kills the host as it stands (SIGKILL) and lets another take over the same lists and stores. One that is down already is left to its start. */
  readonly kill: () => void;
  /** Resolves when a host is up. */
  readonly up: () => Promise<HostProcess>;
  readonly kills: () => number;
  /** Milliseconds from each kill to a host that answers. */
  readonly starts: readonly number[];
  readonly stop: () => Promise<void>;
}

/** Keeps one Functions host running in a process of its own, however often it is killed. The next one has loaded its code by then, where the machine was quick enough. */
export const keepHost = async (options: HostOptions): Promise<HostKeeper> => {
  const { root, port, settingsFile, caPath, stateDir, afterEnd } = options;
  const prepare = (): Promise<StandbyHost> => {
    const prepared = standbyHostProcess({
      root,
      port,
      settings: { NODE_EXTRA_CA_CERTS: caPath },
      settingsFile,
      admin: true,
      logFile: path.join(stateDir, 'logs', 'functions.log'),
    });
    // Whoever waits for it is told; nobody may be waiting yet.
    prepared.catch(() => undefined);
    return prepared;
  };
  let next = prepare();
  const takeOver = async (): Promise<HostProcess> => {
    const up = await (await next).takeOver();
    next = prepare();
    host = up;
    return up;
  };
  let killed = 0;
  let host: HostProcess | undefined;
  const starts: number[] = [];
  let coming = takeOver();
  await coming;
  return {
    kill: () => {
      const gone = host;
      if (!gone) return;
      host = undefined;
      killed += 1;
      const began = performance.now();
      process.kill(gone.child.pid, 'SIGKILL');
      coming = gone.child.ended.then(afterEnd).then(takeOver);
      coming.then(
        () => starts.push(performance.now() - began),
        // Whoever waits for it is told; nobody may be waiting yet.
        () => undefined,
      );
    },
    up: () => coming,
    kills: () => killed,
    starts,
    stop: async () => {
      const last = await coming.finally(async () => (await next).child.stop());
      await last.stop();
    },
  };
};
