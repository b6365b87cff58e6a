import { councilTenant } from '../call-off/call-off.fixture.ts';
import type { Person } from '../people/person.ts';

/** The day on which everything happens unless a test says otherwise: a Thursday. */
export const tenderNow = '2026-11-26T10:00:00Z';

const person = (number: number, name: string): Person => ({
  tenantId: councilTenant,
  objectId: `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`,
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@council.example`,
});

/** People of the commissioning team and the panel. */
export const commissioner = person(1, 'Cora Winfrith');
export const secondCommissioner = person(2, 'Colm Tarrant');
export const lead = person(3, 'Leda Corfe');
export const evaluatorA = person(4, 'Eva Purbeck');
export const evaluatorB = person(5, 'Evan Stour');
export const awardApprover = person(6, 'Abel Chesil');
/** Who writes for a provider. */
export const applicant = person(7, 'Ada Kimmeridge');

let commands = 0;
/** What every command carries, with an id that no other has. */
export const given = (by: Person) => {
  commands += 1;
  return { id: `given-${commands}`, by, receipted: new Set<string>() };
};
