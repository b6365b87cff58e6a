import * as React from 'react';
import { useSurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { NoAccess } from '../states/NoAccess.tsx';
import { useApi } from '../use-api.tsx';
import { ShortlistItems } from './ShortlistItems.tsx';
import { shortlistBuyer, useShortlist } from './use-shortlist.tsx';

const ComparePage = later(
  async () => (await import('./ComparePage.tsx')).ComparePage,
  <LoadingPage title="Compare services" what="the comparison" />,
);

const SavedSearches = later(async () => (await import('../saved-searches/SavedSearches.tsx')).SavedSearches, null);

/** The shortlist of the person's school, or the comparison of some of it, as the place says. */
export const ShortlistPage: React.FC = () => {
  const me = useApi('getMe', {});
  return (
    <Loaded reads={[me] as const} page="Shortlist" what="the shortlist" failed="The shortlist could not be loaded">
      {({ memberships }) => {
        const buyer = shortlistBuyer(memberships);
        return buyer ? <OfBuyer buyer={buyer} /> : <NoAccess title="You have no shortlist yet" level={1} />;
      }}
    </Loaded>
  );
};

const OfBuyer: React.FC<{ readonly buyer: { readonly ref: string; readonly name: string } }> = ({ buyer }) => {
  const { place } = useSurroundings();
  const { read, add, remove } = useShortlist(buyer.ref);
  const { compare: compared, plan } = place.at === 'shortlist' ? place : {};
  return (
    <Loaded reads={[read] as const} page="Shortlist" what="the shortlist" failed="The shortlist could not be loaded">
      {({ items, vat }) =>
        compared === undefined ? (
          <>
            <ShortlistItems buyerName={buyer.name} items={items} vat={vat} add={add} remove={remove} />
            <SavedSearches />
          </>
        ) : (
          <ComparePage buyerRef={buyer.ref} items={items} usual={vat} serviceRefs={compared} plan={plan} />
        )
      }
    </Loaded>
  );
};
