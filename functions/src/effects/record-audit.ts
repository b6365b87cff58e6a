import type { Effect } from '@ap/shared/domain/effect';
import type { Ports, StoredCallOff } from '../ports.ts';
import type { Performed } from './performed.ts';

/** Appends one event to the audit chain: ids and enums only. */
export const recordAudit =
  (ports: Pick<Ports, 'audit'>) =>
  async ({ callOff }: StoredCallOff, effect: Extract<Effect, { kind: 'record-audit' }>): Promise<Performed> => {
    await ports.audit.append({
      id: effect.id,
      at: effect.madeAt,
      actor: effect.actor,
      action: effect.action,
      subject: callOff.ref,
      subjectVersion: effect.version,
    });
    return { state: 'done' };
  };
