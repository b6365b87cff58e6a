import { Link } from '@fluentui/react-link';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import { usePlaceLink } from '../use-place-link.tsx';
import { pageNumbers } from './page-numbers.tsx';
import { type SearchState, toSearch } from './search-state.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalL} 0`,
    margin: 0,
    listStyleType: 'none',
  },
  page: {
    display: 'inline-block',
    minWidth: '2rem',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'center',
    boxSizing: 'border-box',
  },
  current: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForegroundOnBrand },
    // Forced colours take the background away, and every page would look like the current one.
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight', color: 'HighlightText' },
  },
});

interface PagingProps {
  readonly state: SearchState;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Pages of results as links. Nothing when all fits on one page. */
export const Paging: React.FC<PagingProps> = ({ state, pages, onPage }) => {
  const styles = useStyles();
  const linkTo = usePlaceLink();
  if (pages <= 1) return null;
  const link = (page: number, name: string, label: string): React.ReactElement => {
    const place = { at: 'directory' as const, search: toSearch({ ...state, page }) };
    const current = page === state.page && label.startsWith('Page');
    return (
      <Link
        {...linkTo(place, () => onPage(page))}
        aria-label={label}
        className={mergeClasses(styles.page, current && styles.current)}
        {...(current ? { 'aria-current': 'page' as const } : {})}
      >
        {name}
      </Link>
    );
  };
  return (
    <nav aria-label="Pagination">
      <ul className={styles.list}>
        {state.page > 1 ? <li>{link(state.page - 1, 'Previous', 'Previous page')}</li> : null}
        {pageNumbers(state.page, pages).map((page, position) =>
          page === 'gap' ? (
            <li key={position === 1 ? 'gap-before' : 'gap-after'} className={styles.page}>
              …
            </li>
          ) : (
            <li key={page}>{link(page, `${page}`, `Page ${page} of ${pages}`)}</li>
          ),
        )}
        {state.page < pages ? <li>{link(state.page + 1, 'Next', 'Next page')}</li> : null}
      </ul>
    </nav>
  );
};
