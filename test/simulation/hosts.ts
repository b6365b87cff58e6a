import { blockClock } from '../../functions/src/block-purchases/block-clock.ts';
import { performEffect, performEffects } from '../../functions/src/effects/perform-effect.ts';
import { sweep } from '../../functions/src/effects/sweep.ts';
import { sweepLedgers } from '../../functions/src/ledgers/sweep-ledgers.ts';
import { orderClock } from '../../functions/src/orders/order-clock.ts';
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
import type { Stage } from './scenes.ts';
import { type Host, HostDied, type Scheduler } from './scheduler.ts';
import type { Dice } from './seeded.ts';

export type Timer = 'sweep' | 'sweepLedgers' | 'orderClock' | 'qualityClock' | 'blockClock';

/** A process of the product: the real use cases over ports that fail. Whatever it remembers is its own, and dies with it. */
export interface RunningHost extends Host {
  readonly ports: Ports;
  /** Takes one message, if there is one. */
  readonly takeMessage: () => boolean;
  readonly timers: Readonly<Record<Timer, () => Promise<unknown>>>;
}

export interface HostSupplies {
  readonly options: Options;
  readonly stage: Stage;
  readonly dice: Dice;
  readonly faults: Faults;
  readonly scheduler: Scheduler;
  readonly queue: MessageQueue;
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
  const { options, stage, dice, faults, scheduler, queue, journal, stored, trace } = supplies;
  const skew = faults.befalls('F24') ? dice.int(-5, 5) * minute : 0;
  const host: Host = { name, alive: true };
  const faulty = {
    scheduler,
    faults,
    trace,
    dyingOnly: options.dyingOnly,
    die: () => {
      trace(`${name} dies`);
      mark(journal, 'host died');
      scheduler.kill(host);
    },
  };
  const base = faultyPorts(stored, faulty);
  const send = faultyCall(async (text) => queue.sendMessage(text as string, {}), 'storage', 'queue.send', faulty);
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
      if (!options.without.includes('retry')) queue.sendMessage(text as string, { visibilityTimeout: delay as number });
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
  return Object.assign(host, {
    ports,
    timers: {
      sweep: sweep(ports, boxes),
      sweepLedgers: sweepLedgers(ports),
      orderClock: orderClock(ports),
      qualityClock: () => followStandings(ports),
      blockClock: blockClock(ports),
    },
    takeMessage: () => {
      const message = queue.take();
      if (!message) return false;
      const content: unknown = JSON.parse(Buffer.from(message.text, 'base64').toString('utf8'));
      scheduler
        .begin(host, `message ${message.id}`, async () => {
          await scheduler.turn();
          if (options.without.includes('late-delete')) queue.done(message.id);
          await handler(content);
          await scheduler.turn();
          queue.done(message.id);
        })
        .catch((error: unknown) => {
          // A host that died says nothing of the message: it is seen again when its time is over.
          if (!(error instanceof HostDied)) queue.failed(message.id);
        });
      return true;
    },
  });
};
