import { type CapabilityLink, type LinkHolder, viewLink } from '@ap/shared/domain/capability-link';
import { isBefore } from '@ap/shared/domain/days/instants';
import { linkHolder } from '@ap/shared/domain/people/person';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import { openLink } from '../commands/open-link.ts';
import { toProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { byLink } from '../tenders/roles.ts';
import type { TenderGiver } from '../tenders/run-tender.ts';

/** What the link of an applicant leads to. */
export interface OpenedApplication {
  readonly link: CapabilityLink;
  readonly holder: LinkHolder;
  readonly round: Round;
  readonly application: Application | undefined;
}

/** How long after the close an applicant may still look at what it sent. */
const daysAfterClose = 14;

type Needs = Pick<Ports, 'links' | 'secrets' | 'clock' | 'log' | 'tenders'>;

/**
 * Opens the link of an applicant, as often as its holder likes: until two weeks after the close of its round, however often that is extended. Throws
 * 'link-not-open' alike for every reason.
 */
export const openApplication = async (
  ports: Needs,
  given: { readonly linkId: string; readonly secret: string },
): Promise<OpenedApplication> => {
  const link = await openLink(ports, 'application', given, 'view');
  const roundRef = link.holder && link.subject.slice('AP-'.length, -(link.holder.providerRef.length + 1));
  const round = roundRef === undefined ? undefined : (await ports.tenders.rounds.find(roundRef))?.state;
  const last = round && new Date(Date.parse(round.closesAt) + daysAfterClose * 86_400_000).toISOString();
  if (!link.holder || !round || last === undefined || !isBefore(ports.clock.now(), last)) throw notOpen(ports.clock.now());
  return { link, holder: link.holder, round, application: (await ports.tenders.applications.find(link.subject))?.state };
};

/** The one refusal of links. */
const notOpen = (now: string): Error => {
  const refused = viewLink(undefined, 'application', false, now);
  return refused.ok ? new Error('A link that is not there was opened') : toProblemError(refused);
};

/** The holder of the link as who gives a command: an applicant, and nothing else. */
export const applicantBy = ({ link, holder }: Pick<OpenedApplication, 'link' | 'holder'>, key: string): TenderGiver =>
  byLink(linkHolder(link.linkId, holder.organisation), 'applicant', key);
