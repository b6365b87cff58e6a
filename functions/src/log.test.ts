import fc from 'fast-check';
import { hostileTexts } from './http/hostile-texts.fixture.ts';
import { jsonLog } from './log.ts';

// Security V16.4.1: whatever a value says, also the words of a failed dependency, an event is one line that nothing acts on.

/** What is printed for one event. */
const printed = (text: string): readonly string[] => {
  const lines: string[] = [];
  const spy = jest.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  try {
    jsonLog({ now: () => '2026-11-24T10:00:00Z' }).event('error', 'request-failed', { route: 'getMe', error: text });
  } finally {
    spy.mockRestore();
  }
  return lines;
};

test('an event is one line without controls, other line ends or marks that reorder text, and says what was given', () => {
  const any = fc.oneof(
    fc.constantFrom(...hostileTexts, '\u009b31mred', 'next\u0085line\u2028line', '\u2066x'),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'\r\n\u001b\u007f\u009b\u0085\u2028\u202e{}":,a') }),
  );
  fc.assert(
    fc.property(any, (text) => {
      const lines = printed(text);
      expect(lines).toHaveLength(1);
      expect(lines[0]).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(JSON.parse(lines[0] ?? '')).toEqual({
        at: '2026-11-24T10:00:00Z',
        level: 'error',
        event: 'request-failed',
        route: 'getMe',
        error: text,
      });
    }),
    { numRuns: 500 },
  );
});
