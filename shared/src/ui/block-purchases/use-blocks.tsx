import * as React from 'react';
import { useSWRConfig } from 'swr';
import type { BlockReply, commandBlock } from '../../contract/block-purchases.ts';
import { blockPurchasesApi } from '../../contract/block-purchases-api.ts';
import type { ClientOf } from '../../contract/client.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { type Read, useOperation, useOperations } from '../commissioning/use-operations.tsx';

/** What a person says to a block purchase. */
export type BlockAct = BodyOf<typeof commandBlock>;

/** While pledges are gathered, others change what a pledge would cost: read again this often, in milliseconds. */
const everySeconds = 20_000;

export const useBlocksClient = (): ClientOf<typeof blockPurchasesApi> => useOperations(blockPurchasesApi);

/** Every purchase that this person may see, once for each of their buyers. */
export const useBlocks = (asked = true): Read<typeof blockPurchasesApi.listBlocks> =>
  useOperation(blockPurchasesApi, 'listBlocks', asked ? {} : undefined);

/** One purchase as one of the person's buyers sees it. */
export const useBlock = (ref: string, buyerRef: string | undefined): Read<typeof blockPurchasesApi.getBlock> =>
  useOperation(
    blockPurchasesApi,
    'getBlock',
    { params: { ref }, query: buyerRef === undefined ? {} : { buyer: buyerRef } },
    { refreshInterval: (latest) => (latest?.purchase.status === 'gathering' ? everySeconds : 0) },
  );

/** Says that the lists of purchases are to be read again. */
export const useListsStale = (): (() => void) => {
  const { mutate } = useSWRConfig();
  return React.useCallback(() => void mutate((key) => Array.isArray(key) && key[0] === 'listBlocks'), [mutate]);
};

/** What every form on the page of a purchase is given. */
export interface BlockActProps {
  readonly reply: BlockReply;
  readonly busy: boolean;
  readonly give: (body: BlockAct, onRefused: (error: unknown) => void) => void;
}
