import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { RoundSummary } from '../../../contract/rounds.ts';
import { formatInstant } from '../../../domain/local-date.ts';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useCommissioning } from '../use-commissioning.tsx';
import { countsWords, roundStatusWords } from './round-words.tsx';

/** Application rounds, newest first. Before the close only numbers are told of what was sent. */
export const RoundsPage: React.FC = () => {
  const found = useCommissioning('listRounds', {});
  return (
    <Page title="Applications">
      <div>
        <PlaceLink to={commissioningPlace({ at: 'round-plan' })}>Plan a round</PlaceLink>
      </div>
      <Loaded reads={[found] as const} what="rounds" failed="The rounds could not be loaded">
        {({ rounds }) =>
          rounds.length === 0 ? (
            <EmptyState title="There is no round yet">
              A round is planned for a framework, with its questions and weights for each lot.
            </EmptyState>
          ) : (
            <Table
              caption="Rounds, newest first"
              columns={[
                {
                  name: 'Round',
                  of: ({ ref, frameworkName }: RoundSummary) => (
                    <PlaceLink to={commissioningPlace({ at: 'round', ref })}>{`${frameworkName} (${ref})`}</PlaceLink>
                  ),
                },
                { name: 'State', of: ({ status }) => roundStatusWords[status] },
                { name: 'Closes', of: ({ closesAt }) => formatInstant(closesAt) },
                { name: 'Applications', of: ({ applications }) => countsWords(applications) },
                { name: 'Questions to answer', as: 'number', of: ({ waiting }) => `${waiting}` },
              ]}
              rows={rounds}
              keyOf={({ ref }) => ref}
            />
          )
        }
      </Loaded>
    </Page>
  );
};
