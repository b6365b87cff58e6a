import type { DeclaredReply, OffFrameworkReply } from '../../contract/off-framework.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';

/** What a school declared. */
export const aDeclaration = (changes: Partial<OffFrameworkReply> = {}): OffFrameworkReply => ({
  ref: 'OF-7K3M9QXT2A',
  status: 'declared',
  version: 1,
  buyerRef: '113800',
  buyerName: 'Oak School',
  lotKey: 'lot-1',
  lotName: 'Engagement & Reengagement',
  bought: 'Two days a week at a farm',
  providerName: 'Hill Farm Learning',
  net: pence(480_000),
  from: '2027-01',
  to: '2027-03',
  reason: 'no-place',
  history: [{ at: '2027-03-01T10:00:00Z', by: 'Priya Nair', what: 'Declared: £4,800.00' }],
  may: ['correct-purchase', 'withdraw-purchase'],
  ...changes,
});

/** What the page of a school is told. */
export const declarations = (purchases: readonly OffFrameworkReply[]) => ({
  today: localDate('2027-03-03'),
  buyers: [
    { ref: '113800', name: 'Oak School' },
    { ref: '114000', name: 'Harbour Academy' },
  ],
  lots: [
    { key: 'lot-1', name: 'Engagement & Reengagement' },
    { key: 'lot-2', name: 'Academic tuition' },
  ],
  purchases,
});

/** The same as commissioners read it. */
export const aDeclaredPurchase = (changes: Partial<DeclaredReply> = {}): DeclaredReply => {
  const { history: _history, may: _may, ...declared } = aDeclaration();
  return { ...declared, within: pence(320_000), ...changes };
};
