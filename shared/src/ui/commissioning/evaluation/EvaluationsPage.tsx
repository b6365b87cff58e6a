import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { listEvaluations } from '../../../contract/evaluation.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useEvaluation } from '../use-evaluation.tsx';

type Evaluation = ReplyOf<typeof listEvaluations>['evaluations'][number];

/** The rounds that a lead of the evaluation panel evaluates. */
export const EvaluationsPage: React.FC = () => {
  const found = useEvaluation('listEvaluations', {});
  return (
    <Page title="Evaluation">
      <Text block>A round is evaluated once it has closed: evaluators are assigned, their scores moderated, and each lot is ranked.</Text>
      <Loaded reads={[found] as const} what="the rounds" failed="The rounds could not be loaded">
        {({ evaluations }) =>
          evaluations.length === 0 ? (
            <EmptyState title="There is nothing to evaluate yet">Applications are opened when a round has closed.</EmptyState>
          ) : (
            <Table
              caption="Rounds that have closed, the last first"
              columns={[
                {
                  name: 'Round',
                  of: ({ roundRef, frameworkName }: Evaluation) => (
                    <PlaceLink to={commissioningPlace({ at: 'evaluation', roundRef })}>{`${frameworkName} (${roundRef})`}</PlaceLink>
                  ),
                },
                { name: 'Closed', of: ({ closedAt }) => formatInstant(closedAt) },
                { name: 'Applications, lot by lot', as: 'number', of: ({ applications }) => `${applications}` },
                { name: 'To moderate', as: 'number', of: ({ toModerate }) => `${toModerate}` },
                { name: 'Lots ranked', as: 'number', of: ({ lots, lotsRanked }) => `${lotsRanked} of ${lots}` },
              ]}
              rows={evaluations}
              keyOf={({ roundRef }) => roundRef}
            />
          )
        }
      </Loaded>
    </Page>
  );
};
