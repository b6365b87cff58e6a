import { leaseSeconds } from '@ap/local/host/message-lease';
import type { QueueName } from '@ap/shared/lists/kept-elsewhere';
import type { Storage } from '../../functions/src/adapters/storage/storage.ts';
import type { HeldMessage } from './queue-wire.ts';

/** A message that the host was given and has neither deleted nor put back. */
interface InHand {
  readonly queue: QueueName;
  readonly receipt: string;
  /** When it was given (milliseconds of the process). */
  readonly since: number;
}

/** The answer of the queue service to a call. */
interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly content: Buffer;
}

/** The queue of this deployment that a call is about, and the message where it is about one. */
const subjectOf = (url: URL): { readonly queue: QueueName; readonly id: string | undefined } => {
  const [, , queue = '', , id] = url.pathname.split('/');
  return { queue: queue.replace(/^local-/, '') as QueueName, id };
};

/** Whether a call asks for messages as the host's triggers do: for so long that nobody else has them while their function runs. */
const isLease = ({ method }: HeldMessage, url: URL): boolean =>
  method === 'GET' && Number(url.searchParams.get('visibilitytimeout') ?? '0') >= leaseSeconds;

/**
 * Which messages the host has in hand, seen by the door before the storage. A host that dies loses them for ten minutes of the service: here they are given
 * back as soon as it is dead, and no live host loses one because it is slow.
 */
export const messagesInHand = (storage: Pick<Storage, 'queue'>) => {
  const inHand = new Map<string, InHand>();
  /** Looks in vain at each queue since any message was put or given. */
  const inVain = new Map<QueueName, number>();
  const stir = (): void => {
    for (const queue of inVain.keys()) inVain.set(queue, 0);
  };
  const show = async ([id, { queue, receipt }]: readonly [string, InHand]): Promise<void> => {
    inHand.delete(id);
    // One that was deleted or shown by a call whose answer got lost is in nobody's hand any more.
    await storage
      .queue(queue)
      .updateMessage(id, receipt, undefined, 0)
      .catch((error: { readonly statusCode?: number }) => {
        if (error.statusCode !== 404 && error.statusCode !== 400) throw error;
      });
  };
  const takenBy = (url: URL, { content }: Answered): readonly (readonly [string, InHand])[] =>
    [...content.toString('utf8').matchAll(/<MessageId>([^<]+)<\/MessageId>.*?<PopReceipt>([^<]+)<\/PopReceipt>/gs)].map(
      ([, id = '', receipt = '']) => [id, { queue: subjectOf(url).queue, receipt, since: performance.now() }],
    );
  return {
    /** Notes a call of the host that the queue service has answered. A lost answer that gave messages gives them to nobody: they are shown again. */
    note: async (asked: HeldMessage, answered: Answered, isLost: boolean): Promise<void> => {
      if (answered.status >= 300) return;
      const url = new URL(asked.url, 'http://door');
      const { queue, id } = subjectOf(url);
      if (isLease(asked, url)) {
        const taken = takenBy(url, answered);
        for (const [each, held] of taken) inHand.set(each, held);
        if (taken.length > 0) stir();
        else inVain.set(queue, (inVain.get(queue) ?? 0) + 1);
        if (isLost) await Promise.all(taken.map(show));
      } else if (asked.method === 'POST') stir();
      else if (id !== undefined && asked.method === 'DELETE') inHand.delete(id);
      else if (id !== undefined && asked.method === 'PUT') {
        const held = inHand.get(id);
        const receipt = answered.headers['x-ms-popreceipt'];
        // A renewed lease has another receipt; what is put back is in nobody's hand.
        if (Number(url.searchParams.get('visibilitytimeout') ?? '0') < leaseSeconds) inHand.delete(id);
        else if (held && typeof receipt === 'string') inHand.set(id, { ...held, receipt });
      }
    },
    /** Shows again what the host had in hand, which is dead. */
    giveBack: async (): Promise<void> => {
      await Promise.all([...inHand].map(show));
    },
    /** How often, at least, the host has looked at each of its queues in vain since any message was put, given or put away. */
    looksInVain: (): number => (inHand.size > 0 || inVain.size === 0 ? 0 : Math.min(...inVain.values())),
    /** How long (milliseconds) the host has had the oldest in hand. */
    longestInHand: (): number => Math.max(0, ...[...inHand.values()].map(({ since }) => performance.now() - since)),
  };
};
