/** What a place keeps about a person, from nothing to what only the school can tie to a child. */
export const dataClasses = {
  none: 'Nothing about a person',
  'business-contact': 'How to reach an organisation, or who speaks for it',
  'staff-identity': 'Who of a school, the council or a provider did something',
  'free-text': 'Words that a person typed: screened for what could identify a pupil',
  'pupil-attribute': 'Something about a pupil, who is known here only by the reference of the school',
  'pupil-reference': 'The reference of the school for a pupil, or a hash of it',
} as const;
export type DataClass = keyof typeof dataClasses;

/** The classes of one column: one, or several where it holds a record as JSON. A row about a placement is about a pupil, whoever can tell which. */
export type Classes = DataClass | readonly DataClass[];

/** The classes of a column as a list of them. */
export const classesOf = (classes: Classes): readonly DataClass[] => (typeof classes === 'string' ? [classes] : classes);
