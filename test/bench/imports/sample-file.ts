import { workbookOf } from '../../../functions/src/workbook.ts';

/** Of 25 rows so many are of each kind. A county's whole register is 5,000 in all. */
const of25 = { providers: 2, sites: 2, services: 8, rates: 11, checks: 2 } as const;

const many = <T>(count: number, row: (number: number) => readonly T[]) => Array.from({ length: count }, (_, index) => row(index + 1));

/** A workbook of five sheets with invented providers. `rows`: a multiple of 25. */
export const sampleFile = (lot: string, rows: number): Promise<Uint8Array> => {
  const counts = Object.fromEntries(Object.entries(of25).map(([kind, each]) => [kind, (each * rows) / 25])) as Record<
    keyof typeof of25,
    number
  >;
  const provider = (number: number): string => `P-B${((number - 1) % counts.providers) + 1}`;
  return workbookOf([
    {
      sheet: 'Providers',
      data: [
        ['Provider', 'Legal name', 'Type of organisation', 'UKPRN', 'Registered as a school', 'VAT', 'Lots', 'E-mail', 'Phone', 'Summary'],
        ...many(counts.providers, (n) => [
          provider(n),
          `Provider ${n} Ltd (sample)`,
          'company',
          10_500_000 + n,
          'No',
          'not-registered',
          lot,
          'office@example.org',
          '01305 251000',
          'Invented for a measurement.',
        ]),
      ],
    },
    {
      sheet: 'Sites',
      data: [
        ['Site', 'Provider', 'Name', 'Postcode'],
        ...many(counts.sites, (n) => [`${provider(n)}-S1`, provider(n), `Site ${n}`, 'DT1 1XJ']),
      ],
    },
    {
      sheet: 'Services',
      data: [
        ['Service', 'Provider', 'Lot', 'Site', 'Name', 'Summary', 'Kind', 'Type', 'Delivered', 'Key stages', 'Needs', 'Age from', 'Age to'],
        ...many(counts.services, (n) => [
          `S-B${n}`,
          provider(n),
          lot,
          `${provider(n)}-S1`,
          `Service ${n}`,
          'Invented for a measurement.',
          'programme',
          'outdoor',
          'off-site',
          'KS3; KS4',
          'SEMH',
          11,
          16,
        ]),
      ],
    },
    {
      sheet: 'Rates',
      data: [
        ['Rate', 'Service', 'Unit', 'Price (ex VAT)', 'From', 'To'],
        ...many(counts.rates, (n) => [
          `R-B${n}`,
          `S-B${((n - 1) % counts.services) + 1}`,
          n > counts.services ? 'day' : 'hour',
          40 + (n % 50) / 2,
          '01/09/2026',
          '31/08/2027',
        ]),
      ],
    },
    {
      sheet: 'QA checks',
      data: [
        ['Check', 'Provider', 'Standard', 'Outcome', 'Checked on', 'Holds until'],
        ...many(counts.checks, (n) => [`Q-B${n}`, provider(n), 'insurance', 'received', '01/09/2026', '31/08/2027']),
      ],
    },
  ]);
};
