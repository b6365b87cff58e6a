import { connect } from 'node:net';
import { canListen } from './can-listen.ts';
import { LaunchFailure } from './launch-failure.ts';
import { type PortName, portUses, type StackPorts } from './ports.ts';

/** Throws `LaunchFailure`, naming the port, its use and the variable that changes it, when another program listens there. */
export async function refuseTakenPorts(ports: StackPorts, needed: readonly PortName[]): Promise<void> {
  for (const name of needed) {
    const port = ports[name];
    if ((await canListen(port)) && !(await answers(port, '::1'))) continue;
    const { use, variable } = portUses[name];
    throw new LaunchFailure(
      `Port ${port}, which is for ${use}, is in use by another program: stop that program, or choose another port, for example ${variable}=${port < 65_000 ? port + 100 : port - 100} npm start.`,
    );
  }
}

/** A program on `::1` only would not stop us from listening, but browsers ask for `localhost` there first. */
function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(500, () => end(false));
  });
}
