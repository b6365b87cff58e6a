import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { refOfKey } from './call-off-ref.ts';

const hash = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 40);

test('a reference reads CO-XXXX-XXXX, without a letter that is taken for a digit', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 4 }), (key, attempt) => {
      expect(refOfKey(hash(key), attempt)).toMatch(/^CO-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    }),
  );
});

test('the same key makes the same reference, however often it is sent; another attempt makes another', () => {
  expect(refOfKey(hash('one'), 0)).toBe(refOfKey(hash('one'), 0));
  const attempts = [0, 1, 2, 3].map((attempt) => refOfKey(hash('one'), attempt));
  expect(new Set(attempts).size).toBe(4);
});

test('a reference is the first forty bits of the hash of its key, eight letters of five bits each', () => {
  expect(refOfKey('0000000000'.padEnd(40, '0'), 0)).toBe('CO-0000-0000');
  expect(refOfKey('ffffffffff'.padEnd(40, '0'), 0)).toBe('CO-ZZZZ-ZZZZ');
  expect(refOfKey('0800000001'.padEnd(40, '0'), 0)).toBe('CO-1000-0001');
});

test('20,000 keys have 20,000 references', () => {
  const refs = new Set(Array.from({ length: 20_000 }, (_, index) => refOfKey(hash(`key-${index}`), 0)));
  expect(refs.size).toBe(20_000);
});
