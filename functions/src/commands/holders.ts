import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { holderListOf } from '@ap/shared/domain/ledgers/holder-list';
import { blockSharesOf } from '@ap/shared/domain/ledgers/shares-of-block';
import { type HeldOf, ledgerSharesOf, type ShareFacts } from '@ap/shared/domain/ledgers/shares-of-call-off';
import type { Ports } from '../ports/ports.ts';

type FactNeeds = Pick<Ports, 'buyers' | 'clock' | 'hashes'>;
export type HolderNeeds = FactNeeds & Pick<Ports, 'callOffs' | 'blockPurchases'>;

/** How ledgers know a pupil of a buyer: by a hash that tells nobody the reference. `pupilRef` in capitals. */
export const pupilKey = ({ text }: Pick<Ports['hashes'], 'text'>, buyerRef: string, pupilRef: string): string =>
  text(`${buyerRef}/${pupilRef}`).slice(0, 12);

/** What says how the call-offs of a buyer weigh on the limits. */
export const shareFacts = async ({ buyers, clock, hashes }: FactNeeds, buyerRef: string): Promise<ShareFacts> => ({
  buyer: (await buyers.buyer(buyerRef, 'known')) ?? { type: 'not-known', termDates: [] },
  today: toLondonDate(clock.now()),
  pupilKey: (buyer, pupil) => pupilKey(hashes, buyer, pupil),
});

/** Which shares a block purchase holds by its own state, in every ledger that it may touch. */
export const sharesOfBlock = async ({ buyers, clock }: FactNeeds, block: BlockPurchase): Promise<readonly HeldOf[]> => {
  const known = await Promise.all(block.pledges.map(async ({ buyerRef }) => [buyerRef, await buyers.buyer(buyerRef, 'known')] as const));
  const byRef = new Map(known);
  return blockSharesOf(block, {
    termDatesOf: (buyerRef) => byRef.get(buyerRef)?.termDates ?? [],
    today: toLondonDate(clock.now()),
  });
};

/** The state of a record that a write is decided over: its ETag, which never comes again, in few letters. */
export const stateMark = ({ hashes }: Pick<Ports, 'hashes'>, { eTag }: { readonly eTag: string }): string => hashes.text(eTag).slice(0, 10);

/** A record that holds shares of limits, as it lies in its list now. */
export interface Holder {
  readonly shares: readonly HeldOf[];
  readonly mark: string;
  /** Writes it as it is, so that what was decided over its state before can be written no more. Whether nobody else had moved it. */
  readonly saveAsItIs: () => Promise<boolean>;
}

/** The record that a share names, read from its list now; `undefined` for one that somebody deleted. */
export const holderOf = async (ports: HolderNeeds, subject: string): Promise<Holder | undefined> => {
  if (holderListOf(subject) === 'BlockPurchases') {
    const stored = await ports.blockPurchases.find(subject);
    return (
      stored && {
        shares: await sharesOfBlock(ports, stored.state),
        mark: stateMark(ports, stored),
        saveAsItIs: async () => (await ports.blockPurchases.save(stored, stored.state)).ok,
      }
    );
  }
  const stored = await ports.callOffs.find(subject);
  return (
    stored && {
      shares: ledgerSharesOf(stored.callOff, await shareFacts(ports, stored.callOff.request.buyerRef)),
      mark: stateMark(ports, stored),
      saveAsItIs: async () => (await ports.callOffs.save(stored, stored.callOff)).ok,
    }
  );
};
