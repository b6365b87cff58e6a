import { GraphFault } from './graph-fault.ts';

/** STRICT refuses what the real service silently ignores; FAITHFUL ignores it too. STRICT is the default everywhere. */
export type Strictness = 'strict' | 'faithful';

/**
 * Called where the real service answers as if the request had not said `what`.
 * Throws 501 in STRICT; returns in FAITHFUL, and the caller then really ignores it.
 */
export function silentlyIgnored(strictness: Strictness, what: string): void {
  if (strictness === 'strict') {
    throw new GraphFault(501, 'notSupported', `LOCAL TENANT: the real service silently ignores this: ${what}`);
  }
}
