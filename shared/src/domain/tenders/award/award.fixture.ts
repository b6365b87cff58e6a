import { aProvider } from '../../call-off/call-off.fixture.ts';
import { localDate } from '../../days/local-date.ts';
import { type Pence, pence } from '../../money/money.ts';
import { theProduct } from '../../people/person.ts';
import { anOffer } from '../application/application.fixture.ts';
import { someTerms } from '../framework/framework.fixture.ts';
import { acceptedTender } from '../machine.fixture.ts';
import { decidePriceBook } from '../prices/decide-price-book.ts';
import { aPriceLine } from '../prices/price-book.fixture.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { tenderRoles } from '../role.ts';
import { awardApprover, commissioner, evaluatorA, evaluatorB, given, lead, secondCommissioner } from '../tender.fixture.ts';
import type { Award } from './award.ts';
import type { AwardCommand, AwardFacts, BeginAward, ImportAward, ProposeAward } from './award-command.ts';
import type { AwardStatus } from './award-status.ts';
import type { ServiceProfile } from './awarded-service.ts';
import { decideAward } from './decide-award.ts';

/** Decided in January, with its notice published on Monday 1 February 2027: nothing is sent before Thursday 11 February. */
export const decidedAt = '2027-01-28T10:00:00Z';
export const noticeDay = '2027-02-01T15:00:00Z';
export const afterStandstill = '2027-02-11T09:00:00Z';

export const lotPrices = [
  aPriceLine({ lotKey: 'AP-2027-1' }),
  aPriceLine({ serviceRef: 'S-00002', lotKey: 'AP-2027-2', unit: 'day', price: pence(15_000) }),
];

/** What schools are told of a new service. */
export const aProfile = (told: Partial<ServiceProfile> = {}): ServiceProfile => ({
  summary: 'Two days a week in small groups.',
  kind: 'programme',
  type: 'off-site-provision',
  deliveryMode: 'off-site',
  keyStages: ['KS3'],
  needs: ['SEMH'],
  ageFrom: 11,
  ageTo: 14,
  ...told,
});

export const importAward = (told: Partial<ImportAward> = {}): ImportAward => ({
  ...given(commissioner),
  kind: 'import-award',
  frameworkRef: 'AP-2027',
  providerRef: 'P-0042',
  providerName: 'Blackmore Vale',
  portal: 'ProContract',
  noticeId: 'DN608441',
  evidenceUrl: 'https://council.sharepoint.example/tenders/DN608441',
  decidedOn: localDate('2027-01-20'),
  lots: [
    { lotKey: 'AP-2027-1', qualityPoints: 7_200, pricePoints: 800, total: 8_000, place: 1 },
    { lotKey: 'AP-2027-2', qualityPoints: 6_300, pricePoints: 1_000, total: 7_300 },
  ],
  prices: lotPrices,
  services: [],
  scorers: { kind: 'members', people: [evaluatorA, evaluatorB] },
  ...told,
});

export const proposeAward = (told: Partial<ProposeAward> = {}): ProposeAward => ({
  ...given(commissioner),
  kind: 'propose-award',
  frameworkRef: 'AP-2027',
  providerRef: 'P-0042',
  providerName: 'Blackmore Vale',
  roundRef: 'RD-2027',
  applicationRef: 'AP-RD-2027-P-0042',
  lotKeys: ['AP-2027-1'],
  prices: lotPrices.slice(0, 1),
  services: [],
  ...told,
});

/** One lot that the ranking recommends. */
export const anEvaluation = (told: Partial<NonNullable<AwardFacts['evaluation']>> = {}): NonNullable<AwardFacts['evaluation']> => ({
  lots: [
    {
      lotKey: 'AP-2027-1',
      status: 'recommended',
      line: {
        ref: 'AP-RD-2027-P-0042-AP-2027-1',
        failings: [],
        qualitySum: 400,
        qualityPoints: 7_200,
        price: 4_000 as Pence,
        pricePoints: 800,
        total: 8_000,
        place: 1,
        recommended: true,
      },
    },
  ],
  offers: [anOffer()],
  evaluators: [evaluatorA, evaluatorB],
  ...told,
});

export const awardFacts = (told: Partial<AwardFacts> = {}): AwardFacts => ({
  roles: tenderRoles,
  framework: { status: 'pending', kind: 'closed', terms: someTerms() },
  otherAwards: [],
  evaluation: anEvaluation(),
  book: undefined,
  provider: aProvider({ ref: 'P-0042', status: 'prospective', lotKeys: [] }),
  rates: [],
  members: [awardApprover, commissioner, secondCommissioner, lead, evaluatorA, evaluatorB],
  approvers: [awardApprover, commissioner, evaluatorA],
  services: lotPrices.map(({ serviceRef, lotKey }) => ({ ref: serviceRef, lotKey, providerRef: 'P-0042' })),
  ...told,
});

export const tryAward = (present: Award | undefined, command: BeginAward | AwardCommand, told: Partial<AwardFacts> = {}, now = decidedAt) =>
  decideAward(present, command, awardFacts(told), now);

/** The price book with the prices of an award reserved from the first day of the framework. */
export const aReservedBook = ({ ref, prices }: Pick<Award, 'ref' | 'prices'>): PriceBook =>
  acceptedTender(
    decidePriceBook(
      undefined,
      {
        ...given(theProduct),
        kind: 'reserve-prices',
        frameworkRef: 'AP-2027',
        providerRef: 'P-0042',
        awardRef: ref,
        from: localDate('2027-04-01'),
        lines: prices,
      },
      { roles: tenderRoles, terms: someTerms() },
      decidedAt,
    ),
  ).state;

export const aCheck = (told: Partial<Extract<AwardCommand, { kind: 'record-exclusion-check' }>> = {}) =>
  ({
    ...given(commissioner),
    kind: 'record-exclusion-check',
    outcome: 'clear',
    debarmentListCheckedOn: localDate('2027-01-27'),
    ...told,
  }) as const;
export const approve = () => ({ ...given(awardApprover), kind: 'approve-award' }) as const;
export const beginStandstill = () =>
  ({ ...given(commissioner), kind: 'begin-standstill', noticePublishedOn: localDate('2027-02-01') }) as const;
export const send = (sentOn = '2027-02-11') =>
  ({
    ...given(commissioner),
    kind: 'send-agreement',
    documentUrl: 'https://council.sharepoint.example/a.pdf',
    sentOn: localDate(sentOn),
  }) as const;
export const signature = (signedOn = '2027-02-11') =>
  ({
    ...given(commissioner),
    kind: 'record-signature',
    signedOn: localDate(signedOn),
    signatory: { name: 'Ada Kimmeridge', position: 'Director' },
    signedUrl: 'https://council.sharepoint.example/signed.pdf',
  }) as const;
export const countersign = () => ({ ...given(secondCommissioner), kind: 'countersign' }) as const;

/** An award in a state, by the commands that lead there from an import. */
export const anAwardThatIs = (
  status: Exclude<AwardStatus, 'rejected' | 'set-aside' | 'in-force'>,
  begin: BeginAward = importAward(),
): Award => {
  let state = acceptedTender(tryAward(undefined, begin)).state;
  const book = aReservedBook(state);
  const go = (command: AwardCommand, now = decidedAt): void => {
    if (state.status !== status) state = acceptedTender(tryAward(state, command, { book }, now)).state;
  };
  go(aCheck());
  go(approve());
  go(beginStandstill(), noticeDay);
  go(send(), afterStandstill);
  go(signature(), afterStandstill);
  go(countersign(), afterStandstill);
  return state;
};

/** The same facts, of a framework about which this is told. */
export const withFramework = (told: object) => ({ framework: { ...awardFacts().framework, ...told } });

/** The second person says no. */
export const rejectAward = { ...given(awardApprover), kind: 'reject-award', reason: 'The evidence does not match.' } as const;
