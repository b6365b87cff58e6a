import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ImportReply } from '../../../contract/imports.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { Facts } from '../../call-offs/Facts.tsx';
import { Confirmation } from '../../forms/Confirmation.tsx';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { countWords } from '../../words.tsx';
import { Paged } from '../Paged.tsx';
import { Table } from '../Table.tsx';
import type { Command } from '../use-command.tsx';
import { CellErrors } from './CellErrors.tsx';
import type { Progress } from './RunningImport.tsx';

type NotWritten = Progress['notWritten'][number];

interface Props {
  readonly seen: ImportReply;
  readonly progress: Progress;
  readonly command: Command;
}

/** What became of an import. */
export const FinishedImport: React.FC<Props> = ({ seen, progress, command }) => {
  const { notWritten, stoppedBy, stoppedAt, finishedAt, left } = progress;
  // The reply lists the first 200.
  const refused = progress.done - progress.created - progress.updated - progress.alreadyThere;
  return (
    <>
      <Confirmation title={stoppedBy === undefined ? 'The import has finished' : 'The import was stopped'}>
        <Facts
          facts={[
            ...(finishedAt === undefined ? [] : [{ label: 'Ended', value: formatInstant(finishedAt) }]),
            ...(stoppedBy === undefined || stoppedAt === undefined
              ? []
              : [{ label: 'Stopped by', value: `${stoppedBy}, ${formatInstant(stoppedAt)}` }]),
            { label: 'Added', value: countWords(progress.created, 'row') },
            { label: 'Changed', value: countWords(progress.updated, 'row') },
            { label: 'In the register already', value: countWords(progress.alreadyThere, 'row') },
            { label: 'Not written', value: countWords(refused, 'row') },
            { label: 'Left out for errors', value: countWords(seen.counts.error, 'row') },
            ...(left === 0 ? [] : [{ label: 'Left when it was stopped', value: countWords(left, 'row') }]),
          ]}
        />
        {left === 0 ? null : <Text block>To write the rest, check the same file again: what is there already changes nothing.</Text>}
      </Confirmation>
      {notWritten.length === 0 ? null : (
        <section aria-label="Not written">
          <Heading level={2}>Not written</Heading>
          {notWritten.length < refused ? (
            <Text block>{`The first ${notWritten.length} of ${countWords(refused, 'row')} are shown.`}</Text>
          ) : null}
          <Paged rows={notWritten} what="rows that were not written">
            {(page) => (
              <Table
                caption="Rows that are not in the register as the file has them, and why"
                columns={[
                  { name: 'Row', of: ({ sheet, row }: NotWritten) => `${sheet}, row ${row}` },
                  { name: 'Record', of: ({ ref }) => ref },
                  { name: 'Why', of: ({ sentence }) => sentence },
                ]}
                rows={page}
                keyOf={({ sheet, row }) => `${sheet} ${row}`}
              />
            )}
          </Paged>
        </section>
      )}
      <CellErrors seen={seen} command={command} />
      <PlaceLink to={commissioningPlace({ at: 'imports' })}>Import another file</PlaceLink>
    </>
  );
};
