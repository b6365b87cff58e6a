import { formatted } from './format-expression.ts';

const now = new Date('2026-11-26T15:00:00Z');
const subject = (value: string | Date | undefined, shown = String(value ?? '')) => ({ value, shown, now });

describe('column formatting as the window reads it', () => {
  it('gives each word its colour, an unknown one the plain one, and an empty cell none', () => {
    const source = "=if(@currentField == '', '', if(@currentField == 'open', 'good', 'low') + ' ink')";
    expect(formatted(source, subject('open'))).toBe('good ink');
    expect(formatted(source, subject('shut'))).toBe('low ink');
    expect(formatted(source, subject(undefined))).toBe('');
  });

  it('knows a day that has passed from one that is today, comes, or is empty', () => {
    const past =
      "=if(Number(@currentField) != 0 && @currentField < @now && toDateString(@currentField) != toDateString(@now), 'Lapsed', '')";
    expect(formatted(past, subject(new Date('2026-11-25T12:00:00Z')))).toBe('Lapsed');
    expect(formatted(past, subject(new Date('2026-11-26T12:00:00Z')))).toBe('');
    expect(formatted(past, subject(new Date('2026-11-27T12:00:00Z')))).toBe('');
    expect(formatted(past, subject(undefined))).toBe('');
  });

  it('shows the value as people read it, and plain text as it stands', () => {
    expect(formatted('@currentField', subject(new Date('2026-11-27T12:00:00Z'), '27 Nov 2026'))).toBe('27 Nov 2026');
    expect(formatted('@currentField.displayValue', subject(undefined, ''))).toBe('');
    expect(formatted('2px 8px', subject('x'))).toBe('2px 8px');
  });

  it.each(['=if(', '=nosuch(1)', "='a' 'b'", '=1 # 2'])('says that it cannot read %s', (source) => {
    expect(() => formatted(source, subject('x'))).toThrow(SyntaxError);
  });
});
