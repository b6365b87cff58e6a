import { type Person, theProduct } from '@ap/shared/domain/people/person';
import type { TenderCommand, TenderDecision } from '@ap/shared/domain/tenders/decider';
import type { TenderRole } from '@ap/shared/domain/tenders/role';
import type { GivenCommand } from '../commands/apply-once.ts';
import { runAtRef } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/records.ts';
import { type TenderKind, type TenderStateOf, tenderHome } from './tender-homes.ts';

export type TenderNeeds = Pick<Ports, 'tenders' | 'effects' | 'clock' | 'hashes' | 'log'>;

/** Who gives a command, in which roles, under which key: the same key again is the same command. */
export interface TenderGiver {
  readonly by: Person;
  readonly roles: readonly TenderRole[];
  readonly key: string;
}

/** What every command and every fact of a tender begins with, for the decision to be told more. */
export interface TenderBase {
  readonly command: { readonly id: string; readonly by: Person; readonly receipted: ReadonlySet<string> };
  readonly facts: { readonly roles: readonly TenderRole[] };
  readonly now: string;
}

/** What a command says beside who gives it: each kind of it by itself. */
export type Told<C extends TenderCommand> = C extends unknown ? Omit<C, keyof TenderCommand> & Pick<C, 'kind'> : never;

/**
 * Runs one command about a tender's record, made by it or there already: decided again by what lies there whenever somebody else wrote meanwhile,
 * written once with If-Match, its effects queued. `decide` reads its facts anew at each try. Throws ProblemError when refused, ServiceBusy when contended.
 */
export const runTender = <K extends TenderKind>(
  ports: TenderNeeds,
  kind: K,
  given: TenderGiver & Pick<GivenCommand, 'content'> & { readonly ref: string },
  decide: (
    present: TenderStateOf<K> | undefined,
    base: TenderBase,
  ) => TenderDecision<TenderStateOf<K>> | Promise<TenderDecision<TenderStateOf<K>>>,
): Promise<Stored<TenderStateOf<K>>> =>
  runAtRef(ports, tenderHome(ports, kind), given, async (present, { now, ...command }) =>
    decide(present, { command, facts: { roles: given.roles }, now }),
  );

/** The product itself gives a command: a timer or an effect. The key says what for, so that two instances and a repeat give one command. */
export const asProduct = (what: string): TenderGiver => ({ by: theProduct, roles: ['product'], key: what });
