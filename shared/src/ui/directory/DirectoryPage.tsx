import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import { ApiError } from '../../contract/client.ts';
import { useAnnounce } from '../Announcer.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { useApi } from '../use-api.tsx';
import { useIsNarrow } from '../use-is-narrow.tsx';
import { activeFilters } from './active-filters.tsx';
import { CopyLink } from './CopyLink.tsx';
import type { Typed } from './cut-postcode.tsx';
import { FilterChips } from './FilterChips.tsx';
import { Filters } from './Filters.tsx';
import { FiltersDrawer } from './FiltersDrawer.tsx';
import { NoResults } from './NoResults.tsx';
import { Paging } from './Paging.tsx';
import { Results } from './Results.tsx';
import { ResultsHeading } from './ResultsHeading.tsx';
import { SearchForm } from './SearchForm.tsx';
import { SortChoice } from './SortChoice.tsx';
import { type SearchState, toQuery, toSearch } from './search-state.tsx';
import { useSearchState } from './use-search-state.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  columns: { display: 'grid', gridTemplateColumns: '17rem minmax(0, 1fr)', gap: tokens.spacingHorizontalXXL, alignItems: 'start' },
  column: { minWidth: 0, display: 'grid', gap: tokens.spacingVerticalM },
  results: { ':focus': { outlineStyle: 'none' } },
  bar: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** Rows stay while newer ones come. A search is run by a person, not by coming back to the window: what is on screen stays. */
const searching = { keepPreviousData: true, revalidateOnFocus: false };

/** The directory of quality-assured provision: what is needed, the filters, and what was found. */
export const DirectoryPage: React.FC = () => {
  const styles = useStyles();
  const announce = useAnnounce();
  const { ref, narrow } = useIsNarrow();
  const { state, change, clear } = useSearchState();
  const found = useApi('searchDirectory', { query: toQuery(state) }, searching);
  const [cleared, setCleared] = React.useState<SearchState>();
  const heading = React.useRef<HTMLHeadingElement>(null);
  const reply = found.error === undefined ? found.data : undefined;
  const facets = found.data?.facets;
  const ownArea = useOwnArea(state.near, reply?.near);
  const filters = activeFilters(state, (key) => facets?.lots.find(({ value }) => value === key)?.label ?? key);
  const results = React.useRef<HTMLDivElement>(null);
  /** The count of results has the focus after a change; where a search failed it is the failure. */
  const focusHeading = React.useCallback(() => (heading.current ?? results.current)?.focus(), []);

  const changeFilter = (patch: Partial<SearchState>): void => {
    setCleared(undefined);
    change(patch);
  };
  const search = ({ text, near }: Typed): void => {
    const same = text === state.text && near === state.near && state.page === 1;
    changeFilter({ text, near });
    if (same) void found.mutate();
  };
  const clearAll = (): void => {
    setCleared(state);
    clear();
    announce('Filters cleared');
  };
  const turnTo = (page: number): void => {
    change({ page });
    focusHeading();
    heading.current?.scrollIntoView?.({ block: 'start' });
  };

  const panel = <Filters state={state} facets={facets} from={fromWords(reply?.near, state.near)} change={changeFilter} />;
  return (
    <section ref={ref} className={styles.page} aria-label="Directory">
      <PageHeading title={state.page > 1 ? `Directory, page ${state.page}` : 'Directory'}>Find alternative provision</PageHeading>
      <SearchForm
        text={state.text}
        near={state.near}
        ownArea={ownArea}
        placeError={placeFault(found.error)}
        narrow={narrow}
        onSearch={search}
      />
      <div className={narrow ? styles.column : styles.columns}>
        {narrow ? (
          <FiltersDrawer total={reply?.total} inUse={filters.length} onClear={clearAll}>
            {panel}
          </FiltersDrawer>
        ) : (
          <section aria-label="Filters">
            <Heading level={2}>Filters</Heading>
            {panel}
          </section>
        )}
        <div ref={results} tabIndex={-1} className={mergeClasses(styles.column, styles.results)}>
          <ResultsHeading ref={heading} reply={reply} state={state} failed={found.error !== undefined} />
          <FilterChips
            filters={filters}
            onRemove={({ remove }) => changeFilter(remove)}
            onClear={clearAll}
            onUndoClear={cleared ? () => changeFilter(cleared) : undefined}
            onEmpty={focusHeading}
          />
          {reply && reply.total > 0 ? (
            <div className={styles.bar}>
              <SortChoice sort={state.sort} onChange={(sort) => change({ sort })} />
              <CopyLink search={toSearch({ ...state, near: state.near ?? (reply.near as SearchState['near']) })} />
            </div>
          ) : null}
          {found.error === undefined ? null : (
            <ErrorState error={found.error} what="The search could not be done" onRetry={() => void found.mutate()} />
          )}
          {found.error === undefined && reply === undefined ? <LoadingRows what="services" /> : null}
          {reply && reply.total > 0 ? (
            <Results items={reply.items} explain={filters.length > 0 || state.text !== ''} old={found.isLoading} />
          ) : null}
          {reply?.total === 0 ? <NoResults without={reply.without} change={changeFilter} onClear={clearAll} /> : null}
          {reply ? <Paging state={state} pages={Math.ceil(reply.total / reply.pageSize)} onPage={turnTo} /> : null}
        </div>
      </div>
    </section>
  );
};

/** The school's own area, as far as a search without a place has told it. */
const useOwnArea = (asked: string | undefined, told: string | undefined): string | undefined => {
  const [area, setArea] = React.useState<string>();
  React.useEffect(() => {
    if (asked === undefined && told !== undefined) setArea(told);
  }, [asked, told]);
  return area;
};

const fromWords = (near: string | undefined, asked: string | undefined): string | undefined =>
  near === undefined || asked !== undefined ? near : `${near}, your own area`;

const placeFault = (error: unknown): string | undefined =>
  error instanceof ApiError && error.problem.code === 'unknown-postcode' ? error.problem.detail : undefined;
