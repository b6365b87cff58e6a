import { type CommissioningPlace, commissioningPlace, fromCommissioningPath } from './commissioning-place.ts';
import { fromPath, toPath } from './place.ts';

const read = (address: string): CommissioningPlace | undefined => {
  const place = fromPath(address);
  return place.at === 'commissioning' ? fromCommissioningPath(place.path) : undefined;
};

it.each<readonly [CommissioningPlace, string]>([
  [{ at: 'home' }, '/commissioning'],
  [{ at: 'provider-changes' }, '/commissioning/provider-changes'],
  [{ at: 'imports' }, '/commissioning/imports'],
  [{ at: 'import', importId: '0123456789abcdef0123456789abcdef' }, '/commissioning/imports/0123456789abcdef0123456789abcdef'],
  [{ at: 'frameworks' }, '/commissioning/frameworks'],
  [{ at: 'framework', ref: 'AP-2027' }, '/commissioning/frameworks/AP-2027'],
  [{ at: 'rounds' }, '/commissioning/rounds'],
  [{ at: 'round-plan' }, '/commissioning/rounds/plan'],
  [{ at: 'round-plan', frameworkRef: 'AP-2027' }, '/commissioning/rounds/plan/AP-2027'],
  [{ at: 'round', ref: 'R-1' }, '/commissioning/rounds/R-1'],
  [{ at: 'round-change', ref: 'R-1' }, '/commissioning/rounds/R-1/change'],
  [{ at: 'evaluations' }, '/commissioning/evaluations'],
  [{ at: 'evaluation', roundRef: 'R-1' }, '/commissioning/evaluation/R-1'],
  [{ at: 'ranking', roundRef: 'R-1', lotKey: 'AP-2026-1' }, '/commissioning/evaluation/R-1/AP-2026-1'],
  [{ at: 'lot-application', ref: 'A-1-AP-2026-1' }, '/commissioning/lot-applications/A-1-AP-2026-1'],
  [{ at: 'sheets' }, '/commissioning/sheets'],
  [{ at: 'sheet', ref: 'S-1' }, '/commissioning/sheets/S-1'],
  [{ at: 'awards' }, '/commissioning/awards'],
  [{ at: 'award-import' }, '/commissioning/awards/import'],
  [{ at: 'award', ref: 'AW-1' }, '/commissioning/awards/AW-1'],
  [{ at: 'price-books', providerRef: 'P-0001' }, '/commissioning/prices/P-0001'],
  [{ at: 'price-book', providerRef: 'P-0001', frameworkRef: 'AP-2027' }, '/commissioning/prices/P-0001/AP-2027'],
  [{ at: 'quality' }, '/commissioning/quality'],
  [{ at: 'held' }, '/commissioning/quality/held'],
  [{ at: 'registration' }, '/commissioning/quality/registration'],
  [{ at: 'unmet-needs' }, '/commissioning/unmet-needs'],
  [{ at: 'choices' }, '/commissioning/choices'],
  [{ at: 'value' }, '/commissioning/value'],
  [{ at: 'open-data' }, '/commissioning/open-data'],
  [{ at: 'off-framework' }, '/commissioning/off-framework'],
  [{ at: 'limits' }, '/commissioning/limits'],
  [{ at: 'limits', ref: 'RL-P-0001' }, '/commissioning/limits/RL-P-0001'],
  [{ at: 'visits' }, '/commissioning/quality/visits'],
  [{ at: 'visit', ref: 'V-1' }, '/commissioning/quality/visits/V-1'],
  [{ at: 'passport', providerRef: 'P-0001' }, '/commissioning/quality/providers/P-0001'],
  [{ at: 'concerns' }, '/commissioning/concerns'],
  [{ at: 'concern', ref: 'CN-1' }, '/commissioning/concerns/CN-1'],
])('%j has an address that leads back to it', (page, address) => {
  expect(toPath(commissioningPlace(page))).toBe(address);
  expect(read(address)).toEqual(page);
});

it('an address of the area that is not known, or was cut short, leads to its first page', () => {
  for (const address of ['/commissioning/', '/commissioning/something/else', '/commissioning/provider-chan'])
    expect(read(address)).toEqual({ at: 'home' });
});

it('what begins with the same letters is no page of the area', () => {
  expect(read('/commissioningx/provider-changes')).toBeUndefined();
});
