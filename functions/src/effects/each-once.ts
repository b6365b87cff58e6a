import type { PersonId } from '@ap/shared/domain/people/person';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import type { Performed } from './performed.ts';

/** The part of an effect that one reader or one person has in it. `id` tells it from the others for good. */
export interface Part {
  readonly id: string;
  readonly perform: () => Promise<Performed>;
}

/**
 * Does each part of an effect once, however often the effect is tried: each has a receipt of its own, under the effect's kind. Throws when a part could
 * not be done, after all others were tried: the next try does only what is left.
 */
export const eachPart = async (
  { effects, clock }: Pick<Ports, 'effects' | 'clock'>,
  ref: string,
  effect: Pick<PendingEffect, 'id' | 'kind'>,
  parts: readonly Part[],
): Promise<void> => {
  const done = new Set((await effects.receipts(ref)).map(({ effectId }) => effectId));
  const failures: unknown[] = [];
  for (const { id, perform } of parts) {
    const effectId = `${effect.id}-${id}`;
    if (done.has(effectId)) continue;
    try {
      const performed = await perform();
      await effects.confirm(ref, { effectId, kind: effect.kind, at: clock.now(), ...performed });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
};

/** Does the part of an effect that each person has in it, once: see `eachPart`. */
export const eachOnce = <P extends PersonId>(
  ports: Pick<Ports, 'effects' | 'clock'>,
  ref: string,
  effect: Pick<PendingEffect, 'id' | 'kind'>,
  people: readonly P[],
  part: (person: P) => Promise<Performed>,
): Promise<void> =>
  eachPart(
    ports,
    ref,
    effect,
    people.map((person) => ({ id: `to-${person.objectId.toLowerCase()}`, perform: () => part(person) })),
  );
