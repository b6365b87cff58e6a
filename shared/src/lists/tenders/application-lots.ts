import { type LotApplication, lotApplicationStatuses } from '../../domain/tenders/evaluation/lot-application.ts';
import { choice, json, money, number, reference, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { lotApplicationState } from './evaluation-state.ts';

export const applicationLots = defineList({
  title: 'ApplicationLots',
  description:
    'How each application fares for each lot: evaluated, ranked, decided. It holds the price, which nobody sees before quality is settled.',
  handEdited: false,
  restricted: 'to-nobody',
  columns: {
    Title: text({ label: 'Application for a lot', holds: 'none', required: true, indexed: true, unique: true }),
    RoundRef: text({ label: 'Round', holds: 'none', required: true, indexed: true }),
    ApplicationRef: text({ label: 'Application', holds: 'none', required: true, indexed: true }),
    LotKey: reference({ label: 'Lot', holds: 'none', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    ProviderName: text({ label: 'Provider name', holds: 'none', required: true }),
    Status: choice(lotApplicationStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { 'in-evaluation': 'waiting', moderated: 'waiting', recommended: 'good', approved: 'good', rejected: 'stopped' },
    }),
    ComparedPrice: money({ label: 'Price that is compared (ex VAT)', holds: 'none', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(lotApplicationState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole record as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All applications for a lot',
      columns: ['RoundRef', 'LotKey', 'ProviderName', 'Status', 'ComparedPrice'],
      orderBy: 'LotKey',
    },
  ],
});

export const fromLotApplication = (lotApplication: LotApplication): Fields<typeof applicationLots> => ({
  Title: lotApplication.ref,
  RoundRef: lotApplication.roundRef,
  ApplicationRef: lotApplication.applicationRef,
  LotKey: lotApplication.lotKey,
  ProviderRef: lotApplication.providerRef,
  ProviderName: lotApplication.providerName,
  Status: lotApplication.status,
  ComparedPrice: lotApplication.price,
  Version: lotApplication.version,
  State: lotApplication,
});
