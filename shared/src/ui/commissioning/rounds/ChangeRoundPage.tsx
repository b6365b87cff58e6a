import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { FrameworkReply, RoundReply } from '../../../contract/rounds.ts';
import { useSurroundings } from '../../HostAdapter.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Notice } from '../../states/Notice.tsx';
import { Page } from '../Page.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { useKept } from '../use-kept.tsx';
import { useLotNames } from './lot-names.tsx';
import { RoundForm } from './RoundForm.tsx';
import { plannedRound } from './typed-round.ts';

/** Changes a round that is not published yet; then its own page is shown again. */
export const ChangeRoundPage: React.FC<{ readonly roundRef: string }> = ({ roundRef }) => {
  const found = useCommissioning('getRound', { params: { ref: roundRef } });
  const frameworks = useCommissioning('listFrameworks', {});
  const command = useCommand('getRound', 'listRounds');
  const { go } = useSurroundings();
  const [turn, setTurn] = React.useState(0);
  const back = commissioningPlace({ at: 'round', ref: roundRef });
  const done = command.told?.done === true;
  React.useEffect(() => {
    if (done) go(commissioningPlace({ at: 'round', ref: roundRef }));
  }, [done, roundRef, go]);
  const above = [
    { to: { at: 'rounds' }, name: 'Applications' },
    { to: { at: 'round', ref: roundRef }, name: `Round ${roundRef}` },
  ] as const;
  return (
    <Page title={`Change round ${roundRef}`} above={above} told={command.told}>
      <Loaded reads={[found, frameworks] as const} what="the round" failed="The round could not be loaded">
        {(round, all) =>
          round.status === 'draft' || done ? (
            <Changing
              key={turn}
              round={round}
              framework={all.frameworks.find(({ ref }) => ref === round.frameworkRef)}
              command={command}
              onDiscarded={() => setTurn(turn + 1)}
            />
          ) : (
            <EmptyState title="This round cannot be changed any more">
              <Text block>What is published stays as applicants read it.</Text>
              <PlaceLink to={back}>Back to the round</PlaceLink>
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
};

interface ChangingProps {
  readonly round: RoundReply;
  readonly framework: FrameworkReply | undefined;
  readonly command: Command;
  readonly onDiscarded: () => void;
}

const Changing: React.FC<ChangingProps> = ({ round, framework, command, onDiscarded }) => {
  const client = useCommissioningClient();
  const named = useLotNames(round.frameworkRef);
  const planned = plannedRound(round.frameworkRef, round.plan);
  const kept = useKept(`change of ${round.ref}`, () => ({ version: round.version, typed: planned }));
  const { version, typed } = kept.value;
  return (
    <>
      {version === round.version || command.told?.done === true ? null : (
        <Notice intent="warning" title="The round was changed meanwhile">
          What you typed is still here. If you save it, it replaces that change; to see the change, discard what you typed.
        </Notice>
      )}
      <RoundForm
        typed={{
          value: typed,
          change: (next) => kept.change((present) => ({ ...present, typed: next(present.typed) })),
          forget: kept.forget,
        }}
        changed={JSON.stringify(typed) !== JSON.stringify(planned)}
        lotKeys={framework?.terms.lotKeys ?? round.lotKeys}
        named={named}
        command={command}
        title="Save the changes"
        onSend={async (plan, key) => {
          await client.amendRound({ params: { ref: round.ref }, body: { plan, version: round.version }, key });
          return 'The round is changed.';
        }}
        onDiscarded={onDiscarded}
      />
    </>
  );
};
