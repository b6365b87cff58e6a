import { ApiError } from '@ap/shared/contract/client';
import { personKey } from '@ap/shared/domain/people/person';
import { type GivenWith, ownerOf } from '../simulation/commands.ts';
import type { Entry, Journal, Outcome } from '../simulation/journal.ts';

/** Sent over HTTP, until nobody waits for it any more. */
export type Given = GivenWith<AbortSignal>;

/** The bot's answer to a press on a card, when it is no new card. */
export class PressRefused extends Error {}

/** Longer than anybody looks at a page that does nothing (milliseconds). */
const patience = 15_000;

/** Statuses after which nobody knows what became of the command: the page says so, and its person tries again. */
const isUnanswered = (status: number): boolean => status === 429 || status >= 500;

const outcomeOf = (error: unknown): Outcome | undefined => {
  if (error instanceof ApiError)
    return isUnanswered(error.problem.status) ? { how: 'unknown' } : { how: 'refused', code: error.problem.code };
  if (error instanceof PressRefused) return { how: 'refused', code: error.message };
  // By name: what a signal throws is of another realm than the tests.
  if (typeof error === 'object' && error && 'name' in error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return { how: 'unknown' };
  return undefined;
};

/** Commands that people give over HTTP, each noted with how it ended. */
export const commandsOverHttp = (journal: Journal) => {
  const given = new Map<string, Given>();
  const answered = new Set<string>();
  const underWay = new Set<Promise<void>>();

  const giveOnce = async (command: Given, longest: number): Promise<void> => {
    const { kind, key, sentAs, by, ref, seen, run } = command;
    const begun = Date.now();
    const outcome: Outcome = { how: 'unknown' };
    const entry: Entry = {
      kind,
      key,
      owner: ownerOf(by, sentAs ?? key),
      by: personKey(by),
      ref,
      seen,
      begun,
      lookedAt: begun,
      outcome,
    };
    journal.entries.push(entry);
    try {
      entry.outcome = { how: 'ok', ref: await run(AbortSignal.timeout(longest)) };
    } catch (error) {
      const known = outcomeOf(error);
      if (known) entry.outcome = known;
      else journal.broken.push(`${kind} ${key}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (entry.outcome.how !== 'unknown') answered.add(key);
  };
  return {
    /** Gives a command, and does not wait for its answer unless told to. Whoever gave it waits so long (milliseconds) for its answer. */
    give: (command: Given, longest = patience): Promise<void> => {
      given.set(command.key, command);
      const work: Promise<void> = giveOnce(command, longest).finally(() => underWay.delete(work));
      underWay.add(work);
      return work;
    },
    /** Waits until every command that is on its way has ended for whoever gave it. */
    settled: async (): Promise<void> => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    unanswered: (): readonly Given[] => [...given.values()].filter(({ key }) => !answered.has(key)),
    all: (): readonly Given[] => [...given.values()],
  };
};

export type CommandsOverHttp = ReturnType<typeof commandsOverHttp>;
