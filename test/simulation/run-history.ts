import { now as usualDay } from '@ap/shared/domain/call-off.fixture';
import { personKey } from '@ap/shared/domain/person';
import type { Ports } from '../../functions/src/ports/ports.ts';
import { type Commands, commandsOf } from './commands.ts';
import { councilOf } from './council.ts';
import type { FaultKind } from './fault-kinds.ts';
import { faultsOf } from './faults.ts';
import { type HostSupplies, type RunningHost, startHost } from './hosts.ts';
import { type Broken, brokenInvariants } from './invariants/all.ts';
import { type Journal, type Mark, mark, newJournal } from './journal.ts';
import { messageQueueOf } from './message-queue.ts';
import { withoutRealTime } from './no-real-time.ts';
import type { Options } from './options.ts';
import { peopleOf } from './people.ts';
import { HostDied, type Scheduler, schedulerOf } from './scheduler.ts';
import { type Dice, diceOf } from './seeded.ts';
import { type StoredState, storedState } from './stored-state.ts';

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
  const stored = storedState(dice, options.without, () => ({
    label: scheduler.current().label,
    begun: scheduler.current().begun,
    turn: scheduler.turns(),
  }));
  stored.world.clock.now = startsAt;
  const queue = messageQueueOf(dice, faults, scheduler.now);
  const supplies: HostSupplies = { options, dice, faults, scheduler, queue, journal, stored: watched(stored, scheduler, journal), trace };
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
  const steps = stepsOf({ options, dice, scheduler, journal, stored, commands, host, worker, faults });

  for (let count = 0; count < options.steps; count += 1) {
    steps.next();
    stored.world.clock.now = new Date(scheduler.now()).toISOString();
    await scheduler.steps(dice.int(0, 60));
  }
  faults.stop();
  await scheduler.idle();
  for (let round = 0; round < quietRounds; round += 1) {
    // In the last round whatever a queue can have held back is there.
    scheduler.pass(round < quietRounds - 1 ? 2 * minute : 40 * hour);
    stored.world.clock.now = new Date(scheduler.now()).toISOString();
    for (const command of commands.unanswered()) commands.give(host(), command);
    while (worker().takeMessage()) await scheduler.idle();
    for (const timer of ['qualityClock', 'orderClock', 'sweep', 'sweepLedgers'] as const) steps.runTimer(timer);
    await scheduler.idle();
    while (worker().takeMessage()) await scheduler.idle();
  }
  for (const { state } of stored.world.effects.allReceipts()) {
    if (state === 'superseded') mark(journal, 'superseded');
    if (state === 'stuck') mark(journal, 'hold beat order');
  }
  for (const { state } of new Map(stored.writes.map((write) => [write.ref, write])).values()) {
    if (state.order?.state === 'unfilled') mark(journal, 'offer lapsed');
    if (state.order?.providerRemindedAt !== undefined) mark(journal, 'provider reminded');
  }
  for (const _message of queue.poison) mark(journal, 'given up, repaired');
  if (startsAt < summerEnds && new Date(scheduler.now()).toISOString() > summerEnds) mark(journal, 'summer time ended');
  const last = { options, journal, stored, waiting: queue.waiting(), endedAt: new Date(scheduler.now() - 10 * minute).toISOString() };
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

interface StepSupplies extends Pick<HostSupplies, 'options' | 'dice' | 'scheduler' | 'journal' | 'faults'> {
  readonly stored: StoredState;
  readonly commands: Commands;
  readonly host: () => RunningHost;
  readonly worker: () => RunningHost;
}

/** One step of the world at a time: somebody does something, a message is taken, a timer runs, time passes. */
const stepsOf = ({ options, dice, scheduler, journal, stored, commands, host, worker, faults }: StepSupplies) => {
  const people = peopleOf(dice, stored, journal);
  const council = councilOf(dice, stored);
  const give = (command: Parameters<Commands['give']>[1] | undefined): void => {
    if (!command) return;
    commands.give(host(), command);
    // A double click, or a page that sends again what it thinks is lost.
    if (dice.perMille(150)) commands.give(host(), command);
  };
  const runTimer = (timer: keyof RunningHost['timers']): void => {
    const run = (): void => {
      if (timer === 'sweep' && options.without.includes('sweep')) return;
      const at = host();
      scheduler
        .begin(at, timer, async () => {
          await scheduler.turn();
          await at.timers[timer]();
        })
        .catch((error: unknown) => {
          // The next run finds what this one has left.
          if (!(error instanceof HostDied)) mark(journal, 'timer failed');
        });
    };
    if (faults.befalls('F25')) {
      if (dice.perMille(500)) return;
      run();
    }
    run();
  };
  const acts: readonly (readonly [weight: number, act: () => void])[] = [
    [10, () => give(people.submits())],
    [18, () => people.decides().forEach(give)],
    [2, () => give(people.withdraws())],
    [8, () => give(people.resubmits())],
    [7, () => give(people.answers())],
    [9, () => give(people.answersByLink())],
    [6, () => give(first(commands.unanswered()))],
    [4, () => give(commands.all().length > 0 ? dice.pick(commands.all()) : undefined)],
    [30, () => void (worker().takeMessage() && worker().takeMessage() && worker().takeMessage())],
    [5, () => runTimer('sweep')],
    [3, () => runTimer('sweepLedgers')],
    [3, () => runTimer('orderClock')],
    [2, () => runTimer('qualityClock')],
    [3, () => give(people.looks())],
    [1, () => give(dice.perMille(400) ? council.placesHold() : undefined)],
    [5, () => give(council.liftsHold())],
    [2, () => give(council.sendsHeldOrder())],
    [3, () => scheduler.pass(dice.int(8, 60) * hour)],
    [8, () => scheduler.pass(dice.int(5, 600) * 1_000)],
    [2, () => faults.befalls('F24') && scheduler.pass(dice.int(1, 30) * hour)],
    [3, () => options.dyingOnly === '' && faults.befalls('F3') && stopAll()],
    [5, () => faults.befalls('F13') && savesByHand(stored, dice)],
  ];
  const stopAll = (): void => {
    for (let place = 0; place < options.hosts * 2; place += 1) scheduler.kill(host());
  };
  const total = acts.reduce((sum, [weight]) => sum + weight, 0);
  return {
    runTimer,
    next: () => {
      let left = dice.int(1, total);
      for (const [weight, act] of acts) {
        left -= weight;
        if (left <= 0) return act();
      }
    },
  };
};

const first = <T>(of: readonly T[]): T | undefined => of[0];

/** Somebody saves a row in SharePoint as it is: it has a new ETag. */
const savesByHand = (stored: StoredState, dice: Dice): void => {
  const rows = [...new Map(stored.writes.map((write) => [write.ref, write])).values()];
  const row = rows.length === 0 ? undefined : dice.pick(rows);
  if (row) stored.touch(row.ref);
};
