import { parseUkDate } from '../../../domain/days/uk-date.ts';
import { criteriaFault } from '../../../domain/tenders/round/criteria.ts';
import { timesOrderFault } from '../../../domain/tenders/round/round-times.ts';
import type { FormError } from '../../forms/form-error.ts';
import { timeFault } from '../frameworks/uk-time.tsx';
import { questionFieldAt, typedQuestionFaults } from './typed-question.ts';
import { instantOf, type RoundTime, roundTimes, type TypedRound, toCriteria } from './typed-round.ts';

export type LotPart = 'quality' | 'price' | 'passMark' | 'priceUnit' | 'mostAwards';
export const lotField = (lotKey: string, part: LotPart): string => `lot-${lotKey}-${part}`;
export const timeField = (name: RoundTime): string => `${name}-time`;

const whens: Readonly<Record<RoundTime, string>> = {
  opensAt: 'the day on which the round opens',
  clarificationsCloseAt: 'the last day for questions about the round',
  closesAt: 'the day on which the round closes',
};

const timeFaults = (typed: TypedRound): readonly FormError[] => {
  const typedWrong = roundTimes.flatMap((name): readonly FormError[] => {
    const { day, time } = typed[name];
    const fault = timeFault(time.trim());
    return [
      ...(parseUkDate(day) === undefined ? [{ field: name, message: `Enter ${whens[name]}, such as 27 3 2027` }] : []),
      ...(fault === undefined ? [] : [{ field: timeField(name), message: fault }]),
    ];
  });
  if (typedWrong.length > 0) return typedWrong;
  const [opensAt, clarificationsCloseAt, closesAt] = roundTimes.map((name) => instantOf(typed[name]) ?? '') as [string, string, string];
  const fault = timesOrderFault({ opensAt, clarificationsCloseAt, closesAt });
  return fault ? [{ field: fault.field?.slice(1) ?? '', message: bare(fault.detail) }] : [];
};

const bare = (sentence: string): string => sentence.replace(/\.$/, '');

const partAt: Readonly<Record<string, LotPart>> = {
  qualityWeight: 'quality',
  priceWeight: 'price',
  passMark: 'passMark',
  priceUnit: 'priceUnit',
  mostAwards: 'mostAwards',
};

const lotFaults = ({ lots }: TypedRound, frameworkLots: readonly string[]): readonly FormError[] =>
  lots.length === 0
    ? [{ field: 'lots', message: 'Choose at least one lot' }]
    : lots.flatMap((lot) => {
        const fault = criteriaFault([toCriteria(lot)], frameworkLots);
        if (!fault) return [];
        const part = partAt[fault.field?.split('/').at(-1) ?? ''];
        return [{ field: part === undefined ? 'lots' : lotField(lot.lotKey, part), message: `Lot ${lot.lotKey}: ${bare(fault.detail)}` }];
      });

const versionFault = (version: string): string | undefined => {
  if (version.trim() === '') return 'Enter a name for this set of questions';
  return version.trim().length > 64 ? 'Enter 64 characters or fewer' : undefined;
};

/**
 * What is wrong with a round as it was entered, from the top of the form down: all that a refusal of the server could be about, but for what is asked only
 * when it is published, such as weights that make 100 for each lot.
 */
export const roundFaults = (typed: TypedRound, frameworkLots: readonly string[]): readonly FormError[] => {
  if (typed.frameworkRef === '') return [{ field: 'frameworkRef', message: 'Choose the framework' }, ...timeFaults(typed)];
  const version = versionFault(typed.version);
  const lotKeys = typed.lots.map(({ lotKey }) => lotKey);
  return [
    ...timeFaults(typed),
    ...lotFaults(typed, frameworkLots),
    ...(version === undefined ? [] : [{ field: 'version', message: version }]),
    ...typed.questions.flatMap((question, at) => typedQuestionFaults(question, at + 1, lotKeys)),
  ];
};

/** The field of the form that a pointer of the server's refusal is about; '' where it is none of them. */
export const roundFieldAt = (pointer: string, { lots, questions }: TypedRound): string => {
  const path = pointer.split('/').filter((part) => part !== '' && part !== 'plan');
  const [list = '', inner = '', index = ''] = path;
  if ((roundTimes as readonly string[]).includes(list)) return list;
  if (list === 'params' || list === 'frameworkRef') return 'frameworkRef';
  if (list === 'lots') {
    const part = partAt[path.at(-1) ?? ''];
    const lot = lots[Number(inner)];
    return inner === '' || lot === undefined || part === undefined ? 'lots' : lotField(lot.lotKey, part);
  }
  if (list !== 'questionSet') return '';
  if (inner === 'version') return inner;
  const question = index === '' ? undefined : questions[Number(index)];
  return question === undefined ? '' : questionFieldAt(question.id, `/${path.slice(3).join('/')}`);
};
