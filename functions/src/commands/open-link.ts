import { type CapabilityLink, type LinkScope, useLink, viewLink } from '@ap/shared/domain/capability-link';
import { ProblemError, toProblemError } from '../http/problem-reply.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { Ports } from '../ports/ports.ts';

/** What a caller gives of a link. */
interface GivenLink {
  readonly linkId: string;
  readonly secret: string;
}

const maxTries = 3;

/**
 * Opens a link with what its holder gave: to look, or to use it up. Counted and written before anything is shown or done. Throws 'link-not-open' alike
 * for every reason, 'link-used' when it is to be used again.
 */
export const openLink = async (
  { links, secrets, clock, log }: Pick<Ports, 'links' | 'secrets' | 'clock' | 'log'>,
  scope: LinkScope,
  given: GivenLink,
  how: 'view' | 'use',
): Promise<CapabilityLink> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const found = await links.find(given.linkId);
    // A secret is compared also where there is no link, so that both take alike long.
    const matches = secrets.matches(given.secret, found?.link.secretHash ?? noHash);
    const opened = (how === 'use' ? useLink : viewLink)(found?.link, scope, matches, clock.now());
    if (!opened.ok) {
      log.event('info', 'link-refused', { linkId: given.linkId, code: opened.code });
      throw toProblemError(opened);
    }
    if (found && (await links.save(opened.link, found.eTag))) return opened.link;
  }
  throw new ServiceBusy('links', 412, 2);
};

/**
 * Uses a link up when what it gave leave for was done. That it is used by now, by a repeat that was faster, or was taken back for a newer one, is told to
 * nobody: their answer is written.
 */
export const useUpLink = async (
  ports: Pick<Ports, 'links' | 'secrets' | 'clock' | 'log'>,
  scope: LinkScope,
  given: GivenLink,
): Promise<void> => {
  try {
    await openLink(ports, scope, given, 'use');
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
};

/** What a failure means of a command whose key is its link's own: another content under it comes from a link that has given its answer. */
export const usedBefore = (error: unknown): unknown =>
  error instanceof ProblemError && error.code === 'idempotency-mismatch'
    ? new ProblemError('link-used', 'This link was used before. Ask the commissioning team if you have something else to say.')
    : error;

const noHash = '0'.repeat(64);
