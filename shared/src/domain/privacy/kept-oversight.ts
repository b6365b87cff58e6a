import { toLondonDate } from '../days/local-date.ts';
import type { CouncilEvent } from '../events/council-event.ts';
import { eventMachine } from '../events/event-machine.ts';
import { lastDayOf } from '../invoices/month-end.ts';
import type { Notice } from '../notices/notice.ts';
import { noticeMachine } from '../notices/notice-machine.ts';
import type { OffFrameworkPurchase } from '../off-framework/off-framework-purchase.ts';
import type { ProviderChange } from '../provider-changes/provider-change.ts';
import type { Concern } from '../quality/concern.ts';
import type { OwnCheck } from '../quality/own-check.ts';
import type { Visit } from '../quality/visit.ts';
import type { Survey } from '../surveys/survey.ts';
import { surveyMachine } from '../surveys/survey-machine.ts';
import type { KeptRecord } from './kept.ts';
import { changes, type HeldRefs, latest } from './kept-days.ts';
import type { KeptPlacement } from './kept-placement.ts';
import { whyHeldByCouncil } from './open-placement.ts';

/** A visit as its time is reckoned. While a concern about its provider is open, what was seen there may have to be told. */
export const keptVisit = (
  { ref, providerRef, status, plannedFor, history }: Visit,
  concerns: readonly Pick<Concern, 'providerRef' | 'status'>[],
  held: HeldRefs,
): KeptRecord => {
  const underConcern = concerns.some((each) => each.providerRef === providerRef && each.status !== 'closed');
  const open = status === 'closed' || status === 'cancelled' ? undefined : `it is ${status}.`;
  return {
    kind: 'visit',
    ref,
    lastDay: latest(plannedFor, ...changes(history)),
    needed: whyHeldByCouncil(ref, held) ?? open ?? (underConcern ? `a concern about ${providerRef} is open.` : undefined),
  };
};

/**
 * The check that a school or department made itself, as its time is reckoned: it speaks until its review is due, and answers for every placement of that
 * buyer with that provider. `placements`: those of the two.
 */
export const keptOwnCheck = ({ ref, reviewOn }: OwnCheck, placements: readonly KeptPlacement[], held: HeldRefs): KeptRecord => ({
  kind: 'own-check',
  ref,
  lastDay: latest(reviewOn, ...placements.flatMap(({ kind, lastDay }) => (kind === 'placement' ? [lastDay] : []))),
  needed: whyHeldByCouncil(ref, held) ?? placements.flatMap(({ needed }) => needed ?? []).at(0),
});

const decidedAt = ({ proposedAt, history }: ProviderChange): string => history.at(-1)?.at ?? proposedAt;

/**
 * What a provider proposed to change, as its time is reckoned. A statement about VAT that was accepted is evidence for every invoice until the next one of
 * the same service is accepted. `others`: every proposal of its provider.
 */
export const keptProviderChange = (change: ProviderChange, others: readonly ProviderChange[], held: HeldRefs): KeptRecord => {
  const { ref, state, vat = [] } = change;
  const byCouncil = whyHeldByCouncil(ref, held);
  const decided = toLondonDate(decidedAt(change));
  if (state !== 'accepted' || vat.length === 0)
    return {
      kind: 'provider-change',
      ref,
      lastDay: decided,
      needed: byCouncil ?? (state === 'proposed' ? 'it is not decided yet.' : undefined),
    };
  const next = vat.map(({ serviceRef }) => ({
    serviceRef,
    on: others
      .filter((each) => each.state === 'accepted' && each.vat?.some((stated) => stated.serviceRef === serviceRef))
      .map(decidedAt)
      .filter((at) => at > decidedAt(change))
      .sort()
      .at(0),
  }));
  const standing = next.find(({ on }) => on === undefined);
  return {
    kind: 'vat-statement',
    ref,
    lastDay: latest(decided, ...next.flatMap(({ on }) => (on === undefined ? [] : [toLondonDate(on)]))),
    needed: byCouncil ?? (standing && `it is the last that was said of the VAT of ${standing.serviceRef}.`),
  };
};

/** A notice as its time is reckoned: from its last day, or from the day on which it was withdrawn or discarded. */
export const keptNotice = ({ ref, status, showUntil, history }: Notice, held: HeldRefs): KeptRecord => {
  const over = status === 'expired' || status === 'withdrawn' || status === 'discarded';
  return {
    kind: 'notice',
    ref,
    lastDay: status === 'expired' ? showUntil : latest(...changes(history)),
    needed: whyHeldByCouncil(ref, held) ?? (over ? undefined : `it is ${noticeMachine.states[status]}.`),
  };
};

/** A purchase outside the framework as its time is reckoned: from the end of its last month, as the accounts that it is compared with. */
export const keptOffFramework = ({ ref, to, history }: OffFrameworkPurchase, held: HeldRefs): KeptRecord => ({
  kind: 'off-framework',
  ref,
  lastDay: lastDayOf(to) ?? latest(...changes(history)),
  needed: whyHeldByCouncil(ref, held),
});

/** An event as its time is reckoned: from the day on which it was last changed, which is never before it was over, cancelled or discarded. */
export const keptEvent = ({ ref, status, history }: CouncilEvent, held: HeldRefs): KeptRecord => ({
  kind: 'event',
  ref,
  lastDay: latest(...changes(history)),
  needed:
    whyHeldByCouncil(ref, held) ?? (status === 'draft' || status === 'published' ? `it is ${eventMachine.states[status]}.` : undefined),
});

/** A survey as its time is reckoned, with its answers: from the day on which it was closed or discarded. */
export const keptSurvey = ({ ref, status, history }: Survey, held: HeldRefs): KeptRecord => ({
  kind: 'survey',
  ref,
  lastDay: latest(...changes(history)),
  needed: whyHeldByCouncil(ref, held) ?? (surveyMachine.ends.includes(status) ? undefined : `it is ${surveyMachine.states[status]}.`),
});
