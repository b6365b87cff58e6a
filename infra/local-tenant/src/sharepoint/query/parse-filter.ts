import { badRequest, invalidRequest } from '../graph-fault.ts';
import type { Comparison, Filter, Literal, Operator } from './filter.ts';
import { filterTokens, type Token } from './filter-tokens.ts';

const OPERATORS: readonly string[] = ['eq', 'ne', 'lt', 'gt', 'le', 'ge'];
const isOperator = (word: string): word is Operator => OPERATORS.includes(word);

/** What the service says to functions and operators that it does not know (`contains`, `endswith`, `not`, `in`, …). */
const unsupported = () => invalidRequest('The provided filter statement is not supported');
const unreadable = (hint: string) => badRequest('Invalid filter clause', hint);

class FilterParser {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parse(): Filter {
    const filter = this.alternatives();
    if (this.at < this.tokens.length) throw unreadable(`'${this.tokens[this.at]?.value}' was not expected.`);
    return filter;
  }

  private alternatives(): Filter {
    let left = this.conjunction();
    while (this.takeWord('or')) left = { kind: 'or', left, right: this.conjunction() };
    return left;
  }

  private conjunction(): Filter {
    let left = this.term();
    while (this.takeWord('and')) left = { kind: 'and', left, right: this.term() };
    return left;
  }

  private term(): Filter {
    if (this.take('(')) {
      const inner = this.alternatives();
      this.need(')');
      return inner;
    }
    const path = this.need('word').value;
    if (path === 'not') throw unsupported();
    if (this.take('(')) return this.startsWith(path);
    const operator = this.need('word').value;
    if (!isOperator(operator)) throw unsupported();
    return { kind: 'compare', path, operator, literal: this.literal() };
  }

  private startsWith(name: string): Comparison {
    if (name.toLowerCase() !== 'startswith') throw unsupported();
    const path = this.need('word').value;
    this.need(',');
    const literal = this.literal();
    this.need(')');
    return { kind: 'compare', path, operator: 'startswith', literal };
  }

  private literal(): Literal {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === 'text') return { kind: 'text', value: token.value };
    if (token?.kind !== 'word') throw unreadable('A value was expected.');
    const { value } = token;
    if (value === 'true' || value === 'false') return { kind: 'boolean', value: value === 'true' };
    if (value === 'null') return { kind: 'null' };
    if (/^-?\d+(\.\d+)?$/.test(value)) return { kind: 'number', value: Number(value) };
    return { kind: 'bare', value };
  }

  private take(kind: Token['kind']): boolean {
    if (this.tokens[this.at]?.kind !== kind) return false;
    this.at += 1;
    return true;
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' || token.value !== word) return false;
    this.at += 1;
    return true;
  }

  private need(kind: Token['kind']): Token {
    const token = this.tokens[this.at];
    if (token?.kind !== kind) throw unreadable(`'${token?.value ?? 'the end'}' was not expected.`);
    this.at += 1;
    return token;
  }
}

/**
 * Parses a `$filter` of items: `eq ne lt gt le ge startswith`, `and`, `or`, parentheses (`and` binds tighter).
 * 400 `invalidRequest` for anything else that OData has, 400 `BadRequest` for what cannot be read.
 */
export const parseFilter = (text: string): Filter => new FilterParser(filterTokens(text)).parse();
