import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { FrameworkReply } from '../../../contract/rounds.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { planAct } from './framework-acts.tsx';
import { frameworkStatusWords } from './framework-words.tsx';

/** Frameworks, newest first, and where one is planned. */
export const FrameworksPage: React.FC = () => {
  const found = useCommissioning('listFrameworks', {});
  const client = useCommissioningClient();
  const command = useCommand('listFrameworks');
  return (
    <Page title="Frameworks" told={command.told}>
      <Acts acts={[planAct(client)]} command={command} />
      <Loaded reads={[found] as const} what="frameworks" failed="The frameworks could not be loaded">
        {({ frameworks }) =>
          frameworks.length === 0 ? (
            <EmptyState title="There is no framework yet">
              Plan one with its terms. Nothing is open to anybody until you open it.
            </EmptyState>
          ) : (
            <Table
              caption="Frameworks, newest first"
              columns={[
                {
                  name: 'Framework',
                  of: ({ ref, terms }: FrameworkReply) => (
                    <PlaceLink to={commissioningPlace({ at: 'framework', ref })}>{`${terms.name} (${ref})`}</PlaceLink>
                  ),
                },
                { name: 'State', of: ({ status }) => frameworkStatusWords[status] },
                { name: 'First day', as: 'short', of: ({ terms }) => formatDate(terms.liveFrom, 'short') },
                { name: 'Last day', as: 'short', of: ({ terms }) => formatDate(terms.expiresOn, 'short') },
                { name: 'Lots', of: ({ terms }) => terms.lotKeys.join(', ') || 'None yet' },
              ]}
              rows={frameworks}
              keyOf={({ ref }) => ref}
            />
          )
        }
      </Loaded>
    </Page>
  );
};
