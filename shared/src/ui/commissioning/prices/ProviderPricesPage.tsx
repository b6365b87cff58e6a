import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { listPriceBooks } from '../../../contract/prices.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useAwards } from '../use-awards.tsx';

type Book = ReplyOf<typeof listPriceBooks>['books'][number];

/** The price books of one provider, one under each framework. */
export const ProviderPricesPage: React.FC<{ readonly providerRef: string }> = ({ providerRef }) => {
  const found = useAwards('listPriceBooks', { params: { providerRef } });
  return (
    <Loaded reads={[found] as const} what="its prices" failed="The prices could not be loaded" page="Prices">
      {({ providerName, books }) => (
        <Page
          title={`Prices of ${providerName}`}
          above={[
            { to: { at: 'quality' }, name: 'Quality' },
            { to: { at: 'passport', providerRef }, name: `Passport of ${providerName}` },
          ]}
        >
          {books.length === 0 ? (
            <EmptyState title="It has no price book">A price book begins with the first agreement that is sent to a provider.</EmptyState>
          ) : (
            <Table
              caption="Price books, by framework"
              columns={[
                {
                  name: 'Framework',
                  of: ({ frameworkRef }: Book) => (
                    <PlaceLink to={commissioningPlace({ at: 'price-book', providerRef, frameworkRef })}>{frameworkRef}</PlaceLink>
                  ),
                },
                { name: 'Fixed until', as: 'short', of: ({ fixedUntil }) => formatDate(fixedUntil, 'short') },
                { name: 'Prices', as: 'number', of: ({ prices }) => `${prices}` },
                { name: 'Review', of: ({ status }) => (status === 'in-review' ? 'Open' : 'None open') },
              ]}
              rows={books}
              keyOf={({ frameworkRef }) => frameworkRef}
            />
          )}
        </Page>
      )}
    </Loaded>
  );
};
