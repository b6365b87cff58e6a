import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import { clientOf } from '../../contract/client.ts';
import type { PlacementsReply } from '../../contract/placements.ts';
import { placementsApi } from '../../contract/placements-api.ts';
import { placementsPlace } from '../../contract/placements-place.ts';
import { formatDate, type LocalDate } from '../../domain/days/local-date.ts';
import type { Placement } from '../../domain/placements/placement.ts';
import { narrowedPlacements, type PlacementFilter } from '../../domain/placements/placement-filter.ts';
import { placementTable } from '../../domain/placements/placement-table.ts';
import { reviewWords, standsWords, weeksWords } from '../../domain/placements/placement-words.ts';
import { reviewStandOf } from '../../domain/placements/watch.ts';
import { OrderNumberLink } from '../commissioning/OrderNumberLink.tsx';
import { Paged } from '../commissioning/Paged.tsx';
import { type Column, Table } from '../commissioning/Table.tsx';
import { Files } from '../files/Files.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { PlacementFilters } from './PlacementFilters.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0, overflowWrap: 'anywhere' },
});

const everything: PlacementFilter = {};
const columnsOn = (today: LocalDate): readonly Column<Placement>[] => [
  {
    name: 'Order',
    of: ({ ref, orderNumber }) => <OrderNumberLink to={{ at: 'call-off', ref }} number={orderNumber} />,
  },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  {
    name: 'Provider',
    of: (row) => `${row.providerName}, ${row.serviceName}${row.registeredSchool === true ? ' (registered school)' : ''}`,
  },
  { name: 'Pupil', of: ({ pupilRef }) => pupilRef },
  { name: 'Stands', of: standsWords },
  { name: 'Hours a week', of: ({ hoursPerWeek }) => hoursPerWeek, as: 'number' },
  { name: 'From', of: ({ startsOn }) => formatDate(startsOn, 'short'), as: 'short' },
  { name: 'So far', of: (row) => weeksWords(row, today) },
  { name: 'To', of: ({ endsOn }) => formatDate(endsOn, 'short'), as: 'short' },
  { name: 'Review', of: (row) => reviewWords(row) || (reviewStandOf(row) === 'none' ? 'None held yet' : '') },
];

const usePlacements = () => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no placements.');
  return React.useMemo(() => clientOf(placementsApi, service), [service]);
};

/** Row 72: every placement that this person follows, narrowed as they like, and the same as a file. */
export const AllPlacementsPage: React.FC = () => {
  const client = usePlacements();
  const read = useSWR<PlacementsReply, unknown>(['listPlacements'], () => client.listPlacements({}));
  return (
    <div className={useStyles().page}>
      <div>
        <PlaceLink to={placementsPlace({ at: 'day' })}>Placements today</PlaceLink>{' '}
        <PlaceLink to={placementsPlace({ at: 'census' })}>Placements for the school census</PlaceLink>
      </div>
      <PageHeading>All placements</PageHeading>
      <Loaded reads={[read] as const} what="the placements" failed="The placements could not be loaded">
        {(reply) => <Placements reply={reply} />}
      </Loaded>
    </div>
  );
};

const Placements: React.FC<{ readonly reply: PlacementsReply }> = ({ reply: { rows, today } }) => {
  const client = usePlacements();
  const [filter, setFilter] = React.useState(everything);
  const change = (part: PlacementFilter): void => setFilter((before) => ({ ...before, ...part }));
  const columns = React.useMemo(() => columnsOn(today), [today]);
  if (rows.length === 0) return <EmptyState level={2} title="No placement runs or is to start" />;
  const shown = narrowedPlacements(rows, filter, today);
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  const these = shown.length === 1 ? 'this placement' : `these ${shown.length} placements`;
  return (
    <>
      <Text block>
        A placement is an order that its provider has accepted and that is not over: it is to start, runs, is paused, or notice was given.
        It is here whoever pays and whoever arranged it.
      </Text>
      <PlacementFilters rows={rows} filter={filter} onChange={change} />
      {shown.length === 0 ? (
        <EmptyState level={2} title="No placement fits these filters">
          <Button onClick={() => setFilter(everything)}>Show all placements</Button>
        </EmptyState>
      ) : (
        <>
          <Files
            name={`placements ${today}`}
            what={these}
            rows={() => placementTable(shown, today)}
            workbook={() => client.getPlacementsFile({ query })}
          />
          <Paged key={JSON.stringify(filter)} rows={shown} what="placements">
            {(page) => (
              <Table
                caption={`${shown.length} of ${rows.length} placements that are to start, run or are about to end`}
                columns={columns}
                rows={page}
                keyOf={({ ref }) => ref}
              />
            )}
          </Paged>
        </>
      )}
    </>
  );
};
