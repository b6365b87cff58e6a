import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type CsvRows, csvText } from '../../domain/texts/csv-text.ts';
import { type GivenFile, saveBytes } from './save-file.tsx';
import { useSaving } from './use-saving.tsx';

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface FilesProps {
  /** The name of the CSV, without its ending. */
  readonly name: string;
  /** The rows of the CSV, its head first. */
  readonly rows: () => CsvRows;
  /** Asks the service for the same as a workbook. */
  readonly workbook: () => Promise<GivenFile>;
  /** What is saved, where the page shows more than that: 'these 4 placements'. */
  readonly what?: string;
}

/** What a page shows, to take along: as CSV, made here, and as a workbook of the service. */
export const Files: React.FC<FilesProps> = ({ name, rows, workbook, what }) => {
  const styles = useStyles();
  const { busy, save, fault } = useSaving();
  const of = what === undefined ? '' : `${what} as `;
  return (
    <div className={styles.files}>
      <Button onClick={() => saveBytes(`${name}.csv`, 'text/csv', csvText(rows()))}>{`Download ${of}CSV`}</Button>
      <Button disabledFocusable={busy} onClick={() => save(workbook)}>{`Download ${of}XLSX`}</Button>
      {fault}
    </div>
  );
};
