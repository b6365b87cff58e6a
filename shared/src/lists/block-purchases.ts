import { approvedPledges, type BlockPurchase, blockKinds, blockStatuses, unusedRules } from '../domain/block-purchases/block-purchase.ts';
import { unitsOf } from '../domain/block-purchases/pricing.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { blockPurchaseState } from './block-purchase-state.ts';
import { choice, day, instant, json, money, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';

/** One item for each block purchase: its pledges, price, transfers and draw-downs are decided together. Sealed, for it holds what each buyer would pay at most. */
export const blockPurchases = defineList({
  title: 'BlockPurchases',
  description:
    'Units of one service that buyers buy together, or one alone, at the price of the volume that they reach. Sealed: it holds the most that each would pay, which nobody but that buyer sees.',
  handEdited: false,
  restricted: 'to-nobody',
  columns: {
    Title: text({ label: 'Block purchase', holds: 'none', required: true, indexed: true, unique: true }),
    LeadBuyerRef: reference({ label: 'Lead buyer', holds: 'none', required: true, indexed: true }),
    Kind: choice(blockKinds, { label: 'Kind', holds: 'none', required: true }),
    ServiceRef: reference({ label: 'Service', holds: 'none', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    LotKey: reference({ label: 'Lot', holds: 'none', required: true, indexed: true }),
    Status: choice(blockStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: {
        draft: 'waiting',
        gathering: 'waiting',
        closed: 'waiting',
        offered: 'waiting',
        confirmed: 'good',
        drawing: 'good',
        exhausted: 'good',
        settled: 'good',
        expired: 'attention',
        lapsed: 'stopped',
        declined: 'stopped',
        cancelled: 'stopped',
      },
    }),
    ClosesAt: instant({ label: 'Pledges close', holds: 'none', required: true, indexed: true }),
    UsableFrom: day({ label: 'Used from', holds: 'none', required: true }),
    UsableTo: day({ label: 'Used until', holds: 'none', required: true, indexed: true }),
    Unit: choice(rateUnits, { label: 'Unit', holds: 'none', required: true }),
    MinimumUnits: number({ label: 'Fewest units', holds: 'none', required: true }),
    Units: number({ label: 'Units', holds: 'none', hint: 'Approved while pledges are gathered, bought after closing', required: true }),
    UnitPrice: money({ label: 'Price per unit (ex VAT)', holds: 'none', hint: 'Set once, at closing' }),
    UsedUnits: number({ label: 'Units used', holds: 'none' }, { minimum: 0, decimalPlaces: 'two' }),
    Unused: choice(unusedRules, { label: 'Unused units', holds: 'none', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(blockPurchaseState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole purchase as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All block purchases',
      columns: ['Title', 'LeadBuyerRef', 'ServiceRef', 'Status', 'ClosesAt', 'Units', 'UnitPrice', 'UsedUnits', 'UsableTo'],
      orderBy: 'ClosesAt',
      descending: true,
    },
  ],
});

export const toBlockPurchase = ({ State }: Fields<typeof blockPurchases>): BlockPurchase => State;

/** A purchase as its row. */
export const fromBlockPurchase = (block: BlockPurchase): Fields<typeof blockPurchases> => ({
  Title: block.ref,
  LeadBuyerRef: block.leadBuyerRef,
  Kind: block.kind,
  ServiceRef: block.statement.serviceRef,
  ProviderRef: block.statement.providerRef,
  LotKey: block.statement.lotKey,
  Status: block.status,
  ClosesAt: block.statement.closesAt,
  UsableFrom: block.statement.usableFrom,
  UsableTo: block.statement.usableTo,
  Unit: block.statement.unit,
  MinimumUnits: block.statement.minimumUnits,
  Units: unitsOf(block.unitPrice === undefined ? approvedPledges(block) : block.shares),
  UnitPrice: block.unitPrice,
  UsedUnits: block.unitPrice === undefined ? undefined : unitsOf(block.draws),
  Unused: block.statement.unused,
  Version: block.version,
  State: block,
});
