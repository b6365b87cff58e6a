import type { listBlockInterest as declared } from '@ap/shared/contract/block-interest';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { mayBuy } from '@ap/shared/domain/register/buyer';
import { interestedIn } from '@ap/shared/domain/surveys/block-interest-of';
import { hasRoleAt } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'blockPurchases' | 'surveys' | 'surveyResponses' | 'buyers' | 'providers' | 'clock'>;

/**
 * Row 68: whom a lead may count on, by what schools said in surveys: buyers that may use the framework, but for the lead itself. Only the lead's requesters are
 * told, and only while others may still join: those who answered were told that, and no more. It says of nobody whether they pledged.
 */
export const listBlockInterest =
  (ports: Needs) =>
  async ({ caller, params: { ref } }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const block = (await ports.blockPurchases.find(ref))?.state;
    if (!block || !hasRoleAt(caller, block.leadBuyerRef, 'requester'))
      throw new ProblemError('not-found', 'There is no such block purchase, or it is not yours to lead.');
    if (block.kind !== 'joint' || (block.status !== 'draft' && block.status !== 'gathering')) return { buyers: [] };
    const { service, framework } = await ports.providers.facts(block.statement.serviceRef, 'known');
    if (!service || !framework) return { buyers: [] };
    const [surveys, responses] = await Promise.all([ports.surveys.known(), ports.surveyResponses.known()]);
    const today = toLondonDate(ports.clock.now());
    const said = interestedIn(
      service.type,
      surveys.map(({ state }) => state),
      responses.map(({ state }) => state),
      today,
    );
    const buyers = (await ports.buyers.all()).filter((buyer) => buyer.ref !== block.leadBuyerRef && mayBuy(buyer, framework));
    return {
      buyers: said.flatMap(({ buyerRef, interest, saidOn }) => {
        const buyer = buyers.find((each) => each.ref === buyerRef);
        return buyer ? [{ ref: buyerRef, name: buyer.name, interest, saidOn }] : [];
      }),
    };
  };
