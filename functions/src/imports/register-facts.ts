import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { type ImportKind, importKinds, type RegisterFacts } from '@ap/shared/domain/imports/record';
import type { ReadImport } from '@ap/shared/domain/imports/row';
import type { ImportPorts, ReadRecords } from '../ports/imports.ts';
import { loadLast } from './kept-import.ts';

/** Kinds that rows of a kind name: their records are read too. */
const named: Readonly<Record<ImportKind, readonly ImportKind[]>> = {
  providers: [],
  sites: ['providers'],
  services: ['providers', 'sites'],
  rates: ['services'],
  'qa-checks': ['providers'],
  buyers: [],
  baselines: ['buyers'],
};

export interface GatheredFacts {
  readonly facts: RegisterFacts;
  readonly stored: Readonly<Record<ImportKind, ReadRecords['stored']>>;
}

/** Reads from the lists, now, whatever the rows of a file are compared with and checked against. */
export const gatherFacts = async (
  { importRegister, importFiles, tenders, clock }: Pick<ImportPorts, 'importRegister' | 'importFiles' | 'tenders' | 'clock'>,
  { sheets }: Pick<ReadImport, 'sheets'>,
): Promise<GatheredFacts> => {
  const wanted = new Set(sheets.flatMap(({ kind }) => [kind, ...named[kind]]));
  const read = await Promise.all(
    importKinds.map(async (kind) => {
      const stored: ReadRecords['stored'] = wanted.has(kind) ? (await importRegister.read(kind)).stored : new Map();
      const last = wanted.has(kind) ? await loadLast(importFiles, kind) : {};
      return { kind, stored, last: new Map(Object.entries(last)) };
    }),
  );
  const by = <T>(pick: (each: (typeof read)[number]) => T) =>
    Object.fromEntries(read.map((each) => [each.kind, pick(each)])) as Record<ImportKind, T>;
  return {
    stored: by(({ stored }) => stored),
    facts: {
      today: toLondonDate(clock.now()),
      lots: wanted.has('providers') || wanted.has('baselines') ? await importRegister.lots() : [],
      records: by(({ stored }) => new Map([...stored].map(([ref, { record }]) => [ref, record]))) as unknown as RegisterFacts['records'],
      lastImported: by(({ last }) => last),
      awardedLots: wanted.has('providers') ? await awardedLots(tenders) : new Map(),
    },
  };
};

/** The lots of each provider whose agreement is countersigned. */
const awardedLots = async ({ awards }: ImportPorts['tenders']): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { changed } = await awards.changes(undefined);
  const lots = new Map<string, readonly string[]>();
  for (const { state } of changed)
    if (state.status === 'countersigned' || state.status === 'in-force')
      lots.set(state.providerRef, [...(lots.get(state.providerRef) ?? []), ...state.lots.map(({ lotKey }) => lotKey)]);
  return lots;
};
