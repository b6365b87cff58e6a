import { toOutcode } from '../../pupils/outcode.ts';
import { type Buyer, buyerStatuses } from '../../register/buyer.ts';
import { buyerTypeOf, phaseOf } from '../../register/school-types.ts';
import type { Values } from '../column.ts';
import type { SheetKind } from '../sheet-kind.ts';

/** GIAS says 'Open', 'Open, but proposed to close' and 'Closed'; one that is only proposed buys nothing yet. */
const statusMeant = (word: string): string | undefined => (/^open\b/i.test(word) ? 'active' : undefined);

const fieldsOf = (values: Values): Values => {
  const { establishmentType, phase, postcode, status = null, ...others } = values;
  const type = buyerTypeOf(String(establishmentType ?? ''));
  return {
    ...others,
    ...(status === null ? {} : { status }),
    ...('establishmentType' in values ? { type } : {}),
    ...('phase' in values || type === 'special-school' ? { phase: phaseOf(String(phase ?? ''), type) } : {}),
    ...('postcode' in values ? { outcode: typeof postcode === 'string' ? (toOutcode(postcode) ?? null) : null } : {}),
  };
};

/** Columns of the extract of the register of schools (GIAS) that a commissioner downloads. Everything else that a buyer has stays as people left it. */
export const buyerSheet: SheetKind<'buyers'> = {
  kind: 'buyers',
  title: 'Buyers',
  one: 'buyer',
  columns: [
    {
      field: 'ref',
      heading: 'URN',
      kind: { is: 'text', most: 6, fits: (text) => /^\d{5,6}$/.test(text), say: 'Enter the URN: five or six figures.' },
      required: true,
      example: 'the URN: five or six figures',
    },
    {
      field: 'name',
      heading: 'EstablishmentName',
      alsoKnownAs: ['Name', 'Establishment name'],
      kind: { is: 'text', most: 255 },
      required: true,
      example: 'the name of the school',
    },
    {
      field: 'establishmentType',
      heading: 'TypeOfEstablishment (name)',
      alsoKnownAs: ['TypeOfEstablishment', 'establishment_type'],
      kind: { is: 'text', most: 255 },
      example: 'a type such as Community school',
    },
    {
      field: 'status',
      heading: 'EstablishmentStatus (name)',
      alsoKnownAs: ['EstablishmentStatus', 'Status'],
      kind: { is: 'choice', of: buyerStatuses, meant: statusMeant },
      example: 'Open or Closed',
    },
    {
      field: 'phase',
      heading: 'PhaseOfEducation (name)',
      alsoKnownAs: ['PhaseOfEducation', 'Phase'],
      kind: { is: 'text', most: 100 },
      example: 'a phase such as Secondary',
    },
    { field: 'postcode', heading: 'Postcode', kind: { is: 'postcode' }, example: 'a full UK postcode, such as DT1 1XJ' },
    {
      field: 'parentTrust',
      heading: 'Trusts (name)',
      alsoKnownAs: ['Trusts', 'Parent trust'],
      kind: { is: 'text', most: 255 },
      example: 'the academy trust',
    },
  ],
  fieldsOf,
  // It may search, and its people sign in once a commissioner has entered their tenant.
  arrive: (fields) => ({
    type: 'not-known',
    phase: 'not-known',
    status: 'active',
    tenantIds: [],
    termDates: [],
    ...(fields as unknown as Pick<Buyer, 'ref' | 'name'>),
  }),
  check: () => [],
};
