import fc from 'fast-check';
import { bare, fact, plain } from './card-text.ts';

/** What a Markdown reader would still see as its own: everything that is not escaped. */
const unescaped = (text: string): string => text.replace(/\\[\\[\]()*_~`!<>|#.+-]/g, 'x');

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'\\[]()*_~`!<>|#-+.1 \n\t\u202e\u2066\u200b£aé', '😀') }),
);

describe('a value from data on a card', () => {
  test('holds no Markdown, no control, nothing that reorders text and no second line, whatever was typed', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const shown = plain(value);
        expect(unescaped(shown)).not.toMatch(/[\\[\]()*_~`!<>|#]/);
        expect(unescaped(shown)).not.toMatch(/^\s*(?:[-+]|\d+\.)/);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test('reads as what was typed, to the character, once the escapes are taken away', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const tidy = value
          .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim();
        expect(plain(value, 100_000).replace(/\\([\\[\]()*_~`!<>|#.+-])/g, '$1')).toBe(tidy);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is never longer than its limit, says where it was cut, and is not cut within a character', () => {
    expect(plain('a'.repeat(300))).toBe('a'.repeat(300));
    expect(plain('a'.repeat(301))).toBe(`${'a'.repeat(299)}…`);
    expect(plain('😀'.repeat(10), 5)).toBe('😀😀😀😀…');
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 20 }), (value, limit) => {
        const shown = plain(value, limit);
        expect(Array.from(shown.replace(/\\([\\[\]()*_~`!<>|#.+-])/g, '$1')).length).toBeLessThanOrEqual(limit);
        expect(() => encodeURIComponent(shown)).not.toThrow();
      }),
    );
  });
});

test('a fact is one line of a label and a value, of which neither is Markdown', () => {
  expect(fact('For', 'St *Mary*\nSchool')).toMatchObject({ type: 'TextBlock', text: '**For:** St \\*Mary\\* School', wrap: true });
  expect(fact('VAT of [Pay](https://evil.example)', 'none')).toMatchObject({
    text: '**VAT of \\[Pay\\]\\(https://evil.example\\):** none',
  });
});

test('a value in a row of results, or one that is spoken, holds no tag, no entity, no control and no second line', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      expect(bare(value)).not.toMatch(/[<>&\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(Array.from(bare(value, 20)).length).toBeLessThanOrEqual(60);
    }),
  );
  expect(bare('Smith & Sons <b>')).toBe('Smith and Sons ‹b›');
});
