import { now as usualDay } from '@ap/shared/domain/call-off/call-off.fixture';
import { personKey } from '@ap/shared/domain/people/person';
import type { Ports } from '../../functions/src/ports/ports.ts';
import { aBlockBefore } from './block-before.ts';
import { commandsOf } from './commands.ts';
import type { FaultKind } from './fault-kinds.ts';
import { faultsOf } from './faults.ts';
import { type HostSupplies, type RunningHost, startHost, type Timer } from './hosts.ts';
import { type Broken, brokenInvariants } from './invariants/all.ts';
import { type Journal, type Mark, mark, newJournal } from './journal.ts';
import { markTheEnd } from './mark-the-end.ts';
import { messageQueueOf } from './message-queue.ts';
import { withoutRealTime } from './no-real-time.ts';
import type { Options } from './options.ts';
import { type Stage, scenes } from './scenes.ts';
import { type Scheduler, schedulerOf } from './scheduler.ts';
import { type Dice, diceOf } from './seeded.ts';
import { stepsOf } from './steps.ts';
import { type StoredState, storedState } from './stored-state.ts';
import { waitingStore } from './waiting.ts';

/** What became of one history. */
export interface History {
  readonly options: Options;
  readonly broken: readonly Broken[];
  readonly hits: Readonly<Partial<Record<FaultKind, number>>>;
  readonly marks: Readonly<Partial<Record<Mark, number>>>;
  readonly turns: number;
  readonly trace: readonly string[];
}

const minute = 60_000;
const hour = 60 * minute;
const summerEnds = '2026-10-25T01:00:00.000Z';
/** Runs of every timer after faults have stopped: two must be enough for what was written, and people repeat what had no answer. */
const quietRounds = 4;

/** Runs one history from its options: the same options give the same history, to the letter. */
export const runHistory = (options: Options): Promise<History> => {
  const dice = diceOf(options.seed);
  return withoutRealTime(dice, () => history(options, dice));
};

const history = async (options: Options, dice: Dice): Promise<History> => {
  const lines: string[] = [];
  const trace = options.trace ? (line: string) => void lines.push(line) : () => undefined;
  const faults = faultsOf(options, dice);
  // Now and then the night in which London puts its clocks back.
  const startsAt = dice.perMille(200) ? '2026-10-24T23:40:00Z' : usualDay;
  const scheduler = schedulerOf(dice, Date.parse(startsAt));
  const journal = newJournal();
  const stage: Stage = new Set(options.scenes.filter((scene) => options.play === 'all' || dice.perMille(scenes[scene].played)));
  const stored = storedState(dice, { without: options.without, stage }, () => ({
    label: scheduler.current().label,
    begun: scheduler.current().begun,
    turn: scheduler.turns(),
  }));
  stored.world.clock.now = startsAt;
  const bought = stage.has('block')
    ? (await stored.world.ports.blockPurchases.find(await aBlockBefore(dice, stored, startsAt)))?.state
    : undefined;
  const queue = messageQueueOf(dice, faults, scheduler.now);
  const waiting = { queue: messageQueueOf(dice, faults, scheduler.now), store: waitingStore() };
  const supplies: HostSupplies = {
    waiting,
    options,
    stage,
    dice,
    faults,
    scheduler,
    queue,
    journal,
    stored: watched(stored, scheduler, journal),
    trace,
  };
  const hosts: RunningHost[] = [];
  const hostAt = (place: number): RunningHost => {
    let found = hosts[place];
    if (!found?.alive) {
      found = startHost(`host-${place}`, supplies);
      hosts[place] = found;
    }
    return found;
  };
  const host = (): RunningHost => hostAt(dice.int(0, options.hosts - 1));
  // Where only work on messages dies it has hosts of its own: none takes a command with it.
  const worker = options.dyingOnly === '' ? host : (): RunningHost => hostAt(options.hosts);
  const commands = commandsOf(scheduler, journal);
  const steps = stepsOf({ options, stage, bought, dice, scheduler, journal, stored, commands, host, worker, faults });

  for (let count = 0; count < options.steps; count += 1) {
    steps.next();
    stored.world.clock.now = new Date(scheduler.now()).toISOString();
    await scheduler.steps(dice.int(0, 60));
  }
  const emptied = async (): Promise<void> => {
    const takes = (at: RunningHost): boolean => at.takeMessage() || at.takeWaiting();
    while (takes(worker())) await scheduler.idle();
  };
  const peopleLook = (): void => {
    for (const each of commands.waiting()) commands.ask(host(), each);
    for (const command of commands.unanswered()) commands.give(host(), command);
  };
  faults.stop();
  // The last hosts of the release before are shut down.
  for (const at of hosts) if (at?.earlier) scheduler.kill(at);
  await scheduler.idle();
  for (let round = 0; round < quietRounds; round += 1) {
    // In the last round whatever a queue can have held back is there.
    scheduler.pass(round < quietRounds - 1 ? 2 * minute : 40 * hour);
    stored.world.clock.now = new Date(scheduler.now()).toISOString();
    peopleLook();
    await emptied();
    for (const timer of timersOf(stage)) steps.runTimer(timer);
    await scheduler.idle();
    await emptied();
  }
  // Clocks of hosts differ by minutes, so a command may seem too young to every sweep but the last: whoever waits looks once more.
  peopleLook();
  await scheduler.idle();
  await emptied();
  markTheEnd(journal, stored, queue);
  if (startsAt < summerEnds && new Date(scheduler.now()).toISOString() > summerEnds) mark(journal, 'summer time ended');
  const last = {
    options,
    journal,
    stored,
    bought,
    queued: queue.waiting() + waiting.queue.waiting(),
    waiting,
    endedAt: new Date(scheduler.now() - 10 * minute).toISOString(),
  };
  for (const { state } of stored.writes) trace(`wrote ${state.ref} v${state.version} ${state.status}`);
  return {
    options,
    broken: await brokenInvariants(last),
    hits: faults.hits,
    marks: journal.marks,
    turns: scheduler.turns(),
    trace: [...lines, ...journal.entries.map((entry) => JSON.stringify(entry)), ...journal.sent.map(({ to, title }) => `${to} ${title}`)],
  };
};

const timersOf = (stage: Stage): readonly Timer[] => [
  'qualityClock',
  'orderClock',
  'sweep',
  'sweepLedgers',
  ...(stage.has('block') ? (['blockClock'] as const) : []),
  ...(stage.has('waiting') ? (['sweepWaiting'] as const) : []),
];

/** What leaves the system is noted with the effect that it left for. */
const watched = ({ ports }: StoredState, scheduler: Scheduler, { sent }: Journal): Ports => {
  const note = (by: 'mail' | 'card', to: string, title: string, html: string): void => {
    sent.push({
      by,
      to,
      title,
      html,
      effectId: scheduler.current().effectId,
      at: ports.clock.now(),
      begun: scheduler.current().begun,
      turn: scheduler.turns(),
    });
  };
  return {
    ...ports,
    mail: {
      send: async (message) => {
        await ports.mail.send(message);
        note('mail', message.to, message.subject, message.html);
      },
    },
    cards: {
      ...ports.cards,
      send: async (person, card, summary) => {
        const outcome = await ports.cards.send(person, card, summary);
        if (outcome.ok) note('card', personKey(person), summary, JSON.stringify(card));
        return outcome;
      },
    },
  };
};
