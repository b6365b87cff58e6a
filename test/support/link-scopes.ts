import type { Endpoint } from '@ap/shared/contract/endpoint';
import type { LinkScope } from '@ap/shared/domain/capability-link';

/** Whose the first part of an operation's address is. */
const kinds: Readonly<Record<string, LinkScope>> = {
  'provider-profile': 'provider-profile',
  application: 'application',
  agreement: 'agreement',
  offer: 'order-offer',
  'block-offer': 'block-offer',
  enquiry: 'enquiry',
  today: 'provider-session',
};
/** Where a code and a session are given, each under its own name in the body. */
const signIn: Readonly<Record<string, LinkScope>> = { openProviderSession: 'provider-code', endProviderSession: 'provider-session' };

/** The kind of link that an operation takes; `undefined` where it takes none. */
export const scopeOf = ({ name, path }: Endpoint): LinkScope | undefined =>
  signIn[name] ?? kinds[/^\/links\/([\w-]+)\//.exec(path)?.[1] ?? ''];
