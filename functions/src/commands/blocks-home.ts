import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { Ports } from '../ports/ports.ts';
import type { RecordHome } from './run-record.ts';

/** Where block purchases lie. */
export const blocksHome = ({ blockPurchases }: Pick<Ports, 'blockPurchases'>): RecordHome<BlockPurchase> => ({
  list: 'BlockPurchases',
  register: blockPurchases,
});
