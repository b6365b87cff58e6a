import type { SamplePerson } from '@ap/local/sample/people';
import { defaultApprovalPolicy } from '@ap/shared/domain/approvals/approval-policy';
import { defaultPlacementGuidance } from '@ap/shared/domain/call-off/placement-guidance';
import type { LocalDate } from '@ap/shared/domain/days/local-date';
import { defaultVatPolicy } from '@ap/shared/domain/money/vat-basis';
import { leastBuyers, leastPupils, samplePrefix } from '@ap/shared/domain/open-data/open-data-policy';
import type { Membership } from '@ap/shared/domain/people/membership';
import { defaultThreshold } from '@ap/shared/domain/quality/registration-load';
import { firstStandards } from '@ap/shared/domain/quality/standards-catalogue';
import { usualTermSetting } from '@ap/shared/domain/tenders/framework/framework-terms';
import { buyerMembers, fromMembership } from '@ap/shared/lists/buyer-members';
import { buyers, fromBuyer } from '@ap/shared/lists/buyers';
import { encodeFields } from '@ap/shared/lists/codec';
import { events, fromEvent } from '@ap/shared/lists/events';
import { frameworks, fromFramework, fromFrameworkTender } from '@ap/shared/lists/frameworks';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { fromLot, lots } from '@ap/shared/lists/lots';
import { fromNotice, notices } from '@ap/shared/lists/notices';
import { fromProviderSite, providerSites } from '@ap/shared/lists/provider-sites';
import { fromProvider, providers } from '@ap/shared/lists/providers';
import { fromQaCheck, qaChecks } from '@ap/shared/lists/qa-checks';
import { dutyCommissioners, fromDutyCommissioner } from '@ap/shared/lists/quality/duty-commissioners';
import { fromStandard, standards } from '@ap/shared/lists/quality/standards';
import { fromRate, rateCards } from '@ap/shared/lists/rate-cards';
import { fromService, services } from '@ap/shared/lists/services';
import { type SettingFields, type SettingTitle, settings } from '@ap/shared/lists/settings';
import { fromSurvey, surveys } from '@ap/shared/lists/surveys';
import { applicationRounds, fromRound } from '@ap/shared/lists/tenders/application-rounds';
import type { CsvRow } from '../read-csv.ts';
import { personOf, sampleBuyers } from './sample-buyers.ts';
import { sampleEvents } from './sample-events.ts';
import { sampleFrameworks } from './sample-frameworks.ts';
import { sampleNotice } from './sample-notice.ts';
import { sampleProviders } from './sample-providers.ts';
import { sampleQaChecks } from './sample-qa-checks.ts';
import { sampleRates } from './sample-rates.ts';
import { sampleRound } from './sample-round.ts';
import { sampleOffers } from './sample-services.ts';
import { sampleSurvey } from './sample-survey.ts';

/** What the sample is made from. The same facts give the same rows, to the byte. */
export interface SampleFacts {
  readonly seed: string;
  readonly today: LocalDate;
  readonly schools: readonly CsvRow[];
  readonly councilTenantId: string;
  /** Invented people, for the local run only: a real tenant has its own. */
  readonly people: readonly SamplePerson[];
}

/** The rows of one list, encoded as Graph takes them on create. */
export interface ListRows {
  readonly list: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const rowsOf = <L extends ListDefinition>(list: L, fields: readonly Fields<L>[]): ListRows => ({
  list: list.title,
  rows: fields.map((row) => encodeFields(list, row as Partial<Fields<L>>, 'create')),
});

const policySetting: SettingFields = {
  Title: 'approval-policy',
  Value: JSON.stringify(defaultApprovalPolicy, undefined, 2),
  Explanation:
    'Who approves a request, in order, for each payer. "buyer" is an approver of the school or department that asks; "council" is the ' +
    'council\'s own officer for that money. A step may carry "above" (in pence, VAT included): it is then needed only above that total. ' +
    'Each approver decides up to the limit in the list BuyerMembers, never on a request of their own and never on two steps of one request. ' +
    'A value that cannot be read is refused: no request can be sent until it is mended.',
};

const thresholdSetting: SettingFields = {
  Title: 'registration-threshold',
  Value: JSON.stringify(defaultThreshold, undefined, 2),
  Explanation:
    'Where a provider that is no registered school would have to register, as the Department for Education generally sees it: pupils of compulsory school age ' +
    'for more than "fullTimeAbove" hours a week ("pupils" of them, or "withPlan" with an EHC plan or looked after). A request that would come to it is refused. ' +
    'The "near" numbers say when commissioners are warned. A working view, not a line in law: check it when the guidance changes.',
};

const termSetting: SettingFields = {
  Title: 'framework-terms',
  Value: JSON.stringify(usualTermSetting, undefined, 2),
  Explanation:
    'How many months a light touch framework may last without a reason, and the value in pence, VAT included, from which its contracts are regulated. ' +
    'The threshold changes every two years: check it each January.',
};

const vatSetting: SettingFields = {
  Title: 'vat-policy',
  Value: JSON.stringify(defaultVatPolicy, undefined, 2),
  Explanation:
    'The types of buyers that usually cannot recover VAT: they compare prices with VAT unless they ask otherwise, all others without. "source" and "edition" say where ' +
    'that was read. It changes no price and is no advice: what a buyer can recover is for whoever keeps its accounts.',
};

const guidanceSetting: SettingFields = {
  Title: 'placement-guidance',
  Value: JSON.stringify(defaultPlacementGuidance, undefined, 2),
  Explanation:
    'What whoever asks for a long placement at a provider that is no registered school is told: the Department for Education plans at most "longestWeeks", or ' +
    '"sessionsAWeek" for longer. It stops no request, because it is not law. "source" and "edition" say where that was read: change them with the numbers.',
};

/** The prefix is that of the standard's own examples: a council registers its own before it publishes anything. */
const openDataSetting: SettingFields = {
  Title: 'open-data',
  Value: JSON.stringify(
    {
      ocidPrefix: samplePrefix,
      publisher: { name: 'Dorset sample council', scheme: 'XX-SAMPLE', uid: 'DORSET' },
      publishedUnder: 'https://council.example/open-data/',
      fewestPupils: 2 * leastPupils,
      fewestBuyers: leastBuyers,
    },
    undefined,
    2,
  ),
  Explanation:
    `SAMPLE: the prefix ${samplePrefix} is that of the examples of the Open Contracting Data Standard, for trying only. Before the council publishes, register a ` +
    "prefix with the Open Contracting Partnership and put it here, with the council's name and identifier and the web address under which the files will lie " +
    '(it ends with a slash). The sum of a group of call-offs is told from "fewestPupils" pupils and "fewestBuyers" buyers on; five and three at least.',
};

const phoneRow = (Title: SettingTitle, Value: string, Explanation: string): SettingFields => ({ Title, Value, Explanation });

/** Numbers that Ofcom keeps for drama: nobody answers them. A council sets its own before anybody reports a concern. */
const phoneSettings: readonly SettingFields[] = [
  phoneRow(
    'mash-name',
    'Multi-agency safeguarding hub (MASH)',
    "What the council calls the team that takes worries about a child's safety.",
  ),
  phoneRow('mash-phone', '01632 960001', 'Shown first to whoever reports a concern, with 999.'),
  phoneRow('mash-out-of-hours-phone', '01632 960002', 'The same, for evenings, nights and weekends.'),
  phoneRow('lado-name', 'Local authority designated officer (LADO)', 'Whom to ring about somebody who works with children.'),
  phoneRow('lado-phone', '01632 960003', 'Shown first to whoever reports a concern, with 999.'),
  phoneRow('commissioning-phone', '01632 960004', 'The one number that buyers are given when a provider is paused for new orders.'),
];

const membershipsOf = (people: readonly SamplePerson[]): readonly Membership[] =>
  people.flatMap((person) =>
    person.memberships.map(({ buyerRef, roles, approvalLimit, payers = [] }) => ({
      buyerRef,
      person: personOf(person),
      roles,
      status: 'active' as const,
      approvalLimit,
      payers,
    })),
  );

/** Every row of the sample, list by list, in the order in which they are written. */
export const sampleRegister = ({ seed, today, schools, councilTenantId, people }: SampleFacts): readonly ListRows[] => {
  const { past, current, lots: allLots } = sampleFrameworks(today);
  const commissioner = people.find(({ memberships }) => memberships.some(({ roles }) => roles.includes('commissioner')));
  const taking = commissioner && sampleRound(today, personOf(commissioner));
  const currentLots = allLots.filter(({ frameworkRef }) => frameworkRef === current.ref);
  const { providers: all, sites } = sampleProviders(seed, currentLots, today);
  const offers = sampleOffers(seed, all, sites, today);
  return [
    rowsOf(settings, [policySetting, thresholdSetting, termSetting, vatSetting, guidanceSetting, openDataSetting, ...phoneSettings]),
    rowsOf(frameworks, [
      fromFramework(past, 'Name, lots and dates are those of the framework of 2018; nothing was bought on it here'),
      fromFramework(current, 'Synthetic sample data'),
      ...(taking ? [fromFrameworkTender(taking.framework)] : []),
    ]),
    rowsOf(applicationRounds, taking ? [fromRound(taking.round)] : []),
    rowsOf(events, commissioner ? sampleEvents(today, personOf(commissioner)).map(fromEvent) : []),
    rowsOf(notices, commissioner ? [fromNotice(sampleNotice(today, personOf(commissioner)))] : []),
    rowsOf(surveys, commissioner ? [fromSurvey(sampleSurvey(today, personOf(commissioner)))] : []),
    rowsOf(lots, [...allLots, ...(taking?.lots ?? [])].map(fromLot)),
    rowsOf(providers, all.map(fromProvider)),
    rowsOf(providerSites, sites.map(fromProviderSite)),
    rowsOf(
      services,
      offers.map(({ service }) => fromService(service)),
    ),
    rowsOf(rateCards, sampleRates(seed, offers, current, today).map(fromRate)),
    rowsOf(qaChecks, sampleQaChecks(seed, all, today).map(fromQaCheck)),
    rowsOf(standards, firstStandards.map(fromStandard)),
    rowsOf(
      buyers,
      sampleBuyers(schools, councilTenantId, people).map(({ buyer, note }) => fromBuyer(buyer, note)),
    ),
    rowsOf(buyerMembers, membershipsOf(people).map(fromMembership)),
    rowsOf(
      dutyCommissioners,
      people.filter(({ onDuty }) => onDuty).map((person) => fromDutyCommissioner(personOf(person))),
    ),
  ];
};
