import { z } from 'zod';
import { choice, json, money, number, text } from './column.ts';
import { defineList, type Fields } from './list.ts';

export const ledgerKinds = ['framework-value', 'budget', 'registration-load', 'places'] as const;

/** One reservation under the command's id. An open one counts as taken and is never freed by time. */
const reservations = z.array(
  z.object({ commandId: z.string(), subject: z.string(), amount: z.number(), state: z.enum(['open', 'confirmed']), at: z.string() }),
);

export const ledgers = defineList({
  title: 'Ledgers',
  description: 'Limits over many call-offs: reserved and confirmed amounts, one item for each limit.',
  handEdited: false,
  columns: {
    Title: text({ label: 'Ledger', required: true, indexed: true, unique: true }),
    Kind: choice(ledgerKinds, { label: 'Kind', required: true, indexed: true }),
    SubjectRef: text({ label: 'Of', required: true, indexed: true }),
    Limit: money({ label: 'Limit' }),
    LimitUnits: number({ label: 'Limit (units)' }),
    Reservations: json(reservations, { label: 'Reservations' }),
  },
  views: [{ title: 'All ledgers', columns: ['Title', 'Kind', 'SubjectRef', 'Limit'], orderBy: 'Title' }],
});

export type LedgerFields = Fields<typeof ledgers>;
