import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { askedWait } from './asked-wait.ts';

const nobodyWaits = new AsyncLocalStorage<true>();

/** Runs work for which nobody sits and waits: while the quota is nearly spent, its calls of Graph give way to those of people. */
export const givingWay = <T>(work: () => T): T => nobodyWaits.run(true, work);

/** Work that serves people too, whoever began it: a copy that an effect brings up to date is one for which somebody may wait. */
export const forEverybody = <T>(work: () => T): T => nobodyWaits.exit(work);

/** The share of the app's minute that is kept for people, and the seconds for which one answer is believed at most: what is left moves with each call. */
const keptForPeople = 0.15;
const believedFor = 10;

/**
 * Watches what Graph says of the quota (`RateLimit-Remaining`, told when four fifths are spent, and 429). While little is left, or a refusal asks to wait, a call for
 * which nobody waits is answered 429 on the spot, with the seconds after which to come again: it costs nothing, where one that the service refuses is charged. All
 * other calls pass as ever.
 */
export class GiveWay implements Middleware {
  #next: Middleware | undefined;
  #until = 0;
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async execute(context: Context): Promise<void> {
    const left = Math.ceil((this.#until - this.#now()) / 1000);
    if (left > 0 && nobodyWaits.getStore()) {
      const error = { code: 'gaveWay', message: 'The quota is nearly spent, and people come first' };
      const headers = { 'content-type': 'application/json', 'retry-after': String(left) };
      context.response = new Response(JSON.stringify({ error }), { status: 429, headers });
      return;
    }
    await this.#next?.execute(context);
    if (context.response) this.#note(context.response);
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  #note({ status, headers }: Response): void {
    const limit = Number(headers.get('ratelimit-limit') ?? Number.NaN);
    const remaining = Number(headers.get('ratelimit-remaining') ?? Number.NaN);
    const isShort = status === 429 || remaining < keptForPeople * limit;
    const seconds = isShort ? Math.min(believedFor, askedWait((name) => headers.get(name)) ?? believedFor) : 0;
    this.#until = Math.max(this.#until, this.#now() + seconds * 1000);
  }
}
