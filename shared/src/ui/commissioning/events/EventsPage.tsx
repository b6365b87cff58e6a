import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { type ManagedEvent, managedEventsApi } from '../../../contract/managed-events.ts';
import { useSurroundings } from '../../HostAdapter.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Paged } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import { useCommand } from '../use-command.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';
import { EventPage } from './EventPage.tsx';
import { recordAct, writeAct } from './event-acts.tsx';
import { bookedWords, eventStatusWords, forWords } from './event-words.ts';

const columns: readonly Column<ManagedEvent>[] = [
  { name: 'Event', of: ({ ref, title }) => <PlaceLink to={commissioningPlace({ at: 'event', ref })}>{title}</PlaceLink> },
  { name: 'State', of: ({ status }) => eventStatusWords[status], as: 'short' },
  { name: 'When', of: ({ when }) => when },
  { name: 'For', of: ({ audience }) => forWords(audience) },
  { name: 'Booked', of: bookedWords, as: 'short' },
];

/** Row 66: every event, or one of them. */
export const EventsPage: React.FC<{ readonly eventRef: string | undefined }> = ({ eventRef }) =>
  eventRef === undefined ? <Events /> : <EventPage key={eventRef} eventRef={eventRef} />;

const Events: React.FC = () => {
  const read = useOperation(managedEventsApi, 'listManagedEvents', {});
  const client = useOperations(managedEventsApi);
  const command = useCommand('listManagedEvents');
  const { go } = useSurroundings();
  const open = (ref: string): void => go(commissioningPlace({ at: 'event', ref }));
  return (
    <Page title="Events" told={command.told}>
      <Text block>
        What you invite schools, departments, colleges and providers to: who booked, how many places are left, and who came.
      </Text>
      <Acts acts={[writeAct(client, open), recordAct(client, open)]} command={command} />
      <Loaded reads={[read] as const} what="the events" failed="The events could not be loaded">
        {({ events }) =>
          events.length === 0 ? (
            <EmptyState title="There is no event yet" />
          ) : (
            <Paged rows={events} what="events">
              {(page) => <Table caption="Changed last first" columns={columns} rows={page} keyOf={({ ref }) => ref} />}
            </Paged>
          )
        }
      </Loaded>
    </Page>
  );
};
