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
  const lines: string[] = [];
  const tell = (line: string | undefined): void => {
    if (line !== undefined && !lines.includes(line)) lines.push(line);
  };
  if (text !== undefined) for (const meeting of text.meetings) tell(textLine(meeting));
  if (query.needs !== undefined) tell(namesLine('Meets', document.needs, query.needs, (need) => needNames[need]));
  if (query.keyStages !== undefined)
    tell(namesLine('For', document.keyStages, query.keyStages, (stage) => keyStageNames[stage].toLowerCase()));
  if (query.age !== undefined) tell(`For ages ${document.ageFrom} to ${document.ageTo}`);
  if (query.modes?.includes(document.deliveryMode)) tell(deliveryModeNames[document.deliveryMode]);
  tell(placeLine(candidate, query));
  if (query.placesFree !== undefined) tell(placesLine(document));
  if (query.startBy !== undefined || query.sort === 'earliest') tell(startLine(document));
  tell(packageLine(document, query));
  if (query.sort === 'price' && document.unit !== unit) tell(`Priced per ${document.unit}, so listed after prices per ${unit}`);
  return lines;
}

/** 'Meets SEMH; Autism': what was asked for and is there. */
function namesLine<V>(verb: string, own: readonly V[], asked: readonly V[], nameOf: (value: V) => string): string | undefined {
  const met = own.filter((value) => asked.includes(value));
  return met.length === 0 ? undefined : `${verb} ${met.map(nameOf).join('; ')}`;
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
