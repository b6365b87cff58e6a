import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { listVisits, VisitReply } from '../../../contract/visits.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Paged } from '../Paged.tsx';
import { ProviderSearch } from '../ProviderSearch.tsx';
import { Table } from '../Table.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { VisitTable } from './VisitTable.tsx';
import { planVisitAct } from './visit-acts.tsx';
import { actionWords, dueWords } from './visit-words.tsx';

type Seen = ReplyOf<typeof listVisits>;

/** Who is due for a visit, what is planned, what providers have still to do, and the visits there were. */
export const VisitsPage: React.FC = () => {
  const found = useCommissioning('listVisits', {});
  const client = useCommissioningClient();
  const command = useCommand('listVisits');
  return (
    <Page title="Visits" above={[{ to: { at: 'quality' }, name: 'Quality' }]} told={command.told}>
      <Loaded reads={[found] as const} what="visits" failed="The visits could not be loaded">
        {(seen) => (
          <>
            <Due seen={seen} command={command} />
            <Planned seen={seen} />
            <OpenActions seen={seen} />
            <Earlier seen={seen} />
          </>
        )}
      </Loaded>
      <section aria-label="Visit another provider">
        <Heading level={2}>Visit another provider</Heading>
        <ProviderSearch
          act={({ ref, name, status }) =>
            status === 'removed' ? null : <Acts acts={[planVisitAct({ ref, name }, client)]} command={command} of={name} />
          }
        />
      </section>
    </Page>
  );
};

const Due: React.FC<{ readonly seen: Seen; readonly command: Command }> = ({ seen: { due, today }, command }) => {
  const client = useCommissioningClient();
  return (
    <section aria-label="Due for a visit">
      <Heading level={2}>Due for a visit</Heading>
      {due.length === 0 ? (
        <Text block>No provider is due for a visit within six weeks without one being planned.</Text>
      ) : (
        <Paged rows={due} what="providers that are due">
          {(rows) => (
            <Table
              caption="Overdue or due within six weeks, and no visit is planned"
              columns={[
                {
                  name: 'Provider',
                  of: ({ providerRef, providerName }: Seen['due'][number]) => (
                    <PlaceLink to={commissioningPlace({ at: 'passport', providerRef })}>{providerName}</PlaceLink>
                  ),
                },
                { name: 'Due', as: 'short', of: ({ dueOn }) => dueWords(dueOn, today) },
                {
                  name: 'Plan',
                  of: ({ providerRef, providerName }) => (
                    <Acts acts={[planVisitAct({ ref: providerRef, name: providerName }, client)]} command={command} of={providerName} />
                  ),
                },
              ]}
              rows={rows}
              keyOf={({ providerRef }) => providerRef}
            />
          )}
        </Paged>
      )}
    </section>
  );
};

const Planned: React.FC<{ readonly seen: Seen }> = ({ seen: { visits, today } }) => {
  const planned = visits.filter(({ status }) => status === 'planned').sort((a, b) => a.plannedFor.localeCompare(b.plannedFor));
  return (
    <section aria-label="Planned">
      <Heading level={2}>Planned</Heading>
      {planned.length === 0 ? (
        <Text block>No visit is planned.</Text>
      ) : (
        <VisitTable caption="By day, the earliest first" visits={planned} today={today} />
      )}
    </section>
  );
};

interface OpenAction {
  readonly visit: VisitReply;
  readonly action: VisitReply['actions'][number];
}

const OpenActions: React.FC<{ readonly seen: Seen }> = ({ seen: { visits } }) => {
  const open = visits
    .flatMap((visit): OpenAction[] => visit.actions.filter(({ doneBy }) => doneBy === undefined).map((action) => ({ visit, action })))
    .sort((a, b) => a.action.dueOn.localeCompare(b.action.dueOn));
  return (
    <section aria-label="Open actions">
      <Heading level={2}>Open actions</Heading>
      {open.length === 0 ? (
        <Text block>No provider has anything left to do after a visit.</Text>
      ) : (
        <Table
          caption="What providers have to do after a visit, the earliest first"
          columns={[
            {
              name: 'Visit to',
              of: ({ visit: { ref, providerName } }: OpenAction) => (
                <PlaceLink to={commissioningPlace({ at: 'visit', ref })}>{`${providerName} (${ref})`}</PlaceLink>
              ),
            },
            { name: 'What', of: ({ action }) => action.text },
            { name: 'Due', as: 'short', of: ({ action }) => formatDate(action.dueOn, 'short') },
            { name: 'State', of: ({ action }) => actionWords(action) },
          ]}
          rows={open}
          keyOf={({ action }) => action.ref}
        />
      )}
    </section>
  );
};

const Earlier: React.FC<{ readonly seen: Seen }> = ({ seen: { visits, today } }) => {
  const earlier = visits.filter(({ status }) => status !== 'planned');
  if (earlier.length === 0) return null;
  return (
    <section aria-label="Earlier visits">
      <Heading level={2}>Earlier visits</Heading>
      <Paged rows={earlier} what="earlier visits">
        {(rows) => <VisitTable caption="The latest first" visits={rows} today={today} />}
      </Paged>
    </section>
  );
};
