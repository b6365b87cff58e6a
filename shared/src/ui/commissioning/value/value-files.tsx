import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { valueApi } from '../../../contract/value-for-money.ts';
import { csvText } from '../../../domain/texts/csv-text.ts';
import { type ValueColumn, valueRows } from '../../../domain/value-for-money/value-tables.ts';
import { saveBytes } from '../../files/save-file.tsx';
import { useSaving } from '../../files/use-saving.tsx';
import { useOperations } from '../use-operations.tsx';

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface CsvProps<Row> {
  /** What the table is of, as its button and its file say it. */
  readonly what: string;
  readonly columns: readonly ValueColumn<Row>[];
  readonly rows: readonly Row[];
}

/** One table as a file. */
export const CsvButton = <Row,>({ what, columns, rows }: CsvProps<Row>): React.ReactElement => (
  <div>
    <Button
      onClick={() => saveBytes(`${what}.csv`, 'text/csv', csvText([columns.map(({ name }) => name), ...valueRows(columns, rows)]))}
    >{`Download ${what} as CSV`}</Button>
  </div>
);

/** Everything of these months as one workbook. */
export const WorkbookButton: React.FC<{ readonly from: string; readonly to: string }> = ({ from, to }) => {
  const client = useOperations(valueApi);
  const { busy, save, fault } = useSaving();
  return (
    <div className={useStyles().files}>
      <Button disabledFocusable={busy} onClick={() => save(() => client.getValueFile({ query: { from, to } }))}>
        Download everything as XLSX
      </Button>
      {fault}
    </div>
  );
};
