import { isBefore } from './days/instants.ts';
import { type Refusal, refused } from './refusal.ts';

/** What the holder of a link may do, and nothing else. */
export const linkScopes = [
  'provider-profile',
  'application',
  'agreement',
  'order-offer',
  'block-offer',
  'enquiry',
  'provider-code',
  'provider-session',
] as const;
export type LinkScope = (typeof linkScopes)[number];

/**
 * Leave to do one thing to one record without an account, mailed to somebody outside the tenant. Whoever holds the secret holds the leave, so it is
 * narrow, ends by itself, and most are used once. The secret is 32 random bytes and is kept nowhere: `secretHash` is its SHA-256.
 */
export interface CapabilityLink {
  /** A GUID. Logs and audit name the link by it. */
  readonly linkId: string;
  readonly scope: LinkScope;
  /** The record it is about. */
  readonly subject: string;
  readonly secretHash: string;
  /** Instants. */
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly views: number;
  readonly usedAt?: string | undefined;
  readonly revokedAt?: string | undefined;
  /** To whom it was mailed, where no register knows them. */
  readonly holder?: LinkHolder | undefined;
}

/** An organisation that is not on the register: as it said itself, proved only by reading mail to its address. */
export interface LinkHolder {
  readonly email: string;
  readonly organisation: string;
  /** Of a company, a charity or a learning provider. */
  readonly registryNumber: string;
  readonly providerRef: string;
}

/**
 * How long a link lasts, in days from its issue. An application's link ends with its round, which may be extended: this is only its last end.
 */
export const linkDays: Readonly<Record<LinkScope, number>> = {
  'provider-profile': 14,
  application: 200,
  agreement: 60,
  'order-offer': 30,
  'block-offer': 30,
  // Twenty working days at most, and as long again to read how it ended.
  enquiry: 60,
  // Ten minutes: six digits are typed at once, or asked for again.
  'provider-code': 10 / 1440,
  // Twelve hours: a working day.
  'provider-session': 0.5,
};

/** Mail scanners look at a link; a person does not look this often. An application is written for weeks, and each save is a look. */
export const mostViews: Readonly<Record<LinkScope, number>> = {
  'provider-profile': 50,
  application: 2_000,
  agreement: 200,
  'order-offer': 200,
  'block-offer': 200,
  enquiry: 200,
  // Tries at a code, right or wrong.
  'provider-code': 5,
  'provider-session': 20_000,
};

/** One answer for a link that is unknown, over, taken back or of another kind, so that nobody learns which links exist. */
const notOpen = (): Refusal =>
  refused('link-not-open', 'This link cannot be used any more. Ask the commissioning team to send you a new one.', '/link');

/**
 * The link after one more look at what it leads to, or why not. `matches`: the secret that was given has this link's hash, compared in constant time.
 * A used link may still be looked at: it shows what was done with it.
 */
export const viewLink = (
  link: CapabilityLink | undefined,
  scope: LinkScope,
  matches: boolean,
  now: string,
): { readonly ok: true; readonly link: CapabilityLink } | Refusal =>
  link && matches && link.scope === scope && link.revokedAt === undefined && isBefore(now, link.expiresAt) && link.views < mostViews[scope]
    ? { ok: true, link: { ...link, views: link.views + 1 } }
    : notOpen();

/** The link after its one use, or why not. */
export const useLink = (
  link: CapabilityLink | undefined,
  scope: LinkScope,
  matches: boolean,
  now: string,
): { readonly ok: true; readonly link: CapabilityLink } | Refusal => {
  const open = viewLink(link, scope, matches, now);
  if (!open.ok) return open;
  return open.link.usedAt === undefined
    ? { ok: true, link: { ...open.link, usedAt: now } }
    : refused('link-used', 'This link was used before. Ask the commissioning team for a new one to send something else.', '/link');
};

/** A link that is taken back. One that is taken back stays so, with its first time. */
export const revokeLink = (link: CapabilityLink, now: string): CapabilityLink =>
  link.revokedAt === undefined ? { ...link, revokedAt: now } : link;

/** A new link for a record. `linkId` and `secretHash` come from the edge's random source. */
export const issueLink = (
  made: Pick<CapabilityLink, 'linkId' | 'scope' | 'subject' | 'secretHash' | 'holder'>,
  now: string,
): CapabilityLink => ({
  ...made,
  issuedAt: now,
  expiresAt: new Date(Date.parse(now) + Math.round(linkDays[made.scope] * 86_400_000)).toISOString(),
  views: 0,
});
