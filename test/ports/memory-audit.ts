import type { AuditEvent } from '@ap/shared/domain/audit-event';
import type { Audit } from '../../functions/src/ports/effects.ts';

export interface MemoryAudit extends Audit {
  readonly events: AuditEvent[];
}

/** Events in the order in which they came, each once. */
export const memoryAudit = (): MemoryAudit => {
  const events: AuditEvent[] = [];
  return {
    events,
    append: async (event) => {
      if (!events.some(({ id }) => id === event.id)) events.push(event);
    },
  };
};
