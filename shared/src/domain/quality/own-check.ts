import { type Aggregate, unwritten } from '../call-off/aggregate.ts';
import { addMonths, formatDate, type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { Membership } from '../people/membership.ts';
import { type Person, samePerson } from '../people/person.ts';
import { refused } from '../refusal.ts';
import { accept, isByHand, type QualityCommand, type QualityDecision, replayed } from './quality-decision.ts';
import type { QualityEffectWork } from './quality-effect.ts';
import { whyNotText } from './why-not-text.ts';

/** R1 to R3: what a school looks at for itself, in our own words. Which of these it did is its own record: the council asks for none of them. */
export const ownCheckHeadings = [
  { key: 'visited', label: 'We visited the place, or saw online sessions at work' },
  { key: 'staff-checks', label: 'We saw written confirmation of the staff checks, or the single central record' },
  { key: 'safeguarding-policy', label: 'We read the safeguarding policy' },
  { key: 'insurance', label: 'We saw the insurance' },
  { key: 'risk-assessment', label: 'We discussed how risks for each pupil are assessed' },
  { key: 'absence-route', label: 'We agreed how we are told where a pupil is, and of an absence on the same day' },
] as const;
export type OwnCheckHeading = (typeof ownCheckHeadings)[number]['key'];
export const ownCheckKeys = ownCheckHeadings.map(({ key }) => key);

/** What a school or department last recorded of its own check of one provider: one list item for the two. Earlier checks are lines of its history. */
export interface OwnCheck extends Aggregate<QualityEffectWork> {
  readonly buyerRef: string;
  readonly providerRef: string;
  readonly checkedOn: LocalDate;
  readonly checkedBy: Person;
  readonly headings: readonly OwnCheckHeading[];
  readonly note?: string | undefined;
  readonly reviewOn: LocalDate;
}

export const ownCheckRef = (buyerRef: string, providerRef: string): string => `OC-${buyerRef}-${providerRef}`;

/** A check is looked at again at least so often. The product's own rule: a check that nobody renews would speak for staff who have left. */
export const reviewWithinMonths = 12;

export interface RecordOwnCheck extends QualityCommand {
  readonly buyerRef: string;
  readonly providerRef: string;
  readonly checkedOn: LocalDate;
  readonly headings: readonly OwnCheckHeading[];
  readonly note?: string | undefined;
  readonly reviewOn: LocalDate;
}

export interface OwnCheckFacts {
  /** Members of the school or department that the check is of. */
  readonly members: readonly Membership[];
}

/**
 * R1, R2: the school that places stays responsible, so its check is its own: recorded by one of its people, by hand, and never by the council. It
 * blocks nothing and lets nothing through. The last one recorded stands; what stood before is a line of the history.
 */
export const recordOwnCheck = (present: OwnCheck | undefined, command: RecordOwnCheck, facts: OwnCheckFacts): QualityDecision<OwnCheck> => {
  const replay = present && replayed(present, command);
  if (replay) return replay;
  if (!isByHand(command)) return refused('not-a-person', 'Sign in to record a check.');
  const { buyerRef, providerRef, checkedOn, headings, note, reviewOn } = command;
  if (!facts.members.some(({ status, person }) => status === 'active' && samePerson(person, command.by)))
    return refused('not-yours', 'Only somebody of this school or department can record its check.');
  const today = toLondonDate(command.now);
  if (checkedOn > today) return refused('dates-not-allowed', 'Enter the day of the check, today at the latest.', '/checkedOn');
  if (headings.length === 0) return refused('reason-required', 'Mark at least one thing that you checked.', '/headings');
  const latest = addMonths(checkedOn, reviewWithinMonths);
  if (reviewOn <= checkedOn || reviewOn < today || reviewOn > latest)
    return refused(
      'dates-not-allowed',
      latest < today
        ? `This check is older than ${reviewWithinMonths} months. Check again, and record that check.`
        : `Enter a day for the review that is not past, and by ${formatDate(latest, 'plain')} at the latest.`,
      latest < today ? '/checkedOn' : '/reviewOn',
    );
  const refusal = note === undefined ? undefined : whyNotText(note, '/note', 'Enter a note, or leave it out.');
  if (refusal) return refusal;
  const state: OwnCheck = {
    ...(present ?? { ...unwritten, ref: ownCheckRef(buyerRef, providerRef), buyerRef, providerRef }),
    checkedOn,
    checkedBy: command.by,
    headings: ownCheckKeys.filter((key) => headings.includes(key)),
    note,
    reviewOn,
  };
  const what = `Own check of ${formatDate(checkedOn, 'plain')}, review due by ${formatDate(reviewOn, 'plain')}`;
  return accept({ state, what, action: 'own-check-recorded', works: [], comment: note }, command);
};
