import { aCheck, aFramework, aLot, aProvider, aRate, aService } from '@ap/shared/domain/call-off/call-off.fixture';
import { pence } from '@ap/shared/domain/money/money';
import { mandatoryStandards } from '@ap/shared/domain/quality/standard';
import { keyStages, needs } from '@ap/shared/domain/register/service';
import { fromFramework } from '@ap/shared/lists/frameworks';
import { fromLot } from '@ap/shared/lists/lots';
import { fromProviderSite } from '@ap/shared/lists/provider-sites';
import { fromProvider } from '@ap/shared/lists/providers';
import { fromQaCheck } from '@ap/shared/lists/qa-checks';
import { fromRate } from '@ap/shared/lists/rate-cards';
import { fromService } from '@ap/shared/lists/services';
import outcodes from '../../../functions/src/adapters/geography/outcodes.json' with { type: 'json' };
import { listsOfDirectory } from '../../../functions/src/adapters/sharepoint/directory-lists.fixture.ts';

const places = Object.keys(outcodes);
const what = [
  'Forest school',
  'Maths tutoring',
  'Art therapy',
  'Motor mechanics',
  'Animal care',
  'Mentoring',
  'Boxing gym',
  'Cookery',
  'Music studio',
];
const how = [
  'mornings',
  'for small groups',
  'one to one',
  'on the farm',
  'by the river',
  'for beginners',
  'with a qualification',
  'after an absence',
];
const text = 'A calm setting with a named adult for each pupil, a plan that is agreed with the school, and a report each half term.';
const one = <T>(of: readonly T[], number: number): T => of[number % of.length] as T;
const lots = 10;

/** Four services of each provider, with a site, a price and all mandatory checks: what a register of so many services holds. */
export const manyServices = (count: number): { readonly register: ReturnType<typeof listsOfDirectory>; readonly rows: number } => {
  const register = listsOfDirectory();
  let rows = 0;
  const put = (...told: Parameters<typeof register.put>): void => {
    rows += 1;
    register.put(...told);
  };
  const keys = Array.from({ length: lots }, (_, index) => `AP-2026-${index + 1}`);
  put('frameworks', 1, fromFramework(aFramework()));
  for (const [index, key] of keys.entries()) put('lots', index + 1, fromLot(aLot({ key, number: index + 1, name: `Lot ${index + 1}` })));
  for (let number = 1; number <= Math.ceil(count / 4); number += 1) {
    const ref = `P-${number}`;
    const site = `${ref}-S1`;
    put('providers', number, fromProvider(aProvider({ ref, tradingName: `Provider ${number} of ${one(places, number)}`, lotKeys: keys })));
    put(
      'providerSites',
      number,
      fromProviderSite({
        ref: site,
        providerRef: ref,
        name: 'Main site',
        postcode: `${one(places, number * 7)} 1AA`,
        outcode: one(places, number * 7),
      }),
    );
    for (const [index, standard] of mandatoryStandards.entries())
      put('qaChecks', number * 100 + index, fromQaCheck(aCheck(standard, { ref: `Q-${number}-${index}`, providerRef: ref })));
  }
  for (let number = 1; number <= count; number += 1) {
    const ref = `S-${number}`;
    const provider = `P-${Math.ceil(number / 4)}`;
    const told = {
      ref,
      providerRef: provider,
      siteRef: `${provider}-S1`,
      lotKey: one(keys, number),
      name: `${one(what, number)} ${one(how, number * 3)}`,
      summary: text,
      keyStages: [one(keyStages, number)],
      needs: [one(needs, number), one(needs, number + 3)],
    };
    put('services', number, fromService(aService(told)));
    put(
      'rateCards',
      number,
      fromRate(aRate({ ref: `R-${number}`, serviceRef: ref, lotKey: told.lotKey, price: pence(4_000 + (number % 90) * 100) })),
    );
  }
  return { register, rows };
};
