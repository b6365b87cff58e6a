import { rateUnits } from '../../domain/money/rate-card.ts';
import { vatTreatments } from '../../domain/money/vat-treatment.ts';
import { deliveryModes, keyStages, needs } from '../../domain/register/service.ts';
import type { ServiceDocument } from '../document.ts';
import { lowestBit, wordsFor } from './bits.ts';

/** The facets, each with the place of its first value in a row of all values. Lots come last, for every directory has its own. */
export const VALUES = [
  { facet: 'needs', first: 0, values: needs },
  { facet: 'keyStages', first: needs.length, values: keyStages },
  { facet: 'modes', first: needs.length + keyStages.length, values: deliveryModes },
  { facet: 'units', first: needs.length + keyStages.length + deliveryModes.length, values: rateUnits },
] as const;
export const FIRST_LOT = needs.length + keyStages.length + deliveryModes.length + rateUnits.length;
/** The place of the first value of each facet. */
export const FIRST_OF = { needs: 0, keyStages: VALUES[1].first, modes: VALUES[2].first, units: VALUES[3].first } as const;
export const FACETS = 5;
/** The same of every facet, lots at the end. */
export const FIRSTS: readonly number[] = [...VALUES.map(({ first }) => first), FIRST_LOT];

/**
 * The values of facets, twice, for a set is counted in the cheaper way of two, word by word.
 *
 *     masks   document 0: | lot | treatment | units | modes | stages | needs |        one word each: what a document has, a bit a value in the
 *                           4 bits      3         3       5       5      12             order of the row, for few documents
 *     lotOf   document 0: number of its lot, where more lots are known than four bits tell apart
 *
 *     bits    documents 0 to 31:  | needs 0 | needs 1 | ... | lots 0 | lots 1 | ...        one bitset a value, the 32 documents of a word side by side,
 *             documents 32 to 63: | needs 0 | ...                                          so that many are counted by their bits in one go
 */
export interface FacetParts {
  readonly masks: Uint32Array;
  readonly lotOf: Uint16Array;
  readonly bits: Int32Array;
}

/** Where the treatment of VAT stands in a mask: behind a bit for each value but lots. */
const TREATMENT = FIRST_LOT;
const LOT = TREATMENT + 3;
const LOTS_OF_MASK = 16;
const bitsOf = <T>(chosen: readonly T[], values: readonly T[]): number =>
  chosen.reduce((bits, value) => bits | (1 << values.indexOf(value)), 0);

/** The number of the unit of price. */
export const unitOf = (mask: number): number => lowestBit(mask >>> FIRST_OF.units);
export const treatmentOf = (mask: number): number => (mask >>> TREATMENT) & 7;

/** The number of the lot of a document. */
export const lotIn = ({ masks, lotOf }: FacetParts, document: number): number =>
  lotOf.length === 0 ? (masks[document] as number) >>> LOT : (lotOf[document] as number);

export function layOutFacets(documents: readonly ServiceDocument[], lotKeys: readonly string[]): FacetParts {
  const width = FIRST_LOT + lotKeys.length;
  const masks = new Uint32Array(documents.length);
  const inMasks = lotKeys.length <= LOTS_OF_MASK;
  const lotOf = new Uint16Array(inMasks ? 0 : documents.length);
  const bits = new Int32Array(wordsFor(documents.length) * width);
  const numbers = new Map(lotKeys.map((key, number) => [key, number]));
  for (const [index, document] of documents.entries()) {
    const lot = numbers.get(document.lotKey) as number;
    masks[index] =
      bitsOf(document.needs, needs) |
      (bitsOf(document.keyStages, keyStages) << FIRST_OF.keyStages) |
      (1 << (FIRST_OF.modes + deliveryModes.indexOf(document.deliveryMode))) |
      (1 << (FIRST_OF.units + rateUnits.indexOf(document.unit))) |
      (vatTreatments.indexOf(document.vatTreatment) << TREATMENT) |
      (inMasks ? lot << LOT : 0);
    if (!inMasks) lotOf[index] = lot;
    eachValue(masks[index] as number, lot, (value) => {
      const at = (index >>> 5) * width + value;
      bits[at] = (bits[at] as number) | (1 << (index & 31));
    });
  }
  return { masks, lotOf, bits };
}

export function eachValue(mask: number, lot: number, met: (value: number) => void): void {
  for (let rest = mask & VALUES_OF_MASK; rest !== 0; rest &= rest - 1) met(lowestBit(rest));
  met(FIRST_LOT + lot);
}

/** The bits of a mask that are values. */
export const VALUES_OF_MASK = (1 << FIRST_LOT) - 1;
