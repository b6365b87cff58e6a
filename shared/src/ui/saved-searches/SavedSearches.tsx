import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { listSavedSearches, SavedSearchReply } from '../../contract/saved-searches.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { useAnnounce } from '../Announcer.tsx';
import { toSearch } from '../directory/search-state.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { hiddenFromSight } from '../hidden-from-sight.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { countWords } from '../words.tsx';
import { searchSentence, toState } from './saved-filters.ts';
import { useSavedSearches, useSavedSearchesClient } from './use-saved-searches.tsx';

const useStyles = makeStyles({
  part: { maxWidth: '60rem', minWidth: 0, marginTop: tokens.spacingVerticalXXL },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    justifyItems: 'start',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  stopped: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** Row 32: the searches that a person saved, to open and to stop. They are the person's own; the shortlist above is the school's. */
export const SavedSearches: React.FC = () => {
  const styles = useStyles();
  const read = useSavedSearches();
  return (
    <section aria-label="Your saved searches" className={styles.part}>
      <Heading level={2}>Your saved searches</Heading>
      <Loaded reads={[read] as const} what="your saved searches" failed="Your saved searches could not be loaded">
        {(reply) => <List {...reply} again={() => read.mutate()} />}
      </Loaded>
    </section>
  );
};

interface ListProps extends ReplyOf<typeof listSavedSearches> {
  readonly again: () => Promise<unknown>;
}

const List: React.FC<ListProps> = ({ searches, lots, again }) => {
  const styles = useStyles();
  const client = useSavedSearchesClient();
  const announce = useAnnounce();
  const { once } = useOnce();
  const [stopped, setStopped] = React.useState<{ readonly search: SavedSearchReply; readonly sentence: string }>();
  const [fault, setFault] = React.useState<string>();
  const undo = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (stopped) undo.current?.querySelector('button')?.focus();
  }, [stopped]);
  const act = (work: () => Promise<void>): void =>
    once(async () => {
      setFault(undefined);
      try {
        await work();
        await again();
      } catch (error) {
        setFault(sentenceOf(error));
      }
    });
  const stop = (search: SavedSearchReply): void =>
    act(async () => {
      await client.stopSearch({ params: { searchRef: search.searchRef } });
      setStopped({ search, sentence: sentenceFor(search) });
      announce('The search is stopped');
    });
  const putBack = ({ filters, plan, sort }: SavedSearchReply): void =>
    act(async () => {
      await client.saveSearch({ body: { filters, ...(plan === undefined ? {} : { plan }), ...(sort === undefined ? {} : { sort }) } });
      setStopped(undefined);
      announce('The search is saved again');
    });
  const sentenceFor = (search: SavedSearchReply): string =>
    searchSentence(search, (lot) => lots.find(({ key }) => key === lot)?.name ?? lot);
  /** Whether the search asks for nothing but lots that have ended: nothing new will ever match it. */
  const isOver = ({ filters }: SavedSearchReply): boolean =>
    (filters.lots?.length ?? 0) > 0 && (filters.lots ?? []).every((lot) => lots.some(({ key, ended }) => key === lot && ended));
  return (
    <>
      {searches.length === 0 && !stopped ? (
        <p>Save a search in the directory, and a card in Teams tells you when something new matches. Nobody else sees it.</p>
      ) : null}
      {stopped ? (
        <div ref={undo} className={styles.stopped}>
          {stopped.sentence} was stopped.
          <Button size="small" onClick={() => putBack(stopped.search)}>
            Undo stop
          </Button>
        </div>
      ) : null}
      {fault === undefined ? null : <div role="alert">{fault}</div>}
      <ul className={styles.list} aria-label="Saved searches">
        {searches.map((search) => (
          <li key={search.searchRef} className={styles.item}>
            <PlaceLink to={{ at: 'directory', search: toSearch(toState(search)) }}>{sentenceFor(search)}</PlaceLink>
            <div>{countWords(search.matches, 'service')} today</div>
            {isOver(search) ? (
              <div>
                The framework of this search has ended, so nothing new will match. Search again in the lots of today, and stop this one.
              </div>
            ) : null}
            <div className={styles.quiet}>
              Saved on {formatInstant(search.savedAt)}.{' '}
              {search.toldOn === undefined
                ? 'Nothing new since then.'
                : `Last told of something new on ${formatDate(search.toldOn, 'plain')}.`}
            </div>
            <Button size="small" onClick={() => stop(search)}>
              Stop<span style={hiddenFromSight}> {sentenceFor(search)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};
