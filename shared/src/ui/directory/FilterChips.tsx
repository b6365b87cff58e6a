import { Button } from '@fluentui/react-button';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { DirectoryReply } from '../../contract/directory.ts';
import { type ActiveFilter, activeFilters } from './active-filters.tsx';
import type { SearchState } from './search-state.tsx';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: 0, padding: 0, listStyleType: 'none' },
  chip: { textAlign: 'start', fontWeight: tokens.fontWeightRegular, minWidth: 0 },
});

interface FilterChipsProps {
  readonly state: SearchState;
  /** The names of lots, once they are known. */
  readonly lots: DirectoryReply['facets']['lots'] | undefined;
  readonly onRemove: (remove: Partial<SearchState>) => void;
  readonly onClear: () => void;
  /** Takes back the last 'Clear all'; absent when there is none to take back. */
  readonly onUndoClear: (() => void) | undefined;
  /** Where the focus goes when no filter is left. */
  readonly onEmpty: () => void;
}

/** The filters in use as buttons that remove them. After a removal the focus moves to the next one, never to nowhere. */
export const FilterChips: React.FC<FilterChipsProps> = ({ state, lots, onRemove, onClear, onUndoClear, onEmpty }) => {
  const styles = useStyles();
  const filters = activeFilters(state, (key) => lots?.find(({ value }) => value === key)?.label ?? key);
  const list = React.useRef<HTMLUListElement>(null);
  const cleared = React.useRef<HTMLDivElement>(null);
  const nextFocus = React.useRef<number>();
  // At once: a passive effect of an earlier drawing may run after the press and take the focus to what is about to go.
  React.useLayoutEffect(() => {
    if (nextFocus.current === undefined) return;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    const target =
      filters.length === 0 ? cleared.current?.querySelector('button') : buttons[Math.min(nextFocus.current, filters.length - 1)];
    nextFocus.current = undefined;
    if (target) target.focus();
    else onEmpty();
  }, [filters.length, onEmpty]);
  const remove = (filter: ActiveFilter, position: number): void => {
    nextFocus.current = position;
    onRemove(filter.remove);
  };
  const clear = (): void => {
    nextFocus.current = 0;
    onClear();
  };
  if (filters.length === 0)
    return onUndoClear ? (
      <div ref={cleared}>
        Filters cleared.{' '}
        <Button size="small" onClick={onUndoClear}>
          Undo clear
        </Button>
      </div>
    ) : null;
  return (
    <ul ref={list} aria-label="Filters in use" className={styles.chips}>
      {filters.map((filter, position) => (
        <li key={filter.key}>
          <Button
            size="small"
            shape="circular"
            className={styles.chip}
            iconPosition="after"
            icon={<DismissRegular />}
            aria-label={`Remove filter: ${filter.label}`}
            onClick={() => remove(filter, position)}
          >
            {filter.label}
          </Button>
        </li>
      ))}
      <li>
        <Button size="small" appearance="transparent" onClick={clear}>
          Clear all
        </Button>
      </li>
    </ul>
  );
};
