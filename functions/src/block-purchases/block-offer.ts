import type { answerBlockOffer as answerDeclared, BlockOfferReply, viewBlockOffer as viewDeclared } from '@ap/shared/contract/block-offers';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { blockPurchaseFor } from '@ap/shared/domain/block-purchases/block-purchase-view';
import { decideBlockPurchase } from '@ap/shared/domain/block-purchases/decide-block-purchase';
import { linkHolder } from '@ap/shared/domain/people/person';
import { blocksHome } from '../commands/blocks-home.ts';
import { openLink, useUpLink } from '../commands/open-link.ts';
import { runOnRecord } from '../commands/run-record.ts';
import type { LinkCall } from '../http/link-route.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { termsFacts } from './block-facts.ts';
import { namesOf } from './block-view.ts';

export const blockOfferScope = 'block-offer';

const notOpen = (): ProblemError =>
  new ProblemError('link-not-open', 'This link cannot be used any more. Ask the commissioning team to send you a new one.');
const used = (): ProblemError =>
  new ProblemError('link-used', 'This link was used before. Ring the commissioning team to say something else.');

const offerOf = async (ports: Ports, block: BlockPurchase): Promise<BlockOfferReply> => {
  const purchase = blockPurchaseFor(block, { kind: 'provider' });
  if (!purchase) throw notOpen();
  const [names, teamPhone] = await Promise.all([namesOf(ports, block, true), ports.policies.commissioningPhone()]);
  return { ...names, ...(teamPhone !== undefined && { teamPhone }), purchase };
};

/** Shows the holder of a link the block purchase that waits for its answer. Changes nothing. */
export const viewBlockOffer =
  (ports: Ports) =>
  async ({ body }: LinkCall<typeof viewDeclared>): Promise<ReplyOf<typeof viewDeclared>> => {
    const link = await openLink(ports, blockOfferScope, body.link, 'view');
    const found = await ports.blockPurchases.find(link.subject);
    if (!found) throw notOpen();
    return offerOf(ports, found.state);
  };

/** Takes the answer of the holder of a link, once: the purchase turns before the link is used up, under a key that only this link has. */
export const answerBlockOffer =
  (ports: Ports) =>
  async ({ body }: LinkCall<typeof answerDeclared>): Promise<ReplyOf<typeof answerDeclared>> => {
    const link = await openLink(ports, blockOfferScope, body.link, 'view');
    const { answer, answerer } = body;
    const by = linkHolder(link.linkId, `${answerer.name}, ${answerer.position}`);
    const given = { ref: link.subject, by, key: link.linkId, content: { answer, answerer } };
    const { state } = await runOnRecord(ports, blocksHome(ports), given, async (present, command) => {
      if (link.usedAt !== undefined) throw used();
      const act =
        answer.kind === 'accept' ? ({ kind: 'accept-offer' } as const) : { kind: 'decline-offer' as const, reason: answer.reason };
      return decideBlockPurchase(present, { ...command, ...act }, await termsFacts(ports, present, 'provider'), command.now);
    }).catch((error: unknown) => {
      // The key is the link's own: another answer under it comes from a link that has answered.
      throw error instanceof ProblemError && error.code === 'idempotency-mismatch' ? used() : error;
    });
    if (link.usedAt === undefined) await useUpLink(ports, blockOfferScope, body.link);
    return offerOf(ports, state);
  };
