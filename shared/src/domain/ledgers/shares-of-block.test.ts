import {
  aBlockInUse,
  after,
  afterUse,
  aGathering,
  approved,
  byProduct,
  closed,
  drawn,
  fourSchools,
  pledged,
  product,
  thePlan,
  withPledges,
} from '../block-purchases/block.fixture.ts';
import type { BlockPurchase } from '../block-purchases/block-purchase.ts';
import { localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { financialYearsOver } from './financial-year.ts';
import { holderListOf } from './holder-list.ts';
import { ledgerRef } from './ledger.ts';
import { blockSharesOf, committedBy } from './shares-of-block.ts';

const held = (block: BlockPurchase, today = localDate('2027-02-01')): Readonly<Record<string, number>> =>
  Object.fromEntries(
    blockSharesOf(block, { termDatesOf: () => sampleTermDates, today }).map(({ id, holding }) => [ledgerRef(id), holding.amount]),
  );
const budgetOf = (block: BlockPurchase, school: string): number =>
  Object.entries(held(block)).reduce((sum, [ref, amount]) => (ref.startsWith(`BU-${school}-`) ? sum + amount : sum), 0);

describe('row 53, R34, R35: what a block purchase holds of the limits', () => {
  test('nothing of a pledge that waits; the most that it may cost, ex VAT, once it is approved', () => {
    const waiting = pledged(aGathering(), 'ASH', 40, 4_500);
    expect(held(waiting)).toEqual({ 'FV-AP-2026': 0, 'BU-ASH-2026-27': 0, 'BU-ASH-2027-28': 0 });
    const stands = approved(waiting, 'ASH');
    expect(held(stands)['FV-AP-2026']).toBe(180_000);
    expect(budgetOf(stands, 'ASH')).toBe(180_000);
    expect(committedBy(stands, 'ELM')).toBe(0);
    expect(holderListOf(stands.ref)).toBe('BlockPurchases');
  });

  test('from closing on each share at the one price, and nothing of whoever dropped out at its cap', () => {
    const block = closed(withPledges(aGathering(), fourSchools));
    expect(held(block)['FV-AP-2026']).toBe(82 * 4_200);
    expect(['ASH', 'BEECH', 'CEDAR', 'DOGWOOD'].map((school) => budgetOf(block, school))).toEqual([168_000, 126_000, 50_400, 0]);
  });

  test.each(['offered', 'confirmed', 'drawing', 'exhausted', 'expired', 'settled'] as const)('and so it stays while it is %s', (status) => {
    expect(held({ ...closed(withPledges(aGathering(), fourSchools)), status })['FV-AP-2026']).toBe(82 * 4_200);
  });

  test('both financial years of the days of use are named, and add up', () => {
    const { 'BU-ASH-2026-27': first = 0, 'BU-ASH-2027-28': second = 0 } = held(aBlockInUse());
    expect([first > 0, second > 0, first + second]).toEqual([true, true, 168_000]);
    expect(financialYearsOver(localDate('2027-01-04'), localDate('2029-04-01'))).toEqual(['2026-27', '2027-28', '2028-29', '2029-30']);
  });

  test('in the end what is owed, for good from the second day after the last day of use', () => {
    const used = drawn(aBlockInUse(thePlan({ unused: 'lapse' })), 'CEDAR', 10);
    const expired = after(used, { ...byProduct(), kind: 'expire-block' }, product(), afterUse);
    const settled = after(expired, { ...byProduct(), kind: 'settle-block' }, product(), afterUse);
    expect(held(settled)['FV-AP-2026']).toBe(42_000);
    const finishedOn = (day: string): boolean | undefined =>
      blockSharesOf(settled, { termDatesOf: () => sampleTermDates, today: localDate(day) })[0]?.finished;
    expect([finishedOn('2027-07-17'), finishedOn('2027-07-18')]).toEqual([false, true]);
    expect(blockSharesOf(expired, { termDatesOf: () => sampleTermDates, today: localDate('2027-07-18') })[0]?.finished).toBe(false);
  });

  test('nothing of one that the provider did not take', () => {
    const offered = after(
      closed(withPledges(aGathering(), fourSchools)),
      { ...byProduct(), kind: 'offer-block', respondBy: '2026-12-18T17:00:00Z' },
      product(),
      '2026-12-11T17:00:01Z',
    );
    const lapsed = after(offered, { ...byProduct(), kind: 'lapse-offer' }, product(), '2026-12-19T09:00:00Z');
    expect(Object.values(held(lapsed)).every((amount) => amount === 0)).toBe(true);
  });
});
