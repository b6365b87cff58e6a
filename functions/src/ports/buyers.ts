import type { ApprovalTimes } from '@ap/shared/domain/approvals/approval-clock';
import type { ApprovalPolicy } from '@ap/shared/domain/approvals/approval-policy';
import type { DelegationDecision, DelegationFacts } from '@ap/shared/domain/approvals/decide-delegation';
import type { AttendancePolicy } from '@ap/shared/domain/attendance/attendance-policy';
import type { BlockPolicy } from '@ap/shared/domain/block-purchases/block-policy';
import type { PlacementGuidance } from '@ap/shared/domain/call-off/placement-guidance';
import type { FeaturePolicy } from '@ap/shared/domain/features/features';
import type { LimitPolicy } from '@ap/shared/domain/ledgers/share-rules';
import type { VatPolicy } from '@ap/shared/domain/money/vat-basis';
import type { OpenDataPolicy } from '@ap/shared/domain/open-data/open-data-policy';
import type { OrderPolicy } from '@ap/shared/domain/orders/order-policy';
import type { MemberRole, Membership, MembershipStatus } from '@ap/shared/domain/people/membership';
import type { Person, PersonId } from '@ap/shared/domain/people/person';
import type { QualityPolicy } from '@ap/shared/domain/quality/quality-policy';
import type { ThresholdPolicy } from '@ap/shared/domain/quality/registration-load';
import type { SafeguardingPhones } from '@ap/shared/domain/quality/whom-to-ring';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import type { TermSetting } from '@ap/shared/domain/tenders/framework/framework-terms';
import type { Age } from './providers.ts';

/** Buyers and who acts for them. */
export interface BuyerRegister {
  readonly all: () => Promise<readonly Buyer[]>;
  readonly membershipsOf: (person: PersonId) => Promise<readonly Membership[]>;
  readonly buyer: (buyerRef: string, age: Age) => Promise<Buyer | undefined>;
  readonly members: (buyerRef: string, age: Age) => Promise<readonly Membership[]>;
  /** Members of every council department. */
  readonly councilMembers: (age: Age) => Promise<readonly Membership[]>;
  /** Makes or changes the one row of this person at this buyer; the row's other columns stay as they are. */
  readonly setMembership: (buyerRef: string, person: Person, status: MembershipStatus, roles: readonly MemberRole[]) => Promise<Membership>;
  /**
   * Decides by the rows as they are now who stands in for an approver, and writes it under what was read; every other column of the row stays as it is.
   * The row afterwards, or the refusal.
   */
  readonly changeDelegation: (
    buyerRef: string,
    person: PersonId,
    decide: (facts: DelegationFacts) => DelegationDecision,
  ) => Promise<DelegationDecision>;
  /** Memberships with a delegation, or something that became of one. */
  readonly delegations: () => Promise<readonly Membership[]>;
}

/** Policies that a commissioner keeps in the Settings list. Throws when the row cannot be read: a policy is never guessed. */
export interface Policies {
  readonly approvalPolicy: () => Promise<ApprovalPolicy>;
  /** When approvers are reminded and a request is passed on. */
  readonly approvalTimes: () => Promise<ApprovalTimes>;
  readonly qualityPolicy: () => Promise<QualityPolicy>;
  /** Where the threshold of registration as a school lies (R12, R13). */
  readonly thresholdPolicy: () => Promise<ThresholdPolicy>;
  /** From how much of its value on a framework is near its end (R34). */
  readonly limitPolicy: () => Promise<LimitPolicy>;
  /** When sessions begin and must be reported, and what is owed for those that were missed (R22, row 60). */
  readonly attendancePolicy: () => Promise<AttendancePolicy>;
  /** Which types of buyers compare prices with VAT (R39). */
  readonly vatPolicy: () => Promise<VatPolicy>;
  /** What whoever asks for a long placement is told (R11). */
  readonly placementGuidance: () => Promise<PlacementGuidance>;
  readonly orderPolicy: () => Promise<OrderPolicy>;
  /** How long a provider has to answer a block purchase. */
  readonly blockPolicy: () => Promise<BlockPolicy>;
  /** How long a framework lasts without a reason, and from which value a light touch contract is regulated (R27, R28). */
  readonly termSetting: () => Promise<TermSetting>;
  /** What the council has switched off. */
  readonly features: () => Promise<FeaturePolicy>;
  /** Under which prefix and name open data is published; `undefined` as long as nobody has set it: there is no usual one. */
  readonly openDataPolicy: () => Promise<OpenDataPolicy | undefined>;
  /** Whom to ring before a concern is written down. What nobody set is left out: it must be shown as missing, never hidden. */
  readonly safeguardingPhones: () => Promise<SafeguardingPhones>;
  /** The commissioning team's phone, for people who are told to ring it. */
  readonly commissioningPhone: () => Promise<string | undefined>;
  /** Who is on duty for concerns, by a list that is restricted as the concerns are. Whether each is a commissioner is for the caller to ask. */
  readonly dutyCommissioners: () => Promise<readonly Person[]>;
}
