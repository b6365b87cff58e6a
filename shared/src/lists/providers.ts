import { vatTreatments } from '../domain/money/vat-treatment.ts';
import { organisationTypes, type Provider, providerStatuses } from '../domain/register/provider.ts';
import { choice, keyList, longText, reference, text, yesNo } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { sameFacts } from './same-facts.ts';
import { systemNote } from './system-note.ts';

export const providers = defineList({
  title: 'Providers',
  description: 'Organisations admitted to the framework. Only active providers with current checks and a live rate are listed.',
  handEdited: true,
  columns: {
    Title: reference({ label: 'Provider', holds: 'none', hint: 'Reference, such as P-0042', required: true, indexed: true, unique: true }),
    LegalName: text({ label: 'Legal name', holds: 'business-contact', required: true, indexed: true }),
    TradingName: text({ label: 'Trading name', holds: 'business-contact', indexed: true }),
    OrganisationType: choice(organisationTypes, { label: 'Type of organisation', holds: 'none', required: true }),
    Ukprn: text({ label: 'UKPRN', holds: 'none', indexed: true, unique: true }),
    Urn: text({ label: 'URN', holds: 'none', hint: 'Registered schools only', indexed: true }),
    CompanyNumber: text({ label: 'Company number', holds: 'none', indexed: true }),
    RegisteredSchool: yesNo({ label: 'Registered as a school', holds: 'none', required: true }),
    Status: choice(providerStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { prospective: 'waiting', awarded: 'waiting', active: 'good', paused: 'waiting', suspended: 'stopped', removed: 'stopped' },
    }),
    StatusReason: text({ label: 'Reason for status', holds: 'free-text' }),
    VatTreatment: choice(vatTreatments, {
      label: 'VAT (as the provider states it)',
      holds: 'none',
      hint: 'Of services of which it states nothing. not-registered: no VAT on anything',
      required: true,
    }),
    LotKeys: keyList({ label: 'Lots awarded', holds: 'none', hint: 'Lot keys, parted by semicolons', required: true }),
    Email: text({ label: 'E-mail', holds: 'business-contact', required: true }),
    Phone: text({ label: 'Phone', holds: 'business-contact', required: true }),
    Website: text({ label: 'Website', holds: 'business-contact' }),
    Summary: longText({ label: 'Summary', holds: 'free-text', required: true }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'All providers',
      columns: ['Title', 'LegalName', 'TradingName', 'Status', 'LotKeys', 'Email', 'Phone', 'SystemNote'],
      orderBy: 'LegalName',
    },
    {
      title: 'Suspended',
      columns: ['Title', 'LegalName', 'StatusReason'],
      orderBy: 'LegalName',
      filter: { column: 'Status', equals: 'suspended' },
    },
  ],
});

export type ProviderFields = Fields<typeof providers>;

const row = sameFacts<Provider>()(providers, { Title: 'ref' });
export const fromProvider = row.from;

export const toProvider = (fields: ProviderFields): Provider => {
  const provider = row.to(fields);
  return { ...provider, lotKeys: provider.lotKeys.map((key) => key.toUpperCase()) };
};
