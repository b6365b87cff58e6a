import { isPlainAddress } from './mail-address.ts';

test.each(['office@provider.example', 'j.o-smith+ap@sub.council.example', `${'a'.repeat(243)}@b.example`.padStart(254, 'a')])(
  '%s is an address',
  (text) => {
    expect(isPlainAddress(text)).toBe(true);
  },
);

test.each([
  '',
  'office',
  'office@provider',
  'office@provider..example',
  'a@b.example,c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  'Office <a@b.example>',
  'a b@c.example',
  `${'a'.repeat(250)}@b.example`,
])('%j is none', (text) => {
  expect(isPlainAddress(text)).toBe(false);
});
