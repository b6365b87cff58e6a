import { packageCost } from '../../domain/money/package-cost.ts';
import type { RateUnit } from '../../domain/money/rate-card.ts';
import type { DirectoryItem } from '../directory-result.ts';
import type { JudgedDocument } from '../judged-document.ts';
import type { LocatedQuery } from '../query.ts';
import { distanceWords, whyFound } from '../why.ts';

/** A row of results. It is written out, because an object that is copied whole and then grows is made many times as slowly. */
export function resultItem(judged: JudgedDocument, query: LocatedQuery, unit: RateUnit): DirectoryItem {
  const { document } = judged;
  return {
    distance: distanceWords(judged, query),
    packageCost: query.timetable && packageCost(query.timetable, document),
    why: whyFound(judged, query, unit),
    serviceRef: document.serviceRef,
    providerRef: document.providerRef,
    providerName: document.providerName,
    name: document.name,
    summary: document.summary,
    lotKey: document.lotKey,
    lotName: document.lotName,
    frameworkRef: document.frameworkRef,
    kind: document.kind,
    deliveryMode: document.deliveryMode,
    keyStages: document.keyStages,
    needs: document.needs,
    ageFrom: document.ageFrom,
    ageTo: document.ageTo,
    outcode: document.outcode,
    travelRadiusMiles: document.travelRadiusMiles,
    hoursPerWeekMax: document.hoursPerWeekMax,
    price: document.price,
    unit: document.unit,
    priceIncVat: document.priceIncVat,
    vatTreatment: document.vatTreatment,
    earliestStart: document.earliestStart,
    placesFree: document.placesFree,
    placesAsAt: document.placesAsAt,
    qaValidUntil: document.qaValidUntil,
    qaCheckedOn: document.qaCheckedOn,
  } satisfies Record<keyof DirectoryItem, unknown>;
}
