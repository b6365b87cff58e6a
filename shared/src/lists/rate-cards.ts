import { type Rate, rateStatuses, rateUnits } from '../domain/money/rate-card.ts';
import { choice, day, money, number, reference, text, volumeBands } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { sameFacts } from './same-facts.ts';
import { systemNote } from './system-note.ts';

export const rateCards = defineList({
  title: 'RateCards',
  description: 'Framework prices, ex VAT, each for one service and one period. Approved periods of a service may not overlap.',
  handEdited: true,
  columns: {
    Title: reference({ label: 'Rate', holds: 'none', hint: 'Reference, such as R-00042', required: true, indexed: true, unique: true }),
    ServiceRef: reference({ label: 'Service', holds: 'none', required: true, indexed: true }),
    LotKey: reference({ label: 'Lot', holds: 'none', required: true, indexed: true }),
    Unit: choice(rateUnits, { label: 'Unit', holds: 'none', required: true }),
    GroupFrom: number({ label: 'Smallest group', holds: 'none' }, { minimum: 1, maximum: 100 }),
    GroupTo: number({ label: 'Largest group', holds: 'none', hint: 'Empty: the price holds for every size' }, { minimum: 1, maximum: 100 }),
    Price: money({ label: 'Price (ex VAT)', holds: 'none', required: true }),
    VolumeBands: volumeBands({
      label: 'Volume prices (ex VAT)',
      holds: 'none',
      hint: 'For block purchases: from so many units, each costs so much. Such as 50: £42.00; 100: £40.00',
    }),
    EffectiveFrom: day({ label: 'From', holds: 'none', required: true, indexed: true }),
    EffectiveTo: day({ label: 'To', holds: 'none', required: true, indexed: true }),
    Status: choice(rateStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { draft: 'waiting', approved: 'good' },
    }),
    ApprovedBy: text({ label: 'Approved by', holds: 'staff-identity' }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'All rates',
      columns: ['Title', 'ServiceRef', 'Unit', 'Price', 'EffectiveFrom', 'EffectiveTo', 'Status', 'SystemNote'],
      orderBy: 'ServiceRef',
    },
    {
      title: 'To approve',
      columns: ['Title', 'ServiceRef', 'Unit', 'Price', 'EffectiveFrom', 'EffectiveTo'],
      orderBy: 'EffectiveFrom',
      filter: { column: 'Status', equals: 'draft' },
    },
  ],
});

export type RateFields = Fields<typeof rateCards>;

export const { to: toRate, from: fromRate } = sameFacts<Rate>()(rateCards, { Title: 'ref' });
