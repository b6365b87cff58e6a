/** A property of a table row holds 32,768 characters. */
const pieceLength = 30_000;

/** A long text as properties of a table row: `part0`, `part1`, ... */
export const inPieces = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, index) => [
      `part${index}`,
      text.slice(index * pieceLength, (index + 1) * pieceLength),
    ]),
  );

/** The text that was taken to pieces; `undefined` where there are none. */
export const joined = (row: Readonly<Record<string, unknown>>): string | undefined => {
  const parts: string[] = [];
  while (typeof row[`part${parts.length}`] === 'string') parts.push(String(row[`part${parts.length}`]));
  return parts.length > 0 ? parts.join('') : undefined;
};
