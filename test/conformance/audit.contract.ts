import type { AuditEvent } from '@ap/shared/domain/audit-event';
import type { Audit } from '../../functions/src/ports/effects.ts';

/** A log that can be looked at: what was appended, in order. */
export interface OpenedAudit {
  readonly audit: Audit;
  readonly recorded: () => Promise<readonly AuditEvent[]>;
}

export const anEvent = (version: number, told: Partial<AuditEvent> = {}): AuditEvent => ({
  id: `CO-7K3M-9QXT-v${version}-0`,
  at: '2026-11-24T10:00:00.000Z',
  actor: '11111111-1111-4111-8111-111111111111/44444444-4444-4444-8444-444444444444',
  action: 'call-off-submitted',
  subject: 'CO-7K3M-9QXT',
  subjectVersion: version,
  ...told,
});

/** What every audit log does. Each test is given a log of its own. */
export const auditContract = (open: () => Promise<OpenedAudit>): void => {
  test('keeps events as they were told, in the order in which they came', async () => {
    const { audit, recorded } = await open();
    for (const version of [2, 1, 3]) await audit.append(anEvent(version));
    expect(await recorded()).toEqual([anEvent(2), anEvent(1), anEvent(3)]);
  });

  test('an event that it knows changes nothing, whatever came between', async () => {
    const { audit, recorded } = await open();
    await audit.append(anEvent(1));
    await audit.append(anEvent(2));
    await audit.append(anEvent(1, { actor: 'somebody else' }));
    expect(await recorded()).toEqual([anEvent(1), anEvent(2)]);
  });

  test('events that come at the same time are all kept, each once', async () => {
    const { audit, recorded } = await open();
    await Promise.all([1, 2, 3, 3, 2, 1, 4].map((version) => audit.append(anEvent(version))));
    expect((await recorded()).map(({ subjectVersion }) => subjectVersion).sort()).toEqual([1, 2, 3, 4]);
  });
};
