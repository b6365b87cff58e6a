import { councilTenant } from '@ap/shared/domain/call-off/call-off.fixture';
import { decideApproval } from '../../functions/src/approvals/decide-approval.ts';
import { commandBlock } from '../../functions/src/block-purchases/block-purchases.ts';
import { resubmitCallOff } from '../../functions/src/call-offs/change-call-off.ts';
import { maySee } from '../../functions/src/call-offs/may-see-call-off.ts';
import { submitCallOff } from '../../functions/src/call-offs/submit-call-off.ts';
import { callerOf } from '../../functions/src/http/caller.ts';
import { type ParkedWork, parkedCommands } from '../../functions/src/parking/parked-commands.ts';
import type { AskedTry, ParkedCommand, ParkedCommands } from '../../functions/src/ports/parked.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import { memoryParked } from '../ports/memory-parked.ts';
import { type FaultySupplies, faultyCall } from './faulty-ports.ts';
import type { MessageQueue } from './message-queue.ts';

type Operation = (ports: Ports) => (call: never) => Promise<unknown>;

/** Operations that wait where they find the register busy, as their routes run them. */
const operations = {
  submitCallOff,
  resubmitCallOff,
  commandBlock,
  decideApproval: (ports: Ports) => async (call: Parameters<typeof decidesOnPage>[1]) => decidesOnPage(ports, call),
} satisfies Readonly<Record<string, Operation>>;
export type WaitingOperation = keyof typeof operations;

interface Decision extends Pick<Parameters<typeof decideApproval>[1], 'verdict' | 'comment' | 'seen'> {}
interface DecisionCall {
  readonly caller: Awaited<ReturnType<typeof callerOf>>;
  readonly params: { readonly ref: string };
  readonly body: Decision;
  readonly key: string;
}
const decidesOnPage = (ports: Ports, { caller, params, body, key }: DecisionCall) =>
  decideApproval(ports, {
    ...body,
    ref: params.ref,
    by: caller.person,
    key,
    channel: 'page',
    mayKnow: (callOff) => maySee(callOff, caller),
  });

/** The commands that wait, in storage, and each as it was when it ended. */
export interface WaitingStore extends Omit<ParkedCommands, 'enqueue'> {
  readonly ends: ParkedCommand[];
}

export const waitingStore = (): WaitingStore => {
  const { enqueue: _enqueue, asked: _asked, keep, ...rest } = memoryParked();
  const ends: ParkedCommand[] = [];
  return {
    ...rest,
    ends,
    keep: async (command) => {
      await keep(command);
      if (command.ended) ends.push(command);
    },
  };
};

/** What outlives every process of commands that wait: what is kept of them, and their queue. */
export interface Waiting {
  readonly queue: MessageQueue;
  readonly store: WaitingStore;
}

/** What is kept of commands that wait, and their queue, as a process sees them on a bad day. */
export const waitingPorts = ({ queue, store }: Waiting, faulty: FaultySupplies): ParkedCommands => {
  const call = <F extends (...given: never[]) => Promise<unknown>>(name: string, act: F): F =>
    faultyCall(act as never, 'storage', `waiting.${name}`, faulty) as never;
  return {
    find: call('find', store.find),
    keep: call('keep', store.keep),
    all: call('all', store.all),
    remove: call('remove', store.remove),
    enqueue: call('enqueue', async (asked: AskedTry, delaySeconds: number) => {
      const message = { v: 1, kind: 'parked-command', ...asked };
      queue.sendMessage(Buffer.from(JSON.stringify(message)).toString('base64'), { visibilityTimeout: delaySeconds });
    }),
  };
};

/** What a process does for commands that wait: the real work, over ports that fail. */
export const waitingWork = (ports: Ports, parked: ParkedCommands): ParkedWork => {
  const work = parkedCommands({
    ...ports,
    parked,
    recall: (user) => callerOf(user, ports.buyers, councilTenant),
    page: 'https://ap.council.example/requests',
  });
  for (const [name, operation] of Object.entries(operations))
    work.parking.join(name, async (caller, input) => operation(ports)({ caller, ...input } as never));
  return work;
};
