import { reference, text, yesNo } from './column.ts';
import { defineList } from './list.ts';
import { sameFacts } from './same-facts.ts';
import { systemNote } from './system-note.ts';

const schools = defineList({
  title: 'Schools',
  description: 'Schools.',
  handEdited: true,
  columns: {
    Title: reference({ label: 'School', holds: 'none', required: true }),
    Town: text({ label: 'Town', holds: 'none' }),
    IsOpen: yesNo({ label: 'Is open', holds: 'none', required: true }),
    SystemNote: systemNote,
  },
  views: [],
});

interface School {
  readonly ref: string;
  readonly town?: string | undefined;
  readonly isOpen: boolean;
}

test('each column is the fact of its name, or of the name that is given; the note of the app is none', () => {
  const { to, from } = sameFacts<School>()(schools, { Title: 'ref' });
  const school: School = { ref: 'S-1', town: 'Weymouth', isOpen: true };
  expect(from(school)).toEqual({ Title: 'S-1', Town: 'Weymouth', IsOpen: true });
  expect(to({ Title: 'S-1', Town: 'Weymouth', IsOpen: true, SystemNote: 'Put back' })).toStrictEqual(school);
  expect(to({ Title: 'S-2', IsOpen: false })).toEqual({ ref: 'S-2', isOpen: false });
});

test('a column without a fact, a fact without a column and a fact of another type do not compile', () => {
  // @ts-expect-error Town is no fact
  sameFacts<Omit<School, 'town'>>()(schools, { Title: 'ref' });
  // @ts-expect-error head is in no column
  sameFacts<School & { readonly head?: string | undefined }>()(schools, { Title: 'ref' });
  // @ts-expect-error IsOpen is yes or no
  sameFacts<Omit<School, 'isOpen'> & { readonly isOpen: string }>()(schools, { Title: 'ref' });
  const { to } = sameFacts<School>()(schools, { Title: 'ref' });
  expect(to({ Title: 'S-3', IsOpen: true })).toHaveProperty('town', undefined);
});
