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

interface PageStepsProps {
  /** What is shown in pages, as it reads after 'Pages of': 'errors'. */
  readonly what: string;
  readonly page: number;
  readonly pages: number;
  readonly onPage: (to: number) => void;
}

/** Steps to the page before and the next; which one is reached is announced. Nothing where there is one page only. */
export const PageSteps: React.FC<PageStepsProps> = ({ what, page, pages, onPage }) => {
  const styles = useStyles();
  const announce = useAnnounce();
  const go = (to: number): void => {
    onPage(to);
    announce(`Page ${to} of ${pages}`);
  };
  return pages === 1 ? null : (
    <nav aria-label={`Pages of ${what}`} className={styles.pages}>
      <Button disabledFocusable={page === 1} onClick={() => page > 1 && go(page - 1)}>
        Previous
      </Button>
      <span>{`Page ${page} of ${pages}`}</span>
      <Button disabledFocusable={page === pages} onClick={() => page < pages && go(page + 1)}>
        Next
      </Button>
    </nav>
  );
};

interface PagedProps<Row> {
  readonly rows: readonly Row[];
  readonly what: string;
  readonly children: (rows: readonly Row[]) => React.ReactElement;
}

/** Rows of a part of a page, 25 at a time. */
export const Paged = <Row,>({ rows, what, children }: PagedProps<Row>): React.ReactElement => {
  const [wanted, setWanted] = React.useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(wanted, pages);
  return (
    <div>
      {children(rows.slice((page - 1) * pageSize, page * pageSize))}
      <PageSteps what={what} page={page} pages={pages} onPage={setWanted} />
    </div>
  );
};
