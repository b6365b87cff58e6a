import { localDate } from '../days/local-date.ts';
import type { Values } from './column.ts';
import type { ImportPlan } from './plan-import.ts';
import { type ImportKind, type ImportRecord, importKinds, type RegisterFacts } from './record.ts';
import type { Cell, Sheet } from './sheet.ts';

export const noFacts: RegisterFacts = {
  today: localDate('2026-11-26'),
  lots: ['L-1', 'L-2'].map((key, index) => ({ key, frameworkRef: 'F', number: index + 1, name: `Lot ${key}`, status: 'open' })),
  records: {
    providers: new Map(),
    sites: new Map(),
    services: new Map(),
    rates: new Map(),
    'qa-checks': new Map(),
    buyers: new Map(),
    baselines: new Map(),
  },
  lastImported: {
    providers: new Map(),
    sites: new Map(),
    services: new Map(),
    rates: new Map(),
    'qa-checks': new Map(),
    buyers: new Map(),
    baselines: new Map(),
  },
  awardedLots: new Map(),
};

export const sheet = (name: string, headings: readonly string[], ...rows: readonly (readonly Cell[])[]): Sheet => ({
  name,
  rows: [headings, ...rows],
});

const providerHeadings = [
  'Provider',
  'Legal name',
  'Type of organisation',
  'Registered as a school',
  'VAT',
  'Lots',
  'E-mail',
  'Phone',
  'Summary',
];
/** A provider's row; `cells` stand in for the named columns. */
export const providerRow = (ref: string, cells: Partial<Record<string, Cell>> = {}): readonly Cell[] => {
  const usual: Record<string, Cell> = {
    Provider: ref,
    'Legal name': `Harbour ${ref} Ltd`,
    'Type of organisation': 'company',
    'Registered as a school': 'No',
    VAT: 'not-registered',
    Lots: 'L-1',
    'E-mail': 'office@example.org',
    Phone: '01305 251000',
    Summary: 'Work with animals and in the garden.',
  };
  return providerHeadings.map((heading) => (heading in cells ? cells[heading] : usual[heading]));
};
export const providers = (...rows: readonly (readonly Cell[])[]): Sheet => sheet('Providers', providerHeadings, ...rows);

const serviceHeadings = [
  'Service',
  'Provider',
  'Lot',
  'Name',
  'Summary',
  'Kind',
  'Type',
  'Delivered',
  'Key stages',
  'Needs',
  'Age from',
  'Age to',
];
export const serviceRow = (ref: string, providerRef: string, lot = 'L-1'): readonly Cell[] => [
  ref,
  providerRef,
  lot,
  'Forest mornings',
  'Three mornings a week in the woods.',
  'programme',
  'outdoor',
  'off-site',
  'KS3; KS4',
  'SEMH',
  11,
  16,
];
export const services = (...rows: readonly (readonly Cell[])[]): Sheet => sheet('Services', serviceHeadings, ...rows);

export const rates = (...rows: readonly (readonly Cell[])[]): Sheet =>
  sheet('Rates', ['Rate', 'Service', 'Unit', 'Price (ex VAT)', 'From', 'To'], ...rows);
export const checks = (...rows: readonly (readonly Cell[])[]): Sheet =>
  sheet('QA checks', ['Check', 'Provider', 'Standard', 'Outcome', 'Checked on', 'Holds until'], ...rows);

/** The facts after a plan was carried out, as the register and the memory of the last import then are. `follow`: conflicts are decided for the file. */
export const carriedOut = (plan: ImportPlan, facts: RegisterFacts, follow = false): RegisterFacts => {
  const records: Record<ImportKind, Map<string, ImportRecord>> = Object.fromEntries(
    importKinds.map((kind) => [kind, new Map<string, ImportRecord>(facts.records[kind] as ReadonlyMap<string, ImportRecord>)]),
  ) as never;
  const last: Record<ImportKind, Map<string, Values>> = Object.fromEntries(
    importKinds.map((kind) => [kind, new Map(facts.lastImported[kind])]),
  ) as never;
  for (const row of plan.rows) {
    if (row.outcome === 'error') continue;
    if (row.record && (row.outcome !== 'conflict' || follow)) records[row.kind].set(row.ref, row.record);
    last[row.kind].set(row.ref, row.values);
  }
  return { ...facts, records: records as never, lastImported: last };
};
