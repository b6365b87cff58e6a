import { type Lot, lotStatuses } from '../domain/register/lot.ts';
import { choice, day, longText, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { sameFacts } from './same-facts.ts';
import { systemNote } from './system-note.ts';

export const lots = defineList({
  title: 'Lots',
  description: 'The categories of each framework. Lots change between frameworks and may end on their own dates.',
  handEdited: true,
  columns: {
    Title: reference({ label: 'Lot', holds: 'none', hint: 'Key, such as AP-2026-1', required: true, indexed: true, unique: true }),
    FrameworkRef: reference({ label: 'Framework', holds: 'none', required: true, indexed: true }),
    Number: number({ label: 'Number', holds: 'none', required: true }, { minimum: 1, maximum: 99 }),
    Name: text({ label: 'Name', holds: 'none', required: true }),
    Description: longText({ label: 'Description', holds: 'free-text' }),
    Status: choice(lotStatuses, { label: 'Status', holds: 'none', required: true, tones: { open: 'good' } }),
    ExpiresOn: day({ label: 'Expires on', holds: 'none', hint: "Only where it differs from the framework's date", pastWord: 'Expired' }),
    SystemNote: systemNote,
  },
  views: [
    { title: 'All lots', columns: ['Title', 'FrameworkRef', 'Number', 'Name', 'Status', 'ExpiresOn', 'SystemNote'], orderBy: 'Title' },
  ],
});

export type LotFields = Fields<typeof lots>;

export const { to: toLot, from: fromLot } = sameFacts<Lot>()(lots, { Title: 'key' });
