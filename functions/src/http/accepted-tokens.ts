import { createHash } from 'node:crypto';

/** A token is verified again after so long, in milliseconds: a key that Entra withdraws is taken no longer than the key set itself is kept. */
const acceptedFor = 300_000;
const most = 2_000;

interface Accepted<User> {
  readonly user: User;
  readonly at: number;
  /** Milliseconds after `at`. */
  readonly lastsFor: number;
}

/**
 * Who a token was found to be of, for the requests that bring the same token again: its signature is judged once in five minutes, and its end at each request. Of the token only
 * a hash is kept, and of one that was refused nothing. What its person may do is read from the register each time, as ever.
 */
export class AcceptedTokens<User> {
  readonly #accepted = new Map<string, Accepted<User>>();

  user(token: string, now: number): User | undefined {
    const found = this.#accepted.get(hashOf(token));
    const age = found ? now - found.at : Number.NaN;
    return found && age >= 0 && age < found.lastsFor ? found.user : undefined;
  }

  /** `expires`: what the token says of its end. */
  remember(token: string, user: User, { at, expires }: { readonly at: number; readonly expires: number }): void {
    if (this.#accepted.size >= most) this.#accepted.clear();
    this.#accepted.set(hashOf(token), { user, at, lastsFor: Math.min(acceptedFor, expires - at) });
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64');
