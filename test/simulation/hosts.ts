import { parkedMessage } from '../../functions/src/adapters/storage/parked-store.ts';
import { blockClock } from '../../functions/src/block-purchases/block-clock.ts';
import { performEffect, performEffects } from '../../functions/src/effects/perform-effect.ts';
import { sweep } from '../../functions/src/effects/sweep.ts';
import { sweepLedgers } from '../../functions/src/ledgers/sweep-ledgers.ts';
import { orderClock } from '../../functions/src/orders/order-clock.ts';
import type { ParkedWork } from '../../functions/src/parking/parked-commands.ts';
import type { OutboxList } from '../../functions/src/ports/effects.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import { followStandings } from '../../functions/src/quality/live-orders.ts';
import { takingEffects } from '../../functions/src/triggers.ts';
import { outboxes } from '../ports/worker.ts';
import type { Faults } from './faults.ts';
import { faultyCall, faultyPorts } from './faulty-ports.ts';
import { type Journal, mark, type Performance } from './journal.ts';
import { type MessageQueue, queueing } from './message-queue.ts';
import type { Options } from './options.ts';
import { asTheReleaseBefore, isNewerThanBefore } from './release-before.ts';
import type { Stage } from './scenes.ts';
import { type Host, HostDied, type Scheduler } from './scheduler.ts';
import type { Dice } from './seeded.ts';
import { type Waiting, waitingPorts, waitingWork } from './waiting.ts';

export type Timer = 'sweep' | 'sweepLedgers' | 'orderClock' | 'qualityClock' | 'blockClock' | 'sweepWaiting';

/** A process of the product: the real use cases over ports that fail. Whatever it remembers is its own, and dies with it. */
export interface RunningHost extends Host {
  readonly ports: Ports;
  /** Whether it is of the release before. */
  readonly earlier: boolean;
  /** Commands that wait; absent where none does. */
  readonly waiting: ParkedWork | undefined;
  /** Takes one message, if there is one. */
  readonly takeMessage: () => boolean;
  /** Takes one message of a command that waits, if there is one. */
  readonly takeWaiting: () => boolean;
  readonly timers: Readonly<Record<Timer, () => Promise<unknown>>>;
}

export interface HostSupplies {
  readonly options: Options;
  readonly stage: Stage;
  readonly dice: Dice;
  readonly faults: Faults;
  readonly scheduler: Scheduler;
  readonly queue: MessageQueue;
  /** Of commands that wait, with what is kept of them. */
  readonly waiting: Waiting;
  readonly journal: Journal;
  /** Lists and stores, which outlive every host. */
  readonly stored: Ports;
  readonly trace: (line: string) => void;
}

/** The lists that a history writes to. */
const listsInPlay = (stage: Stage): readonly OutboxList[] => [
  'CallOffs',
  'Ledgers',
  'ProviderStandings',
  ...(stage.has('block') ? (['BlockPurchases'] as const) : []),
];
const minute = 60_000;

/** Planted in what schools write: it may stand in their own record only. */
export const ofAPupil = /ZQ-\d|canaryobjectives/i;

export const startHost = (name: string, supplies: HostSupplies): RunningHost => {
  const { options, stage, dice, faults, scheduler, queue, waiting, journal, stored, trace } = supplies;
  const skew = faults.befalls('F24') ? dice.int(-5, 5) * minute : 0;
  const earlier = faults.befalls('F5');
  const host: Host = { name, alive: true };
  const faulty = {
    scheduler,
    faults,
    dice,
    trace,
    dyingOnly: options.dyingOnly,
    die: () => {
      trace(`${name} dies`);
      mark(journal, 'host died');
      scheduler.kill(host);
    },
  };
  const base = faultyPorts(stored, faulty);
  const put = (text: string, visibilityTimeout: number): void => {
    for (const each of earlier ? asTheReleaseBefore(text) : [text]) queue.sendMessage(each, { visibilityTimeout });
  };
  const send = faultyCall(async (text) => put(text as string, 0), 'storage', 'queue.send', faulty);
  const ports: Ports = {
    ...base,
    clock: { now: () => new Date(scheduler.now() + skew).toISOString() },
    // A log of its own: what waits in turn in one process is unknown to the others.
    log: {
      event: (_level, event, ids) => {
        trace(`${name} log ${event}`);
        if (event === 'write-repeated') journal.repeatedWrites.set(scheduler.current().id, String(ids.why));
        const line = JSON.stringify(ids);
        if (ofAPupil.test(line)) journal.leaks.push(`${event} ${line}`);
      },
    },
    effects: {
      ...base.effects,
      ...queueing(async (text) => void (await send(text))),
      expect: async (subject, effects) => {
        for (const effect of effects) await base.effects.expect(subject, [effect]);
      },
    },
  };
  const boxes = outboxes({ ports }).filter(({ list }) => listsInPlay(stage).includes(list));
  const perform = performEffect(ports, boxes);
  const resend = faultyCall(
    async (text, delay) => {
      if (!options.without.includes('retry')) put(text as string, delay as number);
    },
    'storage',
    'queue.send',
    faulty,
  );
  const handler = takingEffects({
    queue: { sendMessage: ((text: string, { visibilityTimeout = 0 }) => resend(text, visibilityTimeout)) as never },
    log: ports.log,
    unreadable: async () => ports.log.event('error', 'message-unreadable', {}),
    // Each effect is a task of its own, so that what is sent is known by the effect that sent it.
    perform: performEffects(boxes, (asked, item) => {
      const { effectId } = asked;
      if (journal.performances.some((other) => other.effectId === effectId && other.ended !== undefined))
        mark(journal, 'duplicate swallowed');
      const performance: Performance = { effectId, begun: scheduler.turns(), ended: undefined };
      journal.performances.push(performance);
      return scheduler.begin(
        host,
        `message of ${effectId}`,
        async () => {
          await perform(asked, item);
          performance.ended = scheduler.turns();
        },
        effectId,
      );
    }),
  });
  const work = stage.has('waiting') ? waitingWork(ports, waitingPorts(waiting, faulty)) : undefined;
  /** Takes a message of a queue and does its work, as the trigger does. */
  const taking = (from: MessageQueue, label: string, handle: (content: unknown) => Promise<void>): boolean => {
    const message = from.take();
    if (!message) return false;
    const content: unknown = JSON.parse(Buffer.from(message.text, 'base64').toString('utf8'));
    scheduler
      .begin(host, `${label} ${message.id}`, async () => {
        await scheduler.turn();
        if (options.without.includes('late-delete')) from.done(message.id);
        await handle(content);
        await scheduler.turn();
        from.done(message.id);
      })
      .catch((error: unknown) => {
        // A host that died says nothing of the message: it is seen again when its time is over.
        if (!(error instanceof HostDied)) from.failed(message.id);
      });
    return true;
  };
  return Object.assign(host, {
    ports,
    earlier,
    waiting: work,
    timers: {
      sweep: sweep(ports, boxes),
      sweepLedgers: sweepLedgers(ports),
      orderClock: orderClock(ports),
      qualityClock: () => followStandings(ports),
      blockClock: blockClock(ports),
      sweepWaiting: async () => work?.sweep(),
    },
    takeMessage: () =>
      taking(queue, 'message', async (content) =>
        earlier && isNewerThanBefore(content) ? mark(journal, 'too new to read') : handler(content),
      ),
    takeWaiting: () =>
      taking(waiting.queue, 'waiting', async (content) => {
        const parsed = parkedMessage.safeParse(content);
        // What cannot be read is noted and dropped, as its trigger does: the sweep knows every command.
        if (parsed.success) await work?.perform(parsed.data);
      }),
  });
};
