import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { csvText } from '../../../domain/texts/csv-text.ts';
import { sentenceOf } from '../../forms/problem-of.ts';
import { useOnce } from '../../forms/use-once.tsx';
import { saveBytes, saveFile } from '../save-file.tsx';

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  /** The name of the CSV, without its ending. */
  readonly name: string;
  /** The rows of the CSV, its head first. */
  readonly rows: () => readonly (readonly (string | number)[])[];
  /** Asks the service for the same as a workbook. */
  readonly workbook: () => Promise<Parameters<typeof saveFile>[0]>;
}

/** What a page shows, to take along: as CSV, made here, and as a workbook of the service. */
export const Files: React.FC<Props> = ({ name, rows, workbook }) => {
  const styles = useStyles();
  const { busy, once } = useOnce();
  const [fault, setFault] = React.useState<string>();
  const saveWorkbook = (): void =>
    once(async () => {
      setFault(undefined);
      try {
        saveFile(await workbook());
      } catch (error) {
        setFault(sentenceOf(error));
      }
    });
  return (
    <div className={styles.files}>
      <Button onClick={() => saveBytes(`${name}.csv`, 'text/csv', csvText(rows()))}>Download CSV</Button>
      <Button disabledFocusable={busy} onClick={saveWorkbook}>
        Download XLSX
      </Button>
      {fault === undefined ? null : <span role="alert">{fault}</span>}
    </div>
  );
};
