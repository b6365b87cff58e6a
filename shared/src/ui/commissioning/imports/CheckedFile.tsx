import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ImportReply } from '../../../contract/imports.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { Facts } from '../../call-offs/Facts.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { Notice } from '../../states/Notice.tsx';
import { countWords } from '../../words.tsx';
import type { Command } from '../use-command.tsx';
import { CellErrors } from './CellErrors.tsx';
import { ChangedRows } from './ChangedRows.tsx';
import { ConfirmImport } from './ConfirmImport.tsx';
import { importKindWords } from './kind-words.tsx';

interface Props {
  readonly seen: ImportReply;
  readonly command: Command;
}

/** What a checked file would do, and the way to have it done. */
export const CheckedFile: React.FC<Props> = ({ seen, command }) => {
  const { counts, sheetErrors } = seen;
  const nothing = counts.new + counts.changed + counts.conflict + counts.error === 0 && sheetErrors.length === 0;
  return (
    <>
      {nothing ? (
        <Notice title="This file changes nothing">
          {`Everything in it is in the register already: ${countWords(counts.same, 'row')}. There is nothing to confirm.`}
        </Notice>
      ) : null}
      <Facts facts={factsOf(seen)} />
      <CellErrors seen={seen} command={command} />
      <ChangedRows seen={seen} outcome="conflict" />
      <ChangedRows seen={seen} outcome="changed" />
      <ChangedRows seen={seen} outcome="new" />
      {sheetErrors.length > 0 ? (
        <Notice intent="warning" title="This file cannot be imported yet">
          A sheet cannot be read as a whole. Mend what the errors say and check the file again.
        </Notice>
      ) : null}
      {nothing || sheetErrors.length > 0 ? (
        <PlaceLink to={commissioningPlace({ at: 'imports' })}>Choose another file</PlaceLink>
      ) : (
        <ConfirmImport key={JSON.stringify(counts)} seen={seen} command={command} />
      )}
      <Text block>{`Nothing has been written. What was found is kept until ${formatInstant(seen.expiresAt)}.`}</Text>
    </>
  );
};

const factsOf = ({ sheets, aside, counts, checkedAt }: ImportReply) => [
  { label: 'Checked', value: formatInstant(checkedAt) },
  ...sheets.map(({ name, kind, rows, left }) => ({
    label: `Sheet ${name}`,
    value: `${importKindWords[kind]}, ${countWords(rows, 'row')}${left.length === 0 ? '' : `. Columns that are not read: ${left.join(', ')}`}`,
  })),
  ...(aside.length === 0 ? [] : [{ label: 'Sheets that are not read', value: aside.join(', ') }]),
  { label: 'New', value: countWords(counts.new, 'row') },
  { label: 'Changed', value: countWords(counts.changed, 'row') },
  { label: 'Changed here too', value: countWords(counts.conflict, 'row') },
  { label: 'In the register already', value: countWords(counts.same, 'row') },
  { label: 'With errors', value: countWords(counts.error, 'row') },
];
