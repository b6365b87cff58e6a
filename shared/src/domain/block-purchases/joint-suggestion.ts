import type { CallOff } from '../call-off/call-off.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { RateUnit } from '../money/rate-card.ts';
import { distanceMiles, type Position } from '../pupils/outcode.ts';

/** Needs lie near one another within so many miles of the middle one, as a pupil would travel (the second band of `distanceBands`). */
export const jointMiles = 10;
/** Of so many schools or departments at least is a joint purchase: one alone buys in a block without it. */
export const fewestSchools = 2;
/** What one school is told of others: of so many schools together with its own at least, so that none of the others can be singled out. */
export const fewestSchoolsForSchool = 3;

/** An open request as a joint purchase could serve it. No pupil is in it. */
export interface JointNeed {
  readonly ref: string;
  readonly buyerRef: string;
  readonly lotKey: string;
  readonly serviceRef: string;
  /** The centre of the school's outcode. */
  readonly at: Position;
  readonly outcode: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly unit: RateUnit;
  readonly units: number;
}

/** Requests of several schools for one lot, near each other and in overlapping days: what a block purchase could serve. */
export interface JointSuggestion {
  /** The lot and the middle request: the same as long as that stands. */
  readonly key: string;
  readonly lotKey: string;
  /** The outcode around which they lie. */
  readonly around: string;
  /** In order of their first days. */
  readonly needs: readonly JointNeed[];
  /** Each once, in order. */
  readonly buyerRefs: readonly string[];
  /** The first and the last of their first days. */
  readonly startsFrom: LocalDate;
  readonly startsTo: LocalDate;
  /** The last day of any. */
  readonly until: LocalDate;
  /** Services that they ask for, the most asked for first, then by reference. */
  readonly serviceRefs: readonly string[];
}

/** Whether a request is open: it waits for approval or was handed back, or its provider declined or never answered and nobody was asked since. */
export const isOpenRequest = ({ status, order }: Pick<CallOff, 'status' | 'order'>): boolean =>
  status === 'awaiting-approval' ||
  status === 'returned' ||
  (status === 'ordered' && (order?.state === 'declined' || order?.state === 'unfilled'));

/** What of a request a joint purchase is made of; nothing where it is not open, draws on a block already, is over by that day, or lies nowhere. */
export const jointNeedOf = (
  { ref, status, order, lotKey, request, price }: Pick<CallOff, 'ref' | 'status' | 'order' | 'lotKey' | 'request' | 'price'>,
  area: { readonly outcode: string; readonly at: Position } | undefined,
  today: LocalDate,
): JointNeed | undefined => {
  if (!area || !isOpenRequest({ status, order }) || request.blockRef !== undefined || request.endDate < today) return undefined;
  const { buyerRef, serviceRef, startDate: from, endDate: to } = request;
  return { ref, buyerRef, lotKey, serviceRef, ...area, from, to, unit: price.unit, units: price.units };
};

const byStart = (a: JointNeed, b: JointNeed): number => a.from.localeCompare(b.from) || a.ref.localeCompare(b.ref);
const overlap = (a: JointNeed, b: JointNeed): boolean => a.from <= b.to && b.from <= a.to;
/** Whether one could be served together with the middle one. */
const fits = (middle: JointNeed, other: JointNeed): boolean =>
  middle.lotKey === other.lotKey && overlap(middle, other) && distanceMiles(middle.at, other.at) <= jointMiles;
const schoolsOf = (needs: readonly JointNeed[]): readonly string[] => [...new Set(needs.map(({ buyerRef }) => buyerRef))].sort();

const servicesOf = (needs: readonly JointNeed[]): readonly string[] => {
  const asked = new Map<string, number>();
  for (const { serviceRef } of needs) asked.set(serviceRef, (asked.get(serviceRef) ?? 0) + 1);
  return [...asked].sort(([a, many], [b, more]) => more - many || a.localeCompare(b)).map(([ref]) => ref);
};

/** `needs` in order of their first days. */
const suggestionOf = (middle: JointNeed, needs: readonly JointNeed[]): JointSuggestion => {
  const starts = needs.map(({ from }) => from);
  return {
    key: `${middle.lotKey}.${middle.ref}`,
    lotKey: middle.lotKey,
    around: middle.outcode,
    needs,
    buyerRefs: schoolsOf(needs),
    startsFrom: starts[0] ?? middle.from,
    startsTo: starts.at(-1) ?? middle.from,
    until:
      needs
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? middle.to,
    serviceRefs: servicesOf(needs),
  };
};

/**
 * Similar open requests as joint purchases: around each request those of the same lot within `jointMiles` of it whose days overlap its own. The group of the most schools is
 * taken first, then of the most requests, then whose middle one starts first; its requests leave the others, and so on while a group of `fewestSchools` is left.
 * Each request is in one suggestion at most, and the same requests make the same suggestions in whatever order they come. Pure.
 */
export const jointSuggestions = (open: readonly JointNeed[]): readonly JointSuggestion[] => {
  const needs = [...open].sort(byStart);
  const near = new Map(needs.map((middle) => [middle, needs.filter((other) => fits(middle, other))] as const));
  const left = new Set(needs);
  const found: JointSuggestion[] = [];
  for (;;) {
    let best: { readonly middle: JointNeed; readonly group: readonly JointNeed[]; readonly schools: number } | undefined;
    for (const middle of left) {
      const group = (near.get(middle) ?? []).filter((other) => left.has(other));
      const schools = schoolsOf(group).length;
      if (schools < fewestSchools) continue;
      if (!best || schools > best.schools || (schools === best.schools && group.length > best.group.length))
        best = { middle, group, schools };
    }
    if (!best) return found;
    found.push(suggestionOf(best.middle, best.group));
    for (const need of best.group) left.delete(need);
  }
};

/** How many units of a kind the requests of a suggestion ask for, whole. */
export const unitsAsked = ({ needs }: Pick<JointSuggestion, 'needs'>, unit: RateUnit): number =>
  Math.floor(needs.reduce((sum, need) => (need.unit === unit ? sum + need.units : sum), 0));

/**
 * What a school may know of a suggestion: its own requests, and of the others only how many there are of how many schools. Nothing where its own are not among
 * them, or where there are so few that one of the others could be guessed (`fewestSchoolsForSchool`).
 */
export const suggestionFor = (
  { needs, buyerRefs }: Pick<JointSuggestion, 'needs' | 'buyerRefs'>,
  buyerRef: string,
): { readonly own: readonly string[]; readonly others: number; readonly otherSchools: number } | undefined => {
  if (!buyerRefs.includes(buyerRef) || buyerRefs.length < fewestSchoolsForSchool) return undefined;
  const own = needs.filter((need) => need.buyerRef === buyerRef);
  return { own: own.map(({ ref }) => ref), others: needs.length - own.length, otherSchools: buyerRefs.length - 1 };
};
