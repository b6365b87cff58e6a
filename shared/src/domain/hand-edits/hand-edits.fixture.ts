import type { EditFacts, EditLaw } from './edit-law.ts';
import type { FoundRow, RowContent } from './row-content.ts';

/**
 * The law of a small list that people edit: who runs a site (`ProviderRef`) stays, its lots must be there, `State` is the app's. Its own rules: nobody
 * types it shut, places need somebody who counted them, and it is opened by command.
 */
export const aLaw = (told: Partial<EditLaw> = {}): EditLaw => ({
  list: 'Sites',
  handEdited: true,
  restricted: false,
  labels: { ProviderRef: 'Provider', Places: 'Places a week' },
  appColumns: ['State'],
  filledColumns: [],
  fixedColumns: ['ProviderRef'],
  references: { ProviderRef: 'Providers', LotKeys: 'Lots' },
  ruledColumns: ['Status', 'Places', 'CountedBy'],
  record: (before, after) => ({
    faults: [
      ...(after.Status === 'shut' ? [shutFault] : []),
      ...(after.Places !== undefined && after.CountedBy === undefined ? [uncountedFault] : []),
    ],
    command: before?.Status !== 'open' && after.Status === 'open' ? openSite : undefined,
  }),
  ...told,
});

export const shutFault = { column: 'Status', code: 'status-skipped', sentence: 'Nobody shuts a site by typing.' } as const;
export const uncountedFault = { column: 'CountedBy', code: 'refused-by-the-rules', sentence: 'Write who counted the places.' } as const;
export const openSite = { of: 'check', kind: 'receive-evidence', checkRef: 'SITE-1' } as const;

export const aSite: RowContent = {
  Title: 'SITE-1',
  ProviderRef: 'P-0042',
  LotKeys: ['AP-2026-1'],
  Status: 'planned',
  Places: 12,
  CountedBy: 'A. Head',
};

/** A row as it is found; `unreadable` by column, with what is wrong. */
export const found = (content: RowContent, unreadable: Readonly<Record<string, string>> = {}): FoundRow => ({
  content,
  unreadable: Object.entries(unreadable).map(([column, message]) => ({ column, message })),
});

/** A row without some of its columns. */
export const without = (content: RowContent, ...columns: readonly string[]): RowContent =>
  Object.fromEntries(Object.entries(content).filter(([column]) => !columns.includes(column)));

export const editFacts = (told: Partial<EditFacts> = {}): EditFacts => ({ missing: new Set(), otherKeys: new Set(), ...told });
