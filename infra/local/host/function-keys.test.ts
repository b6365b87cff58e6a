import { mayEnter, newFunctionKeys } from './function-keys.ts';

const keys = { function: 'function-key', master: 'master-key' };
const none = new URLSearchParams();

describe('a function key', () => {
  test.each([
    ['anonymous', undefined, true],
    ['function', undefined, false],
    ['function', 'wrong', false],
    ['function', 'function-key', true],
    ['function', 'master-key', true],
    ['admin', 'function-key', false],
    ['admin', 'master-key', true],
  ] as const)('[host 15] level %s with key %s: %s', (level, key, expected) => {
    expect(mayEnter(level, keys, key === undefined ? {} : { 'x-functions-key': key }, none)).toBe(expected);
    expect(mayEnter(level, keys, {}, new URLSearchParams(key === undefined ? {} : { code: key }))).toBe(expected);
  });

  test('is new for each app', () => {
    const [one, two] = [newFunctionKeys(), newFunctionKeys()];
    expect(new Set([one.function, one.master, two.function, two.master]).size).toBe(4);
  });
});
