import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { FrameworkReply } from '../../../contract/rounds.ts';
import { takesRounds } from '../../../domain/tenders/round/framework-takes-rounds.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { RoundTable } from '../rounds/RoundTable.tsx';
import { useCommissioning } from '../use-commissioning.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** The rounds of one framework, and where its next one is planned (row 17). */
export const FrameworkRounds: React.FC<{ readonly framework: FrameworkReply }> = ({ framework: { ref, status, terms } }) => {
  const found = useCommissioning('listRounds', {});
  return (
    <section className={useStyles().section} aria-label="Rounds">
      <Heading level={2}>Rounds</Heading>
      {takesRounds({ status, kind: terms.kind }) ? (
        <div>
          <PlaceLink to={commissioningPlace({ at: 'round-plan', frameworkRef: ref })}>Plan a round of this framework</PlaceLink>
        </div>
      ) : null}
      <Loaded reads={[found] as const} what="rounds" failed="The rounds could not be loaded">
        {({ rounds }) => {
          const own = rounds.filter(({ frameworkRef }) => frameworkRef === ref);
          return own.length === 0 ? <Text block>It has no round.</Text> : <RoundTable rounds={own} />;
        }}
      </Loaded>
    </section>
  );
};
