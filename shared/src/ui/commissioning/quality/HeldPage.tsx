import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { listHeldProviders } from '../../../contract/quality.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { countWords } from '../../words.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { providerStatusWords } from '../words.tsx';
import { Holds } from './Holds.tsx';
import { standingActs } from './standing-acts.tsx';

const useStyles = makeStyles({
  provider: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Held = ReplyOf<typeof listHeldProviders>['held'][number];

/** Providers that are held: why, since when, and how many schools have still to decide about their orders. */
export const HeldPage: React.FC = () => {
  const held = useCommissioning('listHeldProviders', {});
  const command = useCommand('listHeldProviders', 'getPassport', 'getQualityCalendar');
  return (
    <Page title="Held providers" above={[{ to: { at: 'quality' }, name: 'Quality' }]} told={command.told}>
      <Text block>
        A held provider is out of the directory and takes no new orders. Schools with a live order decide by 10am of the next school day how
        it goes on. Whoever paused orders cannot be the one who allows them again.
      </Text>
      <Loaded reads={[held] as const} what="held providers" failed="The held providers could not be loaded">
        {(reply) =>
          reply.held.length === 0 ? (
            <EmptyState title="No provider is held">Every provider that is active takes orders.</EmptyState>
          ) : (
            <div>
              {reply.held.map((each) => (
                <HeldProvider key={each.providerRef} held={each} command={command} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
};

const HeldProvider: React.FC<{ readonly held: Held; readonly command: Command }> = ({ held, command }) => {
  const client = useCommissioningClient();
  const { provider } = useStyles();
  const { providerRef, providerName, status, liveOrders, unanswered } = held;
  return (
    <article className={provider} aria-label={providerName}>
      <Heading level={2} look="item">
        <PlaceLink to={commissioningPlace({ at: 'passport', providerRef })}>{providerName}</PlaceLink>
      </Heading>
      <Text block>
        {`${providerStatusWords[status]}. ${countWords(liveOrders, 'live order')}${liveOrders === 0 ? '.' : `, of which ${unanswered} ${unanswered === 1 ? 'waits' : 'wait'} for the school to decide.`}`}
      </Text>
      <Holds holds={held.holds.filter(({ lifted }) => lifted === undefined)} />
      <Acts acts={standingActs(held, client)} command={command} of={providerName} />
    </article>
  );
};
