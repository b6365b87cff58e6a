import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { FrameworkReply, RoundSummary } from '../../../contract/rounds.ts';
import { takesRounds } from '../../../domain/tenders/round/framework-takes-rounds.ts';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { useSurroundings } from '../../HostAdapter.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { useKept } from '../use-kept.tsx';
import { BeginWith } from './BeginWith.tsx';
import { useLotNames } from './lot-names.tsx';
import { RoundForm } from './RoundForm.tsx';
import { newRound, withFramework } from './typed-round.ts';

/** Plans a round; then its own page is shown, from where it is published. */
export const PlanRoundPage: React.FC<{ readonly frameworkRef?: string | undefined }> = ({ frameworkRef }) => {
  const frameworks = useCommissioning('listFrameworks', {});
  const rounds = useCommissioning('listRounds', {});
  const command = useCommand('listRounds');
  const { go } = useSurroundings();
  const [made, setMade] = React.useState<string>();
  const [turn, setTurn] = React.useState(0);
  const done = command.told?.done === true;
  React.useEffect(() => {
    if (done && made !== undefined) go(commissioningPlace({ at: 'round', ref: made }));
  }, [done, made, go]);
  return (
    <Page title="Plan a round" above={[{ to: { at: 'rounds' }, name: 'Applications' }]} told={command.told}>
      <Text block>Nothing is open to anybody until you publish the round on its own page. Until then all of it can be changed.</Text>
      <Loaded reads={[frameworks, rounds] as const} what="frameworks" failed="The frameworks could not be loaded">
        {(all, { rounds: held }) => {
          const able = all.frameworks.filter(({ status, terms: { kind } }) => takesRounds({ status, kind }));
          return able.length === 0 ? (
            <EmptyState title="No framework takes a round">
              A framework takes rounds while it is being planned or open for applications; an open one also while it is live.
            </EmptyState>
          ) : (
            <Planning
              key={turn}
              frameworks={able}
              rounds={held}
              first={able.find(({ ref }) => ref === frameworkRef)?.ref ?? ''}
              command={command}
              onMade={setMade}
              onDiscarded={() => setTurn(turn + 1)}
            />
          );
        }}
      </Loaded>
    </Page>
  );
};

interface PlanningProps {
  readonly frameworks: readonly FrameworkReply[];
  readonly rounds: readonly RoundSummary[];
  /** The framework that is chosen at first; '' for none. */
  readonly first: string;
  readonly command: Command;
  readonly onMade: (roundRef: string) => void;
  readonly onDiscarded: () => void;
}

const Planning: React.FC<PlanningProps> = ({ frameworks, rounds, first, command, onMade, onDiscarded }) => {
  const client = useCommissioningClient();
  const earlierOf = (ref: string) => rounds.filter((round) => round.frameworkRef === ref);
  const versionFor = (ref: string): string => (ref === '' ? '' : `${ref}-${earlierOf(ref).length + 1}`);
  const [begun] = React.useState(() => newRound(first, versionFor(first)));
  const typed = useKept(`round of ${first}`, () => begun);
  const { frameworkRef } = typed.value;
  const named = useLotNames(frameworkRef);
  const lotKeys = frameworks.find(({ ref }) => ref === frameworkRef)?.terms.lotKeys ?? [];
  const earlier = earlierOf(frameworkRef);
  return (
    <RoundForm
      typed={typed}
      changed={JSON.stringify(typed.value) !== JSON.stringify(begun)}
      lotKeys={lotKeys}
      named={named}
      command={command}
      title="Plan the round"
      onSend={async (plan, key) => {
        const { ref } = await client.planRound({ params: { ref: frameworkRef }, body: { plan }, key });
        onMade(ref);
        return `The round ${ref} is planned.`;
      }}
      onDiscarded={onDiscarded}
    >
      <SelectField
        name="frameworkRef"
        label="Framework"
        value={frameworkRef}
        options={[
          { value: '', label: 'Choose one' },
          ...frameworks.map(({ ref, terms }) => ({ value: ref, label: `${terms.name} (${ref})` })),
        ]}
        onChange={(ref) => typed.change((present) => withFramework(present, ref, versionFor(ref)))}
      />
      {earlier.length === 0 ? null : (
        <BeginWith key={frameworkRef} rounds={earlier} lotKeys={lotKeys} round={typed.value} command={command} onChange={typed.change} />
      )}
    </RoundForm>
  );
};
