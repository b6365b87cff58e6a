import type { Membership } from '../membership.ts';
import type { Person } from '../person.ts';

/** The commissioners among the members of the council's departments. */
export const commissionersOf = (councilMembers: readonly Membership[]): readonly Person[] =>
  councilMembers.filter(({ status, roles }) => status === 'active' && roles.includes('commissioner')).map(({ person }) => person);
