import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { hostileTexts } from '../http/hostile-texts.fixture.ts';
import { escapeHtml, mailHtml } from './mail-html.ts';
import { outgoing } from './outgoing.ts';

// Security V1.2.1, V1.3.11: what people and lists say is text in a mail, and no line of its head.

const hostile = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'/= a') }),
);
const frame = (words: string): readonly string[] => words.match(/<[^>]*>/g) ?? [];
const decoded = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

test('a mail has the tags of its frame and no other, and each value reads as it was given', () => {
  const url = 'https://ap.council.example/requests/CO-1';
  const usual = frame(mailHtml({ greeting: 'a', paragraphs: ['b'], link: { text: 'c', url } }));
  fc.assert(
    fc.property(hostile, hostile, hostile, (greeting, paragraph, text) => {
      const html = mailHtml({ greeting, paragraphs: [paragraph], link: { text, url } });
      expect(frame(html)).toEqual(usual);
      const [first = '', second = '', third = ''] = html.split('<p>').slice(1);
      expect(decoded(first.slice(0, -4))).toBe(greeting);
      expect(decoded(second.slice(0, -4))).toBe(paragraph);
      expect(decoded(third.slice(third.indexOf('>') + 1, third.indexOf('</a>')))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('an address cannot leave the attribute that it stands in', () => {
  fc.assert(
    fc.property(hostile, (url) => {
      const html = mailHtml({ greeting: '', paragraphs: [], link: { text: '', url } });
      expect(html).toContain(`<a href="${escapeHtml(url)}">`);
      expect(escapeHtml(url)).not.toMatch(/[<>"']/);
    }),
  );
});

test('markup of mails is written in one file, so that no mail is without its escapes', () => {
  const source = path.resolve(import.meta.dirname, '..');
  const writing = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
    .filter((file) => /<\/?(p|a|html|body|br|b|strong|ul|li|table)\b[^'`]*>['`<$]/.test(readFileSync(path.join(source, file), 'utf8')));
  expect(writing).toEqual(['mail/mail-html.ts']);
});

test('a subject is one line without controls or marks that reorder it, 250 characters at most and never cut within one', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.constant('😀'.repeat(300))), (subject) => {
      const sent = outgoing({ to: 'office@blackmore.example', subject, html: '' });
      expect(sent.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      expect(Array.from(sent.subject).length).toBeLessThanOrEqual(250);
    }),
  );
});

test.each([
  'a@b.example, c@d.example',
  'a@b.example;c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  'A <a@b.example>',
  '"a"@b.example',
  'a@b.example\u0000',
  '\u202ea@b.example',
  'a@b',
  '',
])('nothing is sent to %p', (to) => {
  expect(() => outgoing({ to, subject: 'x', html: '' })).toThrow(/not a plain address/);
});
