import type { PersonId } from '@ap/shared/domain/person';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import type { Performed } from './performed.ts';

/**
 * Does the part of an effect that each person has in it, once, however often the effect is tried: each part has a receipt of its own, under the effect's
 * kind and the person's key. Throws when a part could not be done, after all others were tried: the next try does only what is left.
 */
export const eachOnce = async <P extends PersonId>(
  ports: Pick<Ports, 'effects' | 'clock'>,
  ref: string,
  effect: Pick<PendingEffect, 'id' | 'kind'>,
  people: readonly P[],
  part: (person: P) => Promise<Performed>,
): Promise<void> => {
  const done = new Set((await ports.effects.receipts(ref)).map(({ effectId }) => effectId));
  const failures: unknown[] = [];
  for (const person of people) {
    const effectId = `${effect.id}-to-${person.objectId.toLowerCase()}`;
    if (done.has(effectId)) continue;
    try {
      const performed = await part(person);
      await ports.effects.confirm(ref, { effectId, kind: effect.kind, at: ports.clock.now(), ...performed });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
};
