import { blockInterestApi } from '@ap/shared/contract/block-interest';
import { blockPurchasesApi } from '@ap/shared/contract/block-purchases-api';
import { jointSuggestionsApi } from '@ap/shared/contract/joint-suggestions';
import { linkApi } from '@ap/shared/contract/link-api';
import { blockClock } from './block-purchases/block-clock.ts';
import { listBlockInterest } from './block-purchases/block-interest.ts';
import { answerBlockOffer, viewBlockOffer } from './block-purchases/block-offer.ts';
import { type BlockLinks, blockOutbox } from './block-purchases/block-outbox.ts';
import { commandBlock, draftBlock, getBlock, listBlocks } from './block-purchases/block-purchases.ts';
import { listJointSuggestions } from './block-purchases/joint-suggestions.ts';
import type { Outbox } from './effects/outbox.ts';
import { type LinkRouteSupplies, linkRoute } from './http/link-route.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { registerTimer } from './triggers.ts';

/** Joins block purchases: their routes, the provider's answer by link, their clock, and their outbox, which it hands back. */
export const registerBlockPurchases = (
  ports: Ports,
  supplies: RouteSupplies,
  linkSupplies: LinkRouteSupplies,
  links: BlockLinks,
): Outbox => {
  route(blockPurchasesApi.listBlocks, supplies, listBlocks(ports));
  route(blockPurchasesApi.getBlock, supplies, getBlock(ports));
  route(blockInterestApi.listBlockInterest, supplies, listBlockInterest(ports));
  route(blockPurchasesApi.draftBlock, supplies, draftBlock(ports));
  route(blockPurchasesApi.commandBlock, supplies, commandBlock(ports));
  route(jointSuggestionsApi.listJointSuggestions, supplies, listJointSuggestions(ports));
  linkRoute(linkApi.viewBlockOffer, linkSupplies, viewBlockOffer(ports));
  linkRoute(linkApi.answerBlockOffer, linkSupplies, answerBlockOffer(ports));
  registerTimer('blockClock', blockClock(ports));
  return blockOutbox(ports, links);
};
