import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { besideErrand, type Errand, presentErrand } from '../../http/errand.ts';
import { askedWait } from './asked-wait.ts';

const nobodyWaits = new AsyncLocalStorage<true>();

/** Runs work for which nobody sits and waits: while the quota is nearly spent, its calls of Graph give way to those of people. */
export const givingWay = <T>(work: () => T): T => nobodyWaits.run(true, work);

/** Work that serves people too, whoever began it: a copy that an effect brings up to date is one for which somebody may wait. */
export const forEverybody = <T>(work: () => T): T => nobodyWaits.exit(() => besideErrand(work));

/** The share of the app's minute that is kept for people, and the seconds for which one answer is believed at most: what is left moves with each call. */
const keptForPeople = 0.15;
const believedFor = 10;
/** Seconds for which what was left is believed of an errand, and after which one that may not begin asks again: asking costs nothing. */
const leftBelievedFor = 3;
/** Seconds that a refusal closes the lists for errands at most: whoever asks before its `Retry-After` is refused again, and charged. */
const mostClosed = 60;

/** What a call of the lists costs: a single item one unit, all else two. */
const costOf = (method: string, path: string): number => (method === 'GET' && /\/items\/\d+$/.test(path) ? 1 : 2);
const isOfLists = (path: string): boolean => /\/(sites\/|\$batch$)/.test(path);

const waiting = (seconds: number): Response => {
  const error = { code: 'gaveWay', message: 'The quota is nearly spent, and people come first' };
  return new Response(JSON.stringify({ error }), {
    status: 429,
    headers: { 'content-type': 'application/json', 'retry-after': String(seconds) },
  });
};

/**
 * Watches what Graph says of the quota (`RateLimit-Remaining`, told when four fifths are spent, and 429), and answers 429 on the spot, which costs nothing where a call
 * that the service refuses is charged, with the seconds after which to come again:
 * - a call for which nobody waits, while little is left or a refusal asks to wait;
 * - the first call of an errand, until the `Retry-After` of a refusal is over, and while what is left does not do for it and for those that have begun. Begun is begun: its
 *   later calls pass until one is refused.
 * All other calls pass as ever: a look at a single thing is small, and somebody waits for it.
 */
export class GiveWay implements Middleware {
  #next: Middleware | undefined;
  #shortUntil = 0;
  #closedUntil = 0;
  /** What was left when it was last told; nothing where enough is. */
  #left: { readonly units: number; readonly until: number } | undefined;
  /** Errands that have begun, each with what it may still ask for. */
  readonly #begun = new Map<Errand, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async execute(context: Context): Promise<void> {
    const path = new URL(typeof context.request === 'string' ? context.request : context.request.url).pathname;
    const ofLists = isOfLists(path);
    const errand = ofLists ? presentErrand() : undefined;
    const wait = this.#waitOf(errand);
    if (wait > 0) {
      context.response = waiting(wait);
      return;
    }
    if (errand) this.#goOn(errand, costOf(context.options?.method ?? 'GET', path));
    await this.#next?.execute(context);
    if (!context.response) return;
    this.#note(context.response, ofLists);
    // What was refused in the middle begins anew, when there is room for it.
    if (errand && context.response.status === 429) this.#begun.delete(errand);
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  #secondsUntil(instant: number): number {
    return Math.max(0, Math.ceil((instant - this.#now()) / 1000));
  }

  #waitOf(errand: Errand | undefined): number {
    if (errand && this.#begun.has(errand)) return 0;
    const closed = errand ? this.#secondsUntil(this.#closedUntil) : 0;
    const short = nobodyWaits.getStore() ? this.#secondsUntil(this.#shortUntil) : 0;
    if (closed > 0 || short > 0) return Math.max(closed, short);
    return errand === undefined || this.#hasRoomFor(errand) ? 0 : leftBelievedFor;
  }

  #hasRoomFor({ units }: Errand): boolean {
    if (!this.#left) return true;
    const promised = [...this.#begun.values()].reduce((sum, each) => sum + each, 0);
    if (this.#now() < this.#left.until) return this.#left.units - promised >= units;
    // Nobody has heard for some seconds how much is left: one may find out, and the others wait for what it is told.
    this.#left = { units: promised + units, until: this.#now() + leftBelievedFor * 1000 };
    return true;
  }

  /** An errand has begun, or goes on: what it may still ask for is promised to it. */
  #goOn(errand: Errand, cost: number): void {
    if (!this.#begun.has(errand)) errand.onEnd(() => this.#begun.delete(errand));
    this.#begun.set(errand, Math.max(0, (this.#begun.get(errand) ?? errand.units) - cost));
  }

  #note({ status, headers }: Response, ofLists: boolean): void {
    const limit = Number(headers.get('ratelimit-limit') ?? Number.NaN);
    const remaining = Number(headers.get('ratelimit-remaining') ?? Number.NaN);
    const isShort = status === 429 || remaining < keptForPeople * limit;
    const seconds = isShort ? Math.min(believedFor, askedWait((name) => headers.get(name)) ?? believedFor) : 0;
    this.#shortUntil = Math.max(this.#shortUntil, this.#now() + seconds * 1000);
    if (!ofLists) return;
    if (status === 429) {
      const until = Math.min(mostClosed, askedWait((name) => (name === 'retry-after' ? headers.get(name) : undefined)) ?? believedFor);
      this.#closedUntil = Math.max(this.#closedUntil, this.#now() + until * 1000);
    }
    const units = status === 429 ? 0 : remaining;
    this.#left = Number.isNaN(units) ? undefined : { units, until: this.#now() + leftBelievedFor * 1000 };
  }
}
