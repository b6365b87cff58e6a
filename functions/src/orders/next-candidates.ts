import type { CallOff } from '@ap/shared/domain/call-off';
import { type Candidate, candidatesFor, meetsSameNeed } from '@ap/shared/domain/orders/next-candidates';
import { decisionFacts } from '../commands/decision-facts.ts';
import { registrationFacts } from '../commands/registration-facts.ts';
import type { Ports } from '../ports/ports.ts';

export type CandidateNeeds = Pick<
  Ports,
  'directory' | 'providers' | 'buyers' | 'policies' | 'hashes' | 'callOffs' | 'ledgers' | 'clock' | 'blockPurchases' | 'enquiries'
>;

const pageSize = 50;

/**
 * Who can be asked next, as last known: found in the directory by lot, age and way of delivery, and within reach of the school where the provider comes
 * to the pupil (the miles of `order-policy` in Settings). The one that is chosen is read from the lists once more. `undefined` where the service that was
 * asked for is known no longer.
 */
export const nextCandidates = async (ports: CandidateNeeds, callOff: CallOff): Promise<readonly Candidate[] | undefined> => {
  const { request, requester, ref } = callOff;
  const [{ service: asked }, buyer, { reachMiles }] = await Promise.all([
    ports.providers.facts(request.serviceRef, 'known'),
    ports.buyers.buyer(request.buyerRef, 'known'),
    ports.policies.orderPolicy(),
  ]);
  if (!asked) return undefined;
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await ports.directory.search({
      lotKeys: [asked.lotKey],
      deliveryModes: [asked.deliveryMode],
      age: request.age,
      ...(buyer?.outcode === undefined ? {} : { outcode: buyer.outcode, radiusMiles: reachMiles }),
      sort: 'price',
      page,
      pageSize,
    });
    found.push(...items.map(({ serviceRef }) => serviceRef));
    if (items.length === 0 || page * pageSize >= total) break;
  }
  const known = { ...ports, callOffs: { ...ports.callOffs, ofProvider: ordersOf(ports) } };
  const facts = await Promise.all(
    found
      .filter((serviceRef) => serviceRef !== request.serviceRef)
      .map(async (serviceRef) => {
        const told = await decisionFacts(ports, { buyerRef: request.buyerRef, serviceRef, payer: request.payer }, 'known');
        const { service, provider } = told.listing;
        if (!service || !meetsSameNeed(asked, service)) return undefined;
        return { ...told, registration: await registrationFacts(known, provider?.ref, { besides: ref, requester }) };
      }),
  );
  return candidatesFor(
    callOff,
    asked,
    facts.filter((each) => each !== undefined),
    ports.clock.now(),
  );
};

/** Orders of a provider as last known: enough to say who can be asked, and no request of the lists. */
const ordersOf =
  ({ callOffs }: Pick<Ports, 'callOffs'>) =>
  async (providerRef: string) =>
    (await callOffs.known()).filter(({ callOff }) => callOff.providerRef === providerRef);
