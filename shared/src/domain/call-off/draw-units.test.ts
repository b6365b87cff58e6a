import type { OnHand } from '../block-purchases/on-hand.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { Payer } from '../money/payer.ts';
import type { BuyerType } from '../register/buyer-type.ts';
import { drawnFrom, whyNotDrawn } from './draw-units.ts';

const hand: OnHand = {
  ref: 'BP-0001',
  statement: {
    serviceRef: 'S-00001',
    unit: 'day',
    rateRef: 'R-00001',
    rateHash: '#',
    vatBasisPoints: 0,
    usableFrom: localDate('2026-12-01'),
    usableTo: localDate('2027-07-31'),
  },
  unitPrice: pence(7_000),
  units: 18,
};

describe('row 54: what a request draws units from', () => {
  const drawn = (payer: Payer, type: BuyerType = 'maintained-school', block: OnHand | undefined = hand) =>
    drawnFrom({ blockRef: 'BP-0001', payer }, { block, buyer: { name: 'Stour Vale School', type } });

  test('nothing, where it names no block purchase', () => {
    const buyer = { name: 'Stour Vale School', type: 'academy' as const };
    expect(drawnFrom({ payer: 'school' }, { block: hand, buyer })).toBeUndefined();
    expect(drawnFrom({ payer: 'school', enquiryRef: 'EQ-0001' }, { block: hand, buyer })).toBeUndefined();
  });

  test.each<[string, Payer, BuyerType, boolean]>([
    ['a school that pays itself', 'school', 'maintained-school', true],
    ['a school for which the council pays', 'council-budget', 'maintained-school', false],
    ['a school that shares what it costs', 'split', 'academy', false],
    ['a department that pays', 'council-budget', 'council-department', true],
    ['a department that shares what it costs', 'split', 'council-department', false],
  ])('for %s: whoever bought the units has paid for them', (_who, payer, type, may) => {
    expect(drawn(payer, type)).toEqual(
      may
        ? hand
        : {
            ok: false,
            code: 'payer-not-allowed',
            detail: 'Stour Vale School pays for the units of its block purchase itself. Choose that it pays.',
            field: '/payer',
          },
    );
  });

  test.each([
    ['none of it is the buyer’s', undefined],
    ['what is on hand is of another', { ...hand, ref: 'BP-0002' }],
  ])('is refused where %s', (_why, block) => {
    const told = drawnFrom(
      { blockRef: 'BP-0001', payer: 'school' },
      { block, buyer: { name: 'Stour Vale School', type: 'maintained-school' } },
    );
    expect(told).toEqual({
      ok: false,
      code: 'block-not-usable',
      detail: 'Stour Vale School has no units of block purchase BP-0001, or it is not in use now.',
      field: '/blockRef',
    });
  });
});

test('row 54: as many units as are left can be drawn, on the days of the purchase; more, or on other days, not', () => {
  const wanted = {
    serviceRef: 'S-00001',
    unit: 'day' as const,
    units: 18,
    startDate: localDate('2027-01-12'),
    endDate: localDate('2027-03-18'),
  };
  expect(whyNotDrawn(hand, wanted)).toBeUndefined();
  expect(whyNotDrawn(hand, { ...wanted, units: 18.25 })).toEqual({
    ok: false,
    code: 'not-enough-units',
    detail: 'This needs 18.25 units of block purchase BP-0001, and 18 are left.',
    field: '/blockRef',
  });
  expect(whyNotDrawn(hand, { ...wanted, endDate: localDate('2027-08-01') })).toMatchObject({
    code: 'call-off-does-not-fit',
    field: '/blockRef',
  });
});
