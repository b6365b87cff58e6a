// Over which states of a record writes may still come for which something is held, as text of little room: the marks of the states, joined by `+`. Every one
// is kept: a writer that is late and decided over an earlier state must not hide one whose write is on its way.

const marksOf = (over: string | undefined): readonly string[] => (over ? over.split('+') : []);

/** Whether a write that was decided over the state of this mark may still come. */
export const mayComeOver = (over: string | undefined, mark: string): boolean => marksOf(over).includes(mark);

/** The same with a write that is decided over one more state. */
export const alsoOver = (over: string | undefined, mark: string): string => [...new Set([...marksOf(over), mark])].join('+');
