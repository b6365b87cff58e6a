import fc from 'fast-check';
import { isWebAddress } from './web-address.ts';

test.each(['https://provider.example', 'https://www.provider.example/prospectus/2027.pdf?page=2#fees'])(
  '%s is an address of a page',
  (text) => {
    expect(isWebAddress(text, 200)).toBe(true);
  },
);

test('an address has a length that it may have, and not one character more', () => {
  expect(isWebAddress('https://provider.example', 24)).toBe(true);
  expect(isWebAddress('https://provider.example', 23)).toBe(false);
});

// Security V1.2.2: what is kept as an address of a page opens that page under https and nothing else.
test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'http://provider.example',
  '//provider.example',
  'https:provider.example',
  'https://somebody@provider.example',
  'https://provider.example:8443',
  'https://provider.example\\@evil.example',
  'https://provider.example\r\nX-Injected: 1',
  'https://provider.example/\u202efdp.x',
  'https://provider.example/\u0000',
  ' https://provider.example',
  'https://localhost',
])('%p is none', (text) => {
  expect(isWebAddress(text, 200)).toBe(false);
});

test('whatever passes is read by a browser as https, with no name, password or port', () => {
  const rest = fc.string({ unit: fc.constantFrom(...'ab.@:/\\?#%<>"\' \n\u202e'), maxLength: 8 });
  let passed = 0;
  fc.assert(
    fc.property(fc.constantFrom('', '/', '.b/'), rest, (parting, end) => {
      const text = `https://a.b${parting}${end}`;
      if (!isWebAddress(text, 200) || !URL.canParse(text)) return;
      passed += 1;
      const { protocol, username, password, port } = new URL(text);
      expect([protocol, username, password, port]).toEqual(['https:', '', '', '']);
    }),
    { numRuns: 2_000 },
  );
  expect(passed).toBeGreaterThan(100);
});
