import { commandBlock, draftBlock, getBlock, listBlocks } from './block-purchases.ts';

/** Operations of block purchases. Apart from `api`, so that their shapes are loaded by the pages of block purchases and by no other. */
export const blockPurchasesApi = { listBlocks, getBlock, draftBlock, commandBlock } as const;
