import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listEnquiryCandidates as declared, EnquiryCandidate } from '@ap/shared/contract/enquiries';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { meetsSameNeed } from '@ap/shared/domain/orders/next-candidates';
import { providerName } from '@ap/shared/domain/register/provider';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { isStaffOf } from './enquiry-view.ts';

const pageSize = 50;
/** Miles within which a service that comes to the pupil, or that the pupil travels to, is offered to be asked. */
const reachMiles = 25;

/** Who else can be asked about the need that one service meets, as last known: of the same lot, type and way of delivery, within reach. */
export const listEnquiryCandidates =
  (ports: Pick<Ports, 'directory' | 'providers' | 'buyers' | 'clock'>) =>
  async ({ caller, query }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    if (!isStaffOf(caller, query.buyerRef)) throw new ProblemError('not-yours', 'You do not act for this school or department.');
    const today = toLondonDate(ports.clock.now());
    const asked = await ports.providers.facts(query.serviceRef, 'known');
    const { service } = asked;
    if (!service) throw new ProblemError('not-found', 'There is no such service.', { pointer: '/query/serviceRef' });
    const near = (await ports.buyers.buyer(query.buyerRef, 'known'))?.outcode;
    const { items } = await ports.directory.search({
      lots: [service.lotKey],
      modes: [service.deliveryMode],
      ...(near === undefined ? {} : { near, radius: reachMiles }),
      sort: 'price',
      page: 1,
      pageSize,
    });
    const others = items.map(({ serviceRef }) => serviceRef).filter((ref) => ref !== service.ref);
    const found = await Promise.all([service.ref, ...others].map((ref) => ports.providers.facts(ref, 'known')));
    const candidates = found.flatMap((facts): EnquiryCandidate[] => {
      const listing = listingOf(facts, today);
      if (!listing.ok || !meetsSameNeed(service, listing.service)) return [];
      const { rate, provider } = listing;
      return [
        {
          serviceRef: listing.service.ref,
          serviceName: listing.service.name,
          providerRef: provider.ref,
          providerName: providerName(provider),
          unit: rate.unit,
          unitPrice: rate.price,
        },
      ];
    });
    // One service of each provider: nobody is asked twice.
    return {
      candidates: candidates.filter(({ providerRef }, at) => candidates.findIndex((each) => each.providerRef === providerRef) === at),
    };
  };
