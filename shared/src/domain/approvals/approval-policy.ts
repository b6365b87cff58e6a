import type { LocalDate } from '../days/local-date.ts';
import { formatMoney, type Pence } from '../money/money.ts';
import type { Payer } from '../money/payer.ts';
import type { Membership } from '../people/membership.ts';
import { type Person, type PersonId, personKey, samePerson } from '../people/person.ts';
import { type Delegate, delegatesOf } from './delegation.ts';
import { canEachBeDecided, keepingEachDecidable } from './separation-of-duties.ts';

/**
 * Who decides a step: an approver of the buyer, the council's SEN case officer, or the council's own officer for the payer's money. An SEN case officer
 * is whoever decides the council's money of EHC plans.
 */
export const stepKinds = ['buyer', 'sen-officer', 'council'] as const;
export type StepKind = (typeof stepKinds)[number];

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
  readonly buyerName: string;
  readonly buyerMembers: readonly Membership[];
  /** Members of the council's departments. */
  readonly councilMembers: readonly Membership[];
  readonly fallbackApprover?: Person | undefined;
}

/** The part of the facts that says who may decide. */
type WhoIsWho = Pick<ApprovalFacts, 'buyerRef' | 'buyerMembers' | 'councilMembers'>;

const withinLimit = (membership: Membership, gross: Pence): boolean =>
  membership.approvalLimit !== undefined && gross <= membership.approvalLimit;

const unique = (people: readonly Person[]): readonly Person[] => [...new Map(people.map((person) => [personKey(person), person])).values()];

/** Everyone who may decide a step of this kind today, never the requester (a request is decided by someone else). */
export const eligibleApprovers = (facts: WhoIsWho, kind: StepKind, payer: Payer, gross: Pence, requester: PersonId): readonly Person[] => {
  return unique(
    membersFor(facts, kind, payer)
      .filter((m) => m.status === 'active' && m.roles.includes('approver') && !samePerson(m.person, requester))
      // Whether a placement fits the EHC plan is no question of money.
      .filter((m) => kind === 'sen-officer' || withinLimit(m, gross))
      .map((m) => m.person),
  );
};

/** Who decides such a step today for any of these approvers, each with the one for whom. */
export const delegatesOfStep = (
  facts: WhoIsWho,
  { kind, payer }: { readonly kind: StepKind; readonly payer: Payer },
  approvers: readonly PersonId[],
  today: LocalDate,
): readonly Delegate[] =>
  delegatesOf(kind === 'buyer' ? facts.buyerMembers : facts.councilMembers, approvers, today, membersFor(facts, kind, payer));

/** Those who decide this step for whoever of its approvers is away today: never the requester. */
export const delegatesFor = (
  facts: WhoIsWho,
  kind: StepKind,
  approvers: readonly PersonId[],
  { payer, requester, today }: Pick<ToDecide, 'payer' | 'requester' | 'today'>,
): readonly Person[] =>
  delegatesOfStep(facts, { kind, payer }, approvers, today)
    .map(({ person }) => person)
    .filter((person) => !samePerson(person, requester));

const membersFor = (facts: WhoIsWho, kind: StepKind, payer: Payer): readonly Membership[] => {
  switch (kind) {
    case 'buyer':
      return facts.buyerMembers.filter((m) => m.buyerRef === facts.buyerRef);
    case 'sen-officer':
      return facts.councilMembers.filter((m) => paysFor(m, 'ehc-top-up'));
    case 'council':
      return facts.councilMembers.filter((m) => paysFor(m, payer));
  }
};

/** The council's officers who decide this money: of EHC plans the SEN case officers, of the Virtual School its own. */
export const officersOf = (memberships: readonly Membership[], payer: 'ehc-top-up' | 'virtual-school'): readonly Person[] =>
  unique(memberships.filter((m) => m.status === 'active' && m.roles.includes('approver') && paysFor(m, payer)).map((m) => m.person));

const paysFor = (membership: Membership, payer: Payer): boolean =>
  payer === 'split' ? membership.payers.length > 0 : membership.payers.includes(payer);

/** What is to be decided, and by whom it may not be: nobody decides their own request, nor two steps of one. */
export interface ToDecide {
  readonly payer: Payer;
  readonly gross: Pence;
  readonly requester: PersonId;
  /** Those who have decided earlier steps. */
  readonly decidedBy: readonly PersonId[];
  readonly useFallback: boolean;
  /** Whoever is away today is stood in for by their delegate. */
  readonly today: LocalDate;
}

/** What is to be decided, and whether the pupil has an EHC plan. */
export type ToPlan = Omit<ToDecide, 'decidedBy'> & { readonly ehcPlan: boolean };

/** The steps that a request of this value needs, with who may decide each. */
export const planApproval = (facts: ApprovalFacts, toDecide: ToPlan): ApprovalPlan =>
  planSteps(facts, neededKinds(facts.policy, toDecide), { ...toDecide, decidedBy: [] });

/**
 * Who may decide each of these steps today, so that each can be decided by someone else: whoever is needed for one step is not asked at another.
 * Where nobody is left, the buyer's fallback approver (chair of governors, trust, council) is offered; it stands in for the buyer's step only when
 * `useFallback` was chosen.
 */
export const planSteps = (facts: ApprovalFacts, kinds: readonly StepKind[], toDecide: ToDecide): ApprovalPlan => {
  const { payer, gross, requester, decidedBy } = toDecide;
  const hasDecided = (person: PersonId): boolean => decidedBy.some((decider) => samePerson(decider, person));
  const filled = new Map<number, PlannedStep>();
  const missing = new Map<number, MissingApprover>();
  // Only the buyer's step has a stand-in: the others choose first.
  for (const at of [...kinds.keys()].sort((a, b) => Number(kinds[a] === 'buyer') - Number(kinds[b] === 'buyer'))) {
    const kind = kinds[at] as StepKind;
    const fits = (people: readonly Person[]): boolean =>
      canEachBeDecided([...[...filled.values()].map(({ approvers }) => approvers), people]);
    const within = eligibleApprovers(facts, kind, payer, gross, requester);
    const approvers = within.filter((person) => !hasDecided(person));
    const fallback = [usableFallback(facts, kind, requester)].find((person) => person && !hasDecided(person) && fits([person]));
    if (fits(approvers)) filled.set(at, { kind, approvers });
    else if (fallback && toDecide.useFallback) filled.set(at, { kind, approvers: [fallback] });
    else missing.set(at, { kind, sentence: missingSentence(facts.buyerName, kind, gross, within.length > 0, fallback), fallback });
  }
  const steps = inOrder(filled);
  const narrowed = keepingEachDecidable(steps.map(({ approvers }) => approvers));
  return {
    steps: steps.map(({ kind }, index) => {
      const asked = narrowed[index] ?? [];
      const standingIn = delegatesFor(facts, kind, asked, toDecide).filter((person) => !hasDecided(person));
      return { kind, approvers: unique([...asked, ...standingIn]) };
    }),
    missing: inOrder(missing),
  };
};

const inOrder = <T>(byStep: ReadonlyMap<number, T>): readonly T[] => [...byStep].sort(([a], [b]) => a - b).map(([, found]) => found);

/** The policy's steps for a total; where it is below every one of them, the first: no total is so small that nobody decides. */
const neededSteps = (steps: readonly PolicyStep[], gross: Pence): readonly PolicyStep[] => {
  const needed = steps.filter(({ above }) => above === undefined || gross > above);
  return needed.length > 0 ? needed : steps.slice(0, 1);
};

/**
 * The kinds of step that this request needs. An EHC plan adds the SEN case officer's, whatever the policy says: after the buyer's own, before the council's
 * money. Where the top-up of the plan pays, the council's step is that officer's already.
 */
export const neededKinds = (
  policy: ApprovalPolicy,
  { payer, gross, ehcPlan }: Pick<ToPlan, 'payer' | 'gross' | 'ehcPlan'>,
): readonly StepKind[] => {
  const kinds = neededSteps(policy[payer], gross).map(({ kind }) => kind);
  if (!ehcPlan || kinds.includes('sen-officer') || (payer === 'ehc-top-up' && kinds.includes('council'))) return kinds;
  const ofBuyer = kinds.lastIndexOf('buyer') + 1;
  return [...kinds.slice(0, ofBuyer), 'sen-officer', ...kinds.slice(ofBuyer)];
};

const usableFallback = (facts: ApprovalFacts, kind: StepKind, requester: PersonId): Person | undefined =>
  kind === 'buyer' && facts.fallbackApprover && !samePerson(facts.fallbackApprover, requester) ? facts.fallbackApprover : undefined;

/** `needed`: there is somebody, but they decide another step. */
const missingSentence = (buyerName: string, kind: StepKind, gross: Pence, needed: boolean, fallback: Person | undefined): string => {
  const total = formatMoney(gross);
  switch (kind) {
    case 'sen-officer':
      return needed
        ? 'The only SEN case officer of the council decides another step of this request, and nobody decides two. Contact the commissioning team.'
        : 'A pupil with an EHC plan needs the SEN case officer of the council, and none is on the register. Contact the commissioning team.';
    case 'council':
      return needed
        ? `The only council officer who can approve ${total} for this payer decides another step of this request, and nobody decides two. Contact the commissioning team.`
        : `No council officer can approve ${total} for this payer. Contact the commissioning team.`;
    case 'buyer': {
      const nobody = needed
        ? `The only person at ${buyerName} who can approve ${total} decides another step of this request, and nobody decides two.`
        : `Nobody else at ${buyerName} can approve ${total}.`;
      return fallback ? `${nobody} You can send it to ${fallback.name} instead.` : `${nobody} Ask its contact to add an approver.`;
    }
  }
};
