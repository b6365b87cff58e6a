import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listNextProviders as listDeclared, NextProvidersReply, offerToNext as offerDeclared } from '@ap/shared/contract/next-offers';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { leadsTo } from '@ap/shared/domain/machine/transition';
import { pence } from '@ap/shared/domain/money/money';
import { approvalStands, offerNext } from '@ap/shared/domain/orders/offer-next';
import type { Order } from '@ap/shared/domain/orders/order';
import { runsOrders } from '@ap/shared/domain/orders/order-life';
import { orderTable } from '@ap/shared/domain/orders/order-machine';
import { whyThisProvider } from '@ap/shared/domain/register/framework';
import { providerName } from '@ap/shared/domain/register/provider';
import { decisionFacts } from '../commands/decision-facts.ts';
import { runReserving } from '../commands/run-reserving.ts';
import { noSuchCallOff, ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { nextCandidates } from './next-candidates.ts';
import type { MaySee } from './order-life.ts';

type Asked = NextProvidersReply['asked'][number];

const answerOf = ({ state, declineReason }: Order): Asked['answer'] => {
  if (state === 'awaiting-provider') return 'waiting';
  if (state === 'declined' || declineReason !== undefined) return 'declined';
  return state === 'unfilled' ? 'lapsed' : 'accepted';
};

/** Every provider that was asked, in order; the present one last, once it was asked. */
const askedOf = ({ offers = [], order, providerName: name, serviceName, price, request }: CallOff): readonly Asked[] => {
  const line = (of: Order, told: Pick<Asked, 'providerName' | 'serviceName' | 'net' | 'gross' | 'why'>): Asked => ({
    number: of.number,
    ...told,
    answer: answerOf(of),
    ...(of.declineReason === undefined ? {} : { declined: of.declineReason }),
  });
  return [
    ...offers.map((offer) => ({
      ...line(offer.order, {
        providerName: offer.providerName,
        serviceName: offer.serviceName,
        net: offer.price.net,
        gross: offer.price.gross,
        why: whyThisProvider(offer.asked),
      }),
      passedOn: offer.passedOn.reason,
    })),
    ...(order ? [line(order, { providerName: name, serviceName, net: price.net, gross: price.gross, why: whyThisProvider(request) })] : []),
  ];
};

/** Who was asked, and who can be asked next, for whoever may see the request. */
export const listNextProviders =
  (ports: Ports, maySee: MaySee) =>
  async ({ caller, params }: Call<typeof listDeclared>): Promise<NextProvidersReply> => {
    const found = await ports.callOffs.find(params.ref);
    if (!found || !maySee(found.callOff, caller)) throw noSuchCallOff();
    const { callOff } = found;
    const { order, hold, status, request } = callOff;
    const isOpen =
      status === 'ordered' && order !== undefined && hold?.state !== 'ended' && leadsTo(orderTable, order.state, 'offer-next').length > 0;
    const candidates = (isOpen ? await nextCandidates(ports, callOff) : undefined)?.candidates ?? [];
    const today = toLondonDate(ports.clock.now());
    const next: NextProvidersReply['next'][number][] = [];
    for (const { listing, price, bases } of candidates) {
      const facts = await decisionFacts(
        ports,
        { buyerRef: request.buyerRef, serviceRef: listing.service.ref, payer: request.payer, ehcPlan: request.ehcPlan },
        'known',
      );
      next.push({
        serviceRef: listing.service.ref,
        serviceName: listing.service.name,
        providerName: providerName(listing.provider),
        unit: price.unit,
        unitPrice: price.unitPrice,
        net: price.net,
        vat: price.vat,
        gross: price.gross,
        bases: bases.map((basis) => ({ basis, approved: approvalStands(callOff, basis, price, facts, today) })),
      });
    }
    const runs = caller.client === 'deciding' && runsOrders(callOff, caller.memberships, caller.person);
    return { asked: [...askedOf(callOff)], next, may: isOpen && runs && next.length > 0 };
  };

/**
 * Offers a request to the next provider. Everything about the chosen service is read from the lists now; where the approval stands, its shares of every
 * limit are taken before the order is written. Throws ProblemError when refused.
 */
export const offerToNext =
  (ports: Ports, maySee: MaySee) =>
  async ({ caller, params: { ref }, body, key }: Call<typeof offerDeclared>): Promise<ReplyOf<typeof offerDeclared>> => {
    const { callOff } = await runReserving(ports, { ref, by: caller.person, key, content: body }, async (present, command) => {
      if (!maySee(present.callOff, caller)) throw noSuchCallOff();
      const { request, requester } = present.callOff;
      const [facts, found, { answerWorkingDays }] = await Promise.all([
        decisionFacts(
          ports,
          {
            buyerRef: request.buyerRef,
            serviceRef: body.serviceRef,
            payer: request.payer,
            ehcPlan: request.ehcPlan,
            besides: ref,
            requester,
          },
          'fresh',
        ),
        nextCandidates(ports, present.callOff),
        ports.policies.orderPolicy(),
      ]);
      if (!found) throw new ProblemError('not-found', 'The service that was asked for is known no longer. Make a new request.');
      const { candidates, searched } = found;
      const decision = offerNext(
        present.callOff,
        { ...command, ...body, shownGross: pence(body.shownGross) },
        { ...facts, candidates, searched, itemId: present.itemId, answerWorkingDays },
      );
      return { decision, sources: { ...facts, threshold: facts.registration.policy } };
    });
    return { ref, version: callOff.version, status: callOff.status, providerName: callOff.providerName };
  };
