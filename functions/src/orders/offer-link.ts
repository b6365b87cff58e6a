import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { answerOffer as answerDeclared, OfferReply, viewOffer as viewDeclared } from '@ap/shared/contract/offers';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { answerOffer as decide } from '@ap/shared/domain/orders/answer-offer';
import { asOffered, offerSubject, readOfferSubject } from '@ap/shared/domain/orders/as-offered';
import type { Order } from '@ap/shared/domain/orders/order';
import { linkHolder } from '@ap/shared/domain/people/person';
import { openLink, useUpLink } from '../commands/open-link.ts';
import { renewLink } from '../commands/renew-link.ts';
import { runCommand } from '../commands/run-command.ts';
import type { LinkCall } from '../http/link-route.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';

/** The address of the page for a link. */
export type OfferPage = (linkId: string, secret: string) => string;

const scope = 'order-offer';

/** The address of a new link to an order's offer; the one before opens nothing any more. */
export const newOfferLink = async (
  ports: Pick<Ports, 'links' | 'secrets' | 'clock'>,
  callOff: CallOff,
  pageOf: OfferPage,
): Promise<string> => {
  const { link, secret } = await renewLink(ports, scope, offerSubject(callOff), ports.clock.now());
  return pageOf(link.linkId, secret);
};

const endedOf = ({ state }: Order): OfferReply['ended'] => {
  if (state === 'awaiting-provider') return undefined;
  if (state === 'declined') return 'declined';
  return state === 'unfilled' || state === 'cancelled' ? 'over' : 'accepted';
};

const offerOf = async (ports: Pick<Ports, 'providers' | 'policies'>, callOff: CallOff): Promise<OfferReply> => {
  const { order, request, price } = callOff;
  if (!order) throw notOpen();
  const [{ framework }, teamPhone] = await Promise.all([
    ports.providers.facts(request.serviceRef, 'known'),
    ports.policies.commissioningPhone(),
  ]);
  const ended = endedOf(order);
  return {
    number: order.number,
    providerName: callOff.providerName,
    buyerName: callOff.buyerName,
    frameworkName: framework?.name ?? callOff.frameworkRef,
    lotName: callOff.lotName,
    serviceName: callOff.serviceName,
    startDate: request.startDate,
    endDate: request.endDate,
    pattern: request.pattern,
    unit: price.unit,
    unitPrice: price.unitPrice,
    unitsSentence: price.unitsSentence,
    net: price.net,
    vat: price.vat,
    gross: price.gross,
    billTo: request.billTo,
    ...(request.blockRef === undefined ? {} : { blockRef: request.blockRef }),
    ...(request.enquiryRef === undefined ? {} : { enquiryRef: request.enquiryRef }),
    contact: { name: callOff.requester.name, email: callOff.requester.email },
    ...(teamPhone === undefined ? {} : { teamPhone }),
    ...(order.answerBy === undefined ? {} : { answerBy: order.answerBy }),
    ...(order.otherOffer === undefined ? {} : { otherOffer: order.otherOffer.text }),
    ...(ended === undefined ? {} : { ended }),
  };
};

const notOpen = (): ProblemError =>
  new ProblemError('link-not-open', 'This link cannot be used any more. Ask the commissioning team to send you a new one.');

const passedOn = (): ProblemError =>
  new ProblemError('order-not-awaiting-provider', 'This order waits for no answer any more. Ring the school if you think that it should.');

const used = (): ProblemError => new ProblemError('link-used', 'This link was used before. Ring the school to say something else.');

/** Shows the holder of a link the order that waits for its answer. Changes nothing. */
export const viewOffer =
  (ports: Ports) =>
  async ({ body }: LinkCall<typeof viewDeclared>): Promise<ReplyOf<typeof viewDeclared>> => {
    const link = await openLink(ports, scope, body.link, 'view');
    const { ref, at } = readOfferSubject(link.subject);
    const found = await ports.callOffs.find(ref);
    const offered = found && asOffered(found.callOff, at);
    if (!offered) throw notOpen();
    return offerOf(ports, offered);
  };

/**
 * Takes the answer of the holder of a link, once. The order turns before the link is used up, under a key that only this link has: a repeat and a crash in
 * between end in the one answer.
 */
export const answerOffer =
  (ports: Ports) =>
  async ({ body }: LinkCall<typeof answerDeclared>): Promise<ReplyOf<typeof answerDeclared>> => {
    const link = await openLink(ports, scope, body.link, 'view');
    const { answer, answerer } = body;
    const by = linkHolder(link.linkId, `${answerer.name}, ${answerer.position}`);
    const { ref, at } = readOfferSubject(link.subject);
    const given = { ref, by, key: link.linkId, content: { answer, answerer } };
    const { callOff } = await runCommand(ports, given, async (present, command) => {
      if (link.usedAt !== undefined) throw used();
      // Who was asked before answers for nobody who is asked now.
      if (offerSubject(present.callOff) !== link.subject) throw passedOn();
      return decide(present.callOff, { ...command, answer, answerer });
    }).catch((error: unknown) => {
      // The key is the link's own: another answer under it comes from a link that has answered.
      throw error instanceof ProblemError && error.code === 'idempotency-mismatch' ? used() : error;
    });
    if (link.usedAt === undefined) await useUpLink(ports, scope, body.link);
    return offerOf(ports, asOffered(callOff, at) ?? callOff);
  };
