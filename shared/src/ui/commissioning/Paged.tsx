import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useAnnounce } from '../Announcer.tsx';

const useStyles = makeStyles({
  pages: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalM,
  },
});

const pageSize = 25;

interface PagedProps<Row> {
  readonly rows: readonly Row[];
  /** What the rows are, as it reads after 'Pages of': 'errors'. */
  readonly what: string;
  readonly children: (rows: readonly Row[]) => React.ReactElement;
}

/** Rows of a part of a page, 25 at a time. */
export const Paged = <Row,>({ rows, what, children }: PagedProps<Row>): React.ReactElement => {
  const styles = useStyles();
  const announce = useAnnounce();
  const [wanted, setWanted] = React.useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(wanted, pages);
  const go = (to: number): void => {
    setWanted(to);
    announce(`Page ${to} of ${pages}`);
  };
  return (
    <div>
      {children(rows.slice((page - 1) * pageSize, page * pageSize))}
      {pages === 1 ? null : (
        <nav aria-label={`Pages of ${what}`} className={styles.pages}>
          <Button disabledFocusable={page === 1} onClick={() => page > 1 && go(page - 1)}>
            Previous
          </Button>
          <span>{`Page ${page} of ${pages}`}</span>
          <Button disabledFocusable={page === pages} onClick={() => page < pages && go(page + 1)}>
            Next
          </Button>
        </nav>
      )}
    </div>
  );
};
