import type { StepKind } from '@ap/shared/domain/approvals/approval-policy';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { onHandOf } from '@ap/shared/domain/block-purchases/on-hand';
import type { SubmitFacts } from '@ap/shared/domain/call-off/submit-call-off';
import { type WonCompetition, wonIn } from '@ap/shared/domain/enquiries/won-competition';
import type { Payer } from '@ap/shared/domain/money/payer';
import type { PersonId } from '@ap/shared/domain/people/person';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import type { Age } from '../ports/providers.ts';
import { registrationFacts } from './registration-facts.ts';

/**
 * Everything that a quote (`known`), a submission or a decision (`fresh`: read now, from the lists) rests on. The council's officers are read only where the policy
 * or a step that was planned by an earlier policy asks for one.
 */
export const decisionFacts = async (
  ports: Pick<Ports, 'providers' | 'buyers' | 'policies' | 'hashes' | 'callOffs' | 'ledgers' | 'clock' | 'blockPurchases' | 'enquiries'>,
  subject: {
    readonly buyerRef: string;
    readonly serviceRef: string;
    readonly payer: Payer;
    /** Whether the pupil has an EHC plan, which adds the SEN case officer of the council; a quote need not be told. */
    readonly ehcPlan?: boolean | undefined;
    readonly planned?: readonly StepKind[];
    /** The block purchase that it draws on, and the call-off itself where it may hold units of it by now. */
    readonly blockRef?: string | undefined;
    /** The competition that it follows. */
    readonly enquiryRef?: string | undefined;
    readonly ref?: string;
    /** The call-off that is itself changed: it does not count beside itself. */
    readonly besides?: string;
    /** Whose request it is: a commissioner's recorded view never helps their own. */
    readonly requester?: PersonId;
  },
  age: Age,
): Promise<SubmitFacts> => {
  const [listing, buyer, buyerMembers, policy, guidance] = await Promise.all([
    ports.providers.facts(subject.serviceRef, age),
    ports.buyers.buyer(subject.buyerRef, age),
    ports.buyers.members(subject.buyerRef, age),
    ports.policies.approvalPolicy(),
    ports.policies.placementGuidance(),
  ]);
  if (!buyer) throw new ProblemError('not-found', 'There is no such school or department on the register.', { pointer: '/buyerRef' });
  const asksCouncil =
    subject.ehcPlan === true ||
    [...policy[subject.payer].map(({ kind }) => kind), ...(subject.planned ?? [])].some((kind) => kind !== 'buyer');
  const councilMembers = asksCouncil ? await ports.buyers.councilMembers(age) : [];
  // A quote knows no pupil, so it asks nothing about the threshold.
  const registration = await registrationFacts(ports, age === 'fresh' ? listing.provider?.ref : undefined, {
    besides: subject.besides ?? subject.ref,
    requester: subject.requester,
  });
  const block = subject.blockRef === undefined ? undefined : await readBlock(ports, subject.blockRef, age);
  return {
    listing,
    buyer,
    buyerMembers,
    councilMembers,
    policy,
    guidance,
    rateHash: ports.hashes.rate,
    registration,
    block: block && onHandOf(block, subject.buyerRef, subject.ref),
    competition: subject.enquiryRef === undefined ? undefined : await readCompetition(ports, subject.enquiryRef, subject),
  };
};

/** Who was chosen, read from the list now: nothing of it changes any more. Which requests were made of it is as last known, with this process's own writes. */
const readCompetition = async (
  { enquiries, callOffs }: Pick<Ports, 'enquiries' | 'callOffs'>,
  enquiryRef: string,
  { buyerRef, ref }: { readonly buyerRef: string; readonly ref?: string },
): Promise<WonCompetition | undefined> => {
  const [found, known] = await Promise.all([enquiries.find(enquiryRef), callOffs.known()]);
  return (
    found &&
    wonIn(
      found.state,
      buyerRef,
      known.map(({ callOff }) => callOff),
      ref,
    )
  );
};

const readBlock = async ({ blockPurchases }: Pick<Ports, 'blockPurchases'>, ref: string, age: Age): Promise<BlockPurchase | undefined> =>
  age === 'fresh' ? (await blockPurchases.find(ref))?.state : (await blockPurchases.known()).find(({ state }) => state.ref === ref)?.state;
