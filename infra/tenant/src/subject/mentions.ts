import { erasedWords } from '@ap/shared/domain/privacy/erase-pupil';

type Raw = Readonly<Record<string, unknown>>;

/** Keys of what is no free text: a reference of ours may look like that of a pupil ('P-0042'). */
const noWords = /(ref|refs|key|keys|number|id|title)$/i;

/** The reference as a word of its own, in whatever capitals. It holds letters, digits, '-' and '/' only (checkPupilReference). */
const wordOf = (pupil: string): RegExp => new RegExp(`(?<![\\p{L}\\d/-])${pupil.trim()}(?![\\p{L}\\d/-])`, 'giu');

const mapped = (key: string, value: unknown, word: RegExp): unknown => {
  if (typeof value === 'string') return noWords.test(key) ? value : value.replace(word, erasedWords);
  if (Array.isArray(value)) return value.map((each) => mapped(key, each, word));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapped(name, each, word)]));
};

const json = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

/** The columns of a row, as stored, without the reference in their words. References, numbers and keys stay. */
export const unmentioned = (fields: Raw, pupil: string): Raw => {
  const word = wordOf(pupil);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const state = json(value);
      return [name, state === undefined ? mapped(name, value, word) : JSON.stringify(mapped(name, state, word))];
    }),
  );
};

/** Whether the reference stands in the words of a row. */
export const mentions = (fields: Raw, pupil: string): boolean =>
  Object.entries(unmentioned(fields, pupil)).some(([name, value]) => {
    const state = json(fields[name]);
    return JSON.stringify(value) !== JSON.stringify(state === undefined ? fields[name] : JSON.stringify(state));
  });
