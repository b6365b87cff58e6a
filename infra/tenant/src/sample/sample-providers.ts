import { addDays, type LocalDate } from '@ap/shared/domain/days/local-date';
import type { VatTreatment } from '@ap/shared/domain/money/vat-treatment';
import type { Lot } from '@ap/shared/domain/register/lot';
import type { OrganisationType, Provider, ProviderSite } from '@ap/shared/domain/register/provider';
import { type Random, randomFor } from './random.ts';

export const providerCount = 64;
/** The providers that show what a hold looks like. All others are active. */
export const suspendedProvider = 'P-0007';
export const pausedProvider = 'P-0023';

/** Every sample text that a person reads begins so. */
export const synthetic = 'Synthetic sample data:';

const beginnings = [
  'Quill',
  'Bram',
  'Thistle',
  'Ember',
  'Marl',
  'Larch',
  'Otter',
  'Pebble',
  'Saffron',
  'Tarn',
  'Velvet',
  'Yarrow',
  'Fennel',
  'Wren',
  'Copper',
  'Juniper',
];
const endings = ['stead', 'mere', 'combe', 'holt'];

const trades: Readonly<Record<number, readonly string[]>> = {
  1: ['Engagement Project', 'Outdoor Learning', 'Youth Mentors', 'New Start Centre'],
  2: ['Therapy Rooms', 'Counselling', 'Therapeutic Farm', 'Psychology Practice'],
  3: ['Learning Centre', 'Skills Yard', 'Vocational Workshop', 'Bridge School'],
  4: ['Tuition', 'Teachers', 'Online School', 'Classroom Support'],
};

const outcodes = [
  'DT1',
  'DT2',
  'DT3',
  'DT4',
  'DT5',
  'DT6',
  'DT7',
  'DT8',
  'DT9',
  'DT10',
  'DT11',
  'BH16',
  'BH19',
  'BH20',
  'BH21',
  'BH22',
  'BH23',
  'BH31',
  'SP7',
  'SP8',
];

const vatOf: Readonly<Record<OrganisationType, readonly VatTreatment[]>> = {
  company: ['standard-rated', 'standard-rated', 'not-registered'],
  charity: ['exempt-education', 'exempt-health-or-welfare', 'not-registered'],
  'community-interest-company': ['not-registered', 'standard-rated', 'exempt-education'],
  'sole-trader': ['not-registered', 'exempt-education'],
  school: ['exempt-education'],
  college: ['exempt-education'],
  'public-body': ['outside-scope'],
};

const legalForms: Readonly<Record<OrganisationType, string>> = {
  company: ' Ltd',
  charity: ' Trust',
  'community-interest-company': ' CIC',
  'sole-trader': '',
  school: '',
  college: '',
  'public-body': '',
};

export const refOf = (prefix: string, number: number, digits: number): string => `${prefix}-${String(number).padStart(digits, '0')}`;

/** The lot that a provider mainly works on: providers take turns, so that every lot has a quarter of them. */
export const mainLot = (index: number): number => (index % 4) + 1;

const lotNumbers = (index: number, random: Random): readonly number[] => {
  const second = (mainLot(index) % 4) + 1;
  return random.whole(1, 10) <= 6 ? [mainLot(index), second].sort() : [mainLot(index)];
};

const typeOf = (lot: number, tradeWord: string, random: Random): OrganisationType => {
  if (tradeWord === 'Bridge School') return 'school';
  if (tradeWord === 'Psychology Practice') return 'sole-trader';
  return random.pick(
    lot === 4 ? ['company', 'company', 'community-interest-company'] : ['company', 'charity', 'community-interest-company'],
  );
};

const held = (ref: string, today: LocalDate): Pick<Provider, 'status' | 'statusReason'> => {
  if (ref === suspendedProvider)
    return { status: 'suspended', statusReason: `Sample: suspended on ${addDays(today, -9)} while a concern is looked into` };
  if (ref === pausedProvider) return { status: 'paused', statusReason: 'Sample: takes no new placements this term' };
  return { status: 'active' };
};

const makeProvider = (seed: string, index: number, lots: readonly Lot[], today: LocalDate): Provider => {
  const ref = refOf('P', index + 1, 4);
  const random = randomFor(seed, ref);
  // Each round of sixteen shifts endings and trades by one, so that no two names look like branches of one firm.
  const round = Math.floor(index / beginnings.length);
  const stem = `${beginnings[index % beginnings.length]}${endings[(index + round) % endings.length]}`;
  const trade = trades[mainLot(index)]?.[(Math.floor(index / 4) + round) % 4] ?? '';
  const tradingName = `${stem} ${trade}`;
  const organisationType = typeOf(mainLot(index), trade, random);
  const domain = `${tradingName.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
  const registeredSchool = organisationType === 'school';
  return {
    ref,
    // '(sample)' is part of the legal name, so that no list, card or letter can show it as somebody's.
    legalName: `${tradingName}${legalForms[organisationType]} (sample)`,
    tradingName,
    organisationType,
    // 99... is outside the numbers that the registers give out.
    ukprn: organisationType === 'sole-trader' ? undefined : `99${String(index + 1).padStart(6, '0')}`,
    urn: registeredSchool ? `999${String(index + 1).padStart(3, '0')}` : undefined,
    companyNumber: organisationType === 'company' ? `99${String(index + 1).padStart(6, '0')}` : undefined,
    registeredSchool,
    ...held(ref, today),
    vatTreatment: random.pick(vatOf[organisationType]),
    lotKeys: lotNumbers(index, random).map((number) => lots[number - 1]?.key ?? ''),
    email: `referrals@${domain}`,
    // Numbers that Ofcom keeps for drama: nobody answers them.
    phone: `01632 960${String(index + 1).padStart(3, '0')}`,
    website: `https://${domain}`,
    summary: `${synthetic} an invented provider for trying out the framework. It does not exist and takes no referrals.`,
  };
};

const sitesOf = (seed: string, provider: Provider): readonly ProviderSite[] => {
  const random = randomFor(seed, `${provider.ref} sites`);
  const places = random.pickSome(outcodes, random.whole(1, 10) <= 3 ? 2 : 1);
  return places.map((outcode, index) => ({
    ref: `${provider.ref}-S${index + 1}`,
    providerRef: provider.ref,
    name: index === 0 ? `${provider.tradingName} (sample site)` : `${provider.tradingName} second site (sample)`,
    outcode,
    // 9ZZ is not in use in these districts: a place on the map, nobody's address.
    postcode: `${outcode} 9ZZ`,
  }));
};

/** Invented providers and where they work. `lots` are the four lots of the current framework, in order. */
export const sampleProviders = (
  seed: string,
  lots: readonly Lot[],
  today: LocalDate,
): { readonly providers: readonly Provider[]; readonly sites: readonly ProviderSite[] } => {
  const providers = Array.from({ length: providerCount }, (_, index) => makeProvider(seed, index, lots, today));
  return { providers, sites: providers.flatMap((provider) => sitesOf(seed, provider)) };
};
