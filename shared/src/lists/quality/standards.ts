import { reissues } from '../../domain/quality/rule-text.ts';
import { qaStandards } from '../../domain/quality/standard.ts';
import type { StandardPart, StandardRow } from '../../domain/quality/standards-catalogue.ts';
import { choice, day, longText, text, yesNo } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { systemNote } from '../system-note.ts';

const parts = ['1', '2', '3', '4'] as const;

/** R15: the wording is data. A commissioner reads it in the source, types it here, and says so with day and name. */
export const standards = defineList({
  title: 'Standards',
  description: 'What providers are checked against: in which words, out of which source and edition, and who has checked the words when.',
  handEdited: true,
  columns: {
    Title: text({ label: 'Key', holds: 'none', required: true, indexed: true, unique: true }),
    Standard: choice(qaStandards, { label: 'Standard', holds: 'none', required: true, indexed: true }),
    Kind: choice(['national', 'part', 'law', 'framework'], { label: 'Kind', holds: 'none', required: true }),
    Code: text({ label: 'Number in the source', holds: 'none' }),
    Part: choice(parts, { label: 'Part', holds: 'none' }),
    Name: text({ label: 'Name', holds: 'none', required: true }),
    WordingKnown: yesNo({ label: 'Wording known', holds: 'none', required: true }),
    RuleText: longText({ label: 'Text', holds: 'none' }),
    Source: text({ label: 'Source', holds: 'none', required: true }),
    Edition: text({ label: 'Edition', holds: 'none', required: true }),
    Reissue: choice(reissues, { label: 'Issued again', holds: 'none', required: true }),
    CheckedOn: day({ label: 'Words checked on', holds: 'none', indexed: true }),
    CheckedBy: text({ label: 'Words checked by', holds: 'staff-identity' }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'All standards',
      columns: ['Standard', 'Code', 'Name', 'WordingKnown', 'Edition', 'CheckedOn', 'CheckedBy', 'SystemNote'],
      orderBy: 'Title',
    },
    { title: 'Longest unchecked', columns: ['Standard', 'Name', 'Source', 'Edition', 'CheckedOn', 'CheckedBy'], orderBy: 'CheckedOn' },
  ],
});

export type StandardFields = Fields<typeof standards>;

export const fromStandard = (row: StandardRow): StandardFields => ({
  Title: row.key,
  Standard: row.key,
  Kind: row.kind,
  Code: row.code,
  Part: row.part === undefined ? undefined : parts[row.part - 1],
  Name: row.title,
  WordingKnown: row.wordingKnown,
  RuleText: row.text,
  Source: row.source,
  Edition: row.edition,
  Reissue: row.reissue,
  CheckedOn: row.checkedOn,
  CheckedBy: row.checkedBy,
});

export const toStandard = (fields: StandardFields): StandardRow => ({
  key: fields.Standard,
  kind: fields.Kind,
  code: fields.Code,
  part: fields.Part === undefined ? undefined : (Number(fields.Part) as StandardPart),
  title: fields.Name,
  wordingKnown: fields.WordingKnown,
  text: fields.RuleText,
  source: fields.Source,
  edition: fields.Edition,
  reissue: fields.Reissue,
  checkedOn: fields.CheckedOn,
  checkedBy: fields.CheckedBy,
});
