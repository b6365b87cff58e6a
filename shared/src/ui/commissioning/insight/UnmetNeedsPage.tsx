import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { type UnmetNeedReply, unmetNeedsApi } from '../../../contract/unmet-needs.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { deliveryModeNames, keyStageNames, needNames } from '../../../domain/register/service-names.ts';
import { csvText } from '../../../domain/texts/csv-text.ts';
import { IfOn } from '../../features/IfOn.tsx';
import { saveBytes } from '../../files/save-file.tsx';
import { later } from '../../later.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { countWords } from '../../words.tsx';
import { Page } from '../Page.tsx';
import { Paged } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import { useOperation } from '../use-operations.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import type { Period } from './periods.ts';
import { reasonNames } from './unmet-words.ts';

const NeedsMap = later(async () => (await import('./NeedsMap.tsx')).NeedsMap, <Text role="status">Loading the map</Text>);

const looked = ({ needs, concepts }: UnmetNeedReply): string =>
  [...needs.map((need) => needNames[need]), ...concepts].join('; ') || 'Not stated';
const ages = ({ ages: band, keyStages }: UnmetNeedReply): string =>
  [...(band === undefined ? [] : [`Ages ${band}`]), ...keyStages.map((stage) => keyStageNames[stage])].join('; ') || 'Any';
const area = ({ outcode, within }: UnmetNeedReply): string =>
  outcode === undefined
    ? 'Not stated'
    : within === undefined
      ? outcode
      : within > 40
        ? `${outcode}, more than 40 miles`
        : `${outcode}, within ${countWords(within, 'mile')}`;
const why = ({ reason }: UnmetNeedReply): string => reasonNames[reason];
const where = ({ lots, modes }: UnmetNeedReply): string => [...lots, ...modes.map((mode) => deliveryModeNames[mode])].join('; ') || 'Any';

const columns: readonly Column<UnmetNeedReply>[] = [
  { name: 'Times', of: ({ searches }) => searches, as: 'number' },
  { name: 'Looked for', of: looked },
  { name: 'Ages', of: ages },
  { name: 'Area', of: area },
  { name: 'Lot and place', of: where },
  { name: 'Why', of: why, as: 'short' },
];

const asCsv = (rows: readonly UnmetNeedReply[]): string =>
  csvText([
    ['Times', 'Looked for', 'Ages', 'Area', 'Lot and place', 'Why'],
    ...rows.map((row) => [row.searches, looked(row), ages(row), area(row), where(row), why(row)]),
  ]);

/** Row 30: what schools looked for and did not find, for the next round or the next provider event. */
export const UnmetNeedsPage: React.FC = () => {
  const [period, setPeriod] = React.useState<Period>();
  const newest = useOperation(unmetNeedsApi, 'listUnmetNeeds', {});
  const read = useOperation(unmetNeedsApi, 'listUnmetNeeds', period ? { query: { from: period.from, to: period.to } } : {});
  return (
    <Page title="Unmet needs">
      <Text block>
        Searches of the directory that found nothing, and requests and enquiries that every provider declined, by what was asked for.
        Nothing that was typed is kept of a search, and nothing of who searched or for whom. The same search of one person counts once a
        day. Small numbers are about few children: keep them within the council.
      </Text>
      <IfOn feature="block-purchases">
        <div>
          <PlaceLink to={{ at: 'block-purchases', path: '' }}>Open requests that could be bought together</PlaceLink>
        </div>
      </IfOn>
      <PeriodForm label="What to show" today={newest.data?.to} period={period} onChange={setPeriod} />
      <Loaded reads={[read] as const} what="unmet needs" failed="Unmet needs could not be loaded">
        {({ from, to, rows, places, towns }) =>
          rows.length === 0 ? (
            <EmptyState level={2} title="Every need was met">
              {`From ${formatDate(from, 'plain')} to ${formatDate(to, 'plain')} no search that says a need was in vain, and no request or enquiry was declined by all.`}
            </EmptyState>
          ) : (
            <>
              <Paged key={`${from} ${to}`} rows={rows} what="unmet needs">
                {(page) => (
                  <Table
                    caption={`From ${formatDate(from, 'plain')} to ${formatDate(to, 'plain')}, the most often asked for first`}
                    columns={columns}
                    rows={page}
                    keyOf={(row) => JSON.stringify(row)}
                  />
                )}
              </Paged>
              <NeedsMap key={`map ${from} ${to}`} told={{ rows, places, towns }} />
              <div>
                <Button onClick={() => saveBytes(`unmet needs ${from} to ${to}.csv`, 'text/csv', asCsv(rows))}>Download CSV</Button>
              </div>
            </>
          )
        }
      </Loaded>
    </Page>
  );
};
