import type { RateUnit } from '../domain/money/rate-card.ts';
import { formatDistance } from '../domain/pupils/outcode.ts';
import { needNames } from '../domain/register/service-names.ts';
import type { JudgedDocument } from './filters.ts';
import { travelOf } from './geography.ts';
import type { LocatedQuery } from './query.ts';
import type { Meeting } from './text-index.ts';

/** Why a service is among the results, in short lines for people: the text first, then need, place, and how it was priced. */
export function whyFound(candidate: JudgedDocument, query: LocatedQuery, unit: RateUnit): readonly string[] {
  const { document, text } = candidate;
  const metNeeds = document.needs.filter((need) => query.needs?.includes(need));
  const lines = [
    ...(text?.meetings ?? []).map(textLine),
    metNeeds.length > 0 ? `Meets ${metNeeds.map((need) => needNames[need]).join('; ')}` : undefined,
    placeLine(candidate, query),
    query.sort === 'price' && document.unit !== unit ? `Priced per ${document.unit}, so listed after prices per ${unit}` : undefined,
  ];
  return [...new Set(lines.filter((line) => line !== undefined))];
}

function textLine({ typed, met, how }: Meeting): string {
  if (how === 'meaning' && typed !== met) return `Matches "${met}" (you typed "${typed}")`;
  return how === 'typo' ? `Matches "${met}" (you typed "${typed}")` : `Matches "${met}"`;
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
