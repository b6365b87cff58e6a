import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { DirectoryReply } from '../../contract/directory.ts';
import { leftOut } from '../../domain/directory/filter-names.ts';
import { ContactLine } from '../Contact.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { countWords } from '../words.tsx';
import type { SearchState } from './search-state.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

interface NoResultsProps {
  readonly without: DirectoryReply['without'];
  /** The place that the words named: it stays when they go, for the count is from there. */
  readonly named: SearchState['near'];
  readonly change: (patch: Partial<SearchState>) => void;
  readonly onClear: () => void;
}

/** Nothing found: what to leave out, with how many services that would give, and whom to ask. */
export const NoResults: React.FC<NoResultsProps> = ({ without, named, change, onClear }) => {
  const styles = useStyles();
  const helpful = without.filter(({ count }) => count > 0);
  return (
    <EmptyState title="No service matches all of this">
      {helpful.length > 0 ? (
        <>
          <div>Search again without one part of it:</div>
          <ul className={styles.list}>
            {helpful.map(({ filter, label, count }) => (
              <li key={filter}>
                <Button
                  onClick={() => change(filter === 'text' && named !== undefined ? { ...leftOut.text, near: named } : leftOut[filter])}
                >{`Leave out ${label}: ${countWords(count, 'service')}`}</Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <div>No single filter is the reason. Clear the filters, or use other words.</div>
      )}
      <Button onClick={onClear}>Clear all filters</Button>
      <ContactLine lead="Is something missing from the directory? Contact" />
    </EmptyState>
  );
};
