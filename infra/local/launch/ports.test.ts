import { createServer, type Server } from 'node:net';
import { freePorts, readPorts } from './ports.ts';
import { refuseTakenPorts } from './refuse-taken-ports.ts';

describe('the ports of the local run', () => {
  test('are the standard ones unless the environment says otherwise', () => {
    expect(readPorts({})).toEqual({ tenant: 8443, functions: 7071, blob: 10000, queue: 10001, table: 10002, window: 3000, tab: 3001 });
    expect(readPorts({ TAB_PORT: '4001' }).tab).toBe(4001);
  });

  test.each([
    [{ TAB_PORT: 'x' }, 'TAB_PORT=x is not a port from 1 to 65535.'],
    [{ TAB_PORT: '0' }, 'TAB_PORT=0 is not a port from 1 to 65535.'],
    [{ TAB_PORT: '3000' }, 'TEAMS_WINDOW_PORT and TAB_PORT are both 3000.'],
  ])('%j is refused', (environment, sentence) => {
    expect(() => readPorts(environment)).toThrow(sentence);
  });

  test('of runs beside one another are never the same, and none that the system would give to somebody else', async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, freePorts));
    const all = runs.flatMap((run) => Object.values(run));
    expect(new Set(all).size).toBe(20 * 7);
    for (const port of all) {
      expect(port).toBeGreaterThan(10_002);
      expect(port).toBeLessThan(32_768);
    }
  });

  test.each(['127.0.0.1', '::1'])('in use on %s are named, with what needs them and what changes them', async (host) => {
    const ports = await freePorts();
    const other = await new Promise<Server>((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(ports.window, host, () => resolve(server));
    });
    await expect(refuseTakenPorts(ports, ['tab', 'window'])).rejects.toThrow(
      `Port ${ports.window}, which is for the stand-in Teams window, is in use by another program: stop that program, or choose another port, for example TEAMS_WINDOW_PORT=`,
    );
    await expect(refuseTakenPorts(ports, ['tab', 'functions'])).resolves.toBeUndefined();
    await new Promise((resolve) => other.close(resolve));
  });
});
