import { aBuyer, aFramework } from '../call-off/call-off.fixture.ts';
import { mayBuy } from './buyer.ts';
import { type BuyerType, buyerTypeNames, buyerTypes, defaultEligibleTypes } from './buyer-type.ts';

describe('R29: who may buy from a framework', () => {
  const may = (type: BuyerType, eligibleBuyerTypes: readonly BuyerType[]) => mayBuy(aBuyer({ type }), aFramework({ eligibleBuyerTypes }));

  test('the types that it names, and no other', () => {
    expect(buyerTypes.filter((type) => may(type, ['academy', 'further-education']))).toEqual(['academy', 'further-education']);
  });

  test('nobody whose type is not recorded, whatever it names; nor who is closed', () => {
    expect(may('not-known', buyerTypes)).toBe(false);
    expect(mayBuy(aBuyer({ type: 'academy', status: 'closed' }), aFramework({ eligibleBuyerTypes: ['academy'] }))).toBe(false);
  });

  test('unless it says otherwise departments of the council, maintained schools, academies and special schools', () => {
    expect(defaultEligibleTypes).toEqual(['council-department', 'maintained-school', 'academy', 'special-school']);
  });

  test('every type has a name of its own for people', () => {
    const names = buyerTypes.map((type) => buyerTypeNames[type]);
    expect(new Set(names).size).toBe(buyerTypes.length);
    for (const name of names) expect(name).toMatch(/^[A-Z][a-z ]/);
  });
});
