import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import { useIsNarrow } from '../use-is-narrow.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'start' },
  caption: { textAlign: 'start', paddingBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  // A known word stays whole: where every letter may begin a line, a table makes its column one letter wide.
  short: { whiteSpace: 'nowrap' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: `${tokens.spacingVerticalM} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  facts: { margin: 0 },
  fact: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0 },
});

/** A table of more columns than these needs so many pixels for each. */
const fewColumns = 5;
const widthOfColumn = 110;

export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => React.ReactNode;
  /** 'short': a day, a number or a word, never broken into lines. 'number': the same, by its last digit. */
  readonly as?: 'short' | 'number';
}

interface TableProps<Row> {
  /** What the table shows. */
  readonly caption: string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** Rows as a table where there is room, else as a list with the names of the columns beside their values: nothing is scrolled sideways. */
export const Table = <Row,>({ caption, columns, rows, keyOf }: TableProps<Row>): React.ReactElement => {
  const styles = useStyles();
  const { ref, narrow } = useIsNarrow(columns.length > fewColumns ? columns.length * widthOfColumn : undefined);
  const [first, ...others] = columns;
  if (narrow)
    return (
      <div ref={ref}>
        <div className={styles.caption}>{caption}</div>
        <ul className={styles.list} aria-label={caption}>
          {rows.map((row) => (
            <li key={keyOf(row)} className={styles.item}>
              <div className={styles.title}>{first?.of(row)}</div>
              <dl className={styles.facts}>
                {others.map(({ name, of }) => {
                  const value = of(row);
                  return value === '' || value === null ? null : (
                    <div key={name} className={styles.fact}>
                      <dt className={styles.term}>{name}</dt>
                      <dd className={styles.value}>{value}</dd>
                    </div>
                  );
                })}
              </dl>
            </li>
          ))}
        </ul>
      </div>
    );
  const look = ({ as }: Column<Row>) => mergeClasses(styles.cell, as && styles.short, as === 'number' && styles.number);
  return (
    <div ref={ref}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={mergeClasses(look(column), styles.short, styles.title)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, position) =>
                position === 0 ? (
                  <th key={column.name} scope="row" className={look(column)}>
                    {column.of(row)}
                  </th>
                ) : (
                  <td key={column.name} className={look(column)}>
                    {column.of(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
