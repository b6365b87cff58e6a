import { type quoteCallOff as declared, priceShape } from '@ap/shared/contract/call-offs';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { routeNamed } from '@ap/shared/domain/call-off/award-route';
import type { CallOffRequest, PlacementAsked } from '@ap/shared/domain/call-off/call-off';
import { quoteCallOff as decideQuote, provenAward } from '@ap/shared/domain/call-off/submit-call-off';
import { decisionFacts } from '../commands/decision-facts.ts';
import { othersConsidered } from '../commands/others-considered.ts';
import { hasRoleAt } from '../http/caller.ts';
import { ProblemError, toProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { shownBy } from '../http/shown-by.ts';
import type { Ports } from '../ports/ports.ts';
import { blocksOfQuote } from './blocks-of-quote.ts';
import { budgetsOfQuote } from './budgets-of-quote.ts';
import { whoseStep } from './whose-step.ts';

/** Prices a request by the very rules of submission, without making it. What the quote was not asked is taken as allowed. */
export const quoteCallOff =
  (
    ports: Pick<
      Ports,
      | 'providers'
      | 'buyers'
      | 'policies'
      | 'hashes'
      | 'clock'
      | 'callOffs'
      | 'ledgers'
      | 'budgets'
      | 'blockPurchases'
      | 'enquiries'
      | 'directory'
    >,
  ) =>
  async ({ caller, body }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    if (!hasRoleAt(caller, body.buyerRef, 'requester'))
      throw new ProblemError('not-a-requester', 'You cannot raise requests for this school or department. Ask its contact for access.', {
        pointer: '/buyerRef',
      });
    const facts = await decisionFacts(ports, body, 'known');
    const { framework, service } = facts.listing;
    const { award, blockRef, enquiryRef, ...asked } = body;
    const basis = award?.basis ?? framework?.permittedBases[0] ?? 'lowest-price';
    const placement: PlacementAsked = {
      ...asked,
      pupilRef: '',
      age: award?.age ?? service?.ageFrom ?? 0,
      compulsorySchoolAge: award?.compulsorySchoolAge ?? true,
      ehcPlan: body.ehcPlan ?? false,
      lookedAfter: award?.lookedAfter ?? false,
      arrangedBy: 'school',
      billTo: '',
    };
    const request: CallOffRequest = { ...placement, ...(routeNamed({ basis, blockRef, enquiryRef }) ?? { basis }) };
    const quote = decideQuote(request, caller.person, facts, ports.clock.now());
    if (!quote.ok) throw toProblemError(quote);
    const blocks = await blocksOfQuote(ports, request);
    const budgets = await budgetsOfQuote(ports, request, quote.price.net, facts.buyer);
    const others = award && (await othersConsidered(ports, request, caller.person));
    // What only the school can say is asked when it is sent.
    const proof = others && provenAward(request, quote, others, ports.clock.now());
    return {
      price: shownBy(priceShape, quote.price),
      ...(quote.advice.length === 0 ? {} : { advice: quote.advice }),
      ...(proof && 'ok' in proof ? { whyNotBasis: proof.detail } : {}),
      ...(body.enquiryRef === undefined ? {} : { enquiryRef: body.enquiryRef }),
      ...(blockRef === undefined ? {} : { blockRef }),
      ...(blocks.length === 0 ? {} : { blocks }),
      ...(budgets.length === 0 ? {} : { budgets }),
      steps: quote.plan.steps.map((step) => ({ kind: whoseStep(step.kind), approvers: step.approvers.map((approver) => approver.name) })),
      missing: quote.plan.missing.map((step) => ({
        kind: whoseStep(step.kind),
        sentence: step.sentence,
        ...(step.fallback ? { fallbackName: step.fallback.name } : {}),
      })),
    };
  };
