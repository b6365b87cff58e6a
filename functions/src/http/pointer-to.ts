const longestKey = 100;

/** The JSON Pointer (RFC 6901) to a value, `''` for the whole: `~` and `/` of a key are escaped. A key too long to be told is pointed at by what holds it. */
export const pointerTo = (path: readonly PropertyKey[]): string => {
  const parts = path.map(String);
  const tooLong = parts.findIndex((part) => part.length > longestKey);
  return (tooLong < 0 ? parts : parts.slice(0, tooLong)).map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
};
