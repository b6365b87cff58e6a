import { sampleTermDates } from '@ap/shared/domain/days/sample-term-dates';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import type { BuyerType } from '@ap/shared/domain/register/buyer-type';
import { buyerTypeOf, phaseOf } from '@ap/shared/domain/register/school-types';
import type { CsvRow } from '../read-csv.ts';

/** A buyer with what its row says about where its data came from. */
export interface BuyerRow {
  readonly buyer: Buyer;
  readonly note?: string;
}

export const assumedCount = 40;
export const assumedNote = 'assumed for the sample';

/** Only schools of an ordinary phase are assumed to be one: a college or a learning centre stays as the register left it. */
const mayBeAssumed = (row: CsvRow): boolean => row.establishment_type === '' && /^(primary|middle)/i.test(row.phase ?? '');

/** Forty of the schools without a type, spread evenly over the file, so that search and buying can be tried at more of them. */
const assumedUrns = (rows: readonly CsvRow[]): ReadonlySet<string> => {
  const candidates = rows.filter(mayBeAssumed);
  const step = candidates.length / assumedCount;
  return new Set(Array.from({ length: assumedCount }, (_, index) => candidates[Math.floor(index * step)]?.urn ?? ''));
};

const assumedType = (name: string): BuyerType => (/academy/i.test(name) ? 'academy' : 'maintained-school');

const legalBuyerOf = (name: string, type: BuyerType): string | undefined =>
  type === 'maintained-school' || type === 'special-school' ? `The governing body of ${name}` : undefined;

/**
 * Maintained schools and schools of unknown type are taken to sign in from the council's tenant. An academy or a college runs its
 * own: it stays without one until a commissioner enters it.
 */
const usesCouncilTenant = (type: BuyerType): boolean => ['maintained-school', 'special-school', 'not-known'].includes(type);

const toRow = (row: CsvRow, assumed: boolean, councilTenantId: string): BuyerRow => {
  const { urn = '', name = '', town = '', postcode = '' } = row;
  const type = assumed ? assumedType(name) : buyerTypeOf(row.establishment_type ?? '');
  return {
    buyer: {
      ref: urn,
      name,
      type,
      phase: phaseOf(row.phase ?? '', type),
      status: 'active',
      outcode: row.outcode || undefined,
      tenantIds: usesCouncilTenant(type) ? [councilTenantId] : [],
      legalBuyer: legalBuyerOf(name, type),
      invoiceAddress: type === 'not-known' ? undefined : [`Finance office, ${name}`, town, postcode].filter(Boolean).join('\n'),
      termDates: sampleTermDates,
    },
    ...(assumed ? { note: assumedNote } : {}),
  };
};

/** The schools of the data file as buyers. Their names, places and types are real, blanks included; their term dates are not their own. */
export const schoolBuyers = (rows: readonly CsvRow[], councilTenantId: string): readonly BuyerRow[] => {
  const assumed = assumedUrns(rows);
  return rows.map((row) => toRow(row, assumed.has(row.urn ?? ''), councilTenantId));
};
