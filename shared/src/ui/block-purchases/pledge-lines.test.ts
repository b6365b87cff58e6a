import { aGathering, type Pledging, pledged, type School, thePlan, withPledges } from '../../domain/block-purchases/block.fixture.ts';
import { type BlockPurchaseView, blockPurchaseFor } from '../../domain/block-purchases/block-purchase-view.ts';
import { pence } from '../../domain/money/money.ts';
import { capOf, pledgeLines, pledgeQuestion, unitsOf } from './pledge-lines.ts';

const seenBy = (buyerRef: School, pledges: Pledging, waiting?: Pledging[number]): BlockPurchaseView => {
  const approved = withPledges(aGathering(thePlan({ unused: 'pay' })), pledges);
  const view = blockPurchaseFor(waiting ? pledged(approved, ...waiting) : approved, { kind: 'buyer', buyerRef });
  if (!view) throw new Error('It is shown to every buyer');
  return view;
};

describe('row 52: what the form says while a buyer types', () => {
  const others = seenBy('CEDAR', [['ASH', 40, 4_500]], ['BEECH', 30, 4_200]);

  test('nothing typed: the price that approved pledges reach, and how far the next one is', () => {
    const { price, others: lines } = pledgeLines(others, undefined, undefined);
    expect(price).toBe('Approved so far: 40 hours, at £45.00 per hour, without VAT.');
    expect(lines).toEqual([
      '10 hours more would bring the price to £42.00.',
      '30 hours of other buyers wait for their approvers and are not counted here.',
    ]);
  });

  test('units and a cap: the price with them, what they cost at it, and at most', () => {
    const { price, others: lines } = pledgeLines(others, 12, pence(4_300));
    expect(price).toBe('With your 12 hours: 52 hours, at £42.00 per hour, without VAT.');
    expect(lines).toContain('48 hours more would bring the price to £40.00.');
    expect(lines).toContain('At that price yours would cost £604.80 with VAT.');
    expect(lines).toContain('Your maximum cost is £619.21 with VAT. This is what your approver approves.');
  });

  test('R38: a provider that charges no VAT: nothing is called a total with VAT', () => {
    const untaxed = { ...others, statement: { ...others.statement, vatBasisPoints: 0 } };
    const { others: lines } = pledgeLines(untaxed, 12, pence(4_300));
    expect(lines).toContain('At that price yours would cost £504.00, no VAT.');
    expect(lines.join(' ')).not.toContain('with VAT');
  });

  test('a cap below that price: nothing is bought, unless so many more come', () => {
    const { others: lines } = pledgeLines(others, 12, pence(4_100));
    expect(lines[0]).toBe(
      'That is above the most that you would pay, so you would buy nothing, unless 48 hours more are pledged and approved.',
    );
  });

  test('a pledge of its own that waits is not told as one of others, and one that is approved is counted once', () => {
    const waits = seenBy('BEECH', [['ASH', 40, 4_500]], ['BEECH', 30, 4_200]);
    expect(pledgeLines(waits, 10, undefined).others.some((line) => line.includes('other buyers'))).toBe(false);
    const approved = seenBy('ASH', [['ASH', 40, 4_500]]);
    expect(pledgeLines(approved, 100, undefined).price).toBe('With your 100 hours: 100 hours, at £40.00 per hour, without VAT.');
    expect(pledgeLines(approved, 100, undefined).others[0]).toBe('That is the lowest price.');
  });

  test('before the pledge is made: nobody leaves after closing, and what becomes of unused units', () => {
    const question = pledgeQuestion(others, 12, pence(4_300));
    for (const words of ['at most £619.21 with VAT', 'nobody joins, changes or leaves', 'are paid for all the same'])
      expect(question).toContain(words);
  });
});

test.each([
  ['12', 12],
  [' 1,200 ', 1_200],
  ['100000', 100_000],
  ['100001', undefined],
  ['0', undefined],
  ['1.5', undefined],
  ['', undefined],
])('units typed as %p are %p', (typed, units) => {
  expect(unitsOf(typed)).toBe(units);
});

test.each([
  ['£1,045.50', 104_550],
  ['42', 4_200],
  ['42.5', 4_250],
  ['42.505', undefined],
  ['-1', undefined],
  ['', undefined],
])('a cap typed as %p is %p pence', (typed, cap) => {
  expect(capOf(typed)).toBe(cap);
});
