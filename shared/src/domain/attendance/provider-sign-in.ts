import type { CapabilityLink } from '../capability-link.ts';
import { mostViews } from '../capability-link.ts';
import { isBefore } from '../days/instants.ts';

/**
 * One try at a mailed code. The try is counted before anything is told, right or wrong, so that five tries are all there are; a right one uses the code
 * up. `ok` is the same `false` for a code that is unknown, over, used or wrong.
 */
export const tryCode = (
  link: CapabilityLink | undefined,
  matches: boolean,
  now: string,
): { readonly ok: boolean; readonly link?: CapabilityLink | undefined } => {
  if (link?.scope !== 'provider-code' || !isOpen(link, now)) return { ok: false };
  if (link.views >= mostViews['provider-code'] || link.usedAt !== undefined) return { ok: false };
  const tried = { ...link, views: link.views + 1 };
  return matches ? { ok: true, link: { ...tried, usedAt: now } } : { ok: false, link: tried };
};

/**
 * Whether a session still holds: not over, not ended, and its mailbox is still the provider's on the register, so that a commissioner who changes the
 * address or removes the provider ends every session at once.
 */
export const sessionHolds = (
  link: CapabilityLink | undefined,
  matches: boolean,
  provider: { readonly email: string; readonly status: string } | undefined,
  now: string,
): link is CapabilityLink =>
  link !== undefined &&
  matches &&
  link.scope === 'provider-session' &&
  isOpen(link, now) &&
  provider !== undefined &&
  provider.status !== 'removed' &&
  link.holder?.email.toLowerCase() === provider.email.toLowerCase();

const isOpen = ({ revokedAt, expiresAt }: CapabilityLink, now: string): boolean => revokedAt === undefined && isBefore(now, expiresAt);
