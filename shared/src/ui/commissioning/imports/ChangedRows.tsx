import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ImportReply } from '../../../contract/imports.ts';
import { Heading } from '../../Heading.tsx';
import { Paged } from '../Paged.tsx';
import { Table } from '../Table.tsx';
import { importKindWords } from './kind-words.tsx';

type Row = ImportReply['rows'][number];
type Outcome = Exclude<Row['outcome'], 'same' | 'error'>;

const titles: Readonly<Record<Outcome, string>> = {
  conflict: 'Changed here and in the file',
  changed: 'Rows that change',
  new: 'New rows',
};

const abouts: Readonly<Record<Outcome, string>> = {
  conflict: 'Since the last import somebody changed these in the register, and the file says something else.',
  changed: 'What the register says, and what it would say.',
  new: 'These are not in the register yet.',
};

/** 'Phone: from 01305 000000 to 01305 555 0199'. */
const changeWords = ({ changes }: Row): string =>
  changes.map(({ heading, from, to }) => `${heading}: from ${from || 'nothing'} to ${to || 'nothing'}`).join('. ');

/** The rows of one outcome. Of a long file only the first are shown. */
export const ChangedRows: React.FC<{ readonly seen: ImportReply; readonly outcome: Outcome }> = ({ seen, outcome }) => {
  const rows = seen.rows.filter((row) => row.outcome === outcome);
  const count = seen.counts[outcome];
  if (count === 0) return null;
  const place = { name: 'Row', of: ({ sheet, row }: Row) => `${sheet}, row ${row}` };
  const what = { name: 'Record', of: ({ kind, ref }: Row) => `${importKindWords[kind]}: ${ref}` };
  return (
    <section aria-label={titles[outcome]}>
      <Heading level={2}>{titles[outcome]}</Heading>
      {rows.length < count ? (
        <Text block>{`${rows.length.toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')} are shown.`}</Text>
      ) : null}
      {rows.length === 0 ? null : (
        <Paged rows={rows} what={titles[outcome].toLowerCase()}>
          {(page) => (
            <Table
              caption={abouts[outcome]}
              columns={outcome === 'new' ? [place, what] : [place, what, { name: 'Changes', of: changeWords }]}
              rows={page}
              keyOf={({ sheet, row }) => `${sheet} ${row}`}
            />
          )}
        </Paged>
      )}
    </section>
  );
};
