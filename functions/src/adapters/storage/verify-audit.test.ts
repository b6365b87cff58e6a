import type { AuditEvent } from '@ap/shared/domain/audit-event';
import { type AuditLine, chained, continuing, genesis, hashOf } from './audit-line.ts';
import { type AuditBlob, isInChain, verifyAudit } from './verify-audit.ts';

const event = (version: number, subject = 'CO-7K3M-9QXT'): AuditEvent => ({
  id: `${subject}-v${version}-0`,
  at: `2026-11-24T10:0${version}:00.000Z`,
  actor: '11111111-1111-4111-8111-111111111111/44444444-4444-4444-8444-444444444444',
  action: 'call-off-submitted',
  subject,
  subjectVersion: version,
});

const chainOf = (events: readonly AuditEvent[]): readonly AuditLine[] => {
  const lines: AuditLine[] = [];
  for (const each of events) lines.push(chained(each, lines.at(-1)?.hash ?? genesis));
  return lines;
};

const text = (lines: readonly AuditLine[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** Two blobs: three events and the name of the next, then one event. */
const november = 'november.jsonl';
const december = 'december.jsonl';
const first = chainOf([event(1), event(2), event(3)]);
const closing = continuing(december, first[2]?.hash ?? '');
const second = [chained(event(4), closing.hash)];
const [one, two, three] = first as [AuditLine, AuditLine, AuditLine];
const chain: readonly AuditBlob[] = [
  { name: november, text: text([...first, closing]) },
  { name: december, text: text(second) },
];
const withNovember = (lines: readonly AuditLine[], raw = ''): readonly AuditBlob[] => [
  { name: november, text: `${text(lines)}${raw}` },
  ...chain.slice(1),
];

test('a chain that nobody touched holds, over its blobs', () => {
  expect(verifyAudit(chain)).toEqual({ ok: true, events: 4, lastHash: second[0]?.hash, gaps: [] });
  expect(verifyAudit([])).toEqual({ ok: true, events: 0, lastHash: genesis, gaps: [] });
  expect(verifyAudit([{ name: november, text: '' }])).toMatchObject({ ok: true, events: 0 });
});

const id = (version: number) => event(version).id;
const rehashed = (version: number, previous: string): AuditLine => {
  const changed = { ...event(version), actor: 'somebody else' };
  return { ...changed, previous, hash: hashOf(changed, previous) };
};

test.each<[string, readonly AuditBlob[], object]>([
  [
    'a changed event',
    withNovember([one, { ...two, subjectVersion: 9 } as AuditLine, three, closing]),
    { blob: november, line: 2, event: id(2), why: 'changed' },
  ],
  [
    'a changed event whose hash was made to fit: the next one shows it',
    withNovember([one, rehashed(2, one.hash), three, closing]),
    { blob: november, line: 3, event: id(3), why: 'does-not-follow' },
  ],
  ['an event taken out', withNovember([one, three, closing]), { blob: november, line: 2, event: id(3), why: 'does-not-follow' }],
  ['the first event taken out', withNovember([two, three, closing]), { blob: november, line: 1, event: id(2), why: 'does-not-follow' }],
  ['two events in other order', withNovember([two, one, three, closing]), { line: 1, event: id(2), why: 'does-not-follow' }],
  [
    'the last event of a blob taken out',
    withNovember([one, two, closing]),
    { blob: november, line: 3, event: undefined, why: 'does-not-follow' },
  ],
  [
    'an event twice',
    withNovember([one, two, three, chained(event(2), three.hash)]),
    { blob: november, line: 4, event: id(2), why: 'recorded-twice' },
  ],
  ['a word that is none of the chain', withNovember(first, '{"note":"x"}\n'), { line: 4, event: undefined, why: 'unreadable' }],
  [
    'an action that does not exist',
    withNovember([one, { ...two, action: 'forgiven' } as unknown as AuditLine]),
    { line: 2, event: id(2), why: 'unreadable' },
  ],
  [
    'a remark added to an event',
    withNovember([one, { ...two, note: 'x' } as unknown as AuditLine]),
    { line: 2, event: id(2), why: 'unreadable' },
  ],
  ['half a line', withNovember([one], JSON.stringify(two).slice(0, 60)), { line: 2, event: id(2), why: 'unreadable' }],
  ['an empty line', withNovember([one], `\n${text([two])}`), { line: 2, event: undefined, why: 'unreadable' }],
  [
    'an event written after the end of a blob',
    withNovember([...first, closing, chained(event(5), closing.hash)]),
    { blob: november, line: 5, event: id(5), why: 'written-after-the-end' },
  ],
  ['a blob taken out', chain.slice(0, 1), { blob: december, line: 0, event: undefined, why: 'blob-missing' }],
  ['the first blob taken out', chain.slice(1), { blob: december, line: 1, event: id(4), why: 'does-not-follow' }],
  ['the end of a blob cut off', withNovember(first), { blob: december, line: 0, event: undefined, why: 'not-the-blob-named-before' }],
  [
    'a blob put between',
    [chain[0] as AuditBlob, { name: 'november.part-0002.jsonl', text: '' }, chain[1] as AuditBlob],
    { blob: 'november.part-0002.jsonl', line: 0, event: undefined, why: 'not-the-blob-named-before' },
  ],
])('%s is named', (_what, blobs, at) => {
  expect(verifyAudit(blobs)).toMatchObject({ ok: false, ...at });
});

describe('what the chain alone cannot show, a hash that was noted earlier does', () => {
  const noted = second[0]?.hash ?? '';
  const anew = chainOf([event(1), { ...event(2), actor: 'somebody else' }, event(3)]);
  const closed = continuing(december, anew[2]?.hash ?? '');

  test.each<[string, readonly AuditBlob[]]>([
    ['the end cut off, down to a blob that names no other', [{ name: november, text: text(first) }]],
    ['the last line taken out of the last blob', [chain[0] as AuditBlob, { name: december, text: '' }]],
    [
      'everything written anew from an event on, with hashes that fit',
      [
        { name: november, text: text([...anew, closed]) },
        { name: december, text: text([chained(event(4), closed.hash)]) },
      ],
    ],
  ])('%s', (_what, blobs) => {
    expect(verifyAudit(blobs)).toMatchObject({ ok: true });
    expect(isInChain(blobs, noted)).toBe(false);
  });

  test('a log that only grew has it still', () => {
    const grown = [chain[0] as AuditBlob, { name: december, text: text([...second, chained(event(5), noted)]) }];
    expect([isInChain(chain, noted), isInChain(grown, noted), isInChain(grown, genesis)]).toEqual([true, true, true]);
  });
});

test('versions that nobody recorded are told, whatever their order; several events of one version are none', () => {
  const told = [event(3), event(1), { ...event(3), id: 'CO-7K3M-9QXT-v3-1' }, event(2, 'CO-0000-0001')];
  const lines = chainOf(told);
  expect(verifyAudit([{ name: november, text: text(lines) }])).toMatchObject({
    ok: true,
    events: 4,
    gaps: [
      { subject: 'CO-7K3M-9QXT', version: 2 },
      { subject: 'CO-0000-0001', version: 1 },
    ],
  });
});
