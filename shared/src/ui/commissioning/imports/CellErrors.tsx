import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ImportReply } from '../../../contract/imports.ts';
import { saveFile } from '../../files/save-file.tsx';
import { Heading } from '../../Heading.tsx';
import { Paged } from '../Paged.tsx';
import { Table } from '../Table.tsx';
import type { Command } from '../use-command.tsx';
import { useCommissioningClient } from '../use-commissioning.tsx';

type CellError = ImportReply['sheetErrors'][number];

interface Props {
  readonly seen: ImportReply;
  readonly command: Command;
}

/** What is wrong, cell by cell, and all of it as a file. */
export const CellErrors: React.FC<Props> = ({ seen, command: { send } }) => {
  const client = useCommissioningClient();
  const { importId, rows, sheetErrors, counts } = seen;
  const errors = [...sheetErrors, ...rows.flatMap((row) => row.errors)];
  const shownRows = rows.filter(({ outcome }) => outcome === 'error').length;
  if (errors.length === 0) return null;
  const download = (): void =>
    send({ errors: importId }, async () => {
      const file = await client.getImportErrors({ params: { importId } });
      saveFile(file);
      return `${file.fileName} is among your downloads.`;
    });
  return (
    <section aria-label="Errors">
      <Heading level={2}>Errors</Heading>
      {shownRows < counts.error ? (
        <Text
          block
        >{`The first ${shownRows} of ${counts.error.toLocaleString('en-GB')} rows are shown. All of them are in the file of errors.`}</Text>
      ) : null}
      <Paged rows={errors} what="errors">
        {(page) => (
          <Table
            caption="What to enter instead, by cell"
            columns={[
              { name: 'Cell', of: ({ address }: CellError) => address },
              { name: 'Column', of: ({ heading }) => heading },
              { name: 'It says', of: ({ value }) => value },
              { name: 'What to enter', of: ({ sentence }) => sentence },
            ]}
            rows={page}
            keyOf={({ address, sentence }) => `${address} ${sentence}`}
          />
        )}
      </Paged>
      <p>
        <Button onClick={download}>Download all errors (.csv)</Button>
      </p>
    </section>
  );
};
