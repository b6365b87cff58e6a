import { createHash } from 'node:crypto';
import type { Person } from '@ap/shared/domain/people/person';
import { personKey } from '@ap/shared/domain/people/person';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { getOutcome } from '../../functions/src/parking/get-outcome.ts';
import type { ParkedInput } from '../../functions/src/ports/parked.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import { TokenOver } from './faulty-ports.ts';
import type { RunningHost } from './hosts.ts';
import { type Entry, type Journal, mark } from './journal.ts';
import { HostDied, type Scheduler } from './scheduler.ts';
import { callerFrom } from './two-schools.ts';
import type { WaitingOperation } from './waiting.ts';

/** A command as a person's page or card holds it: given again it is the same command. `With` is what it is sent with. */
export interface GivenWith<With> {
  readonly kind: string;
  readonly key: string;
  /** Under which key the product is given it, where that is another: every answer by one link has that of the link. */
  readonly sentAs?: string;
  readonly by: Person;
  readonly ref?: string;
  readonly seen?: { readonly round: number; readonly step: number };
  /** The list in which it looks whether it was done: that of requests, where it names none. */
  readonly looksIn?: 'blockPurchases';
  /** The operation that it is, and what it is sent with, where it may have to wait for the register. */
  readonly waits?: { readonly operation: WaitingOperation; readonly input: ParkedInput };
  /** Sends it; answers with the reference of what it was about. */
  readonly run: (sentWith: With) => Promise<string>;
}
/** Sent by running its use case. */
export type Given = GivenWith<Ports>;

export interface Commands {
  /** Gives a command in a host, and notes how it ended. */
  readonly give: (host: RunningHost, command: Given) => void;
  /** Asks in a host what became of a command that waits; one that was done is sent again for its answer. */
  readonly ask: (host: RunningHost, waiting: WaitingCommand) => void;
  /** Commands that were told to wait, and nobody has heard of since. */
  readonly waiting: () => readonly WaitingCommand[];
  /** Commands that have had no answer yet, but for those that wait and that are on their way. */
  readonly unanswered: () => readonly Given[];
  readonly all: () => readonly Given[];
}

/** A command under the id by which its outcome is asked for. */
export interface WaitingCommand {
  readonly command: Given;
  readonly id: string;
}
/** In place of an answer: the command waits. */
class Waits extends Error {
  readonly commandId: string;
  constructor(commandId: string) {
    super('202');
    this.commandId = commandId;
  }
}

/** The key of a person, as the ring of a row begins it. From the words of decision 5 of the reference, not from the product. */
export const ownerOf = ({ tenantId, objectId }: Person, key: string): string =>
  createHash('sha256').update(`${tenantId}/${objectId}/${key}`).digest('hex').slice(0, 24);

export const commandsOf = (scheduler: Scheduler, journal: Journal): Commands => {
  const given = new Map<string, Given>();
  const underWay = new Map<string, number>();
  const answered = new Set<string>();
  const waits = new Map<string, WaitingCommand>();
  const note = (entry: Entry, outcome: Entry['outcome']): void => {
    entry.outcome = outcome;
    if (outcome.how !== 'unknown') answered.add(entry.key);
  };
  /** As a route does it: a command that found the register busy waits where it may. */
  const runOrWait = async ({ ports, waiting }: RunningHost, { by, waits: parks, run }: Given): Promise<string> => {
    try {
      return await run(ports);
    } catch (error) {
      if (!waiting || !parks || !(error instanceof ServiceBusy)) throw error;
      const id = await waiting.parking.park(parks.operation, callerFrom(by), parks.input, error).catch((fault: unknown) => {
        throw fault instanceof HostDied ? fault : error;
      });
      throw new Waits(id);
    }
  };
  const give: Commands['give'] = (host, command) => {
    const { kind, key, sentAs, by, ref, seen, looksIn = 'callOffs' } = command;
    const owner = ownerOf(by, sentAs ?? key);
    const entry: Entry = {
      kind,
      key,
      owner,
      by: personKey(by),
      ref,
      seen,
      begun: scheduler.turns(),
      lookedAt: 0,
      outcome: { how: 'unknown' },
    };
    journal.entries.push(entry);
    given.set(key, command);
    underWay.set(key, (underWay.get(key) ?? 0) + 1);
    let task = 0;
    const tellApart = (outcome: 'ok' | 'refused'): void => {
      const why = journal.repeatedWrites.get(task);
      if (why === 'unknown' && outcome === 'ok') mark(journal, 'unanswered, found');
      if (why === 'conflict') mark(journal, outcome === 'ok' ? 'conflict, same decision' : 'conflict, other decision');
    };
    scheduler
      .begin(host, `${kind} ${key}`, async () => {
        const current = scheduler.current();
        task = current.id;
        current.looked = (list, turn) => {
          if (list === looksIn) entry.lookedAt = turn;
        };
        await scheduler.turn();
        return runOrWait(host, command);
      })
      .then(
        (about) => {
          tellApart('ok');
          if (answered.has(key)) mark(journal, 'repeated');
          note(entry, { how: 'ok', ref: about });
        },
        (error: unknown) => {
          if (error instanceof Waits) waits.set(key, { command, id: error.commandId });
          else if (error instanceof ProblemError) {
            tellApart('refused');
            note(entry, { how: 'refused', code: error.code });
          } else if (!(error instanceof ServiceBusy || error instanceof TokenOver || error instanceof HostDied)) throw error;
        },
      )
      .finally(() => underWay.set(key, (underWay.get(key) ?? 1) - 1))
      .catch((error: unknown) => {
        journal.broken.push(`${kind} ${key}: ${error instanceof Error ? error.stack : String(error)}`);
      });
  };
  const ask: Commands['ask'] = (host, { command, id }) => {
    const { key, by } = command;
    scheduler
      .begin(host, `look-outcome ${key}`, async () => {
        await scheduler.turn();
        if (!host.waiting) return undefined;
        return getOutcome(host.waiting)({ caller: callerFrom(by), params: { commandId: id }, query: undefined, body: undefined, key: '' });
      })
      .then(
        (outcome) => {
          if (!outcome || outcome.state === 'writing') return;
          waits.delete(key);
          mark(journal, outcome.state === 'done' ? 'waited, done' : 'waited, refused');
          // Busy for an hour is no refusal: nobody knows, and the person sends it again.
          const code = outcome.problem?.code ?? 'busy-try-later';
          if (outcome.state === 'refused' && code !== 'busy-try-later')
            for (const entry of journal.entries)
              if (entry.key === key && entry.outcome.how === 'unknown') note(entry, { how: 'refused', code });
          if (outcome.state === 'done') give(host, command);
        },
        (error: unknown) => {
          // An outcome is kept for a day.
          if (error instanceof ProblemError) waits.delete(key);
        },
      )
      .catch((error: unknown) => {
        journal.broken.push(`outcome of ${key}: ${error instanceof Error ? error.stack : String(error)}`);
      });
  };
  return {
    give,
    ask,
    waiting: () => [...waits.values()],
    unanswered: () => [...given.values()].filter(({ key }) => !answered.has(key) && !waits.has(key) && (underWay.get(key) ?? 0) === 0),
    all: () => [...given.values()],
  };
};
