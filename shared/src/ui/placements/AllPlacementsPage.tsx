import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import { clientOf } from '../../contract/client.ts';
import type { Placement, PlacementsReply } from '../../contract/placements.ts';
import { placementsApi } from '../../contract/placements-api.ts';
import { placementsPlace } from '../../contract/placements-place.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { csvText } from '../../domain/texts/csv-text.ts';
import { OrderNumberLink } from '../commissioning/OrderNumberLink.tsx';
import { Paged } from '../commissioning/Paged.tsx';
import { saveBytes } from '../commissioning/save-file.tsx';
import { type Column, Table } from '../commissioning/Table.tsx';
import { Form } from '../forms/Form.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { filtered, type PlacementFilter, placementStateWords, placementTable, reviewWords, standsWords } from './placement-words.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0, overflowWrap: 'anywhere' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, '> *': { minWidth: 0 } },
});

const everything: PlacementFilter = { words: '', stands: '', review: '' };
const noErrors: readonly never[] = [];
const stands = ['', ...Object.values(placementStateWords), 'Provider paused'].map((value) => ({ value, label: value || 'All' }));
const reviews = [
  { value: '' as const, label: 'All' },
  { value: 'overdue' as const, label: 'Overdue' },
];

const columns: readonly Column<Placement>[] = [
  {
    name: 'Order',
    of: ({ ref, orderNumber }) => <OrderNumberLink to={{ at: 'call-off', ref }} number={orderNumber} />,
  },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Provider', of: ({ providerName, serviceName }) => `${providerName}, ${serviceName}` },
  { name: 'Pupil', of: ({ pupilRef }) => pupilRef },
  { name: 'Stands', of: standsWords },
  { name: 'Hours a week', of: ({ hoursPerWeek }) => hoursPerWeek, as: 'number' },
  { name: 'From', of: ({ startsOn }) => formatDate(startsOn, 'short'), as: 'short' },
  { name: 'To', of: ({ endsOn }) => formatDate(endsOn, 'short'), as: 'short' },
  { name: 'Review', of: reviewWords },
];

/** Row 72: every placement that this person follows, narrowed as they like, and the same as a file. */
export const AllPlacementsPage: React.FC = () => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no placements.');
  const client = React.useMemo(() => clientOf(placementsApi, service), [service]);
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
  const styles = useStyles();
  const [filter, setFilter] = React.useState(everything);
  const change = (part: Partial<PlacementFilter>): void => setFilter((before) => ({ ...before, ...part }));
  if (rows.length === 0) return <EmptyState level={2} title="No placement runs or is to start" />;
  const shown = filtered(rows, filter);
  const save = (): void => saveBytes(`placements ${today}.csv`, 'text/csv', csvText(placementTable(shown)));
  return (
    <>
      <Form label="Filter" errors={noErrors} onSubmit={() => undefined}>
        <div className={styles.filters}>
          <TextField
            name="words"
            label="School, provider, order or pupil reference"
            width="medium"
            value={filter.words}
            onChange={(words) => change({ words })}
          />
          <SelectField
            name="stands"
            label="Stands"
            value={filter.stands}
            options={stands}
            onChange={(value) => change({ stands: value })}
          />
          <SelectField name="review" label="Review" value={filter.review} options={reviews} onChange={(review) => change({ review })} />
        </div>
      </Form>
      {shown.length === 0 ? (
        <EmptyState level={2} title="No placement fits these filters">
          <Button onClick={() => setFilter(everything)}>Show all placements</Button>
        </EmptyState>
      ) : (
        <>
          <div>
            <Button onClick={save}>{`Save ${shown.length === 1 ? 'this placement' : `these ${shown.length} placements`} as CSV`}</Button>
          </div>
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
