import type { AuditEvent } from '@ap/shared/domain/audit-event';
import { type ChainedEvent, firstBreak, hashOf } from './audit-chain.ts';

const genesis = '0'.repeat(64);

const event = (version: number): AuditEvent => ({
  id: `CO-7K3M-9QXT-v${version}-0`,
  at: `2026-11-24T10:0${version}:00.000Z`,
  actor: '11111111-1111-4111-8111-111111111111/44444444-4444-4444-8444-444444444444',
  action: 'call-off-submitted',
  subject: 'CO-7K3M-9QXT',
  subjectVersion: version,
});

const chained = (events: readonly AuditEvent[]): readonly ChainedEvent[] => {
  let previous = genesis;
  return events.map((each) => {
    const line = { ...each, previous, hash: hashOf(each, previous) };
    previous = line.hash;
    return line;
  });
};

const chain = chained([event(1), event(2), event(3)]);

test('a chain that nobody touched holds', () => {
  expect(firstBreak(chain)).toBe(-1);
  expect(firstBreak([])).toBe(-1);
});

test.each<[string, readonly (ChainedEvent | undefined)[], number]>([
  ['a changed event', [chain[0], { ...chain[1], subjectVersion: 9 } as ChainedEvent, chain[2]], 1],
  ['an event taken out', [chain[0], chain[2]], 1],
  ['two events in other order', [chain[1], chain[0], chain[2]], 0],
  ['a chain that begins anew', chained([event(2), event(3)]).map((line) => ({ ...line, previous: 'f'.repeat(64) })), 0],
])('%s breaks it there', (_what, lines, at) => {
  expect(firstBreak(lines as readonly ChainedEvent[])).toBe(at);
});
