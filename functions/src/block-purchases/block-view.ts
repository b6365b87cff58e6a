import type { BlockReply } from '@ap/shared/contract/block-purchases';
import { approvesFor } from '@ap/shared/domain/block-purchases/approves-for';
import { blockActsOf } from '@ap/shared/domain/block-purchases/block-acts';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { type BlockViewer, blockPurchaseFor } from '@ap/shared/domain/block-purchases/block-purchase-view';
import type { BlockRole } from '@ap/shared/domain/block-purchases/block-role';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { providerName } from '@ap/shared/domain/register/provider';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import type { Ports } from '../ports/ports.ts';

/** The buyers for which a caller acts, each once. */
export const buyersOf = ({ memberships }: Caller): readonly string[] => [...new Set(memberships.map(({ buyerRef }) => buyerRef))];

/** As whom a caller sees a purchase; the first buyer that sees it, where none is asked for. A commissioner who acts for none of them sees it as one. */
export const viewerOf = (block: BlockPurchase, caller: Caller, buyerRef?: string): BlockViewer | undefined => {
  const viewers: readonly BlockViewer[] = [
    ...buyersOf(caller)
      .filter((ref) => buyerRef === undefined || ref === buyerRef)
      .map((ref): BlockViewer => ({ kind: 'buyer', buyerRef: ref })),
    ...(caller.commissioner && buyerRef === undefined ? [{ kind: 'commissioner' } as const] : []),
  ];
  return viewers.find((viewer) => blockPurchaseFor(block, viewer) !== undefined);
};

const rolesOf = (block: BlockPurchase, caller: Caller, buyerRef: string | undefined, approves: boolean): readonly BlockRole[] => [
  ...(buyerRef !== undefined && hasRoleAt(caller, buyerRef, 'requester') ? (['requester'] as const) : []),
  ...(approves ? (['approver'] as const) : []),
  ...(hasRoleAt(caller, block.leadBuyerRef, 'requester') ? (['lead'] as const) : []),
  ...(caller.commissioner ? (['commissioner'] as const) : []),
];

type Named = Pick<BlockReply, 'names' | 'serviceName' | 'providerName'>;

/** The names of what a purchase is about, as last known: of the lead, and after closing of its members, whom its view names. */
export const namesOf = async (ports: Pick<Ports, 'providers' | 'buyers'>, block: BlockPurchase, all: boolean): Promise<Named> => {
  const [{ service, provider }, buyers] = await Promise.all([
    ports.providers.facts(block.statement.serviceRef, 'known'),
    ports.buyers.all(),
  ]);
  const named = new Set([block.leadBuyerRef, ...(all ? block.shares.map(({ buyerRef }) => buyerRef) : [])]);
  return {
    serviceName: service?.name ?? block.statement.serviceRef,
    providerName: provider ? providerName(provider) : block.statement.providerRef,
    names: buyers.filter(({ ref }) => named.has(ref)).map(({ ref, name }) => ({ ref, name })),
  };
};

/** A purchase as this viewer may see it, with what this caller can do; `undefined` when it is not for them to see. */
export const toReply = async (
  ports: Pick<Ports, 'providers' | 'buyers' | 'clock'>,
  block: BlockPurchase,
  caller: Caller,
  viewer: BlockViewer,
): Promise<BlockReply | undefined> => {
  const purchase = blockPurchaseFor(block, viewer);
  if (!purchase) return undefined;
  const buyerRef = viewer.kind === 'buyer' ? viewer.buyerRef : undefined;
  const now = ports.clock.now();
  const members = buyerRef === undefined ? [] : await ports.buyers.members(buyerRef, 'known');
  const approves = buyerRef !== undefined && approvesFor(members, caller.person, buyerRef, toLondonDate(now));
  return {
    ...(buyerRef !== undefined && { buyerRef }),
    ...(await namesOf(ports, block, purchase.shares !== undefined)),
    purchase,
    pledgesClosed: Date.parse(now) >= Date.parse(block.statement.closesAt),
    may: blockActsOf(block, caller.person, buyerRef, rolesOf(block, caller, buyerRef, approves), now),
  };
};
