import type { LocalDate } from '../days/local-date.ts';
import { type Refusal, refused } from '../refusal.ts';

/** One placement at a provider, of whatever buyer, as far as the threshold of registration asks about it (R12 to R14). */
export interface PlacementFact {
  readonly buyerRef: string;
  /** The school's own reference: it tells pupils of one buyer apart and nothing else. */
  readonly pupilRef: string;
  readonly hoursPerWeek: number;
  readonly compulsorySchoolAge: boolean;
  readonly ehcPlan: boolean;
  readonly lookedAfter: boolean;
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
}

/** R12, R13. A row of data: the 18 hours are the department's working view, not a line in law. */
export interface ThresholdPolicy {
  /** A pupil counts as full-time above so many hours a week. */
  readonly fullTimeAbove: number;
  /** So many full-time pupils of compulsory school age. */
  readonly pupils: number;
  /** So many of them with an EHC plan or looked after. */
  readonly withPlan: number;
  /** A pupil is near full-time from so many hours on. */
  readonly nearHours: number;
  readonly nearPupils: number;
}

export const defaultThreshold: ThresholdPolicy = { fullTimeAbove: 18, pupils: 5, withPlan: 1, nearHours: 15, nearPupils: 4 };

export const loadStandings = ['registered-school', 'below', 'near', 'at'] as const;
export type LoadStanding = (typeof loadStandings)[number];

/** How many pupils a provider has by the orders made here. For commissioners only: no buyer is told a number. */
export interface RegistrationLoad {
  readonly standing: LoadStanding;
  readonly on: LocalDate;
  readonly fullTime: number;
  readonly fullTimeWithPlan: number;
  /** Near full-time, but not full-time. */
  readonly nearFullTime: number;
  readonly nearFullTimeWithPlan: number;
}

interface Pupil {
  readonly hours: number;
  readonly withPlan: boolean;
}

/** Hours a week of each pupil of compulsory school age on a day, over all placements and buyers. A flag told once counts. */
const pupilsOn = (placements: readonly PlacementFact[], on: LocalDate): readonly Pupil[] => {
  const pupils = new Map<string, Pupil>();
  for (const each of placements) {
    if (!each.compulsorySchoolAge || each.startDate > on || each.endDate < on) continue;
    const key = JSON.stringify([each.buyerRef, each.pupilRef.trim().toUpperCase()]);
    const known = pupils.get(key) ?? { hours: 0, withPlan: false };
    pupils.set(key, { hours: known.hours + each.hoursPerWeek, withPlan: known.withPlan || each.ehcPlan || each.lookedAfter });
  }
  return [...pupils.values()];
};

/** R12 to R14: how near a provider is on a day to the number at which it must register as a school, by the orders made here. */
export const registrationLoad = (
  placements: readonly PlacementFact[],
  registeredSchool: boolean,
  on: LocalDate,
  policy: ThresholdPolicy = defaultThreshold,
): RegistrationLoad => {
  const pupils = pupilsOn(placements, on);
  const fullTime = pupils.filter(({ hours }) => hours > policy.fullTimeAbove);
  const near = pupils.filter(({ hours }) => hours >= policy.nearHours && hours <= policy.fullTimeAbove);
  const withPlan = (some: readonly Pupil[]): number => some.filter((pupil) => pupil.withPlan).length;
  const counts = {
    on,
    fullTime: fullTime.length,
    fullTimeWithPlan: withPlan(fullTime),
    nearFullTime: near.length,
    nearFullTimeWithPlan: withPlan(near),
  };
  const isAt = counts.fullTime >= policy.pupils || counts.fullTimeWithPlan >= policy.withPlan;
  const isNear =
    counts.fullTime >= policy.nearPupils ||
    counts.fullTime + counts.nearFullTime >= policy.pupils ||
    counts.fullTimeWithPlan + counts.nearFullTimeWithPlan >= policy.withPlan;
  return { ...counts, standing: registeredSchool ? 'registered-school' : isAt ? 'at' : isNear ? 'near' : 'below' };
};

/** The heaviest day from one day to another: load rises only on a day on which a placement starts. */
export const peakLoad = (
  placements: readonly PlacementFact[],
  registeredSchool: boolean,
  from: LocalDate,
  to: LocalDate,
  policy: ThresholdPolicy = defaultThreshold,
): RegistrationLoad => {
  const starts = placements.map(({ startDate }) => startDate).filter((date) => date > from && date <= to);
  const loads = [from, ...starts].map((on) => registrationLoad(placements, registeredSchool, on, policy));
  const weight = (load: RegistrationLoad): number => loadStandings.indexOf(load.standing) * 1e6 + load.fullTime * 1e3 + load.nearFullTime;
  return loads.reduce((heaviest, load) => (weight(load) > weight(heaviest) ? load : heaviest));
};

/**
 * Why no more may be ordered from a provider: with the new placement it would come to the threshold (R12), as its `policy` and a commissioner's recorded view have it. The buyer is told no
 * number, and the product never says that anything is in order by law.
 */
export const whyNotMore = (
  placements: readonly PlacementFact[],
  added: PlacementFact,
  registeredSchool: boolean,
  policy: ThresholdPolicy = defaultThreshold,
): Refusal | undefined =>
  peakLoad([...placements, added], registeredSchool, added.startDate, added.endDate, policy).standing === 'at'
    ? refused(
        'registration-threshold',
        'This provider can take no more hours through the framework at present. Contact the commissioning team.',
      )
    : undefined;

/** What counts, in a sentence for commissioners. */
export const loadSentence = (
  load: RegistrationLoad,
  policy: ThresholdPolicy = defaultThreshold,
  elsewhere?: { readonly pupils: number } | undefined,
): string => {
  const { fullTime, fullTimeWithPlan } = load;
  if (load.standing === 'registered-school') return 'Registered as a school: the number of its pupils is not limited here.';
  return [
    `By the orders made here, ${pupilsCome(fullTime)} for more than ${policy.fullTimeAbove} hours a week,`,
    `${fullTimeWithPlan} of them with an EHC plan or looked after.`,
    `The Department for Education generally looks for registration at ${policy.pupils} such pupils, or at ${policy.withPlan} with an EHC plan or looked after.`,
    elsewhere && elsewhere.pupils > 0
      ? `${elsewhere.pupils} of them ${elsewhere.pupils === 1 ? 'comes' : 'come'} from elsewhere, as the provider declares.`
      : 'Placements made elsewhere are not seen here.',
  ].join(' ');
};

const pupilsCome = (count: number): string =>
  count === 1 ? '1 pupil of compulsory school age comes' : `${count} pupils of compulsory school age come`;
