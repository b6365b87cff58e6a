import { rateUnits } from '../domain/money/rate-card.ts';
import type { Baseline } from '../domain/value-for-money/baseline.ts';
import { choice, money, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { sameFacts } from './same-facts.ts';
import { systemNote } from './system-note.ts';

export const baselines = defineList({
  title: 'Baselines',
  description:
    'What a buyer paid before the framework for what a lot offers: the savings ledger compares orders with it. Without a row no saving is claimed.',
  handEdited: true,
  columns: {
    Title: reference({
      label: 'Baseline',
      holds: 'none',
      hint: 'Reference, such as BL-00042',
      required: true,
      indexed: true,
      unique: true,
    }),
    BuyerRef: reference({ label: 'Buyer', holds: 'none', required: true, indexed: true }),
    LotKey: reference({ label: 'Lot', holds: 'none', required: true, indexed: true }),
    Unit: choice(rateUnits, { label: 'Unit', holds: 'none', required: true }),
    Year: text({
      label: 'Financial year',
      holds: 'none',
      hint: "Of the spend, such as '2017-18': 1 April 2017 to 31 March 2018",
      required: true,
    }),
    Units: number({ label: 'Units bought', holds: 'none', required: true }, { minimum: 1, maximum: 1_000_000 }),
    Spent: money({ label: 'Spent (ex VAT)', holds: 'none', required: true }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'All baselines',
      columns: ['Title', 'BuyerRef', 'LotKey', 'Unit', 'Year', 'Units', 'Spent', 'SystemNote'],
      orderBy: 'BuyerRef',
    },
  ],
});

export type BaselineFields = Fields<typeof baselines>;

export const { to: toBaseline, from: fromBaseline } = sameFacts<Baseline>()(baselines, { Title: 'ref' });
