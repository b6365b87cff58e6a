import { toOutcode } from '../../outcode.ts';
import type { ProviderSite } from '../../provider.ts';
import type { SheetKind } from '../sheet-kind.ts';
import { unknownName } from './named.ts';

export const siteSheet: SheetKind<'sites'> = {
  kind: 'sites',
  title: 'Sites',
  one: 'site',
  columns: [
    {
      field: 'ref',
      heading: 'Site',
      alsoKnownAs: ['Site reference', 'Site ref'],
      kind: { is: 'reference' },
      required: true,
      example: 'a reference such as P-0042-S1',
    },
    {
      field: 'providerRef',
      heading: 'Provider',
      alsoKnownAs: ['Provider reference', 'Provider ref'],
      kind: { is: 'reference' },
      required: true,
      example: 'the reference of its provider, such as P-0042',
    },
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
  check: (record, _values, present, around) => [
    ...unknownName(around, 'providers', 'provider', 'providerRef', record.providerRef),
    ...(present && present.providerRef !== record.providerRef
      ? [
          {
            field: 'providerRef',
            sentence: `The register has this site at ${present.providerRef}. A site of another provider needs a reference of its own.`,
          },
        ]
      : []),
  ],
};
