import type { Broken } from '../simulation/invariants/all.ts';
import { newJournal } from '../simulation/journal.ts';
import { type Dice, diceOf } from '../simulation/seeded.ts';
import { chatsSeen } from './cards-over-http.ts';
import { councilOverHttp } from './council-over-http.ts';
import { type FaultKind, type FaultsOn, faultKinds, faultsOn, type KillKind, killKinds, type SureAct, sureActOf } from './fault-kinds.ts';
import { commandsOverHttp, type Given } from './given.ts';
import { brokenPromises } from './judges.ts';
import { type PeopleSupplies, peopleOverHttp } from './people-over-http.ts';
import type { School } from './schools.ts';
import { type SeenHistory, seenFromOutside } from './seen-from-outside.ts';
import { rowsSeen } from './seen-rows.ts';
import type { Stand } from './stand.ts';
import { type TimerName, type ToQuiet, timersInPlay, untilDrained, untilQuiet } from './until-quiet.ts';

/** A safety net that can be switched off from outside. */
export const nets = {
  sweep: 'the sweep sends again what the queue lost',
  receipts: 'receipts: an effect that was performed is not performed again',
} as const;
export type Net = keyof typeof nets;

export interface HistoryOptions {
  readonly seed: number;
  readonly steps: number;
  readonly without: readonly Net[];
  /** Kinds that may happen; each history arms some of them. */
  readonly kinds: readonly FaultKind[];
  readonly kills: boolean;
}

export const usualHistory = (seed: number, told: Partial<HistoryOptions> = {}): HistoryOptions => ({
  seed,
  steps: 16,
  without: [],
  kinds: faultKinds,
  kills: true,
  ...told,
});

/** What became of one history. */
export interface HistoryOverHttp {
  readonly seed: number;
  readonly broken: readonly Broken[];
  readonly hits: Readonly<Partial<Record<FaultKind | KillKind, number>>>;
  readonly commands: number;
  readonly unanswered: number;
  readonly requests: number;
  readonly orders: number;
  readonly seconds: number;
  /** What it was judged by. */
  readonly seen: SeenHistory;
  /** What was done and what came of it, line by line. */
  readonly trace: readonly string[];
}

const second = 1_000;
const minute = 60 * second;
/** The longest time (milliseconds) between two acts: less than what follows from one takes, so that acts and what follows overlap. */
const longestBetween = 250;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Plays one history for a school of the stand and judges it from outside. The seed leads what is done and what goes wrong; the machine leads how they meet. */
export const runHistory = async (stand: Stand, school: School, options: HistoryOptions): Promise<HistoryOverHttp> => {
  const began = performance.now();
  const dice = diceOf(options.seed);
  const journal = newJournal();
  const trace: string[] = [];
  const note = (line: string): void => void trace.push(`${((performance.now() - began) / second).toFixed(1)} ${line}`);
  const rows = rowsSeen(stand);
  const chats = chatsSeen(stand);
  const { service, mailbox } = await aServiceOf(stand, dice);
  const name = `s${options.seed}-${school.buyerRef}`;
  const supplies: PeopleSupplies = { stand, school, dice, rows, chats, service, mailbox, name };
  const commands = commandsOverHttp(journal);
  const faults = faultsOn(stand, dice);
  const runTimer = async (timer: TimerName): Promise<void> => {
    if (timer === 'sweep' && options.without.includes('sweep')) return;
    await stand.runTimer(timer);
  };
  const council = councilOverHttp(supplies);
  const played: Played = { options, stand, dice, commands, faults, supplies, council, note, runTimer };

  stand.door.hideReceipts(options.without.includes('receipts'));
  let waiting = 0;
  const killsBefore = stand.host.kills();
  try {
    await underFaults(played);
    await commands.settled();
    // What was armed late still strikes what follows from the last acts.
    if (await faults.waits()) await untilDrained(played, 5 * minute);
    await faults.stop();
    // A kill whose call never came strikes now: no history of kills is without one.
    if (options.kills && stand.host.kills() === killsBefore) await goWrong(played, 'killed between');
    await commands.settled();
    await stand.host.up();
    waiting = await untilQuiet(played);
  } catch (error) {
    // A run that breaks off says how far it came.
    journal.broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  stand.door.hideReceipts(false);

  const seen = await seenFromOutside({
    stand,
    rows,
    chats,
    school,
    providerRef: service.providerRef,
    mailbox,
    journal,
    waiting,
    seed: options.seed,
  });
  const times = Object.values(faults.hits).reduce((total, count) => total + count, 0);
  const broken = await brokenPromises(rows, seen, { times }, school.buyerRef);
  for (const { kind, key, outcome } of journal.entries) note(`${kind} ${key}: ${JSON.stringify(outcome)}`);
  for (const { ref, state, label } of seen.ended.stored.writes) note(`wrote ${ref} v${state.version} ${state.status} by ${label}`);
  const last = new Map(seen.ended.stored.writes.map(({ ref, state }) => [ref, state]));
  return {
    seed: options.seed,
    broken,
    hits: faults.hits,
    commands: journal.entries.length,
    unanswered: journal.entries.filter(({ outcome }) => outcome.how === 'unknown').length,
    requests: last.size,
    orders: [...last.values()].filter(({ order }) => order !== undefined).length,
    seconds: (performance.now() - began) / second,
    seen,
    trace,
  };
};

/** The service that the history is about, by its seed among those that cost least. */
const aServiceOf = async ({ people }: Stand, dice: Dice): Promise<Pick<PeopleSupplies, 'service' | 'mailbox'>> => {
  const reader = people.as('senco');
  const { items } = await reader.searchDirectory({ query: { unit: 'day', sort: 'price', modes: 'off-site' } });
  const service = dice.pick(items.slice(0, 8));
  const { provider } = await reader.getService({ params: { serviceRef: service.serviceRef } });
  return { service, mailbox: provider.email };
};

interface Played extends ToQuiet {
  readonly options: HistoryOptions;
  readonly faults: FaultsOn;
  readonly supplies: PeopleSupplies;
}

/** What is to go wrong at which step. */
const planOf = ({ options, dice }: Pick<Played, 'options' | 'dice'>): readonly (FaultKind | KillKind)[][] => {
  const plan = Array.from({ length: options.steps }, (): (FaultKind | KillKind)[] => []);
  const at = (kind: FaultKind | KillKind, from: number): void => void plan[dice.int(from, options.steps - 2)]?.push(kind);
  if (options.kinds.length > 0) for (let count = dice.int(2, 6); count > 0; count -= 1) at(dice.pick(options.kinds), 0);
  if (options.kills) for (let count = dice.pick([1, 1, 1, 2, 2]); count > 0; count -= 1) at(dice.pick(killKinds), 0);
  return plan;
};

/** People act while things go wrong. */
const underFaults = async (played: Played): Promise<void> => {
  const { stand, dice, commands, supplies, council, note, runTimer } = played;
  const people = peopleOverHttp(supplies);
  const repeat = async (): Promise<readonly Given[]> => commands.unanswered().slice(0, 1);
  const again = async (): Promise<readonly Given[]> => (commands.all().length === 0 ? [] : [dice.pick(commands.all())]);
  const tick = async (): Promise<readonly Given[]> => {
    // A timer that fails is found by its next run.
    await runTimer(dice.pick(timersInPlay)).catch((error: unknown) => note(`a timer failed: ${String(error).slice(0, 200)}`));
    return [];
  };
  const acts: readonly (readonly [weight: number, act: () => Promise<readonly Given[]>])[] = [
    [10, people.submits],
    [20, people.decides],
    [2, people.withdraws],
    [7, people.resubmits],
    [5, people.answers],
    [9, people.answersByLink],
    [3, people.looks],
    [2, people.withExpiredToken],
    [4, repeat],
    [3, again],
    [6, tick],
    [2, council.places],
    [4, () => council.lifts()],
    [2, council.sendsHeldOrder],
  ];
  const total = acts.reduce((sum, [weight]) => sum + weight, 0);
  const anAct = () => {
    let left = dice.int(1, total);
    for (const [weight, act] of acts) {
      left -= weight;
      if (left <= 0) return act;
    }
    return people.submits;
  };
  const due: SureAct[] = [];
  /** What a fault that is armed waits for, before anything else: a decision needs something to decide about. */
  const sureAct = async (): Promise<readonly Given[] | undefined> => {
    const next = due[0];
    if (next === undefined) return undefined;
    if (next === 'decide' && !(await people.awaitsDecision())) return people.submitsOneMore();
    due.shift();
    return next === 'decide' ? people.decides() : people.submitsOneMore();
  };
  for (const [step, kinds] of planOf(played).entries()) {
    for (const kind of kinds) {
      note(`armed: ${kind}`);
      await goWrong(played, kind);
    }
    due.push(...kinds.flatMap((kind) => sureActOf(kind) ?? []));
    const given = step === 0 ? await people.submits() : ((await sureAct()) ?? (await anAct()()));
    const works = given.flatMap((command) => {
      note(`given: ${command.kind} ${command.key}`);
      // A double click, or a page that sends again what it thinks is lost.
      return dice.perMille(150) ? [commands.give(command), commands.give(command)] : [commands.give(command)];
    });
    if (dice.perMille(650)) await Promise.all(works);
    await pause(dice.int(0, longestBetween));
    if (dice.perMille(400)) await stand.host.up();
  }
};

/** Lets something go wrong from now on. */
const goWrong = async ({ stand, dice, faults, council, runTimer, note }: Played, kind: FaultKind | KillKind): Promise<void> => {
  if (killKinds.includes(kind as KillKind)) return faults.armKill(kind as KillKind);
  const fault = kind as FaultKind;
  await faults.arm(fault);
  if (fault === 'killed between') {
    stand.host.kill();
    faults.hit(fault);
  }
  if (fault === 'typed by hand' && (await council.typesIntoRow())) faults.hit(fault);
  if (fault === 'unreadable message') {
    await stand.storage.queue('effects').sendMessage(Buffer.from(dice.pick(['{}', 'not json', '{"v":2}'])).toString('base64'));
    faults.hit(fault);
  }
  if (fault === 'notifications lost') {
    await stand.people.control('POST', '/_local/webhooks/mishandle', { lose: dice.int(1, 5) });
    faults.hit(fault);
  }
  if (fault === 'time jumps') {
    stand.clock.pass(dice.int(5, 50) * minute);
    faults.hit(fault);
  }
  if (fault === 'timer twice') {
    const timer = dice.pick(timersInPlay);
    await Promise.all([runTimer(timer), runTimer(timer)]).catch((error: unknown) => note(`a timer failed: ${String(error).slice(0, 200)}`));
    faults.hit(fault);
  }
};
