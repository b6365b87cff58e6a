/** What an expression may speak of: the cell's raw value (a day or moment as a Date), its text as shown, and now. */
export interface FormatSubject {
  readonly value: string | number | boolean | Date | undefined;
  readonly shown: string;
  readonly now: Date;
}

type Value = string | number | boolean | Date;
type Token = { readonly kind: 'text' | 'number' | 'word' | 'sign'; readonly text: string };

const pattern = /\s*(?:'([^']*)'|(\d+(?:\.\d+)?)|(@?[A-Za-z][\w.]*)|(&&|\|\||==|!=|<=|>=|[<>+(),]))/y;

const tokensOf = (source: string): Token[] => {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.trimEnd().length) {
    const found = pattern.exec(source);
    if (!found) throw new SyntaxError(`This column's format cannot be read: ${source}`);
    const [, text, number, word, sign] = found;
    if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
};

const numberOf = (value: Value): number => (value === '' ? 0 : Number(value));

const functions: Readonly<Record<string, (args: readonly Value[]) => Value>> = {
  if: ([test, yes = '', no = '']) => (test ? yes : no),
  Number: ([value = '']) => numberOf(value),
  toDateString: ([value = '']) =>
    value instanceof Date ? value.toLocaleDateString('en-GB', { timeZone: 'Europe/London' }) : String(value),
};

const operators: Readonly<Record<string, (left: Value, right: Value) => Value>> = {
  '||': (left, right) => Boolean(left) || Boolean(right),
  '&&': (left, right) => Boolean(left) && Boolean(right),
  '==': (left, right) => (typeof left === 'string' ? left === String(right) : Number(left) === Number(right)),
  '!=': (left, right) => (typeof left === 'string' ? left !== String(right) : Number(left) !== Number(right)),
  '<': (left, right) => numberOf(left) < numberOf(right),
  '>': (left, right) => numberOf(left) > numberOf(right),
  '<=': (left, right) => numberOf(left) <= numberOf(right),
  '>=': (left, right) => numberOf(left) >= numberOf(right),
  '+': (left, right) => (typeof left === 'number' && typeof right === 'number' ? left + right : `${left}${right}`),
};

/** Weakest first. */
const levels: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '>', '<=', '>='], ['+']];

/**
 * The value of a text in column formatting: plain text as it is, `@currentField`, `@currentField.displayValue` and `@now`, or an
 * expression after `=`, of the kinds that provisioning writes. Throws a SyntaxError for any other.
 */
export const formatted = (source: string, { value, shown, now }: FormatSubject): string => {
  const variables: Readonly<Record<string, Value>> = { '@currentField': value ?? '', '@currentField.displayValue': shown, '@now': now };
  if (source in variables) return source === '@currentField' ? shown : String(variables[source]);
  if (!source.startsWith('=')) return source;
  const tokens = tokensOf(source.slice(1));
  const unreadable = (): SyntaxError => new SyntaxError(`This column's format cannot be read: ${source}`);
  const take = (text: string): void => {
    if (tokens.shift()?.text !== text) throw unreadable();
  };
  const operand = (): Value => {
    const token = tokens.shift();
    if (token?.kind === 'text') return token.text;
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'sign' && token.text === '(') {
      const inner = level(0);
      take(')');
      return inner;
    }
    const known = token && variables[token.text];
    if (known !== undefined) return known;
    const call = token && functions[token.text];
    if (call === undefined) throw unreadable();
    take('(');
    const args = [level(0)];
    while (tokens[0]?.text === ',') {
      tokens.shift();
      args.push(level(0));
    }
    take(')');
    return call(args);
  };
  const level = (depth: number): Value => {
    const signs = levels[depth];
    if (signs === undefined) return operand();
    let left = level(depth + 1);
    while (tokens[0]?.kind === 'sign' && signs.includes(tokens[0].text)) {
      const sign = tokens.shift()?.text ?? '';
      left = operators[sign]?.(left, level(depth + 1)) ?? left;
    }
    return left;
  };
  const result = level(0);
  if (tokens.length > 0) throw unreadable();
  return String(result);
};
