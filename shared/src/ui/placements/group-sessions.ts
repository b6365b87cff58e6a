import type { DaySession } from '../../contract/attendance.ts';

export const dayGroups = ['look', 'confirm', 'expected', 'confirmed'] as const;
export type DayGroup = (typeof dayGroups)[number];

/**
 * Where a session of a day stands for its school. 'look': nobody knows where the pupil is, or the provider says that they are not there. 'confirm': all is
 * told, and the code is to be confirmed. 'expected': nothing can be said yet.
 */
export const groupOf = ({ code, mark, unreported, toldAbsentAt, begun }: DaySession): DayGroup => {
  if (code !== undefined) return 'confirmed';
  if (mark === undefined ? unreported : (mark === 'absent' || mark === 'cancelled') && toldAbsentAt === undefined) return 'look';
  return begun && (mark !== undefined || toldAbsentAt !== undefined) ? 'confirm' : 'expected';
};

/** A session of a day by what it is, over many orders. */
export const daySessionKey = ({ ref, half }: Pick<DaySession, 'ref' | 'half'>): string => `${ref}/${half}`;
