import { workbookOf } from '../../../functions/src/workbook.ts';

/** How many rows of each kind: a county's whole register, 5,000 in all. */
const counts = { providers: 400, sites: 400, services: 1_600, rates: 2_200, checks: 400 } as const;

const many = <T>(count: number, row: (number: number) => readonly T[]) => Array.from({ length: count }, (_, index) => row(index + 1));
const provider = (number: number): string => `P-B${((number - 1) % counts.providers) + 1}`;

/** A workbook of five sheets with invented providers. */
export const sampleFile = (lot: string): Promise<Uint8Array> =>
  workbookOf([
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
