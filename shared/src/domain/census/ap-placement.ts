import type { CallOff } from '../call-off/call-off.ts';
import type { LocalDate } from '../days/local-date.ts';
import { fullWeekSessions, sessionsAWeek } from '../days/weekly-pattern.ts';
import { plannedEnd, plannedParts, plannedStart } from '../orders/order-plan.ts';
import type { Provider } from '../register/provider.ts';
import type { Service } from '../register/service.ts';

/** R26: what a school says of a setting that has neither a URN nor a UKPRN (DfE, data items of the AP module). */
export const settingTypes = {
  NFE: 'Non-maintained further education provision',
  OOT: 'One-on-one tuition',
  OTH: 'Other unregistered provider',
  WBP: 'Work-based placement',
} as const;
export type SettingType = keyof typeof settingTypes;

/** R26: one placement as the school returns it. Of URN, UKPRN and setting type exactly one is given. */
export interface CensusPlacement {
  readonly ref: string;
  readonly orderNumber: string;
  /** The school's own key of the pupil: its management system knows who it is. */
  readonly pupilRef: string;
  readonly providerName: string;
  readonly urn: string;
  readonly ukprn: string;
  readonly settingType: SettingType | '';
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
  readonly attendancePattern: 'F' | 'P';
  readonly sessionsPerWeek: number;
  /** Whether its end is recorded; else the last day is the planned one. */
  readonly over: boolean;
  /** What the school has to enter or look at itself, in sentences. */
  readonly toComplete: readonly string[];
}

const settingTypeOf = ({ organisationType }: Provider, { type, maxGroup }: Service): SettingType => {
  if (organisationType === 'college') return 'NFE';
  return type === 'tuition' && maxGroup === 1 ? 'OOT' : 'OTH';
};

/**
 * R26: the placement of an order for the school census, if it began and lies in a period, both days included. What the record does not hold is left blank and
 * named. `undefined` where it does not lie in the period or never began.
 */
export const censusPlacement = (
  callOff: CallOff,
  provider: Provider | undefined,
  service: Service | undefined,
  period: { readonly from: LocalDate; readonly to: LocalDate },
): CensusPlacement | undefined => {
  const { order, request } = callOff;
  const startDate = order?.startedOn;
  if (!order || startDate === undefined) return undefined;
  const endDate = order.end?.on ?? order.notice?.lastDay ?? plannedEnd(callOff);
  if (startDate > period.to || endDate < period.from) return undefined;
  const parts = plannedParts(callOff).filter(({ from }) => from <= period.to);
  const sessions = sessionsAWeek(parts.at(-1)?.pattern ?? request.pattern);
  // A pause parts a plan without changing it, and what was changed before the period is no news in it.
  const inPeriod = new Set(parts.filter(({ to }) => to >= period.from).map(({ pattern }) => sessionsAWeek(pattern)));
  const urn = provider?.urn ?? '';
  const ukprn = urn === '' ? (provider?.ukprn ?? '') : '';
  const settingType = urn === '' && ukprn === '' && provider && service ? settingTypeOf(provider, service) : '';
  return {
    ref: callOff.ref,
    orderNumber: order.number,
    pupilRef: request.pupilRef,
    providerName: callOff.providerName,
    urn,
    ukprn,
    settingType,
    startDate,
    endDate,
    attendancePattern: sessions >= fullWeekSessions ? 'F' : 'P',
    sessionsPerWeek: sessions,
    over: order.end !== undefined,
    toComplete: [
      'Primary reason for the placement: it is not kept here.',
      ...(`${urn}${ukprn}${settingType}` === ''
        ? ['URN, UKPRN or setting type: the provider or its service is not on the register any more.']
        : []),
      ...(settingType === '' ? [] : ['Setting type: it follows from the kind of provider. Look whether another fits better.']),
      ...(request.arrangedBy === 'council' ? ['Arranged by the council: look whether the school or the council returns it.'] : []),
      ...(inPeriod.size > 1 ? ['Sessions per week: they were changed in the period. The latest are given.'] : []),
    ],
  };
};

/**
 * R26: the number of an order that was to start by the last day of a period and whose start nobody recorded, though the provider took it: it is not returned,
 * and the school should know. `undefined` for every other one.
 */
export const notStartedBy = (callOff: CallOff, { from, to }: { readonly from: LocalDate; readonly to: LocalDate }): string | undefined => {
  const { order } = callOff;
  if (order?.state !== 'accepted' || order.startedOn !== undefined) return undefined;
  return plannedStart(callOff) <= to && plannedEnd(callOff) >= from ? order.number : undefined;
};

const headings = [
  'Pupil reference',
  'URN',
  'UKPRN',
  'Setting type',
  'Primary reason',
  'Start date',
  'End date',
  'Attendance pattern (F full-time, P part-time)',
  'Sessions per week',
  'Order',
  'Provider',
];

/** The rows of the file, the headings first. Days as YYYY-MM-DD, as the census writes them. */
export const censusTable = (placements: readonly CensusPlacement[]): readonly (readonly (string | number)[])[] => [
  headings,
  ...placements.map((each) => [
    each.pupilRef,
    each.urn,
    each.ukprn,
    each.settingType,
    '',
    each.startDate,
    each.endDate,
    each.attendancePattern,
    each.sessionsPerWeek,
    each.orderNumber,
    each.providerName,
  ]),
];

/** What the school has to enter or look at, as rows of a sheet, the headings first: that of each placement, then what the checks found. */
export const censusToDo = (
  placements: readonly CensusPlacement[],
  checks: readonly { readonly about: string; readonly sentence: string }[],
  notStarted: readonly string[],
): readonly (readonly string[])[] => [
  ['Order', 'What to do'],
  ...placements.flatMap(({ orderNumber, toComplete }) => toComplete.map((sentence) => [orderNumber, sentence])),
  ...checks.map(({ about, sentence }) => [about, sentence]),
  ...notStarted.map((number) => [number, notStartedSentence]),
];

export const notStartedSentence =
  'It was to start by then, and nobody recorded a start: it is not in the file. Record the start in the order, if the pupil was there.';

/** The codes that the file uses, as rows of a sheet, the headings first. */
export const censusCodes: readonly (readonly string[])[] = [
  ['Column', 'Code', 'What it means'],
  ...Object.entries(settingTypes).map(([code, label]) => ['Setting type', code, label]),
  ['Attendance pattern', 'F', 'Full-time: ten sessions a week'],
  ['Attendance pattern', 'P', 'Part-time'],
];
