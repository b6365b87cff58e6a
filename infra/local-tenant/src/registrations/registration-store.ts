import type { Persistence } from '../room.ts';
import type { Registrations } from './registration.ts';

/** The registrations of all tenants, kept in the data folder. */
export interface RegistrationStore {
  read(): Registrations;
  change(part: Partial<Registrations>): void;
}

export const registrationStore = (persistence: Persistence): RegistrationStore => {
  let kept = (persistence.load('registrations') as Registrations | undefined) ?? { apps: [], principals: [], assignments: [], grants: [] };
  return {
    read: () => kept,
    change: (part) => {
      kept = { ...kept, ...part };
      persistence.save('registrations', kept);
    },
  };
};
