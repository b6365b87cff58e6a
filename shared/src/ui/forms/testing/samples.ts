import type { CallOffReply, CallOffRequestInput, PriceReply, QuoteReply } from '../../../contract/call-offs.ts';
import type { Draft } from '../../../contract/drafts.ts';
import type { BuyerReply, MembershipReply } from '../../../contract/me.ts';
import type { OrderReply } from '../../../contract/orders.ts';
import type { ServiceReply } from '../../../contract/service.ts';
import { localDate } from '../../../domain/days/local-date.ts';
import { pence } from '../../../domain/money/money.ts';

/** Invented people, schools and providers, at .example domains. */

export const senco = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  objectId: '22222222-2222-4222-8222-222222222222',
  name: 'Sam Oduya',
  email: 's.oduya@oakfield.example',
};

export const oakfield: BuyerReply = {
  ref: 'B-0001',
  name: 'Oakfield School',
  type: 'academy',
  phase: 'secondary',
  legalBuyer: 'Wessex Learning Trust',
  invoiceAddress: '12 High Street, Dorchester DT1 1AA',
};

export const membership = (changes: Partial<MembershipReply> = {}): MembershipReply => ({
  buyer: oakfield,
  roles: ['requester'],
  status: 'active',
  payers: [],
  ...changes,
});

export const meAs = (...memberships: readonly MembershipReply[]) => ({ person: senco, memberships: [...memberships], commissioner: false });

export const service: ServiceReply = {
  serviceRef: 'S-0001',
  name: 'Forest learning',
  summary: 'Learning outdoors in small groups',
  providerRef: 'P-0001',
  providerName: 'Greenway Learning',
  lotKey: 'lot-1',
  lotName: 'Engagement & Reengagement',
  kind: 'programme',
  deliveryMode: 'off-site',
  keyStages: ['KS3', 'KS4'],
  needs: ['SEMH'],
  ageFrom: 11,
  ageTo: 16,
  price: pence(9_500),
  priceIncVat: pence(11_400),
  unit: 'day',
  vatTreatment: 'standard-rated',
  why: [],
  vat: 'ex',
  listed: true,
  type: 'outdoor',
  frameworkName: 'Alternative provision 2026',
  permittedBases: ['lowest-price', 'only-match', 'continuity', 'pupil-choice'],
  provider: {
    legalName: 'Greenway Learning Ltd',
    email: 'hello@greenway.example',
    phone: '01305 000000',
    summary: 'Outdoor learning',
    registeredSchool: false,
  },
  checks: [],
};

export const price: PriceReply = {
  unit: 'day',
  unitPrice: pence(9_500),
  units: 22,
  unitsSentence: '11 weeks x 2 days = 22 days',
  hoursPerWeek: 10,
  vatBasisPoints: 2000,
  net: pence(209_000),
  vat: pence(41_800),
  gross: pence(250_800),
};

export const quote: QuoteReply = { price, steps: [{ kind: 'buyer', approvers: ['Alex Head'] }], missing: [] };

export const draftId = '33333333-3333-4333-8333-333333333333';

export const fullDraft: Draft = {
  draftId,
  serviceRef: 'S-0001',
  serviceName: 'Forest learning',
  buyerRef: 'B-0001',
  savedAt: '2027-03-01T14:15:00Z',
  answers: {
    step: 'check',
    buyerRef: 'B-0001',
    pupilRef: 'P-0147',
    age: '14',
    compulsorySchoolAge: 'yes',
    ehcPlan: 'no',
    lookedAfter: 'no',
    arrangedBy: 'school',
    payer: 'school',
    billTo: 'Wessex Learning Trust',
    costCode: '',
    days: ['mon', 'tue'],
    sessions: 'both',
    hoursPerDay: '5',
    startDate: '12 4 2027',
    endDate: '16 7 2027',
    basis: 'lowest-price',
    objectives: '',
    useFallbackApprover: false,
  },
};

export const callOff = (changes: Partial<CallOffReply> = {}): CallOffReply => ({
  ref: 'CO-7K3MQ9',
  status: 'awaiting-approval',
  buyerRef: 'B-0001',
  buyerName: 'Oakfield School',
  serviceRef: 'S-0001',
  serviceName: 'Forest learning',
  providerName: 'Greenway Learning',
  lotName: 'Engagement & Reengagement',
  pupilRef: 'P-0147',
  startDate: localDate('2027-04-12'),
  endDate: localDate('2027-07-16'),
  net: pence(209_000),
  gross: pence(250_800),
  requesterName: 'Sam Oduya',
  submittedAt: '2027-03-01T14:15:00Z',
  waitingFor: ['Alex Head'],
  version: 1,
  round: 1,
  openStep: 0,
  price,
  payer: 'school',
  arrangedBy: 'school',
  billTo: 'Wessex Learning Trust',
  basis: 'lowest-price',
  steps: [{ kind: 'buyer', state: 'open', approvers: ['Alex Head'] }],
  attention: [],
  history: [{ at: '2027-03-01T14:15:00Z', by: 'Sam Oduya', what: 'Request sent for approval' }],
  delivery: [],
  may: [],
  ...changes,
});

/** What was asked for, as its requester gets it back. */
export const ownRequest: CallOffRequestInput = {
  buyerRef: 'B-0001',
  serviceRef: 'S-0001',
  pupilRef: 'P-0147',
  age: 14,
  compulsorySchoolAge: true,
  ehcPlan: false,
  lookedAfter: false,
  arrangedBy: 'school',
  payer: 'school',
  billTo: 'Wessex Learning Trust',
  pattern: { days: ['mon', 'tue'], sessions: 'both', hoursPerDay: 5 },
  startDate: localDate('2027-04-12'),
  endDate: localDate('2027-07-16'),
  basis: 'lowest-price',
  useFallbackApprover: false,
};

/** The order of `callOff`, accepted by its provider, as whoever leads it sees it. */
export const order = (changes: Partial<OrderReply> = {}): OrderReply => ({
  ref: 'CO-7K3MQ9',
  version: 1,
  number: 'AP-000123',
  state: 'accepted',
  unit: 'day',
  unitPrice: price.unitPrice,
  plan: {
    parts: [{ from: localDate('2027-04-12'), to: localDate('2027-07-16'), pattern: ownRequest.pattern }],
    units: price.units,
    unitsSentence: price.unitsSentence,
    hoursPerWeek: price.hoursPerWeek,
    net: price.net,
    vat: price.vat,
    gross: price.gross,
  },
  approvedGross: price.gross,
  checks: (['staff-checks-confirmed', 'plan-agreed', 'council-told', 'details-passed'] as const).map((kind) => ({ kind })),
  asksArticles: false,
  staffChecksToRenew: false,
  settingChanges: [],
  may: ['record-start-check', 'start', 'vary', 'cancel'],
  ...changes,
});

/** A third day in the week of `order`, which costs more than was approved. */
export const waitingChange: NonNullable<OrderReply['change']> = {
  number: 1,
  step: 0,
  kind: 'vary',
  reason: 'A third day helps.',
  proposedBy: 'Sam Oduya',
  proposedAt: '2027-04-20T10:00:00Z',
  plan: {
    parts: [
      { from: localDate('2027-04-12'), to: localDate('2027-05-02'), pattern: ownRequest.pattern },
      {
        from: localDate('2027-05-03'),
        to: localDate('2027-07-16'),
        pattern: { days: ['mon', 'tue', 'thu'], sessions: 'both', hoursPerDay: 5 },
      },
    ],
    units: 30,
    unitsSentence: '3 weeks x 2 days = 6 days; then 8 weeks x 3 days = 24 days',
    hoursPerWeek: 15,
    net: pence(285_000),
    vat: pence(57_000),
    gross: pence(342_000),
  },
  waitingFor: ['Alex Head'],
};
