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
    Title: text({ label: 'Block purchase', required: true, indexed: true, unique: true }),
    LeadBuyerRef: reference({ label: 'Lead buyer', required: true, indexed: true }),
    Kind: choice(blockKinds, { label: 'Kind', required: true }),
    ServiceRef: reference({ label: 'Service', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', required: true, indexed: true }),
    LotKey: reference({ label: 'Lot', required: true, indexed: true }),
    Status: choice(blockStatuses, {
      label: 'Status',
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
    ClosesAt: instant({ label: 'Pledges close', required: true, indexed: true }),
    UsableFrom: day({ label: 'Used from', required: true }),
    UsableTo: day({ label: 'Used until', required: true, indexed: true }),
    Unit: choice(rateUnits, { label: 'Unit', required: true }),
    MinimumUnits: number({ label: 'Fewest units', required: true }),
    Units: number({ label: 'Units', hint: 'Approved while pledges are gathered, bought after closing', required: true }),
    UnitPrice: money({ label: 'Price per unit (ex VAT)', hint: 'Set once, at closing' }),
    UsedUnits: number({ label: 'Units used' }, { minimum: 0, decimalPlaces: 'two' }),
    Unused: choice(unusedRules, { label: 'Unused units', required: true }),
    Version: number({ label: 'Version', required: true }),
    State: json(blockPurchaseState, { label: 'State', hint: 'The whole purchase as JSON. Written by the product only.', required: true }),
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
