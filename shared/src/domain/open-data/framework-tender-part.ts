import type { LocalDate } from '../days/local-date.ts';
import { penceToPounds } from '../money/money.ts';
import { buyerTypeNames } from '../register/buyer-type.ts';
import { type Lot, lotExpiry } from '../register/lot.ts';
import type { LegalRegime } from '../tenders/framework/framework-terms.ts';
import type { Round } from '../tenders/round/round.ts';
import type { FrameworkFile } from './framework-file.ts';
import type { OcdsPeriod, OcdsTender, OcdsTenderStatus } from './ocds.ts';
import { authorityOf, named } from './party.ts';

/** R27: the law that the framework was let under, in words for whoever reads the data. */
const regimeWords: Readonly<Record<LegalRegime, string>> = {
  'pcr-2015': 'Public Contracts Regulations 2015',
  'pa-2023-light-touch': 'Procurement Act 2023, light touch contract',
  'pa-2023': 'Procurement Act 2023',
  'below-threshold': 'Below the threshold of the Procurement Act 2023',
};

export const beginning = (date: LocalDate): string => `${date}T00:00:00Z`;
const ending = (date: LocalDate): string => `${date}T23:59:59Z`;
/** An instant without parts of a second, so that the same one is always written in the same way. */
export const instantOf = (at: string): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** From when to when providers of a lot may be ordered from. */
export const lotPeriod = ({ framework }: FrameworkFile, lot: Lot | undefined): OcdsPeriod => ({
  startDate: beginning(framework.liveFrom),
  endDate: ending(lot ? lotExpiry(lot, framework) : framework.expiresOn),
});

/** The rounds that were published, the earliest first. */
export const publishedRounds = ({ rounds }: FrameworkFile): readonly Round[] =>
  rounds.filter(({ status }) => status !== 'draft').sort((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt));

/** When the last chance to apply ended or ends; `undefined` where nobody recorded it. */
export const closesAt = (file: FrameworkFile): string | undefined =>
  [...publishedRounds(file).map((round) => round.closesAt), file.tender?.terms.competition?.closedAt]
    .flatMap((at) => (at === undefined ? [] : [instantOf(at)]))
    .sort()
    .at(-1);

/** The framework as a tender: R29's terms, its lots, who may buy, and how call-offs are made. What was not stated is left out. */
export const tenderPart = (file: FrameworkFile, status: OcdsTenderStatus): OcdsTender => {
  const { framework, tender, lots, policy } = file;
  const terms = tender?.terms;
  const opens = publishedRounds(file)[0]?.opensAt;
  const closes = terms?.kind === 'open' ? ending(framework.expiresOn) : closesAt(file);
  const buyers = framework.eligibleBuyerTypes.map((type) => buyerTypeNames[type]).join('; ');
  return {
    id: framework.ref,
    title: framework.name,
    ...(terms ? { description: terms.scope } : {}),
    status,
    procuringEntity: named(authorityOf(framework, policy)),
    ...(framework.maxValue === undefined ? {} : { value: { amount: penceToPounds(framework.maxValue), currency: 'GBP' } }),
    procurementMethod: 'selective',
    ...(terms ? { procurementMethodDetails: regimeWords[terms.legalRegime] } : {}),
    mainProcurementCategory: 'services',
    ...(terms ? { awardCriteria: 'ratedCriteria', awardCriteriaDetails: terms.selectionProcess } : {}),
    ...(closes === undefined ? {} : { tenderPeriod: { ...(opens === undefined ? {} : { startDate: instantOf(opens) }), endDate: closes } }),
    contractPeriod: { startDate: beginning(framework.liveFrom), endDate: ending(framework.expiresOn) },
    lots: [...lots]
      .sort((a, b) => a.number - b.number)
      .map((lot) => ({
        id: lot.key,
        title: lot.name,
        ...(lot.description === undefined ? {} : { description: lot.description }),
        contractPeriod: lotPeriod(file, lot),
      })),
    techniques: {
      hasFrameworkAgreement: true,
      frameworkAgreement: {
        method: framework.permittedBases.length === 0 ? 'withReopeningCompetition' : 'withAndWithoutReopeningCompetition',
        buyerCategories: buyers === '' ? 'None' : buyers,
        ...(terms?.termReason === undefined ? {} : { periodRationale: terms.termReason }),
      },
    },
  };
};
