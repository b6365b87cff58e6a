import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getPlacementFacts as declared } from '@ap/shared/contract/reviews';
import { fewestPlacements, placementFacts } from '@ap/shared/domain/reviews/placement-facts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';

/** Row 61: how placements in a service went, over every buyer. */
export const getPlacementFacts =
  ({ callOffs }: Pick<Ports, 'callOffs'>) =>
  async ({ params }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const own = (await callOffs.known()).map(({ callOff }) => callOff).filter(({ request }) => request.serviceRef === params.serviceRef);
    const facts = placementFacts(own);
    return { fewest: fewestPlacements, ...(facts === undefined ? {} : { facts: withoutAbsent(facts) }) };
  };
