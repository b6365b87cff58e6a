import { type Aggregate, type ChangeToSeal, replayOf, type Sealed, seal } from '../call-off/aggregate.ts';
import type { Command } from '../call-off/decision.ts';
import { commissionersOf, type Membership } from '../people/membership.ts';
import { personKey, samePerson, theProduct } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { QualityAuditAction, QualityAuditWork, QualityEffectWork } from './quality-effect.ts';

/**
 * How a command came: a person on a page, a card or in a row of a list (each signed in), a link in a mail, or the clock. The last two are nobody's own
 * decision for sure.
 */
export const commandChannels = ['page', 'card', 'list', 'link', 'clock'] as const;
export type CommandChannel = (typeof commandChannels)[number];

export interface QualityCommand extends Command {
  readonly channel: CommandChannel;
}

/** A command of one kind with what it tells, by a table of what each kind tells. */
export type CommandOf<Kind extends string, Told> = QualityCommand & { readonly kind: Kind } & (Kind extends keyof Told
    ? Told[Kind]
    : unknown);

export type QualityRecord = Aggregate<QualityEffectWork>;
/** `Work`: what the record may ask for, where that is not what records of quality ask for. */
export type QualityDecision<S, Work extends object = QualityEffectWork> = Sealed<S, Work | QualityAuditWork> | Refusal;

/** A change and the one line of the audit chain that it makes. */
export interface QualityChange<S, Work extends object = QualityEffectWork> extends ChangeToSeal<S, Work> {
  readonly action: QualityAuditAction;
}

/** Seals a change with its one audit event, the last of its effects. */
export const accept = <S extends Aggregate<Work | QualityAuditWork>, Work extends object = QualityEffectWork>(
  change: QualityChange<S, NoInfer<Work>>,
  command: Command,
): QualityDecision<S, Work> =>
  seal<S, Work | QualityAuditWork>(
    { ...change, works: [...change.works, { kind: 'record-audit', action: change.action, actor: personKey(command.by) }] },
    command,
  ) ?? refused('record-full', 'There is no room left in this record. Make a new one for anything that does not protect a child.');

/** The answer to a command that this record has accepted before. */
export const replayed = <S extends Aggregate<Work | QualityAuditWork>, Work extends object = QualityEffectWork>(
  present: S,
  command: Command,
): QualityDecision<S, Work> | undefined => replayOf<S, Work | QualityAuditWork>(present, command);

export const isClock = ({ by, channel }: QualityCommand): boolean => channel === 'clock' && samePerson(by, theProduct);

/** Whether a person decides with their own hand: not the product itself, and not by a link that anybody may have followed. */
export const isByHand = ({ by, channel }: QualityCommand): boolean =>
  (channel === 'page' || channel === 'card' || channel === 'list') && !samePerson(by, theProduct);

export const whyNotClock = (command: QualityCommand): Refusal | undefined =>
  isClock(command) ? undefined : refused('not-the-clock', 'Only the passing of time brings this about. Nobody can do it by hand.');

/** Why this is not a commissioner of the council acting by hand. `members`: members of the council's departments. */
export const whyNotCommissioner = (command: QualityCommand, members: readonly Membership[]): Refusal | undefined => {
  if (!isByHand(command)) return refused('not-a-person', 'A commissioner must decide this, signed in. No timer, link or retry can.');
  const isCommissioner = commissionersOf(members).some((person) => samePerson(person, command.by));
  return isCommissioner ? undefined : refused('not-a-commissioner', 'Only a commissioner of the council can decide this.');
};
