import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { listLotPrices } from '../../../contract/value-for-money.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { lotPriceColumns, pricesOfLots } from '../../../domain/value-for-money/value-tables.ts';
import { Heading } from '../../Heading.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Paged } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import { inRows } from './in-rows.ts';
import { CsvButton } from './value-files.tsx';

type Price = ReturnType<typeof pricesOfLots<ReplyOf<typeof listLotPrices>['lots'][number]['prices'][number]>>[number];

const columns: readonly Column<Price>[] = [
  { name: 'Service', of: ({ serviceName, providerName }) => (providerName === '' ? serviceName : `${serviceName}, ${providerName}`) },
  { name: 'Lot', of: ({ lotName }) => lotName },
  { name: 'Price', of: ({ price, unit }) => `${formatMoney(price)} per ${unit}`, as: 'number' },
  { name: 'Middle of the lot', of: ({ median }) => formatMoney(median), as: 'number' },
  { name: 'Above it', of: ({ overMedian }) => formatMoney(overMedian), as: 'number' },
];

/** P3: framework prices beside the middle one of their lot. */
export const PricesSection: React.FC<{ readonly prices: ReplyOf<typeof listLotPrices> }> = ({ prices: { on, lots } }) => {
  const rows = pricesOfLots(lots);
  return (
    <section aria-label="Prices" style={inRows}>
      <Heading level={2}>Prices beside the middle of their lot</Heading>
      <Text block>
        Approved prices, ex VAT, one for each service that has exactly one, whether it may be ordered today or not. The middle one is the
        median of the lot for the same unit; of an even number of prices, the mean of the two in the middle.
      </Text>
      {rows.length === 0 ? (
        <EmptyState level={3} title="No lot has a price today">
          Prices are approved in the price book of each provider.
        </EmptyState>
      ) : (
        <>
          <Paged rows={rows} what="prices">
            {(page) => (
              <Table
                caption={`Prices on ${formatDate(on, 'plain')}, by lot and unit, the lowest first`}
                columns={columns}
                rows={page}
                keyOf={({ row }) => `${row.itemId}`}
              />
            )}
          </Paged>
          <CsvButton what="prices" columns={lotPriceColumns} rows={rows} />
        </>
      )}
    </section>
  );
};
