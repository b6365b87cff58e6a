import type { Sealed } from '../call-off/aggregate.ts';
import { councilTenant } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { MemberRole, Membership } from '../people/membership.ts';
import { type Person, theProduct } from '../people/person.ts';
import type { Refusal } from '../refusal.ts';
import type { BlockCommand, BlockFacts, DraftBlock, DrawingCallOff, RegisteredTerms } from './block-command.ts';
import type { BlockWork } from './block-effect.ts';
import type { BlockPlan, BlockPurchase } from './block-purchase.ts';
import { blockRoles } from './block-role.ts';
import { decideBlockPurchase } from './decide-block-purchase.ts';
import { mostBuyers } from './pledging.ts';

/** When everything before closing happens: a Tuesday. */
export const beforeClosing = '2026-12-01T10:00:00Z';
/** The morning of the last working day before the closing day. */
export const shortlyBeforeClosing = '2026-12-10T09:00:00Z';
export const closesAt = '2026-12-11T17:00:00Z';
export const afterClosing = '2026-12-11T17:00:01Z';
export const respondBy = '2026-12-18T17:00:00Z';
export const whileUsable = '2027-02-01T09:00:00Z';
export const afterUse = '2027-07-17T09:00:00Z';

const person = (number: number, name: string): Person => ({
  tenantId: councilTenant,
  objectId: `0000${String(number).padStart(4, '0')}-0000-4000-8000-0000000000b1`,
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@school.example`,
});

/** Four schools, the first of which leads. Each has somebody who asks, a head who approves anything, and a deputy who approves up to £500. */
export const schools = ['ASH', 'BEECH', 'CEDAR', 'DOGWOOD'] as const;
export type School = (typeof schools)[number];
const numberOf = (school: School): number => schools.indexOf(school) * 10;
export const asks = (school: School): Person => person(numberOf(school) + 1, `Senco ${school}`);
export const head = (school: School): Person => person(numberOf(school) + 2, `Head ${school}`);
export const deputy = (school: School): Person => person(numberOf(school) + 3, `Deputy ${school}`);
/** Asks for the lead, and approves for it too. */
export const asksAndApproves = person(99, 'Both Ways');

const member = (buyerRef: School, who: Person, roles: readonly MemberRole[], limit?: number): Membership => ({
  buyerRef,
  person: who,
  roles,
  status: 'active',
  approvalLimit: limit === undefined ? undefined : pence(limit),
  payers: ['school'],
});
export const members: readonly Membership[] = [
  ...schools.flatMap((school) => [
    member(school, asks(school), ['requester']),
    member(school, head(school), ['approver'], 100_000_000),
    member(school, deputy(school), ['approver'], 50_000),
  ]),
  member('ASH', asksAndApproves, ['requester', 'approver'], 100_000_000),
];

/** £45 an hour; £42 from 50 hours, £40 from 100; standard-rated. */
export const theTerms = (told: Partial<RegisteredTerms> = {}): RegisteredTerms => ({
  serviceRef: 'S-00001',
  frameworkRef: 'AP-2026',
  lotKey: 'AP-2026-4',
  providerRef: 'P-0001',
  rateRef: 'R-00001',
  rateHash: '#rate',
  unit: 'hour',
  bands: [
    { fromUnits: 1, unitPrice: pence(4_500) },
    { fromUnits: 50, unitPrice: pence(4_200) },
    { fromUnits: 100, unitPrice: pence(4_000) },
  ],
  vatBasisPoints: 2_000,
  orderable: true,
  priceFrom: localDate('2026-09-01'),
  priceTo: localDate('2027-08-31'),
  lotExpiresOn: localDate('2028-08-31'),
  ...told,
});

export const thePlan = (told: Partial<BlockPlan> = {}): BlockPlan => ({
  minimumUnits: 40,
  closesAt,
  usableFrom: localDate('2027-01-04'),
  usableTo: localDate('2027-07-16'),
  unused: 'pay',
  ...told,
});

export const theFacts = (buyerRef: string, told: Partial<BlockFacts> = {}): BlockFacts => ({
  roles: blockRoles.filter((role) => role !== 'product' && role !== 'commissioner'),
  members,
  buyer: { ref: buyerRef, name: `${buyerRef} School`, mayBuy: true },
  terms: theTerms(),
  liveCallOffs: [],
  ...told,
});
/** What the clock and effects act with. */
export const product = (told: Partial<BlockFacts> = {}): BlockFacts => theFacts('ASH', { roles: ['product'], ...told });

export const aCallOff = (buyerRef: School, units: number, told: Partial<DrawingCallOff> = {}): DrawingCallOff => ({
  ref: `CO-${buyerRef}`,
  buyerRef,
  serviceRef: 'S-00001',
  unit: 'hour',
  units,
  startDate: localDate('2027-02-01'),
  endDate: localDate('2027-03-26'),
  ...told,
});

let commands = 0;
/** What every command carries, with an id that no other has. */
export const given = (by: Person) => {
  commands += 1;
  return { id: `given-${commands}`, by, receipted: new Set<string>() };
};
export const byProduct = () => given(theProduct);

export type BlockDecision = Sealed<BlockPurchase, BlockWork> | Refusal;

/** The accepted decision; throws with the refusal where there is none. */
export const accepted = (decision: BlockDecision): Sealed<BlockPurchase, BlockWork> => {
  if (decision.ok) return decision;
  throw new Error(`Refused: ${decision.code} ${decision.field ?? ''} ${decision.detail}`);
};
/** The refusal; throws where the command was accepted. */
export const refusal = (decision: BlockDecision): Refusal => {
  if (!decision.ok) return decision;
  throw new Error(`Accepted at version ${decision.state.version}`);
};

/** Decides and gives the state that it leads to. */
export const after = (present: BlockPurchase | undefined, command: BlockCommand | DraftBlock, facts: BlockFacts, now = beforeClosing) =>
  accepted(decideBlockPurchase(present, command, facts, now)).state;

export const aDraft = (plan: BlockPlan = thePlan(), purchase: 'joint' | 'individual' = 'joint', facts = theFacts('ASH')): BlockPurchase =>
  after(undefined, { ...given(asks('ASH')), kind: 'draft-block', ref: 'BP-0001', purchase, leadBuyerRef: 'ASH', plan }, facts);

export const aGathering = (plan?: BlockPlan, purchase?: 'joint' | 'individual', terms = theTerms()): BlockPurchase => {
  const facts = theFacts('ASH', { terms });
  return after(aDraft(plan, purchase, facts), { ...given(asks('ASH')), kind: 'open-block' }, facts);
};

export const pledged = (block: BlockPurchase, buyerRef: School, units: number, cap: number): BlockPurchase =>
  after(block, { ...given(asks(buyerRef)), kind: 'pledge', buyerRef, units, cap: pence(cap) }, theFacts(buyerRef));

export const approved = (block: BlockPurchase, buyerRef: School): BlockPurchase => {
  const round = block.pledges.find((pledge) => pledge.buyerRef === buyerRef)?.round ?? 0;
  return after(block, { ...given(head(buyerRef)), kind: 'approve-pledge', buyerRef, round }, theFacts(buyerRef));
};

/** Pledges that are approved: who, how many, at most how many pence each. */
export type Pledging = readonly (readonly [School, number, number])[];
export const fourSchools: Pledging = [
  ['ASH', 40, 4_500],
  ['BEECH', 30, 4_200],
  ['CEDAR', 12, 4_500],
  // Whose cap is below what the four reach together.
  ['DOGWOOD', 10, 4_100],
];

export const withPledges = (block: BlockPurchase, pledges: Pledging): BlockPurchase =>
  pledges.reduce((present, [school, units, cap]) => approved(pledged(present, school, units, cap), school), block);

export const closed = (block: BlockPurchase): BlockPurchase =>
  after(block, { ...byProduct(), kind: 'close-block' }, product(), afterClosing);

export const offered = (block: BlockPurchase): BlockPurchase =>
  after(block, { ...byProduct(), kind: 'offer-block', respondBy }, product(), afterClosing);

export const confirmed = (block: BlockPurchase): BlockPurchase =>
  after(block, { ...given(person(90, 'The provider')), kind: 'accept-offer' }, theFacts('ASH'), afterClosing);

export const inUse = (block: BlockPurchase): BlockPurchase =>
  after(
    block,
    { ...byProduct(), kind: 'note-orders', orders: block.shares.map(({ buyerRef }) => ({ buyerRef, orderRef: `PO-${buyerRef}` })) },
    product(),
    afterClosing,
  );

/** A joint purchase of four schools in use: one dropped out at its cap, and 82 hours were bought at £42. */
export const aBlockInUse = (plan = thePlan(), pledges = fourSchools): BlockPurchase =>
  inUse(confirmed(offered(closed(withPledges(aGathering(plan), pledges)))));

/** A state of a call-off, as long as its mark is. */
export const over = 'e0123abcde';
export const drawn = (block: BlockPurchase, buyerRef: School, units: number, told: Partial<DrawingCallOff> = {}): BlockPurchase => {
  const callOff = aCallOff(buyerRef, units, told);
  return after(block, { ...byProduct(), kind: 'draw', buyerRef, callOffRef: callOff.ref, over }, product({ callOff }), whileUsable);
};

/** As many buyers as one purchase holds, with long names, in use. */
export const aFullBlockInUse = (plan = thePlan()): BlockPurchase => {
  const full = withPledges(aGathering(plan), [['ASH', 10, 4_500]]);
  const [first] = full.pledges;
  if (!first) throw new Error('nobody pledged');
  const long = (name: string): Person => ({
    ...first.pledgedBy,
    name: `${name} ${'Longname '.repeat(6)}`,
    email: `${'longname.'.repeat(8)}${name}@school.example`,
  });
  const pledges = Array.from({ length: mostBuyers }, (_, at) => ({
    ...first,
    buyerRef: at === 0 ? 'ASH' : `SCH-${100_000 + at}`,
    buyerName: `The Academy of Very Long Names, Number ${at}, of a Multi-Academy Trust`,
    units: 2_500,
    pledgedBy: long(`Asks${at}`),
    decidedBy: long(`Approves${at}`),
  }));
  return inUse(confirmed(offered(closed({ ...full, pledges }))));
};
