import { parseTarget } from './request-target.ts';

const queryOf = (target: string): Record<string, string> => Object.fromEntries(parseTarget(target)?.query ?? []);

describe('a request target', () => {
  test('is decoded the way each client encodes: Kiota’s commas and equals signs, pluses for spaces', () => {
    expect(parseTarget('/v1.0/sites/council.example%2Cguid%2Cguid/lists')?.path).toBe('/v1.0/sites/council.example,guid,guid/lists');
    expect(queryOf('/x?$select%3DTitle')).toEqual({ $select: 'Title' });
    expect(queryOf('/x?%24filter=fields%2FTitle+eq+%27a%2Bb%27')).toEqual({ $filter: "fields/Title eq 'a+b'" });
    expect(queryOf('/x?$expand=fields($select=Title)&flag')).toEqual({ $expand: 'fields($select=Title)', flag: '' });
  });

  test('keeps a plus in the path', () => {
    expect(parseTarget('/a+b/c%20d')?.segments).toEqual(['a+b', 'c d']);
  });

  test('tells which query options were given twice', () => {
    expect(parseTarget('/x?$top=1&$top=2&token=a&token=b')).toMatchObject({ repeated: ['$top'] });
  });

  test('is refused when an escape means nothing', () => {
    expect(parseTarget('/a%ZZ')).toBeUndefined();
  });
});
