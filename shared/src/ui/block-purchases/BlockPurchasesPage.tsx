import * as React from 'react';
import { fromBlockPath } from '../../contract/block-place.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { AllBlocks } from './AllBlocks.tsx';
import { NewBlock } from './NewBlock.tsx';
import { OneBlock } from './OneBlock.tsx';
import { ShareOrder } from './ShareOrder.tsx';
import { useBlockStyles } from './use-block-styles.tsx';

/** The pages of block purchases, by the address. */
export const BlockPurchasesPage: React.FC = () => {
  const { place } = useSurroundings();
  const path = place.at === 'block-purchases' ? place.path : '';
  const page = fromBlockPath(path);
  return (
    <div key={path} className={useBlockStyles().page}>
      {page.at === 'all' ? <AllBlocks /> : null}
      {page.at === 'new' ? <NewBlock serviceRef={page.serviceRef} /> : null}
      {page.at === 'one' ? <OneBlock blockRef={page.ref} buyerRef={page.buyerRef} /> : null}
      {page.at === 'order' ? <ShareOrder blockRef={page.ref} buyerRef={page.buyerRef} /> : null}
    </div>
  );
};
