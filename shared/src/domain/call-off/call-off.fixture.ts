import type { ApprovalCommand, ApprovalDecisionFacts } from '../approvals/approval-command.ts';
import { type ApprovalPolicy, defaultApprovalPolicy } from '../approvals/approval-policy.ts';
import type { Verdict } from '../approvals/approval-step.ts';
import { decideApproval } from '../approvals/decide-approval.ts';
import { localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { pence } from '../money/money.ts';
import { type Rate, rateContent } from '../money/rate-card.ts';
import type { OrderFacts } from '../orders/may-send-order.ts';
import type { MemberRole, Membership } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import type { QaCheck } from '../quality/qa-check.ts';
import type { RegistrationFacts } from '../quality/registration-guard.ts';
import { defaultThreshold } from '../quality/registration-load.ts';
import { mandatoryStandards, type QaStandard } from '../quality/standard.ts';
import type { Refusal } from '../refusal.ts';
import type { Buyer } from '../register/buyer.ts';
import type { Framework } from '../register/framework.ts';
import type { Lot } from '../register/lot.ts';
import type { Provider } from '../register/provider.ts';
import type { Service } from '../register/service.ts';
import type { ListingFacts } from '../register/service-may-be-ordered.ts';
import type { OthersConsidered } from './award-basis.ts';
import { type RouteNamed, routeNamed } from './award-route.ts';
import { type CallOff, type CallOffRequest, openStep, type PlacementAsked } from './call-off.ts';
import type { Accepted, Command, Decision } from './decision.ts';
import { defaultPlacementGuidance } from './placement-guidance.ts';
import { type SubmitCommand, type SubmitFacts, submitCallOff } from './submit-call-off.ts';

/** The day on which everything in these tests happens: a Tuesday in the autumn term. */
export const now = '2026-11-24T10:00:00Z';

export const councilTenant = '11111111-1111-4111-8111-111111111111';
export const schoolTenant = '22222222-2222-4222-8222-222222222222';

const person = (tenantId: string, digit: string, name: string): Person => ({
  tenantId,
  objectId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@${tenantId === councilTenant ? 'council.example' : 'school.example'}`,
});

/** Staff of the school: its SENCO asks, head and deputy decide, the chair of governors stands in. */
export const senco = person(schoolTenant, 'a', 'Sena Coombe');
export const head = person(schoolTenant, 'b', 'Hedda Marsh');
export const deputy = person(schoolTenant, 'c', 'Dev Puddle');
export const chair = person(schoolTenant, 'd', 'Chara Vale');
/** The council's officer for money, and a person with no part in it. */
export const officer = person(councilTenant, 'e', 'Offa Brook');
export const stranger = person(schoolTenant, 'f', 'Strang Moor');

export const aMembership = (who: Person, roles: readonly MemberRole[], told: Partial<Membership> = {}): Membership => ({
  buyerRef: '113800',
  person: who,
  roles,
  status: 'active',
  payers: [],
  ...(roles.includes('approver') ? { approvalLimit: pence(1_000_000) } : {}),
  ...told,
});

export const aFramework = (told: Partial<Framework> = {}): Framework => ({
  ref: 'AP-2026',
  name: 'Alternative provision 2026',
  authority: 'Example Council',
  status: 'live',
  liveFrom: localDate('2026-09-01'),
  expiresOn: localDate('2030-08-31'),
  eligibleBuyerTypes: ['council-department', 'maintained-school', 'academy', 'special-school'],
  permittedBases: ['lowest-price', 'only-match'],
  ...told,
});

export const aLot = (told: Partial<Lot> = {}): Lot => ({
  key: 'AP-2026-1',
  frameworkRef: 'AP-2026',
  number: 1,
  name: 'Engagement',
  status: 'open',
  ...told,
});

export const aProvider = (told: Partial<Provider> = {}): Provider => ({
  ref: 'P-0001',
  legalName: 'Blackmore Vale Provision Limited',
  tradingName: 'Blackmore Vale',
  organisationType: 'charity',
  registeredSchool: false,
  status: 'active',
  vatTreatment: 'exempt-education',
  lotKeys: ['AP-2026-1'],
  email: 'orders@blackmore.example',
  phone: '01258 000000',
  summary: 'Small groups.',
  ...told,
});

export const aService = (told: Partial<Service> = {}): Service => ({
  ref: 'S-00001',
  providerRef: 'P-0001',
  lotKey: 'AP-2026-1',
  name: 'Day programme',
  summary: 'Two days a week.',
  kind: 'programme',
  type: 'off-site-provision',
  deliveryMode: 'off-site',
  keyStages: ['KS3'],
  needs: ['SEMH'],
  ageFrom: 11,
  ageTo: 16,
  status: 'offered',
  ...told,
});

/** A check that was passed and holds for the whole school year. */
export const aCheck = (standard: QaStandard, told: Partial<QaCheck> = {}): QaCheck => ({
  ref: `Q-${standard.toUpperCase()}`,
  providerRef: 'P-0001',
  standard,
  mandatory: mandatoryStandards.includes(standard),
  outcome: 'passed',
  checkedOn: localDate('2026-09-14'),
  checkedBy: 'Quality team',
  expiresOn: localDate('2027-08-31'),
  ...told,
});

export const currentChecks: readonly QaCheck[] = mandatoryStandards.map((standard) => aCheck(standard));

/** £80 a day. */
export const aRate = (told: Partial<Rate> = {}): Rate => ({
  ref: 'R-00001',
  serviceRef: 'S-00001',
  lotKey: 'AP-2026-1',
  unit: 'day',
  price: pence(8_000),
  effectiveFrom: localDate('2026-09-01'),
  effectiveTo: localDate('2027-08-31'),
  status: 'approved',
  ...told,
});

export const aListing = (told: Partial<ListingFacts> = {}): ListingFacts => ({
  framework: aFramework(),
  lot: aLot(),
  provider: aProvider(),
  service: aService(),
  standing: undefined,
  qaChecks: currentChecks,
  rates: [aRate()],
  ...told,
});

export const aBuyer = (told: Partial<Buyer> = {}): Buyer => ({
  ref: '113800',
  name: 'Stour Vale School',
  type: 'maintained-school',
  phase: 'secondary',
  status: 'active',
  tenantIds: [schoolTenant],
  fallbackApprover: chair,
  termDates: sampleTermDates,
  ...told,
});

export const schoolMembers: readonly Membership[] = [
  aMembership(senco, ['requester']),
  aMembership(head, ['approver', 'contact']),
  aMembership(deputy, ['approver']),
];
export const officers: readonly Membership[] = [
  aMembership(officer, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget', 'ehc-top-up'] }),
];

/** Facts under which the ordinary request is accepted. */
/** A provider from which nothing was ordered yet. */
export const noPlacements: RegistrationFacts = { placements: [], policy: defaultThreshold };

/** Nobody else meets the need. */
export const nobodyElse: OthersConsidered = { services: [], compared: 'ex', freshAt: now };

/** What the sending of an order rests on. */
export const orderFacts = (told: Partial<ListingFacts> = {}): OrderFacts => ({ ...aListing(told), registration: noPlacements });

export const facts = (told: Partial<SubmitFacts> = {}): SubmitFacts => ({
  listing: aListing(),
  buyer: aBuyer(),
  buyerMembers: schoolMembers,
  councilMembers: officers,
  guidance: defaultPlacementGuidance,
  policy: defaultApprovalPolicy satisfies ApprovalPolicy,
  // Any text that changes with the rate will do: the hash itself is the edge's affair.
  rateHash: (rate) => `#${rateContent(rate)}`,
  registration: noPlacements,
  others: nobodyElse,
  ...told,
});

export const decisionFacts = (told: Partial<ApprovalDecisionFacts> = {}): ApprovalDecisionFacts => ({
  ...facts(told),
  itemId: 42,
  ...told,
});

/** What a test tells of a request: the rest is ordinary. */
export type RequestTold = Partial<PlacementAsked> & RouteNamed;

/** Tuesdays and Thursdays of nine school weeks, half-term left out: 18 days at £80 make £1,440. */
export const aRequest = (told: RequestTold = {}): CallOffRequest => {
  const { basis = 'lowest-price', basisReason, blockRef, enquiryRef, ...placement } = told;
  const route = routeNamed({ basis, basisReason, blockRef, enquiryRef });
  if (!route) throw new Error('A request names a route.');
  return { ...aPlacement, ...placement, ...route };
};

const aPlacement: PlacementAsked = {
  buyerRef: '113800',
  serviceRef: 'S-00001',
  pupilRef: 'P-0147',
  age: 13,
  compulsorySchoolAge: true,
  ehcPlan: false,
  lookedAfter: false,
  arrangedBy: 'school',
  payer: 'school',
  billTo: 'Finance office, Stour Vale School',
  pattern: { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 },
  startDate: localDate('2027-01-12'),
  endDate: localDate('2027-03-18'),
  useFallbackApprover: false,
};

let commands = 0;
/** A command with an id of its own, so that no two are taken for one. */
export const aCommand = (by: Person, told: Partial<Command> = {}): Command => {
  commands += 1;
  return { id: `owner-${commands}.content`, by, now, receipted: new Set(), ...told };
};

export const aSubmission = (told: Partial<SubmitCommand> = {}): SubmitCommand => ({
  ...aCommand(senco),
  ref: 'CO-7K3M-9QXT',
  idempotencyKey: 'key-0001',
  request: aRequest(),
  shownGross: pence(144_000),
  ...told,
});

/** The accepted decision; throws with the refusal where there is none, so that a test says what went wrong. */
export const accepted = (decision: Decision): Accepted => {
  if (decision.ok) return decision;
  throw new Error(`Refused: ${decision.code} ${decision.field ?? ''} ${decision.detail}`);
};

/** The refusal; throws where the command was accepted. */
export const refusal = (decision: Decision): Refusal => {
  if (!decision.ok) return decision;
  throw new Error(`Accepted at version ${decision.state.version}`);
};

/** A call-off that waits for its first decision. */
export const aCallOff = (told: RequestTold = {}, world: Partial<SubmitFacts> = {}): CallOff =>
  accepted(submitCallOff(aSubmission({ request: aRequest(told) }), facts(world))).state;

/** A decision about the step that is open now, by the head from the card. */
export const aDecision = (callOff: CallOff, verdict: Verdict, told: Partial<ApprovalCommand> = {}): ApprovalCommand => ({
  ...aCommand(head),
  verdict,
  channel: 'card',
  seen: { round: callOff.round, step: openStep(callOff) },
  ...(verdict === 'approve' ? {} : { comment: 'Please choose fewer days.' }),
  ...told,
});

export const decided = (callOff: CallOff, verdict: Verdict, told: Partial<ApprovalCommand> = {}): CallOff =>
  accepted(decideApproval(callOff, aDecision(callOff, verdict, told), decisionFacts())).state;

/** A call-off that was approved: its order waits for the provider. */
export const anOrder = (): CallOff => decided(aCallOff(), 'approve');
