import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultApprovalTimes } from '@ap/shared/domain/approvals/approval-clock';
import { defaultApprovalPolicy } from '@ap/shared/domain/approvals/approval-policy';
import { defaultAttendancePolicy } from '@ap/shared/domain/attendance/attendance-policy';
import type { AuditEvent } from '@ap/shared/domain/audit-event';
import { defaultBlockPolicy } from '@ap/shared/domain/block-purchases/block-policy';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { aBuyer, aListing, councilTenant, now, officers, schoolMembers } from '@ap/shared/domain/call-off/call-off.fixture';
import { defaultPlacementGuidance } from '@ap/shared/domain/call-off/placement-guidance';
import type { FeatureName } from '@ap/shared/domain/features/features';
import type { FinancialYear } from '@ap/shared/domain/ledgers/financial-year';
import type { Ledger } from '@ap/shared/domain/ledgers/ledger';
import { defaultLimitPolicy } from '@ap/shared/domain/ledgers/share-rules';
import type { Pence } from '@ap/shared/domain/money/money';
import { rateContent } from '@ap/shared/domain/money/rate-card';
import { defaultVatPolicy } from '@ap/shared/domain/money/vat-basis';
import type { OpenDataPolicy } from '@ap/shared/domain/open-data/open-data-policy';
import { defaultOrderPolicy } from '@ap/shared/domain/orders/order-policy';
import type { Membership } from '@ap/shared/domain/people/membership';
import type { Person } from '@ap/shared/domain/people/person';
import { defaultQualityPolicy } from '@ap/shared/domain/quality/quality-policy';
import { defaultThreshold } from '@ap/shared/domain/quality/registration-load';
import type { SafeguardingPhones } from '@ap/shared/domain/quality/whom-to-ring';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { frameworkIsLive } from '@ap/shared/domain/register/framework';
import { lotIsLive } from '@ap/shared/domain/register/lot';
import type { ListingFacts } from '@ap/shared/domain/register/service-may-be-ordered';
import { usualTermSetting } from '@ap/shared/domain/tenders/framework/framework-terms';
import type { Baseline } from '@ap/shared/domain/value-for-money/baseline';
import { blockPurchases, fromBlockPurchase, toBlockPurchase } from '@ap/shared/lists/block-purchases';
import { enquiries, fromEnquiry, toEnquiry } from '@ap/shared/lists/enquiries';
import { events, fromEvent, toEvent } from '@ap/shared/lists/events';
import { fromLedger, ledgers, toLedger } from '@ap/shared/lists/ledgers';
import { fromNotice, notices, toNotice } from '@ap/shared/lists/notices';
import { fromOffFramework, offFramework, toOffFramework } from '@ap/shared/lists/off-framework';
import { fromProviderChange, providerChanges, toProviderChange } from '@ap/shared/lists/provider-changes';
import { fromOrderReviews, reviews, toOrderReviews } from '@ap/shared/lists/reviews';
import { fromAttendanceDay, sessions, toAttendanceDay } from '@ap/shared/lists/sessions';
import { fromSurveyResponse, surveyResponses, toSurveyResponse } from '@ap/shared/lists/survey-responses';
import { fromSurvey, surveys, toSurvey } from '@ap/shared/lists/surveys';
import { pdfPapers } from '../../functions/src/adapters/pdf-papers.ts';
import { secrets } from '../../functions/src/adapters/secrets.ts';
import { atPace } from '../../functions/src/effects/pace.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import { memoryAudit } from './memory-audit.ts';
import { memoryAwarded } from './memory-awarded.ts';
import { memoryBuyers } from './memory-buyers.ts';
import { type BotTrouble, memoryCards, type SentCardRecord } from './memory-cards.ts';
import { memoryChoices } from './memory-choices.ts';
import { memoryDirectory } from './memory-directory.ts';
import { memoryDrafts } from './memory-drafts.ts';
import { type MemoryEffects, memoryEffects } from './memory-effects.ts';
import { type MemoryFeed, memoryFeed } from './memory-feed.ts';
import { memoryInvoices } from './memory-invoices.ts';
import { memoryLinks } from './memory-links.ts';
import { memoryMail } from './memory-mail.ts';
import { memoryNoticePictures } from './memory-notice-pictures.ts';
import { memoryNoticeSends } from './memory-notice-sends.ts';
import { memoryPace } from './memory-pace.ts';
import { memoryProviders } from './memory-providers.ts';
import { type MemoryQuality, memoryQuality } from './memory-quality.ts';
import { type MemoryRecords, memoryRecords } from './memory-records.ts';
import { type MemoryRegister, memoryRegister } from './memory-register.ts';
import { memorySavedSearches } from './memory-saved-searches.ts';
import { memoryShortlists } from './memory-shortlists.ts';
import { memoryTenders } from './memory-tenders.ts';
import { memoryUnmetNeeds } from './memory-unmet-needs.ts';
import { memoryValue } from './memory-value.ts';
import { memoryWelcomes } from './memory-welcomes.ts';

/** Everything outside the product, in memory: what the register says can be changed, and what left is kept to be looked at. */
export interface World {
  readonly ports: Ports;
  readonly callOffs: MemoryRegister;
  readonly effects: MemoryEffects;
  /** What the lists say at the moment. */
  readonly facts: {
    listing: ListingFacts;
    buyer: Buyer;
    otherBuyers: readonly Buyer[];
    members: readonly Membership[];
    officers: readonly Membership[];
    onDuty: readonly Person[];
    phones: SafeguardingPhones;
    openData: OpenDataPolicy | undefined;
    switchedOff: readonly FeatureName[];
    /** What a buyer may commit in a year, by `113800 2026-27`. */
    readonly budgets: Map<string, Pence>;
    baselines: readonly Baseline[];
  };
  readonly clock: { now: string };
  readonly cards: SentCardRecord[];
  readonly updates: SentCardRecord[];
  /** Answers in a conversation, by its id; and how often the bot showed that it is at work. */
  readonly replies: SentCardRecord[];
  readonly typing: { count: number };
  readonly feed: MemoryFeed;
  readonly ledgers: MemoryRecords<typeof ledgers, Ledger>;
  readonly blockRows: Pick<MemoryRecords<typeof blockPurchases, BlockPurchase>, 'touch'>;
  readonly quality: MemoryQuality;
  readonly mails: { readonly to: string; readonly subject: string; readonly html: string }[];
  readonly audit: AuditEvent[];
  readonly log: { readonly name: string; readonly ids: Readonly<Record<string, string | number | undefined>> }[];
  /** What fails at the moment; and the one tenant whose people the bot reaches, where it does not reach all. */
  readonly down: BotTrouble & { mail: boolean; feed: boolean };
}

/** Where the build takes them from. */
const fonts = pathToFileURL(createRequire(path.resolve('package.json')).resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The council department whose officers approve council money. */
const department = aBuyer({ ref: 'CD-SEND', name: 'SEND department', type: 'council-department', tenantIds: [councilTenant] });

export const memoryWorld = (): World => {
  const callOffs = memoryRegister();
  const effects = memoryEffects();
  const audit = memoryAudit();
  const facts: World['facts'] = {
    listing: aListing(),
    buyer: aBuyer(),
    otherBuyers: [],
    members: schoolMembers,
    officers,
    onDuty: [],
    phones: { mash: '01632 960001', lado: '01632 960003' },
    openData: undefined,
    switchedOff: [],
    budgets: new Map(),
    baselines: [],
  };
  const down: World['down'] = { cards: false, mail: false, feed: false, onlyTenant: undefined };
  const cards = memoryCards(down);
  const mail = memoryMail(down);
  const feed = memoryFeed(down);
  const log: World['log'] = [];
  const clock = { now };
  const ledgerRegister = memoryRecords(ledgers, { toState: toLedger, fromState: fromLedger });
  const blockRows = memoryRecords(blockPurchases, { toState: toBlockPurchase, fromState: fromBlockPurchase });
  const invoices = memoryInvoices();
  const quality = memoryQuality(() => facts.listing.qaChecks);
  /** What the lists say of the one service, with what was decided about its provider. */
  const listing = (): ListingFacts => ({
    ...facts.listing,
    qaChecks: quality.qaChecks(),
    standing: quality.standingOf(facts.listing.provider?.ref ?? '') ?? facts.listing.standing,
  });
  const ports: Ports = {
    clock: { now: () => clock.now },
    callOffs,
    effects,
    audit,
    ...atPace({ cards, feed, pace: memoryPace(), clock: { now: () => clock.now } }),
    mail,
    providers: memoryProviders(listing, (next) => {
      facts.listing = { ...facts.listing, ...next };
    }),
    sessions: memoryRecords(sessions, { toState: toAttendanceDay, fromState: fromAttendanceDay }),
    reviews: memoryRecords(reviews, { toState: toOrderReviews, fromState: fromOrderReviews }),
    enquiries: memoryRecords(enquiries, { toState: toEnquiry, fromState: fromEnquiry }),
    notices: memoryRecords(notices, { toState: toNotice, fromState: fromNotice }),
    events: memoryRecords(events, { toState: toEvent, fromState: fromEvent }),
    noticeSends: memoryNoticeSends(),
    surveys: memoryRecords(surveys, { toState: toSurvey, fromState: fromSurvey }),
    surveyResponses: memoryRecords(surveyResponses, { toState: toSurveyResponse, fromState: fromSurveyResponse }),
    noticePictures: memoryNoticePictures(),
    offFramework: memoryRecords(offFramework, { toState: toOffFramework, fromState: fromOffFramework }),
    invoices,
    providerChanges: memoryRecords(providerChanges, { toState: toProviderChange, fromState: fromProviderChange }),
    tenders: memoryTenders(),
    awarded: memoryAwarded(
      () => facts.listing,
      (next) => {
        facts.listing = { ...facts.listing, ...next };
      },
    ),
    quality,
    ledgers: ledgerRegister,
    blockPurchases: blockRows,
    value: memoryValue({
      callOffs,
      blockPurchases: blockRows,
      invoices,
      rates: () => facts.listing.rates,
      baselines: () => facts.baselines,
    }),
    budgets: { allocated: async (buyerRef, year: FinancialYear) => facts.budgets.get(`${buyerRef} ${year}`) },
    lots: {
      all: async () => [facts.listing.lot].flatMap((lot) => (lot ? [lot] : [])),
      of: async (frameworkRef) => [facts.listing.lot].flatMap((lot) => (lot?.frameworkRef === frameworkRef ? [lot] : [])),
      live: async (on) => {
        const { lot, framework } = facts.listing;
        return new Set(lot && framework && frameworkIsLive(framework, on) && lotIsLive(lot, framework, on) ? [lot.key] : []);
      },
    },
    buyers: memoryBuyers({
      buyers: () => [facts.buyer, ...facts.otherBuyers, department],
      members: () => [...facts.members, ...facts.officers],
      write: (members) => {
        facts.members = members.filter(({ buyerRef }) => buyerRef !== department.ref);
        facts.officers = members.filter(({ buyerRef }) => buyerRef === department.ref);
      },
    }),
    policies: {
      approvalPolicy: async () => defaultApprovalPolicy,
      approvalTimes: async () => defaultApprovalTimes,
      qualityPolicy: async () => defaultQualityPolicy,
      thresholdPolicy: async () => defaultThreshold,
      placementGuidance: async () => defaultPlacementGuidance,
      limitPolicy: async () => defaultLimitPolicy,
      attendancePolicy: async () => defaultAttendancePolicy,
      vatPolicy: async () => defaultVatPolicy,
      orderPolicy: async () => defaultOrderPolicy,
      blockPolicy: async () => defaultBlockPolicy,
      termSetting: async () => usualTermSetting,
      openDataPolicy: async () => facts.openData,
      features: async () => ({ off: facts.switchedOff }),
      safeguardingPhones: async () => facts.phones,
      commissioningPhone: async () => '01632 960004',
      dutyCommissioners: async () => facts.onDuty,
    },
    directory: memoryDirectory(listing, () => clock.now),
    drafts: memoryDrafts(),
    shortlists: memoryShortlists(),
    choices: memoryChoices(),
    unmetNeeds: memoryUnmetNeeds(),
    savedSearches: memorySavedSearches(),
    welcomes: memoryWelcomes(),
    papers: pdfPapers(fonts),
    links: memoryLinks(),
    secrets,
    hashes: { rate: (rate) => sha256(rateContent(rate)), text: sha256 },
    log: { event: (_level, name, ids) => log.push({ name, ids }) },
  };
  return {
    ports,
    callOffs,
    effects,
    facts,
    clock,
    down,
    log,
    cards: cards.sent,
    updates: cards.updates,
    replies: cards.replies,
    typing: cards.atWork,
    feed,
    ledgers: ledgerRegister,
    blockRows,
    quality,
    mails: mail.sent,
    audit: audit.events,
  };
};
