import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { blockPeopleOf } from './block-people.ts';
import { cardClicksOf } from './card-clicks.ts';
import type { Commands, WaitingCommand } from './commands.ts';
import { councilOf } from './council.ts';
import type { HostSupplies, RunningHost, Timer } from './hosts.ts';
import { mark } from './journal.ts';
import { peopleOf } from './people.ts';
import { HostDied } from './scheduler.ts';
import type { Dice } from './seeded.ts';
import type { StoredState } from './stored-state.ts';
import { strangersOf } from './strangers.ts';

const hour = 3_600_000;

interface StepSupplies extends Pick<HostSupplies, 'options' | 'stage' | 'dice' | 'scheduler' | 'journal' | 'faults'> {
  readonly stored: StoredState;
  /** The block purchase as the history finds it. */
  readonly bought: BlockPurchase | undefined;
  readonly commands: Commands;
  readonly host: () => RunningHost;
  readonly worker: () => RunningHost;
}

/** One step of the world at a time: somebody does something, a message is taken, a timer runs, time passes. */
export const stepsOf = ({ options, stage, dice, scheduler, journal, stored, bought, commands, host, worker, faults }: StepSupplies) => {
  const blocks = (): readonly BlockPurchase[] => [...(bought ? [bought] : []), ...stored.blockWrites.map(({ state }) => state)];
  const people = peopleOf({ dice, stored, journal, stage, block: () => blocks().at(-1) });
  const clicks = cardClicksOf(dice, stored, journal);
  const strangers = strangersOf(dice, stored);
  const buyers = blockPeopleOf(dice, blocks, journal);
  const council = councilOf(dice, stored);
  const give = (command: Parameters<Commands['give']>[1] | undefined): void => {
    if (!command) return;
    commands.give(host(), command);
    // A double click, or a page that sends again what it thinks is lost.
    if (dice.perMille(150)) commands.give(host(), command);
  };
  const runTimer = (timer: Timer): void => {
    const run = (): void => {
      if (timer === 'sweep' && options.without.includes('sweep')) return;
      if (timer === 'sweepWaiting' && options.without.includes('waiting-sweep')) return;
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
  type Act = readonly [weight: number, act: () => void];
  const ofBlock: readonly Act[] = [
    [36, () => buyers().forEach(give)],
    [8, () => runTimer('blockClock')],
    [6, () => runTimer('sweep')],
    [6, () => scheduler.pass(dice.int(1, 6) * hour)],
  ];
  /** Some pages are closed before anything is known: whoever has left is told by mail, or looks when faults have stopped. */
  const isAskedFor = ({ id }: WaitingCommand): boolean => Number.parseInt(id.slice(0, 2), 16) > 110;
  const asks = (): void => {
    for (const each of commands.waiting().filter(isAskedFor).slice(0, 2)) commands.ask(host(), each);
  };
  const ofWaiting: readonly Act[] = [
    [10, () => asks()],
    [10, () => void worker().takeWaiting()],
    [4, () => runTimer('sweepWaiting')],
  ];
  const acts: readonly Act[] = [
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
    ...(stage.has('block') ? ofBlock : []),
    ...(stage.has('waiting') ? ofWaiting : []),
    ...(stage.has('cards') ? [[16, () => give(clicks())] satisfies Act] : []),
    ...(stage.has('schools') ? [[8, () => give(strangers.tries())] satisfies Act] : []),
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
  const rows = [...new Set([...stored.writes.map(({ ref }) => ref), ...stored.blockWrites.map(({ state }) => state.ref)])];
  if (rows.length > 0) stored.touch(dice.pick(rows));
};
