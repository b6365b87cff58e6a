import { formatDate } from '../domain/days/local-date.ts';
import { formatMoney } from '../domain/money/money.ts';
import { packageCost } from '../domain/money/package-cost.ts';
import type { RateUnit } from '../domain/money/rate-card.ts';
import { formatDistance } from '../domain/pupils/outcode.ts';
import { deliveryModeNames, keyStageNames, needNames } from '../domain/register/service-names.ts';
import type { ServiceDocument } from './document.ts';
import { travelOf } from './geography.ts';
import type { JudgedDocument } from './judged-document.ts';
import type { LocatedQuery } from './query.ts';
import type { Meeting } from './text-plan.ts';

/** Why a service is among the results, in short lines for people: the text first, then whom it serves, place, places and start, and how it was priced. */
export function whyFound(candidate: JudgedDocument, query: LocatedQuery, unit: RateUnit): readonly string[] {
  const { document, text } = candidate;
  const metNeeds = query.needs ? document.needs.filter((need) => query.needs?.includes(need)) : [];
  const metStages = query.keyStages ? document.keyStages.filter((stage) => query.keyStages?.includes(stage)) : [];
  const lines = [
    ...(text?.meetings ?? []).map(textLine),
    metNeeds.length > 0 ? `Meets ${metNeeds.map((need) => needNames[need]).join('; ')}` : undefined,
    metStages.length > 0 ? `For ${metStages.map((stage) => keyStageNames[stage].toLowerCase()).join('; ')}` : undefined,
    query.age === undefined ? undefined : `For ages ${document.ageFrom} to ${document.ageTo}`,
    query.modes?.includes(document.deliveryMode) ? deliveryModeNames[document.deliveryMode] : undefined,
    placeLine(candidate, query),
    query.placesFree === undefined ? undefined : placesLine(document),
    query.startBy === undefined && query.sort !== 'earliest' ? undefined : startLine(document),
    packageLine(document, query),
    query.sort === 'price' && document.unit !== unit ? `Priced per ${document.unit}, so listed after prices per ${unit}` : undefined,
  ];
  return [...new Set(lines.filter((line) => line !== undefined))];
}

function textLine({ typed, met, how }: Meeting): string {
  if (how === 'meaning' && typed !== met) return `Matches "${met}" (you typed "${typed}")`;
  return how === 'typo' ? `Matches "${met}" (you typed "${typed}")` : `Matches "${met}"`;
}

function placesLine({ placesFree, placesAsAt }: ServiceDocument): string {
  const free = `${placesFree} ${placesFree === 1 ? 'place' : 'places'} free`;
  return placesAsAt === undefined ? free : `${free} as at ${formatDate(placesAsAt, 'plain')}`;
}

function startLine({ earliestStart }: ServiceDocument): string {
  return earliestStart === undefined ? 'No first day is known, so listed last' : `Can start from ${formatDate(earliestStart, 'plain')}`;
}

/** '24 days: £1,920.00 ex VAT': what the plan comes to, or why nothing can be told. */
function packageLine(document: ServiceDocument, { timetable, vat = 'ex' }: LocatedQuery): string | undefined {
  if (timetable === undefined) return undefined;
  const cost = packageCost(timetable, document);
  if (cost === undefined) return `Offered for at most ${document.hoursPerWeekMax} hours a week: less than you plan`;
  const units = `${cost.units.toLocaleString('en-GB')} ${document.unit}${cost.units === 1 ? '' : 's'}`;
  return `Your plan is ${units}: ${formatMoney(vat === 'inc' ? cost.gross : cost.net)} ${vat} VAT`;
}

/** How far a service is, in words; undefined online and where a place is not known. */
export function distanceWords({ document, miles }: JudgedDocument, query: LocatedQuery): string | undefined {
  return miles === undefined ? undefined : formatDistance(miles, sharedOutcode(document, query));
}

/** Where pupil and service are in one area there are no miles to tell. */
function sharedOutcode({ outcode }: JudgedDocument['document'], { near }: LocatedQuery): string | undefined {
  return near === outcode ? outcode : undefined;
}

function placeLine({ document, miles }: JudgedDocument, query: LocatedQuery): string | undefined {
  const travel = travelOf(document);
  if (travel === 'nobody') return 'Online: no journey';
  if (miles === undefined || query.origin === undefined) return undefined;
  const shared = sharedOutcode(document, query);
  const distance = formatDistance(miles, shared);
  if (travel === 'pupil') return sentenceCase(distance);
  const reach = document.travelRadiusMiles;
  if (reach === undefined) return `Comes to the pupil; based ${distance}${shared ? '' : ' away'}`;
  return miles <= reach
    ? `Comes to the pupil: travels up to ${reach} miles`
    : `Based ${distance} away, but travels only up to ${reach} miles`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
