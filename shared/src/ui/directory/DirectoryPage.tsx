import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import { ApiError } from '../../contract/client.ts';
import type { DirectoryReply } from '../../contract/directory.ts';
import { useAnnounce } from '../Announcer.tsx';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { useIsNarrow } from '../use-is-narrow.tsx';
import type { Typed } from './cut-postcode.tsx';
import { Filters } from './Filters.tsx';
import { FiltersDrawer } from './FiltersDrawer.tsx';
import { Results } from './Results.tsx';
import { ResultsHeading } from './ResultsHeading.tsx';
import { answerFor } from './results-sentence.tsx';
import { SearchForm } from './SearchForm.tsx';
import { SearchToggle } from './SearchToggle.tsx';
import { SortChoice } from './SortChoice.tsx';
import { countFilters, type SearchState, toSearch } from './search-state.tsx';
import { type Answer, useFound } from './use-found.tsx';
import { useOwnArea } from './use-own-area.tsx';
import { useSearchState } from './use-search-state.tsx';
import { useTold } from './use-told.tsx';

const NoResults = later(async () => (await import('./NoResults.tsx')).NoResults);
const CopyLink = later(async () => (await import('./CopyLink.tsx')).CopyLink, null);
const SaveSearch = later(async () => (await import('../saved-searches/SaveSearch.tsx')).SaveSearch, null);
const FilterChips = later(async () => (await import('./FilterChips.tsx')).FilterChips, null);
/** It stands below the results: nobody sees it come later. */
const Paging = later(async () => (await import('./Paging.tsx')).Paging, null);

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  pageNarrow: { gap: tokens.spacingVerticalM },
  columns: { display: 'grid', gridTemplateColumns: '17rem minmax(0, 1fr)', gap: tokens.spacingHorizontalXXL, alignItems: 'start' },
  column: { minWidth: 0, display: 'grid', gap: tokens.spacingVerticalM },
  results: { ':focus': { outlineStyle: 'none' } },
  bar: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalM },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: { flexBasis: '100%', minWidth: 0 },
});

/** The directory of quality-assured provision: what is needed, the filters, and what was found. */
export const DirectoryPage: React.FC = () => {
  const styles = useStyles();
  const announce = useAnnounce();
  const { host, service } = useSteadySurroundings();
  const { ref, narrow } = useIsNarrow();
  const { state, change, clear } = useSearchState();
  const { answer, pending, error, again } = useFound(state);
  const [cleared, setCleared] = React.useState<SearchState>();
  const [changing, setChanging] = React.useState(false);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const results = React.useRef<HTMLDivElement>(null);
  const failed = error !== undefined;
  const reply = failed ? undefined : answer?.reply;
  const facets = answer?.reply.facets;
  const ownArea = useOwnArea(answer);
  const placeError = placeFault(error);
  /** The count of results has the focus after a change; where a search failed it is the failure. */
  const focusHeading = React.useCallback(() => (heading.current ?? results.current)?.focus(), []);
  const tell = useTold(failed ? undefined : answer);
  useLastPage(answer, state, change);

  const changeFilter = (patch: Partial<SearchState>): void => {
    setCleared(undefined);
    change(patch);
  };
  const search = ({ text, near }: Typed): void => {
    const same = text === state.text && near === state.near && state.page === 1;
    setChanging(false);
    changeFilter({ text, near });
    // The form closes on a phone: what was found is next.
    if (narrow && (text !== '' || near !== undefined)) focusHeading();
    if (same) void again().then(tell);
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

  const searched = narrow && (state.text !== '' || state.near !== undefined);
  const form = (
    <SearchForm
      text={state.text}
      near={state.near}
      ownArea={ownArea}
      placeError={placeError}
      narrow={narrow}
      focusFirst={searched && changing}
      onSearch={search}
    />
  );
  const panel = <Filters state={state} vat={answer?.reply.vat} facets={facets} from={fromWords(answer)} change={changeFilter} />;
  /** The school's own area, and how its prices compare, go with the link: for a colleague elsewhere they would be others. */
  const copyLink = ({ near, nearName, vat }: DirectoryReply) => (
    <CopyLink
      search={toSearch({ ...state, vat, near: nearName === undefined ? (state.near ?? (near as SearchState['near'])) : state.near })}
    />
  );
  // A channel's tab is the same for everybody, and a web part only reads: what is a person's own stands in their own tab.
  const own = service !== undefined && host.elsewhere?.has({ at: 'shortlist' }) !== true;
  const saveSearch =
    own && reply && narrows(state) ? (
      <SaveSearch state={state} label={reply.total === 0 ? 'Tell me when something matches' : 'Save this search'} />
    ) : null;
  return (
    <section ref={ref} className={mergeClasses(styles.page, narrow && styles.pageNarrow)} aria-label="Directory">
      <PageHeading title={state.page > 1 ? `Directory, page ${state.page}` : 'Directory'} look={searched ? 'part' : 'title'}>
        Find alternative provision
      </PageHeading>
      {narrow ? (
        <div className={styles.tools}>
          {searched ? <SearchToggle state={state} open={changing} onToggle={() => setChanging(!changing)} /> : null}
          {!searched || changing || placeError !== undefined ? <div className={styles.form}>{form}</div> : null}
          <FiltersDrawer total={reply?.total} inUse={countFilters(state)} onClear={clearAll}>
            {panel}
          </FiltersDrawer>
        </div>
      ) : (
        form
      )}
      <div className={narrow ? styles.column : styles.columns}>
        {narrow ? null : (
          <section aria-label="Filters">
            <Heading level={2}>Filters</Heading>
            {panel}
          </section>
        )}
        <div ref={results} tabIndex={-1} className={mergeClasses(styles.column, styles.results)}>
          <ResultsHeading ref={heading} answer={answerFor(answer, state)} failed={failed} />
          <FilterChips
            state={state}
            lots={facets?.lots}
            onRemove={changeFilter}
            onClear={clearAll}
            onUndoClear={cleared ? () => changeFilter(cleared) : undefined}
            onEmpty={focusHeading}
          />
          {reply && reply.total > 0 ? (
            <div className={styles.bar}>
              <SortChoice sort={state.sort} vat={reply.vat} planned={state.plan !== undefined} onChange={change} />
              {narrow ? null : (
                <>
                  {copyLink(reply)}
                  {saveSearch}
                </>
              )}
            </div>
          ) : null}
          {failed ? <ErrorState error={error} what="The search could not be done" onRetry={() => void again()} /> : null}
          {!failed && reply === undefined ? <LoadingRows what="services" /> : null}
          {reply && reply.total > 0 ? (
            <Results items={reply.items} vat={reply.vat} explain={asksForSomething(answer)} old={pending} />
          ) : null}
          {reply?.total === 0 ? saveSearch : null}
          {reply?.total === 0 ? (
            <NoResults
              without={reply.without}
              named={reply.nearName === undefined ? undefined : (reply.near as SearchState['near'])}
              change={changeFilter}
              onClear={clearAll}
            />
          ) : null}
          {reply ? <Paging state={state} pages={Math.ceil(reply.total / reply.pageSize)} onPage={turnTo} /> : null}
          {narrow && reply && reply.total > 0 ? (
            <>
              {copyLink(reply)}
              {saveSearch}
            </>
          ) : null}
        </div>
      </div>
    </section>
  );
};

/** A page past the last, from an old link, becomes the last one. */
const useLastPage = (answer: Answer | undefined, state: SearchState, change: (patch: Partial<SearchState>) => void): void => {
  const last = answer && answer.to === state ? Math.ceil(answer.reply.total / answer.reply.pageSize) : undefined;
  React.useEffect(() => {
    if (last !== undefined && last > 0 && state.page > last) change({ page: last });
  });
};

/** Whether a search is narrower than the whole directory. */
const narrows = (state: SearchState): boolean => state.text !== '' || countFilters(state) > 0;

/** Whether there is something to explain about what was found. */
const asksForSomething = (answer: Answer | undefined): boolean =>
  answer !== undefined && (narrows(answer.to) || answer.to.sort === 'earliest' || answer.to.plan !== undefined);

const fromWords = (answer: Answer | undefined): string | undefined => {
  const near = answer?.reply.near;
  if (answer?.reply.nearName !== undefined) return answer.reply.nearName;
  return near === undefined || answer?.to.near !== undefined ? near : `${near}, your own area`;
};

const placeFault = (error: unknown): string | undefined =>
  error instanceof ApiError && error.problem.code === 'unknown-postcode' ? error.problem.detail : undefined;
