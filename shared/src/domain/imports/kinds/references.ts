import type { ImportColumn } from '../column.ts';
import type { Fault, Surroundings } from '../sheet-kind.ts';
import { unknownName } from './named.ts';

/** The column that holds a reference: of the record itself, or of one that it belongs to. `also`: other headings of older files. */
export const referenceColumn = (field: string, heading: string, example: string, also: readonly string[] = []): ImportColumn => ({
  field,
  heading,
  alsoKnownAs: [`${heading} reference`, `${heading} ref`, ...also],
  kind: { is: 'reference' },
  required: true,
  example,
});

/** The column that says whose a record is. */
export const providerColumn = referenceColumn('providerRef', 'Provider', 'the reference of its provider, such as P-0042');

interface OfProvider {
  readonly providerRef: string;
}

/** That the provider of a record is nowhere. */
export const unknownProvider = ({ providerRef }: OfProvider, around: Surroundings): readonly Fault[] =>
  unknownName(around, 'providers', 'provider', 'providerRef', providerRef);

/** That a record would go from one provider to another. `one`: what the record is, such as 'site'. */
export const movedProvider = (one: string, { providerRef }: OfProvider, present: OfProvider | undefined): readonly Fault[] =>
  present === undefined || present.providerRef === providerRef
    ? []
    : [
        {
          field: 'providerRef',
          sentence: `The register has this ${one} at ${present.providerRef}. A ${one} of another provider needs a reference of its own.`,
        },
      ];
