import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { listOwnSheets } from '../../../contract/evaluation.ts';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useEvaluation } from '../use-evaluation.tsx';
import { sheetStatusWords } from './evaluation-words.tsx';

/** The applications that somebody scores. What others think of them is sealed until all are in. */
export const OwnSheetsPage: React.FC = () => {
  const found = useEvaluation('listOwnSheets', {});
  return (
    <Page title="Applications to score">
      <Text block>You see your own scores only. Those of others are sealed until everybody has submitted.</Text>
      <Loaded reads={[found] as const} what="your score sheets" failed="Your score sheets could not be loaded">
        {({ sheets }) =>
          sheets.length === 0 ? (
            <EmptyState title="Nothing waits to be scored">The lead of the panel gives applications to evaluators.</EmptyState>
          ) : (
            <Table
              caption="Those that wait for you first"
              columns={[
                {
                  name: 'Applicant',
                  of: ({ ref, providerName }: ReplyOf<typeof listOwnSheets>['sheets'][number]) => (
                    <PlaceLink to={commissioningPlace({ at: 'sheet', ref })}>{providerName}</PlaceLink>
                  ),
                },
                { name: 'Lot', of: ({ lotKey }) => lotKey },
                { name: 'Round', of: ({ roundRef }) => roundRef },
                { name: 'State', of: ({ status }) => sheetStatusWords[status] },
              ]}
              rows={sheets}
              keyOf={({ ref }) => ref}
            />
          )
        }
      </Loaded>
    </Page>
  );
};
