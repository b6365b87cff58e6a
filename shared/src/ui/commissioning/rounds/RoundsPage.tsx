import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { useCommissioning } from '../use-commissioning.tsx';
import { RoundTable } from './RoundTable.tsx';

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
            <RoundTable rounds={rounds} />
          )
        }
      </Loaded>
    </Page>
  );
};
