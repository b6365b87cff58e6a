import { type Person, parsePersonKey, personKey } from '../../domain/people/person.ts';
import { person, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { systemNote } from '../system-note.ts';

/** Who is on duty for concerns. Restricted like the concerns themselves, so that nobody lets themselves in. */
export const dutyCommissioners = defineList({
  title: 'DutyCommissioners',
  description:
    'Who is on duty for concerns: reads them in the app and gets a card at once. Each must also be a commissioner in BuyerMembers; a row of anybody else opens nothing.',
  handEdited: true,
  restricted: 'to-named',
  columns: {
    Title: person({ label: 'Person', holds: 'staff-identity', hint: 'tenant id/object id', required: true, indexed: true, unique: true }),
    PersonName: text({ label: 'Name', holds: 'staff-identity', required: true }),
    PersonEmail: text({ label: 'E-mail', holds: 'staff-identity', required: true }),
    SystemNote: systemNote,
  },
  views: [{ title: 'On duty', columns: ['PersonName', 'PersonEmail', 'SystemNote'], orderBy: 'PersonName' }],
});

export type DutyCommissionerFields = Fields<typeof dutyCommissioners>;

/** `undefined` where the person's key cannot be read: such a row opens nothing. */
export const toDutyCommissioner = (fields: DutyCommissionerFields): Person | undefined => {
  const id = parsePersonKey(fields.Title);
  return id && { ...id, name: fields.PersonName, email: fields.PersonEmail };
};

export const fromDutyCommissioner = (onDuty: Person): DutyCommissionerFields => ({
  Title: personKey(onDuty),
  PersonName: onDuty.name,
  PersonEmail: onDuty.email,
});
