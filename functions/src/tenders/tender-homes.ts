import type { RecordHome } from '../commands/run-record.ts';
import type { OutboxList } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import type { TenderRegisters } from '../ports/tenders.ts';

/** A kind of record on the way onto the framework. */
export type TenderKind = keyof TenderRegisters;

/** The record of a kind. */
export type TenderStateOf<K extends TenderKind> = TenderRegisters[K] extends { readonly find: (ref: string) => Promise<infer Found> }
  ? NonNullable<Found> extends { readonly state: infer State }
    ? State
    : never
  : never;

const lists = {
  frameworks: 'Frameworks',
  rounds: 'ApplicationRounds',
  clarifications: 'Clarifications',
  applications: 'Applications',
  lotApplications: 'ApplicationLots',
  scoreSheets: 'EvaluationScores',
  rankings: 'LotRankings',
  awards: 'Awards',
  priceBooks: 'PriceBooks',
} as const satisfies Record<TenderKind, OutboxList>;

/** Where records of a kind lie. */
export const tenderHome = <K extends TenderKind>({ tenders }: Pick<Ports, 'tenders'>, kind: K): RecordHome<TenderStateOf<K>> => ({
  list: lists[kind],
  // The kind picks the register of that kind, which the types cannot follow.
  register: tenders[kind] as unknown as RecordHome<TenderStateOf<K>>['register'],
});
