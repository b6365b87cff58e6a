import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useAnnounce } from '../Announcer.tsx';
import { type SearchState, toSearch } from '../directory/search-state.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { shortlistBuyer } from '../shortlist/use-shortlist.tsx';
import { useApi } from '../use-api.tsx';
import { toBody } from './saved-filters.ts';
import { useSavedSearchesClient } from './use-saved-searches.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
});

interface SaveSearchProps {
  readonly state: SearchState;
  /** What the button says: where nothing was found it is about what may come. */
  readonly label: string;
}

/** Row 32: saves a search, so that its owner is told when something new matches. Undone beside it. Nothing for who works for no school. */
export const SaveSearch: React.FC<SaveSearchProps> = ({ state, label }) => {
  const styles = useStyles();
  const me = useApi('getMe', {});
  const client = useSavedSearchesClient();
  const announce = useAnnounce();
  const intent = useIntent();
  const { busy, once } = useOnce();
  const [saved, setSaved] = React.useState<{ readonly searchRef: string; readonly search: string }>();
  /** Why one could not be saved; another search has its own answer. */
  const [fault, setFault] = React.useState<{ readonly sentence: string; readonly search: string }>();
  const line = React.useRef<HTMLDivElement>(null);
  const body = toBody(state);
  const search = toSearch({ ...state, page: 1 });
  if (!me.data || !shortlistBuyer(me.data.memberships)) return null;
  const act = (work: () => Promise<void>): void =>
    once(async () => {
      setFault(undefined);
      try {
        await work();
      } catch (error) {
        setFault({ sentence: sentenceOf(error), search });
      }
    });
  const save = (): void =>
    act(async () => {
      const { searchRef } = await client.saveSearch({ body, key: intent.keyFor(body) });
      setSaved({ searchRef, search });
      announce('The search is saved');
    });
  const undo = (searchRef: string): void =>
    act(async () => {
      await client.stopSearch({ params: { searchRef } });
      intent.done();
      setSaved(undefined);
      line.current?.querySelector('button')?.focus();
      announce('The search is not saved any more');
    });
  const done = saved?.search === search ? saved : undefined;
  return (
    <div ref={line} className={styles.line}>
      <Button appearance="subtle" disabledFocusable={busy} onClick={() => (done ? undefined : save())}>
        {done ? 'Search saved' : label}
      </Button>
      {done ? (
        <>
          <span>
            A card in Teams tells you when something new matches. It is among{' '}
            <PlaceLink to={{ at: 'shortlist' }}>your saved searches</PlaceLink>.
          </span>
          <Button size="small" appearance="transparent" onClick={() => undo(done.searchRef)}>
            Undo save
          </Button>
        </>
      ) : null}
      {fault?.search === search ? <span role="alert">{fault.sentence}</span> : null}
    </div>
  );
};
