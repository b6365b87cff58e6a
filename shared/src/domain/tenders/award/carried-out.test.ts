import { localDate } from '../../days/local-date.ts';
import { pence } from '../../money/money.ts';
import type { Rate } from '../../money/rate-card.ts';
import { aPriceLine } from '../prices/price-book.fixture.ts';
import type { BookLine, PriceBook } from '../prices/price-book.ts';
import { anAwardThatIs } from './award.fixture.ts';
import { carriedOut } from './carried-out.fixture.ts';
import { isCarriedOut, pricesAreHeld } from './enablement.ts';

// Two prices: S-00001 by the hour in lot 1, S-00002 by the day in lot 2; countersigned on 11 February 2027.
const award = anAwardThatIs('countersigned');
const lists = carriedOut();
const [first, ...otherRates] = lists.rates as [Rate, ...Rate[]];
const [service, ...otherServices] = lists.services as [(typeof lists.services)[number], ...typeof lists.services];

describe('an award is carried out once its lists hold all of it', () => {
  test('its services, its lots and its prices', () => expect(isCarriedOut(award, lists)).toBe(true));

  test.each<[string, Partial<Rate>]>([
    ['a draft', { status: 'draft' }],
    ['of another service', { serviceRef: 'S-00009' }],
    ['of another lot', { lotKey: 'AP-2027-2' }],
    ['for another unit', { unit: 'day' }],
    ['from a group size that was not agreed', { groupFrom: 1 }],
    ['to a group size that was not agreed', { groupTo: 3 }],
    ['at another price', { price: pence(4_001) }],
    ['with volume prices that were not agreed', { volumeBands: [{ fromUnits: 50, unitPrice: pence(3_800) }] }],
    ['over before it was countersigned', { effectiveTo: localDate('2027-02-10') }],
  ])('not where one of its rates is %s', (_what, told) => {
    expect(isCarriedOut(award, { ...lists, rates: [{ ...first, ...told }, ...otherRates] })).toBe(false);
  });

  test('a rate whose last day is the one of the countersignature counts; without a countersignature none does', () => {
    expect(isCarriedOut(award, { ...lists, rates: [{ ...first, effectiveTo: localDate('2027-02-11') }, ...otherRates] })).toBe(true);
    const { agreement } = award;
    if (!agreement) throw new Error('no agreement');
    expect(isCarriedOut({ ...award, agreement: { ...agreement, countersignedOn: undefined } }, lists)).toBe(false);
    expect(isCarriedOut({ ...award, agreement: undefined }, lists)).toBe(false);
  });

  test.each([
    ['missing', { ref: 'S-00009' }],
    ["another provider's", { providerRef: 'P-0001' }],
    ['in another lot', { lotKey: 'AP-2027-2' }],
  ])('not where one of its services is %s', (_what, told) => {
    expect(isCarriedOut(award, { ...lists, services: [{ ...service, ...told }, ...otherServices] })).toBe(false);
  });
});

describe('the prices of an award are held by the book', () => {
  const [line, ...others] = lists.book.lines as [BookLine, ...BookLine[]];
  const bookWith = (told: Partial<BookLine>): PriceBook => ({ ...lists.book, lines: [{ ...line, ...told }, ...others] });

  test('where every price is a line of it, as it was agreed and in that state', () => {
    expect(pricesAreHeld(award, lists.book, 'approved')).toBe(true);
    expect(pricesAreHeld(award, lists.book, 'reserved')).toBe(false);
    expect(pricesAreHeld(award, undefined, 'approved')).toBe(false);
    expect(pricesAreHeld({ ...award, prices: [...award.prices, aPriceLine({ serviceRef: 'S-00003' })] }, lists.book, 'approved')).toBe(
      false,
    );
  });

  test.each<[string, Partial<BookLine>]>([
    ["another award's", { awardRef: 'AW-OTHER' }],
    ['reserved only', { state: 'reserved' }],
    ['of another service', { serviceRef: 'S-00009' }],
    ['for another unit', { unit: 'week' }],
    ['of another lot', { lotKey: 'AP-2027-2' }],
    ['at another price', { price: pence(4_001) }],
    ['with volume prices that were not agreed', { volumeBands: [{ fromUnits: 50, unitPrice: pence(3_800) }] }],
  ])('not where one is %s', (_what, told) => {
    expect(pricesAreHeld(award, bookWith(told), 'approved')).toBe(false);
  });
});
