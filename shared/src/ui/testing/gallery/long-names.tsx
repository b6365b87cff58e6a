import type { Answers, Exhibit } from './exhibit.tsx';

/** Keys of replies under which people, schools, services and addresses stand. */
const named = /^(name|.*Name|approvers|waitingFor|by|checkedBy|legalBuyer|billTo|email|website|orderNumber|pupilRef)$/;

/** A real place, and a word that no line of a phone holds. */
const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
const lengthen = (name: string): string => `${name} of ${long} and the Federation of Saint Bartholomew-the-Great`;

const lengthened = (value: unknown, key = ''): unknown => {
  // 'by' is a person, with a space, or a word of the contract, such as 'provider'.
  if (typeof value === 'string') return named.test(key) && (key !== 'by' || value.includes(' ')) ? lengthen(value) : value;
  if (Array.isArray(value)) return value.map((item) => lengthened(item, key));
  if (value === null || typeof value !== 'object') return value;
  // What a person sent comes back as it was sent: the contract bounds it.
  return Object.fromEntries(Object.entries(value).map(([inner, held]) => [inner, inner === 'request' ? held : lengthened(held, inner)]));
};

/** The exhibit with every name that the service tells grown as long as names get. It begins as it did, so that the exhibit shows its text. */
export const withLongNames = (exhibit: Exhibit): Exhibit => {
  const answers = Object.entries(exhibit.answers).map(([name, answer]) => [
    name,
    async (call: never) => lengthened(await (answer as (asked: never) => unknown)(call)),
  ]);
  return { ...exhibit, answers: Object.fromEntries(answers) as Answers };
};
