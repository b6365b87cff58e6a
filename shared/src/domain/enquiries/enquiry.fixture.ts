import { aBuyer, aCommand, aFramework, aListing, aProvider, aRate, aService, head, now, senco } from '../call-off/call-off.fixture.ts';
import { localDate, toLondonDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { theProduct } from '../people/person.ts';
import { listingOf } from '../register/service-may-be-ordered.ts';
import { decideEnquiry } from './decide-enquiry.ts';
import type { Enquiry } from './enquiry.ts';
import type { EnquiryAnswer, EnquiryCommand, EnquiryFacts, EnquiryRole, SendEnquiry } from './enquiry-command.ts';

export const today = toLondonDate(now);

/** The nth provider, with its one service at so many pounds a day. */
export const listingNo = (number: number, pounds = 80) => {
  const providerRef = `P-000${number}`;
  const serviceRef = `S-0000${number}`;
  const facts = aListing({
    framework: aFramework(),
    provider: aProvider({ ref: providerRef, tradingName: `Provider ${number}`, email: `p${number}@provider.example` }),
    service: aService({ ref: serviceRef, providerRef, name: `Day programme ${number}` }),
    qaChecks: aListing().qaChecks.map((check) => ({ ...check, providerRef })),
    rates: [aRate({ ref: `R-0000${number}`, serviceRef, price: pence(pounds * 100) })],
  });
  return { serviceRef, listing: listingOf(facts, today) };
};

const known = [listingNo(1, 80), listingNo(2, 90), listingNo(3, 100)];

export const enquiryFacts = (roles: readonly EnquiryRole[] = ['buyer'], told: Partial<EnquiryFacts> = {}): EnquiryFacts => ({
  roles,
  buyer: aBuyer(),
  services: known,
  ...told,
});

export const aSending = (told: Partial<SendEnquiry> = {}): SendEnquiry => ({
  ...aCommand(senco),
  kind: 'send-enquiry',
  ref: 'EN-7K3M9QXT',
  about: 'question',
  buyerRef: '113800',
  question: { needs: ['SEMH'], keyStage: 'KS3', message: 'Could you take one more pupil on two days a week after Christmas?' },
  serviceRefs: ['S-00001', 'S-00002'],
  askCouncil: false,
  workingDays: 5,
  criteria: [],
  ...told,
});

export const aCompeting = (told: Partial<SendEnquiry> = {}): SendEnquiry =>
  aSending({
    about: 'competition',
    question: { needs: ['SEMH'], message: 'Two days a week from January.', startDate: localDate('2027-01-12') },
    criteria: ['price', 'earliest-start'],
    ...told,
  });

export const decide = (present: Enquiry | undefined, command: SendEnquiry | EnquiryCommand, roles?: readonly EnquiryRole[], at = now) =>
  decideEnquiry(present, command, enquiryFacts(roles), at);

type Decided = ReturnType<typeof decide>;

/** The accepted state; throws with the refusal. */
export const stateOf = (decided: Decided): Enquiry => {
  if (decided.ok) return decided.state;
  throw new Error(`Refused: ${decided.code} ${decided.detail}`);
};
/** The code of a refusal; throws where the command was accepted. */
export const codeOf = (decided: Decided): string => {
  if (!decided.ok) return decided.code;
  throw new Error(`Accepted at version ${decided.state.version}`);
};

export const aSent = (told?: Partial<SendEnquiry>): Enquiry => stateOf(decide(undefined, aSending(told)));
export const aCompetition = (told?: Partial<SendEnquiry>): Enquiry => stateOf(decide(undefined, aCompeting(told)));

export const answering = (
  present: Enquiry,
  providerRef: string,
  answer: EnquiryAnswer = { kind: 'interested', text: 'Yes, on Tuesdays and Thursdays.' },
  at = now,
) =>
  decide(
    present,
    { ...aCommand(theProduct), kind: 'answer-enquiry', providerRef, answer, answerer: 'Manager of the centre' },
    ['provider'],
    at,
  );

export const quoting = (present: Enquiry, providerRef: string, pounds: number, earliestStart = '2027-01-11', at = now) =>
  answering(
    present,
    providerRef,
    { kind: 'interested', quote: { unitPrice: pence(pounds * 100), earliestStart: localDate(earliestStart) } },
    at,
  );

export const byClock = (present: Enquiry, kind: 'remind-unanswered' | 'close-enquiry', at: string) =>
  decide(present, { ...aCommand(theProduct), kind }, ['product'], at);

export const choosing = (present: Enquiry, providerRef: string, reason = 'It can start first.') =>
  decide(present, { ...aCommand(head), kind: 'choose-answer', providerRef, reason });
