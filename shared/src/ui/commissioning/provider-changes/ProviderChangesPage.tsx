import * as React from 'react';
import { Heading } from '../../Heading.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { ToldLine } from '../ToldLine.tsx';
import { useCommand } from '../use-command.tsx';
import { useCommissioning } from '../use-commissioning.tsx';
import { ProposedChange } from './ProposedChange.tsx';
import { SendLink } from './SendLink.tsx';

/** What providers propose to change about themselves, to be accepted or refused; and the way to ask a provider for it. */
export const ProviderChangesPage: React.FC = () => (
  <Page title="Provider changes">
    <ProposedChanges />
    <SendLink />
  </Page>
);

const ProposedChanges: React.FC = () => {
  const proposed = useCommissioning('listProviderChanges', {});
  const command = useCommand('listProviderChanges');
  return (
    <section aria-label="Waiting for a decision">
      <Heading level={2}>Waiting for a decision</Heading>
      <ToldLine told={command.told} />
      <Loaded reads={[proposed] as const} what="changes" failed="The changes could not be loaded">
        {({ changes }) =>
          changes.length === 0 ? (
            <EmptyState level={3} title="No change waits for you">
              A provider proposes changes by a link in a mail. Send one below.
            </EmptyState>
          ) : (
            <div>
              {changes.map((change) => (
                <ProposedChange key={change.ref} change={change} command={command} />
              ))}
            </div>
          )
        }
      </Loaded>
    </section>
  );
};
