import type { CapabilityLink, LinkScope } from '@ap/shared/domain/capability-link';

/** Capability links: leave to do one thing, by whoever holds the secret. */
export interface CapabilityLinks {
  /** Keeps a new link. */
  readonly keep: (link: CapabilityLink) => Promise<void>;
  readonly find: (linkId: string) => Promise<{ readonly link: CapabilityLink; readonly eTag: string } | undefined>;
  /** Writes a link that was found; false when somebody else wrote it since. */
  readonly save: (link: CapabilityLink, eTag: string) => Promise<boolean>;
  /** Links of a record that are neither over nor taken back. */
  readonly openOf: (
    scope: LinkScope,
    subject: string,
    now: string,
  ) => Promise<readonly { readonly link: CapabilityLink; readonly eTag: string }[]>;
  /** Links of every record whose ref begins so, whatever became of them. */
  readonly under: (scope: LinkScope, beginning: string) => Promise<readonly CapabilityLink[]>;
  /** Links of this scope that were mailed to an address since, whatever they are about. */
  readonly mailedTo: (scope: LinkScope, email: string, since: string) => Promise<readonly CapabilityLink[]>;
}

/** A random secret and its hash; and whether a given secret has a hash, told in constant time. */
export interface Secrets {
  readonly make: () => { readonly id: string; readonly secret: string; readonly hash: string };
  /** Six random digits, for a mail. */
  readonly code: () => string;
  readonly matches: (secret: string, hash: string) => boolean;
}
