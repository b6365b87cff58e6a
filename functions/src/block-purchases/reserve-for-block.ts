import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { ledgerRef } from '@ap/shared/domain/ledgers/ledger';
import type { PersonId } from '@ap/shared/domain/people/person';
import type { Refusal } from '@ap/shared/domain/refusal';
import { sharesOfBlock, stateMark } from '../commands/holders.ts';
import { reserveHeld } from '../commands/reserve-shares.ts';
import type { Ports } from '../ports/ports.ts';

/** The buyer that commits more, by its name, and whoever asked for it. */
export interface CommitsMore {
  readonly buyerName: string;
  readonly requester: PersonId;
}

/**
 * Takes what a purchase would hold of budgets and of the framework's value after a write that is decided over `present`, before that write (R34, R35; row 53):
 * where it holds more than now. The refusal of the first limit that is reached. Throws ServiceBusy when contended.
 */
export const reserveForBlock = async (
  ports: Ports,
  present: BlockPurchase,
  eTag: string,
  next: BlockPurchase,
  { buyerName, requester }: CommitsMore,
): Promise<Refusal | undefined> => {
  const now = new Map((await sharesOfBlock(ports, present)).map(({ id, holding }) => [ledgerRef(id), holding.amount]));
  const more = (await sharesOfBlock(ports, next)).filter(({ id, holding }) => holding.amount > (now.get(ledgerRef(id)) ?? 0));
  return reserveHeld(ports, { subject: present.ref, over: stateMark(ports, { eTag }), requester }, more, async (id) => {
    if (id.kind === 'registration-load') return undefined;
    if (id.kind === 'framework-value') return { kind: id.kind, max: (await ports.providers.framework(id.of))?.maxValue };
    const allocated = await ports.budgets.allocated(id.of, id.year, 'fresh');
    return allocated === undefined ? undefined : { kind: id.kind, allocated, buyerName, year: id.year };
  });
};
