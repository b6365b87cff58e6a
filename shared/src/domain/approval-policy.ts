import type { Membership } from './membership.ts';
import { formatMoney, type Pence } from './money.ts';
import type { Payer } from './payer.ts';
import { type Person, type PersonId, personKey, samePerson } from './person.ts';

/** Who decides a step: an approver of the buyer, or the council's own officer for the payer's money. */
export type StepKind = 'buyer' | 'council';

export interface PolicyStep {
  readonly kind: StepKind;
  /** The step is needed only when the gross total is above this. */
  readonly above?: Pence | undefined;
}

/** Steps in order for each payer. Data: a commissioner's Settings row may replace it. */
export type ApprovalPolicy = Readonly<Record<Payer, readonly PolicyStep[]>>;

/** The school's head answers for the placement whoever pays; council money needs the council's officer as well. */
export const defaultApprovalPolicy: ApprovalPolicy = {
  school: [{ kind: 'buyer' }],
  'council-budget': [{ kind: 'buyer' }, { kind: 'council' }],
  'ehc-top-up': [{ kind: 'buyer' }, { kind: 'council' }],
  'virtual-school': [{ kind: 'buyer' }, { kind: 'council' }],
  split: [{ kind: 'buyer' }, { kind: 'council' }],
};

export interface PlannedStep {
  readonly kind: StepKind;
  readonly approvers: readonly Person[];
}

/** A step that nobody may decide, with what to do about it. */
export interface MissingApprover {
  readonly kind: StepKind;
  readonly sentence: string;
  readonly fallback?: Person | undefined;
}

export interface ApprovalPlan {
  readonly steps: readonly PlannedStep[];
  readonly missing: readonly MissingApprover[];
}

export interface ApprovalFacts {
  readonly policy: ApprovalPolicy;
  readonly buyerRef: string;
  readonly buyerMembers: readonly Membership[];
  /** Members of the council's departments. */
  readonly councilMembers: readonly Membership[];
  readonly fallbackApprover?: Person | undefined;
}

const withinLimit = (membership: Membership, gross: Pence): boolean =>
  membership.approvalLimit !== undefined && gross <= membership.approvalLimit;

const unique = (people: readonly Person[]): readonly Person[] => [...new Map(people.map((person) => [personKey(person), person])).values()];

/** Everyone who may decide a step of this kind today, never the requester (a request is decided by someone else). */
export const eligibleApprovers = (
  facts: ApprovalFacts,
  kind: StepKind,
  payer: Payer,
  gross: Pence,
  requester: PersonId,
): readonly Person[] => {
  const members =
    kind === 'buyer'
      ? facts.buyerMembers.filter((m) => m.buyerRef === facts.buyerRef)
      : facts.councilMembers.filter((m) => paysFor(m, payer));
  return unique(
    members
      .filter((m) => m.status === 'active' && m.roles.includes('approver') && withinLimit(m, gross) && !samePerson(m.person, requester))
      .map((m) => m.person),
  );
};

const paysFor = (membership: Membership, payer: Payer): boolean =>
  payer === 'split' ? membership.payers.length > 0 : membership.payers.includes(payer);

/**
 * The steps that a request of this value needs, with who may decide each. Where nobody may, the buyer's fallback approver
 * (chair of governors, trust, council) is offered; it stands in for the buyer's step only when `useFallback` was chosen.
 */
export const planApproval = (facts: ApprovalFacts, payer: Payer, gross: Pence, requester: PersonId, useFallback: boolean): ApprovalPlan => {
  const steps: PlannedStep[] = [];
  const missing: MissingApprover[] = [];
  for (const { kind } of neededSteps(facts.policy[payer], gross)) {
    const approvers = eligibleApprovers(facts, kind, payer, gross, requester);
    const fallback = usableFallback(facts, kind, requester);
    if (approvers.length > 0) steps.push({ kind, approvers });
    else if (fallback && useFallback) steps.push({ kind, approvers: [fallback] });
    else missing.push({ kind, sentence: missingSentence(kind, gross, fallback), fallback });
  }
  return { steps, missing };
};

/** The policy's steps for a total. Its first step is never left out: no total is so small that nobody decides. */
const neededSteps = (steps: readonly PolicyStep[], gross: Pence): readonly PolicyStep[] => {
  const needed = steps.filter(({ above }) => above === undefined || gross > above);
  return needed.length > 0 ? needed : steps.slice(0, 1);
};

const usableFallback = (facts: ApprovalFacts, kind: StepKind, requester: PersonId): Person | undefined =>
  kind === 'buyer' && facts.fallbackApprover && !samePerson(facts.fallbackApprover, requester) ? facts.fallbackApprover : undefined;

const missingSentence = (kind: StepKind, gross: Pence, fallback: Person | undefined): string => {
  if (kind === 'council') return `No council officer can approve ${formatMoney(gross)} for this payer. Contact the commissioning team.`;
  const nobody = `Nobody else at your school can approve ${formatMoney(gross)}.`;
  return fallback ? `${nobody} You can send it to ${fallback.name} instead.` : `${nobody} Ask your school's contact to add an approver.`;
};
