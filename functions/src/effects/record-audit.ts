import type { AuditAction } from '@ap/shared/domain/audit-event';
import type { Numbering } from '@ap/shared/domain/effect';
import type { Ports } from '../ports/ports.ts';
import type { Performed } from './performed.ts';

/** Appends one event about a subject to the audit chain: ids and enums only. */
export const recordAudit =
  (ports: Pick<Ports, 'audit'>) =>
  async (subject: string, effect: Numbering & { readonly action: AuditAction; readonly actor: string }): Promise<Performed> => {
    const { id, madeAt: at, actor, action, version: subjectVersion } = effect;
    await ports.audit.append({ id, at, actor, action, subject, subjectVersion });
    return { state: 'done' };
  };
