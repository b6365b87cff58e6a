import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type ImportKind, importKinds } from '../../../domain/imports/record.ts';
import { saveFile } from '../../files/save-file.tsx';
import { Heading } from '../../Heading.tsx';
import { hiddenFromSight } from '../../hidden-from-sight.tsx';
import { ToldLine } from '../ToldLine.tsx';
import { useCommand } from '../use-command.tsx';
import { useCommissioningClient } from '../use-commissioning.tsx';
import { importKindWords } from './kind-words.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, margin: 0, padding: 0, listStyleType: 'none' },
});

/** A workbook to fill in for each kind. */
export const Templates: React.FC = () => {
  const client = useCommissioningClient();
  const styles = useStyles();
  const { told, send } = useCommand();
  const download = (kind: ImportKind): void =>
    send({ template: kind }, async () => {
      const file = await client.getImportTemplate({ params: { kind } });
      saveFile(file);
      return `${file.fileName} is among your downloads. Its second sheet says what to enter in each column.`;
    });
  return (
    <section className={styles.section} aria-label="Templates">
      <Heading level={2}>Templates</Heading>
      <Text block>
        Download an Excel workbook with the right headings. One file may have a sheet of each kind. Schools can also be read from the
        extract of Get Information about Schools (GIAS) as it comes.
      </Text>
      <ul className={styles.list}>
        {importKinds.map((kind) => (
          <li key={kind}>
            <Button onClick={() => download(kind)}>
              <span style={hiddenFromSight}>Download the template </span>
              {`${importKindWords[kind]} (.xlsx)`}
            </Button>
          </li>
        ))}
      </ul>
      <ToldLine told={told} />
    </section>
  );
};
