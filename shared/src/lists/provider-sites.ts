import type { ProviderSite } from '../domain/register/provider.ts';
import { reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { sameFacts } from './same-facts.ts';
import { systemNote } from './system-note.ts';

export const providerSites = defineList({
  title: 'ProviderSites',
  description: 'Where providers work, for distances between outcode centroids.',
  handEdited: true,
  columns: {
    Title: reference({ label: 'Site', holds: 'none', hint: 'Reference, such as P-0042-S1', required: true, indexed: true, unique: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    Name: text({ label: 'Name', holds: 'none', required: true }),
    Postcode: text({ label: 'Postcode', holds: 'none', required: true }),
    Outcode: text({ label: 'Outcode', holds: 'none', required: true, indexed: true }),
    SystemNote: systemNote,
  },
  views: [{ title: 'All sites', columns: ['Title', 'ProviderRef', 'Name', 'Postcode', 'SystemNote'], orderBy: 'ProviderRef' }],
});

export type ProviderSiteFields = Fields<typeof providerSites>;

export const { to: toProviderSite, from: fromProviderSite } = sameFacts<ProviderSite>()(providerSites, { Title: 'ref' });
