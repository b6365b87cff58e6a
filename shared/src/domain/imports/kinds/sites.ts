import { toOutcode } from '../../pupils/outcode.ts';
import type { ProviderSite } from '../../register/provider.ts';
import type { SheetKind } from '../sheet-kind.ts';
import { movedProvider, providerColumn, referenceColumn, unknownProvider } from './references.ts';

export const siteSheet: SheetKind<'sites'> = {
  kind: 'sites',
  title: 'Sites',
  one: 'site',
  columns: [
    referenceColumn('ref', 'Site', 'a reference such as P-0042-S1'),
    providerColumn,
    {
      field: 'name',
      heading: 'Name',
      alsoKnownAs: ['Site name'],
      kind: { is: 'text', most: 255 },
      required: true,
      example: 'the name of the site',
    },
    { field: 'postcode', heading: 'Postcode', kind: { is: 'postcode' }, required: true, example: 'a full UK postcode, such as DT1 1XJ' },
  ],
  fieldsOf: (values) => ({ ...values, outcode: toOutcode(String(values.postcode)) ?? null }),
  arrive: (fields) => fields as unknown as ProviderSite,
  check: (record, _values, present, around) => [...unknownProvider(record, around), ...movedProvider('site', record, present)],
};
