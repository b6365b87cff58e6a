import { type CapabilityLink, issueLink, type LinkScope, revokeLink } from '@ap/shared/domain/capability-link';
import type { Ports } from '../ports/ports.ts';

/** A link that was kept, and its secret: for the one mail that carries it, and nowhere else. */
export interface NewLink {
  readonly link: CapabilityLink;
  readonly secret: string;
}

/** A new link to a record. Those that were mailed before are taken back first, so that a mail may go out twice and only its last copy opens anything. */
export const renewLink = async (
  { links, secrets }: Pick<Ports, 'links' | 'secrets'>,
  scope: LinkScope,
  subject: string,
  now: string,
): Promise<NewLink> => {
  for (const { link, eTag } of await links.openOf(scope, subject, now)) await links.save(revokeLink(link, now), eTag);
  const { id, secret, hash } = secrets.make();
  const link = issueLink({ linkId: id, scope, subject, secretHash: hash }, now);
  await links.keep(link);
  return { link, secret };
};
