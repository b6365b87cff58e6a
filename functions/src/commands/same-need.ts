import type { OthersConsidered } from '@ap/shared/domain/call-off/award-basis';
import type { CallOff, CallOffRequest } from '@ap/shared/domain/call-off/call-off';
import type { SubmitFacts } from '@ap/shared/domain/call-off/submit-call-off';
import { isBefore } from '@ap/shared/domain/days/instants';
import { usualBasis } from '@ap/shared/domain/money/vat-basis';
import { meetsSameNeed } from '@ap/shared/domain/orders/next-candidates';
import type { PersonId } from '@ap/shared/domain/people/person';
import type { Service } from '@ap/shared/domain/register/service';
import type { Ports } from '../ports/ports.ts';
import { decisionFacts } from './decision-facts.ts';
import { registrationFacts } from './registration-facts.ts';

export type SameNeedPorts = Pick<
  Ports,
  'directory' | 'providers' | 'buyers' | 'policies' | 'hashes' | 'callOffs' | 'ledgers' | 'clock' | 'blockPurchases' | 'enquiries'
>;

/** What was found for the need of a request, as last known, and how it was looked for. */
export interface SameNeed {
  /** The service that was asked for. */
  readonly asked: Service;
  /** The others. */
  readonly facts: readonly SubmitFacts[];
  readonly searched: Omit<OthersConsidered, 'services'>;
}

const pageSize = 50;

/**
 * The other services that meet the need of a request: found in the directory by lot, age and way of delivery, and within reach of the school where the
 * provider comes to the pupil (the miles of `order-policy` in Settings). As last known, with no request of the lists. `undefined` where the service that
 * was asked for is known no longer.
 */
export const servicesOfSameNeed = async (
  ports: SameNeedPorts,
  request: Pick<CallOffRequest, 'serviceRef' | 'buyerRef' | 'age' | 'payer'>,
  { requester, besides }: { readonly requester: PersonId; readonly besides?: CallOff['ref'] | undefined },
): Promise<SameNeed | undefined> => {
  const [{ service: asked }, buyer, { reachMiles }, vatPolicy] = await Promise.all([
    ports.providers.facts(request.serviceRef, 'known'),
    ports.buyers.buyer(request.buyerRef, 'known'),
    ports.policies.orderPolicy(),
    ports.policies.vatPolicy(),
  ]);
  if (!asked) return undefined;
  const within = buyer?.outcode === undefined ? {} : { near: buyer.outcode, radius: reachMiles };
  const found: string[] = [];
  let freshAt = ports.clock.now();
  for (let page = 1; ; page += 1) {
    const result = await ports.directory.search({
      lots: [asked.lotKey],
      modes: [asked.deliveryMode],
      age: request.age,
      ...within,
      sort: 'price',
      page,
      pageSize,
    });
    if (isBefore(result.freshAt, freshAt)) freshAt = result.freshAt;
    found.push(...result.items.map(({ serviceRef }) => serviceRef));
    if (result.items.length === 0 || page * pageSize >= result.total) break;
  }
  const known = await asLastKnown(ports);
  const facts = await Promise.all(
    found
      .filter((serviceRef) => serviceRef !== request.serviceRef)
      .map(async (serviceRef) => {
        const told = await decisionFacts(ports, { buyerRef: request.buyerRef, serviceRef, payer: request.payer }, 'known');
        const { service, provider } = told.listing;
        if (!service || !meetsSameNeed(asked, service)) return undefined;
        return { ...told, registration: await registrationFacts(known, provider?.ref, { besides, requester }) };
      }),
  );
  return {
    asked,
    facts: facts.filter((each) => each !== undefined),
    searched: {
      compared: usualBasis(buyer?.type, vatPolicy),
      freshAt,
      ...(within.radius === undefined ? {} : { withinMiles: within.radius }),
    },
  };
};

/** Orders and loads of providers as last known: enough to say who else there is, and no request of the lists. */
const asLastKnown = async ({ callOffs, ledgers, ...ports }: SameNeedPorts): Promise<SameNeedPorts> => {
  const [orders, loads] = await Promise.all([callOffs.known(), ledgers.known()]);
  return {
    ...ports,
    callOffs: { ...callOffs, ofProvider: async (providerRef) => orders.filter(({ callOff }) => callOff.providerRef === providerRef) },
    ledgers: { ...ledgers, find: async (ref) => loads.find(({ state }) => state.ref === ref) },
  };
};
