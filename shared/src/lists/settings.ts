import { longText, text } from './column.ts';
import { defineList, type Fields } from './list.ts';

export const settings = defineList({
  title: 'Settings',
  description: 'Policies that a commissioner may change. Each row names what it sets; an unreadable value is refused, never guessed.',
  handEdited: true,
  columns: {
    Title: text({ label: 'Setting', required: true, indexed: true, unique: true }),
    Value: longText({ label: 'Value', required: true }),
    Explanation: longText({ label: 'What it does' }),
  },
  views: [{ title: 'All settings', columns: ['Title', 'Value', 'Explanation'], orderBy: 'Title' }],
});

export type SettingFields = Fields<typeof settings>;

/** The setting that holds the commissioning team's phone. */
export const teamPhoneSetting = 'team-phone';

/** A setting that is a phone; `undefined` where the row is there and says nothing. */
export const phoneOf = ({ Value }: SettingFields): string | undefined => Value.trim() || undefined;
