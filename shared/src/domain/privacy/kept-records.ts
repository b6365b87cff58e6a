import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { Enquiry } from '../enquiries/enquiry.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { Concern } from '../quality/concern.ts';
import { linesFor } from '../quality/whom-to-ring.ts';
import type { Application } from '../tenders/application/application.ts';
import type { Award } from '../tenders/award/award.ts';
import { isDecided, type LotApplication } from '../tenders/evaluation/lot-application.ts';
import type { Round } from '../tenders/round/round.ts';
import type { KeptRecord } from './kept.ts';
import { isDecidedAward, isSignedByBoth, isTaking } from './kept-contracts.ts';
import { changes, type HeldRefs, latest } from './kept-days.ts';
import { whyHeldByCouncil } from './open-placement.ts';

/** An enquiry as its time is reckoned: until its own day. */
export const keptEnquiry = ({ ref, status, keepUntil }: Pick<Enquiry, 'ref' | 'status' | 'keepUntil'>, held: HeldRefs): KeptRecord => ({
  kind: 'enquiry',
  ref,
  keepUntil,
  needed: whyHeldByCouncil(ref, held) ?? (['closed', 'converted', 'ended'].includes(status) ? undefined : `it is ${status}.`),
});

/** An invoice as its time is reckoned. `others`: every invoice of its account, for one that was refused may have been answered by another. */
export const keptInvoice = (invoice: Invoice, others: readonly Invoice[], held: HeldRefs): KeptRecord => {
  const { ref, number, status, date, lines } = invoice;
  const orders = new Set(lines.map(({ callOffRef }) => callOffRef));
  const answered = (): boolean =>
    others.some((other) => other.status === 'accepted' && other.lines.some(({ callOffRef }) => orders.has(callOffRef)));
  const open =
    status === 'entered' ? `${number} waits to be accepted.` : status === 'refused' && !answered() ? `${number} is in dispute.` : undefined;
  const [first] = [ref, ...orders].flatMap((each) => whyHeldByCouncil(each, held) ?? []);
  return { kind: 'invoice', ref, lastDay: date, needed: first ?? open };
};

/** A concern as its time is reckoned. What calls for the hub or the LADO, or was told to them, is about harm to a child. */
export const keptConcern = (concern: Concern, held: HeldRefs): KeptRecord => {
  const { ref, status, category, severity, ladoReferral, history, reportedAt } = concern;
  return {
    kind: ladoReferral !== undefined || linesFor(category, severity).length > 0 ? 'harm' : 'concern',
    ref,
    lastDay: latest(toLondonDate(reportedAt), ...changes(history)),
    needed: whyHeldByCouncil(ref, held) ?? (status === 'closed' ? undefined : `it is ${status}.`),
  };
};

/** What decides how long an application is kept. */
export interface KeptApplicationFacts {
  readonly round: Round | undefined;
  /** Every award out of its round. */
  readonly awards: readonly Award[];
  /** What it asked for, lot by lot. */
  readonly lots: readonly LotApplication[];
  /** The last day of its framework; `undefined` where no row says it. */
  readonly frameworkEnds: LocalDate | undefined;
}

/** An application as its time is reckoned: with its framework where it won, from the awards of its round where it did not. */
export const keptApplication = ({ ref, status, history }: Application, facts: KeptApplicationFacts, held: HeldRefs): KeptRecord => {
  const { round, awards, lots, frameworkEnds } = facts;
  const won = awards.some((award) => isSignedByBoth(award) && award.source.kind === 'round' && award.source.applicationRef === ref);
  if (won)
    return {
      kind: 'awarded-application',
      ref,
      lastDay: latest(...(frameworkEnds ? [frameworkEnds] : [])),
      needed: whyHeldByCouncil(ref, held) ?? (frameworkEnds === undefined ? 'it won, and no row says when its framework ends.' : undefined),
    };
  const decided = awards.flatMap(({ agreement, history: steps }) => agreement?.countersignedOn ?? changes(steps));
  const open = !awards.every(isDecidedAward) || lots.some((lot) => !isDecided(lot.status)) || (round !== undefined && isTaking(round));
  return {
    kind: 'unsuccessful-application',
    ref,
    lastDay: latest(...(round ? [toLondonDate(round.closesAt)] : []), ...changes(history), ...decided),
    needed: whyHeldByCouncil(ref, held) ?? (open ? `its round is not decided yet (it is ${status}).` : undefined),
  };
};
