import * as z from 'zod';
import type { FinancialYear } from '../domain/ledgers/financial-year.ts';
import { type Ledger, ledgerKinds, takenOf } from '../domain/ledgers/ledger.ts';
import { ledgerActions } from '../domain/ledgers/ledger-actions.ts';
import { packShares, unpackShares } from '../domain/ledgers/pack-shares.ts';
import { choice, json, money, number, packed, reference } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, localDate, numbering, pence, person, shapeOf } from './record-shape.ts';

/** Written by the product alone: read as it stands. */
const financialYear = z.string() as z.ZodType<string> as z.ZodType<FinancialYear>;

const id = z.union([
  z.strictObject({ kind: z.enum(['framework-value', 'registration-load']), of: z.string() }),
  z.strictObject({ kind: z.literal('budget'), of: z.string(), year: financialYear }),
]);

const allowed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), upTo: pence }),
  z.strictObject({ kind: z.literal('pupils'), pupils: z.int().min(0), withPlan: z.int().min(0) }),
]);

const crossed = z.enum(['near', 'full']);

/** Everything of a ledger but its shares, which have a column of their own. */
const ledgerState = shapeOf<Omit<Ledger, 'shares'>>()(
  z.strictObject({
    ...bookkeeping,
    // Shares come and go without a version: it counts what commissioners decide.
    version: z.int().min(0),
    id,
    finished: pence,
    overrides: z.array(
      z.strictObject({
        ref: z.string(),
        allowed,
        reason: z.string(),
        by: person,
        at: z.string(),
        until: localDate,
        endedBy: person.optional(),
        endedAt: z.string().optional(),
      }),
    ),
    elsewhere: z.strictObject({ pupils: z.int().min(0), withPlan: z.int().min(0), asAt: localDate }).optional(),
    told: z.strictObject({ standing: crossed, at: z.string() }).optional(),
    outbox: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(ledgerActions), actor: key }),
        z.strictObject({
          ...numbering,
          kind: z.literal('tell-commissioners'),
          standing: crossed,
          taken: pence,
          limit: pence,
        }),
      ]),
    ),
  }),
);

/** `State` and `Shares` are the truth; every other column is written from them, for people to read, sort and filter. */
export const ledgers = defineList({
  title: 'Ledgers',
  description:
    'Limits over many call-offs, one item for each: what is taken of the value of a framework, of a budget and of the pupils of a provider. Read only for people.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Ledger', holds: 'none', required: true, indexed: true, unique: true }),
    Kind: choice(ledgerKinds, { label: 'Kind', holds: 'none', required: true, indexed: true }),
    SubjectRef: reference({ label: 'Of', holds: 'none', required: true, indexed: true }),
    Used: money({ label: 'Taken (ex VAT)', holds: 'none', required: true }),
    Live: number({ label: 'Orders that count', holds: 'none', required: true }),
    Open: number({ label: 'Reserved, not yet ordered', holds: 'none', required: true }),
    Overrides: number({ label: 'Overrides', holds: 'none', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    Shares: packed(packShares, unpackShares, {
      label: 'Shares',
      holds: ['pupil-reference', 'pupil-attribute'],
      hint: 'What each call-off takes. Written by the product only.',
    }),
    State: json(ledgerState, {
      label: 'State',
      holds: ['staff-identity', 'free-text'],
      hint: 'The rest of the ledger as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    { title: 'All ledgers', columns: ['Title', 'Kind', 'SubjectRef', 'Used', 'Live', 'Open', 'Overrides'], orderBy: 'Title' },
    {
      title: 'Frameworks and budgets',
      columns: ['Title', 'SubjectRef', 'Used', 'Live', 'Open', 'Overrides'],
      orderBy: 'Title',
      filter: { column: 'Kind', oneOf: ['framework-value', 'budget'] },
    },
  ],
});

export type LedgerFields = Fields<typeof ledgers>;

export const toLedger = ({ State, Shares }: LedgerFields): Ledger => ({ ...State, shares: Shares ?? [] });

export const fromLedger = (ledger: Ledger): LedgerFields => {
  const { shares, ...rest } = ledger;
  return {
    Title: ledger.ref,
    Kind: ledger.id.kind,
    SubjectRef: ledger.id.of,
    Used: takenOf(ledger),
    Live: shares.length,
    Open: shares.filter(({ state }) => state === 'open').length,
    Overrides: ledger.overrides.filter(({ endedAt }) => endedAt === undefined).length,
    Version: ledger.version,
    Shares: shares.length > 0 ? shares : undefined,
    State: rest,
  };
};
