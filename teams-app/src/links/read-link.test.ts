import { readLink } from './read-link.ts';

const linkId = '6f9619ff-8b86-4011-b42d-00c04fc964ff';
const secret = 'a-_Z'.repeat(10).concat('abc');

test('a link is read from the fragment of the address', () => {
  expect(readLink(`#${linkId}.${secret}`)).toEqual({ linkId, secret });
});

test.each(['', '#', `#${linkId}`, `#${linkId}.${secret.slice(1)}`, `#${linkId}.${secret}=`, `#<script>.${secret}`])(
  '%j is no link',
  (fragment) => {
    expect(readLink(fragment)).toBeUndefined();
  },
);
