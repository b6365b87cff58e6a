import { setTimeout } from 'node:timers/promises';
import { api } from '@ap/shared/contract/api';
import { blockPlace } from '@ap/shared/contract/block-place';
import { choicesMadeApi } from '@ap/shared/contract/choices-made';
import { commissioningApi } from '@ap/shared/contract/commissioning-api';
import { commissioningPlace } from '@ap/shared/contract/commissioning-place';
import { comparisonsApi } from '@ap/shared/contract/comparisons-api';
import { delegationApi } from '@ap/shared/contract/delegation-api';
import { enquiryPlace } from '@ap/shared/contract/enquiry-place';
import { invoicePlace } from '@ap/shared/contract/invoice-place';
import { linkApi } from '@ap/shared/contract/link-api';
import { noticePlace } from '@ap/shared/contract/notice-place';
import { openDataApi } from '@ap/shared/contract/open-data';
import { parkedApi } from '@ap/shared/contract/parked';
import { type LinkTargets, pageLink, placeLink } from '@ap/shared/contract/place-link';
import { placementsApi } from '@ap/shared/contract/placements-api';
import { savedSearchesApi } from '@ap/shared/contract/saved-searches-api';
import { unmetNeedsApi } from '@ap/shared/contract/unmet-needs';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { listCouncilMembers } from './access/council-members.ts';
import { getMe } from './access/me.ts';
import { askForAccess, changeMember, findBuyers, listMembers } from './access/members.ts';
import type { BotSupplies } from './adapters/teams/inbound.ts';
import { registerBot } from './adapters/teams/inbound.ts';
import { approvalClock } from './approvals/approval-clock.ts';

import { refreshApprovalCards, sendApprovalCard, sendApprovalMail } from './approvals/approval-effects.ts';
import { decideApproval } from './approvals/decide-approval.ts';
import { endDelegation, listDelegations, nameDelegate } from './approvals/delegation.ts';
import { delegationClock } from './approvals/delegation-clock.ts';
import { sendReminder } from './approvals/send-reminder.ts';
import { tellOfWaiting } from './approvals/tell-of-waiting.ts';
import { tellVirtualSchool } from './approvals/tell-virtual-school.ts';
import { settingChangePerformers } from './attendance/setting-change-news.ts';
import { botSupplies } from './bot.ts';
import { type CallOffPerformers, callOffOutbox } from './call-offs/call-off-outbox.ts';
import { toReply } from './call-offs/call-off-view.ts';
import { resubmitCallOff, undoWithdrawal, withdrawCallOff } from './call-offs/change-call-off.ts';
import { discardDraft, getDraft, listDrafts, saveDraft } from './call-offs/drafts.ts';
import { maySee } from './call-offs/may-see-call-off.ts';
import { quoteCallOff } from './call-offs/quote-call-off.ts';
import { getCallOff, listCallOffs } from './call-offs/read-call-offs.ts';
import { remindApprover } from './call-offs/remind-approver.ts';
import { settleMessages } from './call-offs/settle-messages.ts';
import { submitCallOff } from './call-offs/submit-call-off.ts';
import { tellRequester } from './call-offs/tell-requester.ts';
import { keepChoice, listChoices } from './directory/choices.ts';
import { getComparisonFile } from './directory/comparison-file.ts';
import { getService } from './directory/get-service.ts';
import { savedSearchClock, savedSearchPerformers } from './directory/saved-search-alert.ts';
import { listSavedSearches, savedSearchesHome, saveSearch, stopSearch } from './directory/saved-searches.ts';
import { searchDirectory } from './directory/search-directory.ts';
import { addToShortlist, getShortlist, removeFromShortlist } from './directory/shortlist.ts';
import { performEffect, performEffects } from './effects/perform-effect.ts';
import { recordAudit } from './effects/record-audit.ts';
import { recordOutbox } from './effects/record-outbox.ts';
import { sweep } from './effects/sweep.ts';
import { attemptsOf } from './http/attempts.ts';
import type { Caller } from './http/caller.ts';
import { registerHealth } from './http/health.ts';
import { linkRoute } from './http/link-route.ts';
import { route } from './http/route.ts';
import { registerUnknown } from './http/unknown-route.ts';
import { checkImport, getImport } from './imports/check-import.ts';
import { confirmImport } from './imports/confirm-import.ts';
import { getImportErrors, getImportTemplate } from './imports/import-documents.ts';
import { runImport } from './imports/run-import.ts';
import { stopImport } from './imports/stop-import.ts';
import { getChoicesFile, listChoicesMade } from './insight/choices-made.ts';
import { listUnmetNeeds } from './insight/list-unmet-needs.ts';
import { ledgerOutbox } from './ledgers/ledger-outbox.ts';
import { endOverride, listLimits, recordOverride, recordPupilsElsewhere } from './ledgers/limits.ts';
import { settleLedgersOf, sweepLedgers } from './ledgers/sweep-ledgers.ts';
import { getOpenDataFile, listOpenData } from './open-data/open-data.ts';
import { noteNotDone, type StuckNeeds } from './operations/take-given-up.ts';
import { answerOrder } from './orders/answer-order.ts';
import type { OfferPage } from './orders/offer-link.ts';
import { mailOrderToProvider, remindProviderOfOrder } from './orders/order-effects.ts';
import { orderNewsPerformers } from './orders/order-news.ts';
import { sendHeldOrder } from './orders/send-held-order.ts';
import { getOutcome } from './parking/get-outcome.ts';
import { type ParkingNeeds, parkedCommands } from './parking/parked-commands.ts';
import { getCensusFile, listCensusPlacements } from './placements/census-placements.ts';
import { getPlacementsFile, listPlacements } from './placements/list-placements.ts';
import type { StoredCallOff } from './ports/call-offs.ts';
import type { ImportPorts } from './ports/imports.ts';
import type { Ports } from './ports/ports.ts';
import { changePerformers } from './provider-changes/change-effects.ts';
import { changesHome } from './provider-changes/changes-home.ts';
import { decideProviderChange, listProviderChanges } from './provider-changes/decide.ts';
import { findProviders } from './provider-changes/find-providers.ts';
import { sendProviderLink } from './provider-changes/profile-link.ts';
import { proposeProviderChange, viewProfile } from './provider-changes/propose.ts';
import { answerOrderHold } from './quality/answer-hold.ts';
import { orderHoldPerformers } from './quality/order-hold-effects.ts';
import { registerAttendance } from './register-attendance.ts';
import { registerAwards } from './register-awards.ts';
import { registerBlockPurchases } from './register-block-purchases.ts';
import { registerConcerns } from './register-concerns.ts';
import { registerEnquiries } from './register-enquiries.ts';
import { registerEvaluation } from './register-evaluation.ts';
import { registerEvents } from './register-events.ts';
import { type GuardSupplies, registerHandEdits } from './register-hand-edits.ts';
import { registerInvoices } from './register-invoices.ts';
import { registerNotices } from './register-notices.ts';
import { registerOffFramework } from './register-off-framework.ts';
import { registerOperations } from './register-operations.ts';
import { registerOrders } from './register-orders.ts';
import { registerQuality } from './register-quality.ts';
import { registerReviews } from './register-reviews.ts';
import { registerSurveys } from './register-surveys.ts';
import { registerTenders } from './register-tenders.ts';
import { registerValue } from './register-value.ts';
import type { Settings } from './settings.ts';
import { registerEffectQueue, registerParked, registerTimer } from './triggers.ts';

export interface AppSupplies {
  readonly settings: Pick<Settings, 'PAGES_URL' | 'TEAMS_URL' | 'TEAMS_LINK_APP_ID' | 'COMMISSIONING_CONTACT' | 'DEPLOYMENT_NAME'>;
  readonly ports: Ports;
  readonly guard: GuardSupplies;
  readonly imports: Pick<ImportPorts, 'importRegister' | 'importFiles'>;
  readonly identify: (authorization: string | null) => Promise<Caller>;
  readonly verifyBot: BotSupplies['verify'];
  /** Commands that wait for a busy register, their queue, and how a caller is known again when they are tried. */
  readonly waiting: Pick<ParkingNeeds, 'parked' | 'recall'> & { readonly queueName: string };
  readonly effectQueue: Parameters<typeof registerEffectQueue>[0]['queue'];
  /** What is stuck, for an operator. */
  readonly operations: Pick<StuckNeeds, 'stuck' | 'givenUp' | 'readMessage'>;
}

/** Every route, queue trigger and timer of the product, each joined to its use case. Features meet here and nowhere else. */
export const registerApp = ({
  settings,
  ports,
  guard,
  imports,
  identify,
  verifyBot,
  waiting,
  effectQueue,
  operations,
}: AppSupplies): void => {
  const targets: LinkTargets = {
    pages: settings.PAGES_URL.replace(/\/$/, ''),
    teamsAppId: settings.TEAMS_LINK_APP_ID,
    teams: settings.TEAMS_URL,
  };
  // A mail is read anywhere, a card in Teams only.
  const inMail = (ref: string): string => pageLink(targets, { at: 'call-off', ref });
  const onCard = (ref: string): string => placeLink(targets, { at: 'call-off', ref });
  const parkedWork = parkedCommands({ ...ports, ...waiting, page: pageLink(targets, { at: 'my-requests' }) });
  const supplies = { identify, log: ports.log, parking: parkedWork.parking, features: ports.policies.features };
  const reply = async (stored: StoredCallOff, caller: Caller) =>
    toReply(stored.callOff, caller, await ports.effects.receipts(stored.callOff.ref), ports.clock.now());

  route(api.getMe, supplies, getMe(ports));
  route(api.findBuyers, supplies, findBuyers(ports));
  route(api.askForAccess, supplies, askForAccess(ports, pageLink(targets, { at: 'access' })));
  route(api.listMembers, supplies, listMembers(ports));
  route(api.changeMember, supplies, changeMember(ports));
  route(api.searchDirectory, supplies, searchDirectory(ports));
  route(api.getService, supplies, getService(ports));
  route(api.getShortlist, supplies, getShortlist(ports));
  route(api.addToShortlist, supplies, addToShortlist(ports));
  route(api.removeFromShortlist, supplies, removeFromShortlist(ports));
  route(comparisonsApi.getComparisonFile, supplies, getComparisonFile(ports));
  route(comparisonsApi.listChoices, supplies, listChoices(ports));
  route(comparisonsApi.keepChoice, supplies, keepChoice(ports));
  route(api.quoteCallOff, supplies, quoteCallOff(ports));
  route(api.listDrafts, supplies, listDrafts(ports));
  route(api.getDraft, supplies, getDraft(ports));
  route(api.saveDraft, supplies, saveDraft(ports));
  route(api.discardDraft, supplies, discardDraft(ports));
  route(api.submitCallOff, supplies, submitCallOff(ports));
  route(api.resubmitCallOff, supplies, resubmitCallOff(ports));
  route(api.listCallOffs, supplies, listCallOffs(ports));
  route(api.getCallOff, supplies, getCallOff(ports));
  route(api.withdrawCallOff, supplies, withdrawCallOff(ports));
  route(api.undoWithdrawal, supplies, undoWithdrawal(ports));
  route(api.remindApprover, supplies, remindApprover(ports));
  route(api.decideApproval, supplies, async ({ caller, params, body, key }) => {
    const { verdict, comment, seen } = body;
    const mayKnow = (callOff: CallOff) => maySee(callOff, caller);
    const input = { ref: params.ref, by: caller.person, key, verdict, comment, channel: 'page' as const, seen, mayKnow };
    return reply(await decideApproval(ports, input), caller);
  });
  route(api.sendHeldOrder, supplies, async (call) => reply(await sendHeldOrder(ports)(call), call.caller));
  route(api.settleMessages, supplies, settleMessages(ports));
  route(commissioningApi.findProviders, supplies, findProviders(ports));
  route(commissioningApi.listCouncilMembers, supplies, listCouncilMembers(ports));
  route(
    commissioningApi.sendProviderLink,
    supplies,
    sendProviderLink(ports, (id, secret) => `${targets.pages}/links/#${id}.${secret}`),
  );
  route(commissioningApi.listProviderChanges, supplies, listProviderChanges(ports));
  route(commissioningApi.decideProviderChange, supplies, decideProviderChange(ports));
  const linkSupplies = { attempts: attemptsOf(60), clock: ports.clock, log: ports.log };
  linkRoute(linkApi.viewProfile, linkSupplies, viewProfile(ports));
  linkRoute(linkApi.proposeProviderChange, linkSupplies, proposeProviderChange(ports));
  const tenderOutboxes = registerTenders({ ports, supplies, linkSupplies, targets });
  route(api.answerOrderHold, supplies, async (call) => reply(await answerOrderHold(ports)(call), call.caller));
  registerOrders(ports, supplies, linkSupplies, maySee);
  route(placementsApi.listPlacements, supplies, listPlacements(ports));
  route(placementsApi.getPlacementsFile, supplies, getPlacementsFile(ports));
  route(placementsApi.listCensusPlacements, supplies, listCensusPlacements(ports));
  route(placementsApi.getCensusFile, supplies, getCensusFile(ports));
  route(api.answerOrder, supplies, async (call) => reply(await answerOrder(ports)(call), call.caller));

  const cardLinks = { page: onCard, others: (search: string) => placeLink(targets, { at: 'directory', search }) };
  const offerPage: OfferPage = (id, secret) => `${targets.pages}/offer/#${id}.${secret}`;
  const performers: CallOffPerformers = {
    ...orderHoldPerformers(ports, { onCard, inMail }),
    ...settingChangePerformers(ports, { onCard, inMail }),
    ...orderNewsPerformers(ports, { onCard, inMail }, `${targets.pages}/today/`),
    'send-approval-card': sendApprovalCard(ports, cardLinks),
    'send-approval-mail': sendApprovalMail(ports, inMail),
    'remind-approver': sendReminder(ports, { inMail, inTeams: onCard }),
    'refresh-approval-cards': refreshApprovalCards(ports, cardLinks),
    'tell-requester': tellRequester(ports, { inMail, onCard, others: cardLinks.others }),
    'tell-virtual-school': tellVirtualSchool(ports, { onCard, inMail }),
    'tell-of-waiting': tellOfWaiting(ports, { onCard, inMail }),
    'mail-order-to-provider': mailOrderToProvider(ports, settings.COMMISSIONING_CONTACT, offerPage),
    'remind-provider-of-order': remindProviderOfOrder(ports, settings.COMMISSIONING_CONTACT, offerPage),
    'settle-ledgers': settleLedgersOf(ports),
    'record-audit': ({ callOff }, effect) => recordAudit(ports)(callOff.ref, effect),
  };
  const outboxes = [
    callOffOutbox(ports, performers),
    ledgerOutbox(ports, {
      onCard: (ref) => placeLink(targets, commissioningPlace({ at: 'limits', ref })),
      inMail: (ref) => pageLink(targets, commissioningPlace({ at: 'limits', ref })),
    }),
    registerInvoices({
      ports,
      supplies,
      maySee,
      links: {
        onCard: (ref) => placeLink(targets, invoicePlace({ at: 'invoice', ref })),
        inMail: (ref) => pageLink(targets, invoicePlace({ at: 'invoice', ref })),
      },
    }),
    ...registerReviews({ ports, supplies, maySee, links: { onCard, inMail } }),
    registerEnquiries({
      ports,
      supplies,
      linkSupplies,
      links: {
        onCard: (ref) => placeLink(targets, enquiryPlace({ at: 'enquiry', ref })),
        inMail: (ref) => pageLink(targets, enquiryPlace({ at: 'enquiry', ref })),
      },
      pageOf: (id, secret) => `${targets.pages}/enquiry/#${id}.${secret}`,
    }),
    registerEvents({ ports, supplies }),
    registerNotices({
      ports,
      supplies,
      links: {
        inTeams: (ref) => placeLink(targets, noticePlace({ at: 'notice', ref })),
        inMail: (ref) => pageLink(targets, noticePlace({ at: 'notice', ref })),
      },
    }),
    registerOffFramework(ports, supplies),
    ...registerSurveys({
      ports,
      supplies,
      links: {
        onCard: (ref) => placeLink(targets, noticePlace({ at: 'survey', ref })),
        inMail: (ref) => pageLink(targets, noticePlace({ at: 'survey', ref })),
      },
    }),
    ...registerAttendance({ ports, supplies, linkSupplies, maySee, inMail }),
    recordOutbox(changesHome(ports), changePerformers(ports, pageLink(targets, commissioningPlace({ at: 'provider-changes' }))), ports.log),
    ...registerQuality({ ports, supplies, targets, links: { onCard, inMail } }),
    ...registerConcerns({
      ports,
      supplies,
      targets,
      ofCallOff: async (ref, caller) => {
        const found = await ports.callOffs.find(ref);
        return found && maySee(found.callOff, caller) ? found.callOff.providerRef : undefined;
      },
    }),
    ...registerEvaluation(ports, supplies),
    registerBlockPurchases(ports, supplies, linkSupplies, {
      onCard: (ref, buyerRef) => placeLink(targets, blockPlace({ at: 'one', ref, buyerRef })),
      inMail: (ref, buyerRef) => pageLink(targets, blockPlace({ at: 'one', ref, buyerRef })),
      offer: (id, secret) => `${targets.pages}/block-offer/#${id}.${secret}`,
    }),
    ...registerAwards({ ports, supplies, linkSupplies, agreementPage: (id, secret) => `${targets.pages}/agreement/#${id}.${secret}` }),
    recordOutbox(
      savedSearchesHome(ports),
      savedSearchPerformers(ports, { onCard: placeLink(targets, { at: 'shortlist' }), inMail: pageLink(targets, { at: 'shortlist' }) }),
      ports.log,
    ),
    ...tenderOutboxes,
  ];
  const unreadable = registerOperations({ ports, supplies, operations, outboxes, parked: waiting.parked });
  registerEffectQueue({
    queue: effectQueue,
    perform: performEffects(outboxes, performEffect(ports, outboxes, noteNotDone({ ...ports, ...operations }))),
    unreadable: unreadable('effects'),
    log: ports.log,
    deployment: settings.DEPLOYMENT_NAME,
  });
  route(parkedApi.getOutcome, supplies, getOutcome(parkedWork));
  registerParked(waiting.queueName, parkedWork, unreadable('parked'));
  registerValue(ports, supplies);
  registerTimer('sweep', sweep(ports, outboxes));
  registerTimer('approvalClock', async () => {
    await delegationClock(ports)();
    await approvalClock(ports)();
  });
  route(delegationApi.listDelegations, supplies, listDelegations(ports));
  route(delegationApi.nameDelegate, supplies, nameDelegate(ports));
  route(delegationApi.endDelegation, supplies, endDelegation(ports));
  registerTimer('sweepLedgers', sweepLedgers(ports));
  route(savedSearchesApi.listSavedSearches, supplies, listSavedSearches(ports));
  route(savedSearchesApi.saveSearch, supplies, saveSearch(ports));
  route(savedSearchesApi.stopSearch, supplies, stopSearch(ports));
  registerTimer('savedSearchClock', savedSearchClock(ports));
  route(unmetNeedsApi.listUnmetNeeds, supplies, listUnmetNeeds(ports));
  route(choicesMadeApi.listChoicesMade, supplies, listChoicesMade(ports));
  route(choicesMadeApi.getChoicesFile, supplies, getChoicesFile(ports));
  route(openDataApi.listOpenData, supplies, listOpenData(ports));
  route(openDataApi.getOpenDataFile, supplies, getOpenDataFile(ports));
  route(commissioningApi.listLimits, supplies, listLimits(ports));
  route(commissioningApi.recordOverride, supplies, recordOverride(ports));
  route(commissioningApi.endOverride, supplies, endOverride(ports));
  route(commissioningApi.recordPupilsElsewhere, supplies, recordPupilsElsewhere(ports));
  registerHandEdits(ports, guard, unreadable('list-hints'));
  const importPorts: ImportPorts = { ...ports, ...imports };
  route(commissioningApi.checkImport, supplies, checkImport(importPorts));
  route(commissioningApi.getImport, supplies, getImport(importPorts));
  route(commissioningApi.confirmImport, supplies, confirmImport(importPorts));
  route(commissioningApi.stopImport, supplies, stopImport(importPorts));
  route(commissioningApi.getImportErrors, supplies, getImportErrors(importPorts));
  route(commissioningApi.getImportTemplate, supplies, getImportTemplate());
  registerTimer('runImport', runImport(importPorts, { pause: setTimeout }));
  registerBot(botSupplies(ports, targets, verifyBot));
  registerHealth();
  registerUnknown();
};
