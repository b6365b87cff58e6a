import { longText, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { systemNote } from './system-note.ts';

export const settings = defineList({
  title: 'Settings',
  description: 'Policies that a commissioner may change. Each row names what it sets; an unreadable value is refused, never guessed.',
  handEdited: true,
  columns: {
    Title: text({ label: 'Setting', holds: 'none', required: true, indexed: true, unique: true }),
    Value: longText({ label: 'Value', holds: 'none', required: true }),
    Explanation: longText({ label: 'What it does', holds: 'free-text' }),
    SystemNote: systemNote,
  },
  views: [{ title: 'All settings', columns: ['Title', 'Value', 'Explanation', 'SystemNote'], orderBy: 'Title' }],
});

export type SettingFields = Fields<typeof settings>;

/** Every row that the product reads, by its Title. A row of another name sets nothing. */
export const settingTitles = [
  'approval-policy',
  'approval-times',
  'quality-policy',
  'registration-threshold',
  'order-policy',
  'block-policy',
  'attendance-policy',
  'limit-policy',
  'framework-terms',
  'vat-policy',
  'placement-guidance',
  'retention-policy',
  'open-data',
  'features',
  'mash-name',
  'mash-phone',
  'mash-out-of-hours-phone',
  'lado-name',
  'lado-phone',
  'commissioning-phone',
] as const;
export type SettingTitle = (typeof settingTitles)[number];
