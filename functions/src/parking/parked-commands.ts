import { statusOf } from '@ap/shared/contract/problem';
import { formatInstant } from '@ap/shared/domain/days/local-date';
import { personKey } from '@ap/shared/domain/people/person';
import type { Caller } from '../http/caller.ts';
import type { Parking } from '../http/parking.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { VerifiedUser } from '../http/user-token.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { AskedTry, ParkedCommand, ParkedCommands, ParkedEnd, ParkedInput } from '../ports/parked.ts';
import type { Ports } from '../ports/ports.ts';

/** What parked commands need of the outside. */
export interface ParkingNeeds extends Pick<Ports, 'clock' | 'hashes' | 'log' | 'mail'> {
  readonly parked: ParkedCommands;
  /** The caller with every right that the register gives them now: whoever lost a right while their command waited is refused. */
  readonly recall: (user: VerifiedUser) => Promise<Caller>;
  /** Where a person looks how their requests stand. */
  readonly page: string;
}

const minute = 60_000;
/** A register that is busy for an hour is not waited for any longer: what people saw when they decided is too old by then. */
const waitsAtMost = 60 * minute;
/** A message of a waiting command that has not come by then is lost, or its process is. */
const messageLostAfter = 2 * minute;
/** Pages ask for two minutes; whoever has not asked by then has left. */
const pagesAskFor = 3 * minute;
/** People wait: tries come closer together than those of effects. Seconds. */
const mostBackoff = 30;
/** Where a quota is spent a try that would find none is refused before it has asked for anything (`http/errand.ts`): so it may come soon, and takes what is back first. */
const soon = 5;

/** Seconds until a command is tried again. */
const waitOf = (error: unknown, tries: number): number => {
  if (!(error instanceof ServiceBusy)) return Math.min(mostBackoff, 2 ** tries);
  if (error.isQuotaSpent) return Math.min(soon, error.retryAfterSeconds);
  return Math.max(error.retryAfterSeconds, Math.min(mostBackoff, 2 ** tries));
};
const outcomesKeptFor = 24 * 60 * minute;

const busyTooLong: ParkedEnd = {
  code: 'busy-try-later',
  detail: 'The register was busy for an hour, and nothing was changed as far as we know. Look how it stands, then do it again.',
};

/** Commands that wait for a busy register: parked at the edge, tried again from the queue, their outcome kept for a day. */
export const parkedCommands = (needs: ParkingNeeds) => {
  const { parked, clock, hashes, log, mail, recall, page } = needs;
  const runs = new Map<string, (caller: Caller, input: ParkedInput) => Promise<unknown>>();
  const since = (instant: string): number => Date.parse(clock.now()) - Date.parse(instant);

  const end = async (command: ParkedCommand, how: ParkedEnd): Promise<void> => {
    const { id, endpoint, by, parkedAt } = command;
    await parked.keep({ id, endpoint, by, parkedAt, ended: { at: clock.now(), how } });
    log.event('info', 'parked-ended', { id, endpoint, how: how === 'done' ? how : how.code });
  };

  /** How a try ended; throws what may pass. */
  const attempt = async ({ endpoint, by }: ParkedCommand, input: ParkedInput): Promise<ParkedEnd> => {
    const run = runs.get(endpoint);
    if (!run) throw new Error(`Nothing runs ${endpoint}`);
    try {
      await run(await recall(by), input);
      return 'done';
    } catch (error) {
      if (!(error instanceof ProblemError) || statusOf(error.code) >= 500) throw error;
      const { code, message: detail, pointer, errors } = error;
      return { code, detail, ...(pointer === undefined ? {} : { pointer }), ...(errors.length > 0 ? { errors } : {}) };
    }
  };

  const tellByMail = async ({ by, parkedAt }: ParkedCommand, detail: string): Promise<void> =>
    mail.send({
      to: by.email,
      subject: 'What you sent could not be done',
      html: mailHtml({
        greeting: `Dear ${by.name}`,
        paragraphs: [`What you sent at ${formatInstant(parkedAt)} had to wait, and could not be done.`, detail],
        link: { text: 'See how it stands', url: page },
      }),
    });

  const parking: Parking = {
    join: (endpoint, run) => void runs.set(endpoint, run),
    park: async (endpoint, { person, guest, client }, input, busy) => {
      const id = hashes.text(JSON.stringify([personKey(person), endpoint, input])).slice(0, 40);
      const { tenantId, objectId, name, email } = person;
      const by = { tenantId, objectId, name, email, guest, client };
      const present = await parked.find(id);
      // One that ended and is sent again is tried anew; one that waits goes on waiting from where it was.
      if (!present?.input) await parked.keep({ id, endpoint, by, parkedAt: clock.now(), input });
      await parked.enqueue({ id, tries: 0 }, waitOf(busy, 0));
      log.event('info', 'command-parked', { id, endpoint, service: busy.service, status: busy.status });
      return id;
    },
  };

  return {
    parking,

    /** A parked command of this person; `undefined` for one of somebody else. Whoever has asked needs no mail. */
    outcomeFor: async (id: string, { person }: Caller): Promise<ParkedCommand | undefined> => {
      const command = await parked.find(id);
      if (!command || personKey(command.by) !== personKey(person)) return undefined;
      if (command.ended && !command.told) await parked.keep({ ...command, told: true });
      return command;
    },

    /** Tries a parked command once more. One that fails asks for another try, until it has waited for an hour. */
    perform: async ({ id, tries, once }: AskedTry): Promise<void> => {
      const command = await parked.find(id);
      if (!command?.input) return;
      try {
        await end(command, await attempt(command, command.input));
      } catch (error) {
        const why = error instanceof ServiceBusy ? `${error.service} ${error.status}` : String(error);
        log.event(error instanceof ServiceBusy ? 'info' : 'error', 'parked-delayed', { id, endpoint: command.endpoint, tries, why });
        if (since(command.parkedAt) > waitsAtMost) await end(command, busyTooLong);
        else if (!once) await parked.enqueue({ id, tries: tries + 1 }, waitOf(error, tries));
      }
    },

    /** What a lost message or a page that was left has missed. */
    sweep: async (): Promise<void> => {
      for (const command of await parked.all()) {
        const { id, ended, parkedAt, told } = command;
        if (!ended && since(parkedAt) > messageLostAfter) await parked.enqueue({ id, tries: 0, once: true }, 0);
        if (!ended) continue;
        // Told before it is forgotten: a sweep that did not run for a day finds what nobody has heard of.
        if (ended.how !== 'done' && !told && since(ended.at) > pagesAskFor) {
          await tellByMail(command, ended.how.detail);
          await parked.keep({ ...command, told: true });
        } else if (since(ended.at) > outcomesKeptFor) await parked.remove(id);
      }
    },
  };
};

export type ParkedWork = ReturnType<typeof parkedCommands>;
