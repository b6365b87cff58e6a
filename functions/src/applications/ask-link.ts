import type { askApplicationLink as askDeclared, listOpenRounds as listDeclared } from '@ap/shared/contract/applications';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { theProduct } from '@ap/shared/domain/people/person';
import { isPastClose, type Round } from '@ap/shared/domain/tenders/round/round';
import type { LinkCall } from '../http/link-route.ts';
import type { Ports } from '../ports/ports.ts';
import { applicantFault, applicantOf } from '../tenders/applicant-ref.ts';
import { type LinkPage, mailApplicationLink } from '../tenders/application-link.ts';
import { toOpenRound } from './application-view.ts';

type Needs = Pick<Ports, 'tenders' | 'lots' | 'links' | 'secrets' | 'mail' | 'audit' | 'clock' | 'hashes' | 'log'>;

const isOpen = (round: Round, now: string): boolean =>
  (round.status === 'published' || round.status === 'open') && !isPastClose(round, now);

/** Rounds that anybody may read about: they were published. */
export const listOpenRounds =
  (ports: Pick<Needs, 'tenders' | 'lots' | 'clock'>) =>
  async (_call: LinkCall<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const now = ports.clock.now();
    const open = (await ports.tenders.rounds.known()).map(({ state }) => state).filter((round) => isOpen(round, now));
    return {
      rounds: await Promise.all(open.sort((a, b) => a.closesAt.localeCompare(b.closesAt)).map((round) => toOpenRound(ports, round))),
    };
  };

/** So often is a link mailed to one address in a day, whatever organisation and round it is asked for: nobody's mailbox is filled from here. */
const mostInADay = 5;
/** And so often for one round in an hour, to whatever addresses: a flood is slowed down, and the operator sees it. */
const mostInAnHour = 100;
const hour = 3_600_000;
const ago = (now: string, milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString();

/** The one answer, whatever came of it: nobody learns who applies, nor which addresses are known. */
const told =
  'If a link can be sent, it is on its way to that address. It can take a few minutes. Look in the junk folder as well before you ask again.';

/** Mails the link to apply to whoever asks for it, at the address that they give (row 9). What is wrong with the form itself is said. */
export const askApplicationLink =
  (ports: Needs, pageOf: LinkPage) =>
  async ({ body }: LinkCall<typeof askDeclared>): Promise<ReplyOf<typeof askDeclared>> => {
    const fault = applicantFault(body);
    if (fault) throw fault;
    const now = ports.clock.now();
    const holder = applicantOf(body, ports.hashes);
    const round = (await ports.tenders.rounds.find(body.roundRef))?.state;
    const mailed = await ports.links.mailedTo('application', holder.email, ago(now, 24 * hour));
    const lately = round
      ? (await ports.links.under('application', `AP-${round.ref}-`)).filter(({ issuedAt }) => Date.parse(issuedAt) > Date.parse(now) - hour)
      : [];
    const isFlood = lately.length >= mostInAnHour;
    if (!round || !isOpen(round, now) || mailed.length >= mostInADay || isFlood) {
      const ids = { roundRef: body.roundRef, mailed: mailed.length, lately: lately.length };
      ports.log.event(isFlood ? 'warning' : 'info', 'application-link-not-sent', ids);
      return { told };
    }
    const frameworkName = (await ports.tenders.frameworks.find(round.frameworkRef))?.state.terms.name ?? round.frameworkRef;
    await mailApplicationLink(ports, pageOf, { holder, round, frameworkName, by: theProduct });
    return { told };
  };
