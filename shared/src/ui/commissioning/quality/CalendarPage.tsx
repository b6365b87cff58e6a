import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { getQualityCalendar } from '../../../contract/quality.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { ProviderSearch } from '../ProviderSearch.tsx';
import { Table } from '../Table.tsx';
import { useCommissioning } from '../use-commissioning.tsx';
import { grouped, type Span, spans } from './grouped.tsx';
import { overdueWords } from './quality-words.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  spans: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

type Calendar = ReplyOf<typeof getQualityCalendar>;
type Ending = Calendar['lapsesSoon'][number];

/** What lapses today and next, whether evidence has come, what is overdue, and which words must be read again. */
export const CalendarPage: React.FC = () => {
  const styles = useStyles();
  const [span, setSpan] = React.useState<Span>('weeks');
  const calendar = useCommissioning('getQualityCalendar', { query: { days: `${spans[span].days}` } });
  return (
    <Page title="Quality">
      <nav aria-label="Quality" className={styles.spans}>
        <PlaceLink to={commissioningPlace({ at: 'held' })}>Held providers</PlaceLink>
        <PlaceLink to={commissioningPlace({ at: 'visits' })}>Visits</PlaceLink>
        <PlaceLink to={commissioningPlace({ at: 'registration' })}>Registration as a school</PlaceLink>
      </nav>
      <Loaded reads={[calendar] as const} what="the calendar" failed="The calendar could not be loaded">
        {(seen) => (
          <>
            <Endings title="Lapses today" rows={seen.lapsesToday} none="Nothing lapses today." />
            <Endings title="Lapsed" rows={seen.lapsed} none="Nothing has lapsed." />
            <section className={styles.section} aria-label="Lapses next">
              <Heading level={2}>Lapses next</Heading>
              {/* biome-ignore lint/a11y/useSemanticElements: two buttons that choose a view, no fields */}
              <div className={styles.spans} role="group" aria-label="How far ahead">
                {(Object.keys(spans) as Span[]).map((each) => (
                  <Button
                    key={each}
                    size="small"
                    aria-pressed={span === each}
                    appearance={span === each ? 'primary' : 'secondary'}
                    onClick={() => setSpan(each)}
                  >
                    {spans[each].name}
                  </Button>
                ))}
              </div>
              {seen.lapsesSoon.length === 0 ? <Text block>Nothing lapses in this time.</Text> : null}
              {grouped(seen.lapsesSoon, span).map(({ name, rows }) => (
                <EndingTable key={name} caption={name} rows={rows} />
              ))}
            </section>
            <OverdueActions seen={seen} />
            <OverdueTexts seen={seen} />
          </>
        )}
      </Loaded>
      <section className={styles.section} aria-label="Open a passport">
        <Heading level={2}>Open a passport</Heading>
        <ProviderSearch
          act={({ ref, name }) => (
            <PlaceLink to={commissioningPlace({ at: 'passport', providerRef: ref })}>{`Passport of ${name}`}</PlaceLink>
          )}
        />
      </section>
    </Page>
  );
};

const Endings: React.FC<{ readonly title: string; readonly rows: readonly Ending[]; readonly none: string }> = ({ title, rows, none }) => (
  <section aria-label={title}>
    <Heading level={2}>{title}</Heading>
    {rows.length === 0 ? <Text block>{none}</Text> : <EndingTable caption="By provider and check" rows={rows} />}
  </section>
);

const EndingTable: React.FC<{ readonly caption: string; readonly rows: readonly Ending[] }> = ({ caption, rows }) => (
  <Table
    caption={caption}
    columns={[
      {
        name: 'Provider',
        of: ({ providerRef, providerName }: Ending) => (
          <PlaceLink to={commissioningPlace({ at: 'passport', providerRef })}>{providerName}</PlaceLink>
        ),
      },
      { name: 'Check', of: ({ title, mandatory }) => `${title}${mandatory ? ' (mandatory)' : ''}` },
      { name: 'Holds until', as: 'short', of: ({ until }) => formatDate(until, 'short') },
      { name: 'Evidence', as: 'short', of: ({ evidenceReceived }) => (evidenceReceived ? 'Received' : 'Not yet') },
    ]}
    rows={rows}
    keyOf={({ checkRef }) => checkRef}
  />
);

const OverdueActions: React.FC<{ readonly seen: Calendar }> = ({ seen: { overdueActions } }) => (
  <section aria-label="Overdue actions">
    <Heading level={2}>Overdue actions</Heading>
    {overdueActions.length === 0 ? (
      <Text block>No action of a provider is overdue.</Text>
    ) : (
      <Table
        caption="What providers had to do by now"
        columns={[
          {
            name: 'Provider',
            // Where the action is followed up: at its visit, else among the checks of the provider.
            of: ({ cameOf, of, providerRef, providerName }: Calendar['overdueActions'][number]) => (
              <PlaceLink to={commissioningPlace(cameOf === 'visit' ? { at: 'visit', ref: of } : { at: 'passport', providerRef })}>
                {providerName}
              </PlaceLink>
            ),
          },
          { name: 'Of', of: ({ cameOf, of }) => `${cameOf === 'visit' ? 'Visit' : 'Check'} ${of}` },
          { name: 'Was due', as: 'short', of: ({ dueOn }) => formatDate(dueOn, 'short') },
          { name: 'Evidence', as: 'short', of: ({ evidenceReceived }) => (evidenceReceived ? 'Received' : 'Not yet') },
        ]}
        rows={overdueActions}
        keyOf={({ of, providerRef, dueOn }) => `${of} ${providerRef} ${dueOn}`}
      />
    )}
  </section>
);

const OverdueTexts: React.FC<{ readonly seen: Calendar }> = ({ seen: { overdueTexts } }) => (
  <section aria-label="Words to read again">
    <Heading level={2}>Words to read again</Heading>
    {overdueTexts.length === 0 ? (
      <EmptyState level={3} title="Every standard is as its source has it" />
    ) : (
      <Table
        caption="Standards whose words must be compared with their source"
        columns={[
          { name: 'Standard', of: ({ title }: Calendar['overdueTexts'][number]) => title },
          { name: 'Source', of: ({ source, edition }) => `${source}, ${edition}` },
          {
            name: 'Last compared',
            of: ({ checkedOn, checkedBy }) =>
              checkedOn === undefined ? 'Never' : `${formatDate(checkedOn, 'short')}${checkedBy === undefined ? '' : `, by ${checkedBy}`}`,
          },
          { name: 'Why', of: ({ overdue }) => (overdue === undefined ? '' : overdueWords[overdue]) },
        ]}
        rows={overdueTexts}
        keyOf={({ standard }) => standard}
      />
    )}
  </section>
);
