/**
 * Over which states of a record writes may still come for which something is held, as text of little room: the marks of the states, joined by `+`. Every one
 * is kept: a writer that is late and decided over an earlier state must not hide one whose write is on its way.
 */
export const mayComeOver = (over: string | undefined, mark: string): boolean => over?.split('+').includes(mark) ?? false;

/** The same with a write that is decided over one more state. */
export const alsoOver = (over: string | undefined, mark: string): string => {
  if (mayComeOver(over, mark) && over) return over;
  return over ? `${over}+${mark}` : mark;
};
