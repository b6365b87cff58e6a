import { criteriaFault, criteriaSentence } from './criteria.ts';
import { aLotCriteria } from './round.fixture.ts';

const lots = ['AP-2027-1', 'AP-2027-2'];
const fault = (told: Parameters<typeof aLotCriteria>[0]) => {
  const found = criteriaFault([aLotCriteria(), aLotCriteria({ lotKey: 'AP-2027-2', ...told })], lots);
  return found && [found.code, found.field];
};

test.each<[string, Parameters<typeof aLotCriteria>[0], unknown]>([
  ['quality alone', { qualityWeight: 100, priceWeight: 0 }, undefined],
  ['price alone', { qualityWeight: 0, priceWeight: 100 }, undefined],
  ['less than 100 together', { qualityWeight: 80, priceWeight: 19 }, ['weights-not-valid', '/lots/1/qualityWeight']],
  ['more than all of one', { qualityWeight: 101, priceWeight: -1 }, ['weights-not-valid', '/lots/1/qualityWeight']],
  ['less than nothing of one', { qualityWeight: -1, priceWeight: 101 }, ['weights-not-valid', '/lots/1/qualityWeight']],
  ['halves', { qualityWeight: 89.5, priceWeight: 10.5 }, ['weights-not-valid', '/lots/1/qualityWeight']],
  ['a hair over a whole per cent', { qualityWeight: 90, priceWeight: 10.000000000000002 }, ['weights-not-valid', '/lots/1/qualityWeight']],
  ['no pass mark', { passMark: 0 }, undefined],
  ['all for a pass mark', { passMark: 100 }, undefined],
  ['more than all for a pass mark', { passMark: 101 }, ['number-not-allowed', '/lots/1/passMark']],
  ['half a per cent for a pass mark', { passMark: 50.5 }, ['number-not-allowed', '/lots/1/passMark']],
  ['a pass mark below nought', { passMark: -1 }, ['number-not-allowed', '/lots/1/passMark']],
  ['one award', { mostAwards: 1 }, undefined],
  ['no award', { mostAwards: 0 }, ['number-not-allowed', '/lots/1/mostAwards']],
  ['an award and a half', { mostAwards: 1.5 }, ['number-not-allowed', '/lots/1/mostAwards']],
  ['a lot of another framework', { lotKey: 'AP-2018-1' }, ['lot-not-known', '/lots/1/lotKey']],
  ['one lot twice', { lotKey: 'AP-2027-1' }, ['lot-not-known', '/lots/1/lotKey']],
])('row 14: a lot is ranked by %s, or not', (_what, told, expected) => expect(fault(told)).toEqual(expected));

test('a round is for one lot at least', () => {
  expect(criteriaFault([], lots)).toMatchObject({ code: 'lot-not-known', field: '/lots' });
});

test('applicants are told of the pass mark and of the most awards where there are any', () => {
  const middle =
    'Prices are compared per hour: the dearest of an application counts. Price points are the lowest price of those that pass, divided by the price, times 10. Equal totals are parted by quality, then by price; what is still equal shares its place.';
  expect(criteriaSentence(aLotCriteria({ passMark: 0 }))).toBe(`Quality 90%, price 10%. ${middle} Everyone who passes is awarded.`);
  expect(criteriaSentence(aLotCriteria({ mostAwards: 2 }))).toBe(
    `Quality 90%, price 10%. Quality below 50% of its points fails. ${middle} At most 2 are awarded, and whoever shares the last place.`,
  );
});
