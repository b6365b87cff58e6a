import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { rateContent } from '@ap/shared/domain/money/rate-card';
import { fromBlockPurchase, toBlockPurchase } from '@ap/shared/lists/block-purchases';
import { fromEnquiry, toEnquiry } from '@ap/shared/lists/enquiries';
import { fromEvent, toEvent } from '@ap/shared/lists/events';
import { fromLedger, toLedger } from '@ap/shared/lists/ledgers';
import { fromNotice, toNotice } from '@ap/shared/lists/notices';
import { fromOffFramework, toOffFramework } from '@ap/shared/lists/off-framework';
import { fromProviderChange, toProviderChange } from '@ap/shared/lists/provider-changes';
import { register } from '@ap/shared/lists/register';
import { fromOrderReviews, toOrderReviews } from '@ap/shared/lists/reviews';
import { migrations } from '@ap/shared/lists/schema/migrations';
import { fromAttendanceDay, toAttendanceDay } from '@ap/shared/lists/sessions';
import { fromSurveyResponse, toSurveyResponse } from '@ap/shared/lists/survey-responses';
import { fromSurvey, toSurvey } from '@ap/shared/lists/surveys';
import { app } from '@azure/functions';
import outcodes from './adapters/geography/outcodes.json' with { type: 'json' };
import towns from './adapters/geography/towns.json' with { type: 'json' };
import { activityFeed } from './adapters/graph/activity-feed.ts';
import { apiApplication, appToken, confidentialClient, graphClient } from './adapters/graph/graph-client.ts';
import { graphMail } from './adapters/graph/graph-mail.ts';
import { listSubscriptions } from './adapters/graph/list-subscriptions.ts';
import { layOutInThread } from './adapters/lay-out-in-thread.ts';
import { identityToken } from './adapters/managed-identity.ts';
import { machineClock, movedClock } from './adapters/moved-clock.ts';
import { pdfPapers } from './adapters/pdf-papers.ts';
import { secrets } from './adapters/secrets.ts';
import { awardedRegister } from './adapters/sharepoint/awarded-register.ts';
import { budgetRegister } from './adapters/sharepoint/budget-register.ts';
import { buyerRegister } from './adapters/sharepoint/buyer-register.ts';
import { callOffRegister } from './adapters/sharepoint/call-off-register.ts';
import { directoryOf } from './adapters/sharepoint/directory.ts';
import { guardedList } from './adapters/sharepoint/guarded-list.ts';
import { importRegister } from './adapters/sharepoint/import-register.ts';
import { invoiceRegister } from './adapters/sharepoint/invoice-register.ts';
import { lotRegister } from './adapters/sharepoint/lot-register.ts';
import { feedOf, followList, keptLists, refreshList } from './adapters/sharepoint/mirrors.ts';
import { policies } from './adapters/sharepoint/policies.ts';
import { providerRegister } from './adapters/sharepoint/provider-register.ts';
import { recordRegister } from './adapters/sharepoint/record-register.ts';
import { qualityRegisters, tenderRegisters } from './adapters/sharepoint/record-registers.ts';
import { tellOfSchema } from './adapters/sharepoint/schema-gate.ts';
import { siteFinder } from './adapters/sharepoint/site-path.ts';
import { valueRegister } from './adapters/sharepoint/value-register.ts';
import { auditChain } from './adapters/storage/audit-chain.ts';
import { choiceStore } from './adapters/storage/choice-store.ts';
import { draftStore } from './adapters/storage/draft-store.ts';
import { effectStore } from './adapters/storage/effect-queue.ts';
import { goodCopies } from './adapters/storage/good-copies.ts';
import { importFiles } from './adapters/storage/import-files.ts';
import { linkStore } from './adapters/storage/link-store.ts';
import { noticePictureStore } from './adapters/storage/notice-picture-store.ts';
import { noticeSendStore } from './adapters/storage/notice-send-store.ts';
import { paceStore } from './adapters/storage/pace-store.ts';
import { parkedStore } from './adapters/storage/parked-store.ts';
import { readMessage } from './adapters/storage/read-message.ts';
import { readingBooks } from './adapters/storage/reading-books.ts';
import { savedSearchStore } from './adapters/storage/saved-search-store.ts';
import { shortlistStore } from './adapters/storage/shortlist-store.ts';
import { snapshotStore } from './adapters/storage/snapshots.ts';
import { storage } from './adapters/storage/storage.ts';
import { givenUpMessages, stuckStore } from './adapters/storage/stuck-store.ts';
import { listHints, subscriptionStore } from './adapters/storage/subscription-store.ts';
import { unmetNeedStore } from './adapters/storage/unmet-need-store.ts';
import { welcomeStore } from './adapters/storage/welcome-store.ts';
import { botTokenVerifier } from './adapters/teams/bot-token.ts';
import { connector } from './adapters/teams/connector.ts';
import { startTraces } from './adapters/telemetry/start-traces.ts';
import { registerApp } from './app.ts';
import { atPace } from './effects/pace.ts';
import { callerOf } from './http/caller.ts';
import { userTokenVerifier } from './http/user-token.ts';
import { lastKnown } from './last-known.ts';
import { jsonLog } from './log.ts';
import { once } from './once.ts';
import type { Ports } from './ports/ports.ts';
import { notificationUrl, readSettings } from './settings.ts';
import { traceFunctions } from './traced-functions.ts';
import { runningVersion } from './version.ts';

// Settings -> adapters -> app: the only file that names adapters together.
const settings = readSettings(process.env);
const clock = settings.CLOCK_FILE === undefined ? machineClock : movedClock(settings.CLOCK_FILE);
const log = jsonLog(clock);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const graph = graphClient(settings);
const store = storage(settings);
const sitePath = siteFinder(graph, settings.SITE_HOSTNAME, settings.SITE_PATH);
const snapshots = snapshotStore(store);
const subscriptions = subscriptionStore(store);
const areHinted = lastKnown(async () => (await subscriptions.all()).some(({ subscriptionId }) => subscriptionId !== undefined), false, log);
/** What rows were read and an index was made by: another release may read or list them otherwise. */
const release = once(async () => sha256(await readFile(new URL(import.meta.url), 'utf8')));
const lists = keptLists(graph, sitePath, log, Date.now, snapshots, { books: readingBooks(store), areHinted, release });
log.event('info', 'started', { ...runningVersion });
// Each list that is behind is in the log before anybody wants to write there.
void tellOfSchema(migrations, lists.settings.gate);
const bot = confidentialClient(settings, { clientId: settings.BOT_APP_ID, secret: settings.BOT_CLIENT_SECRET });
const api = apiApplication(settings);
const buyers = buyerRegister(lists);

const ports: Ports = {
  clock,
  callOffs: callOffRegister(lists.callOffs),
  sessions: recordRegister(lists.sessions, { toState: toAttendanceDay, fromState: fromAttendanceDay }),
  invoices: invoiceRegister(lists.invoices),
  reviews: recordRegister(lists.reviews, { toState: toOrderReviews, fromState: fromOrderReviews }),
  enquiries: recordRegister(lists.enquiries, { toState: toEnquiry, fromState: fromEnquiry }),
  notices: recordRegister(lists.notices, { toState: toNotice, fromState: fromNotice }),
  events: recordRegister(lists.events, { toState: toEvent, fromState: fromEvent }),
  noticeSends: noticeSendStore(store),
  surveys: recordRegister(lists.surveys, { toState: toSurvey, fromState: fromSurvey }),
  surveyResponses: recordRegister(lists.surveyResponses, { toState: toSurveyResponse, fromState: fromSurveyResponse }),
  noticePictures: noticePictureStore(store),
  offFramework: recordRegister(lists.offFramework, { toState: toOffFramework, fromState: fromOffFramework }),
  providerChanges: recordRegister(lists.providerChanges, { toState: toProviderChange, fromState: fromProviderChange }),
  tenders: tenderRegisters(lists),
  quality: qualityRegisters(lists),
  providers: providerRegister(lists),
  lots: lotRegister(lists),
  ledgers: recordRegister(lists.ledgers, { toState: toLedger, fromState: fromLedger }),
  budgets: budgetRegister(lists),
  value: valueRegister(lists),
  blockPurchases: recordRegister(lists.blockPurchases, { toState: toBlockPurchase, fromState: fromBlockPurchase }),
  awarded: awardedRegister(lists),
  directory: directoryOf(
    lists,
    { outcodes, towns },
    clock,
    { snapshots, of: async () => `${await release()} ${await sitePath()}`, log },
    layOutInThread(new URL('lay-out-thread.mjs', import.meta.url), log),
  ),
  buyers,
  policies: policies(lists),
  ...atPace({
    clock,
    pace: paceStore(store),
    cards: connector({
      botAppId: settings.BOT_APP_ID,
      tenantId: settings.TENANT_ID,
      serviceUrl: settings.BOT_SERVICE_URL,
      allowedHosts: settings.BOT_SERVICE_HOSTS,
      token: () => appToken(bot, 'https://api.botframework.com/.default'),
      log,
    }),
    feed: activityFeed({
      client: api && graphClient(settings, api),
      tenantId: settings.TENANT_ID,
      teamsAppKnown: settings.TEAMS_LINK_APP_ID !== undefined,
    }),
  }),
  mail: graphMail(graph, settings.MAIL_SENDER),
  effects: effectStore(store),
  audit: auditChain(store, clock),
  drafts: draftStore(store),
  shortlists: shortlistStore(store),
  choices: choiceStore(store),
  unmetNeeds: unmetNeedStore(store),
  savedSearches: savedSearchStore(store),
  welcomes: welcomeStore(store),
  papers: pdfPapers(new URL('fonts/', import.meta.url)),
  links: linkStore(store),
  secrets,
  hashes: { rate: (rate) => sha256(rateContent(rate)), text: sha256 },
  log,
};

const verifyUser = userTokenVerifier({
  authorityHost: settings.AUTHORITY_HOST,
  homeTenant: settings.TENANT_ID,
  audience: settings.API_CLIENT_ID,
  scope: 'access_as_user',
  decidingClients: settings.DECIDING_CLIENTS,
  draftingClients: settings.DRAFTING_CLIENTS,
});

registerApp({
  settings,
  ports,
  guard: {
    goodCopies: goodCopies(store),
    subscriptions: listSubscriptions(graph, sitePath),
    keptSubscriptions: subscriptions,
    hints: listHints(store),
    hintQueue: store.queue('list-hints').name,
    machineClock,
    notificationUrl: notificationUrl(settings),
    lists: register.map((list) =>
      guardedList(list, {
        client: graph,
        sitePath,
        tenantId: settings.TENANT_ID,
        ownAppId: settings.RUNTIME_CLIENT_ID,
        refresh: (title) => refreshList(lists, title),
        wasRead: (title) => followList(lists, title),
        feed: feedOf(lists, list.title),
        gate: lists.settings.gate,
      }),
    ),
  },
  imports: { importRegister: importRegister(graph, sitePath, lists.settings.gate), importFiles: importFiles(store) },
  identify: async (authorization) => callerOf(await verifyUser(authorization), buyers, settings.TENANT_ID),
  verifyBot: botTokenVerifier({
    botAppId: settings.BOT_APP_ID,
    metadataUrl: settings.BOT_OPENID_METADATA,
    allowedHosts: settings.BOT_SERVICE_HOSTS,
    tenantId: settings.TENANT_ID,
  }),
  waiting: {
    parked: parkedStore(store),
    recall: (user) => callerOf(user, buyers, settings.TENANT_ID),
    queueName: store.queue('parked').name,
  },
  effectQueue: store.queue('effects'),
  operations: { stuck: stuckStore(store), givenUp: givenUpMessages(store), readMessage },
});

if (settings.APPLICATIONINSIGHTS_CONNECTION_STRING !== undefined) {
  const identity = /ClientId=([0-9a-f-]{36})/i.exec(settings.APPLICATIONINSIGHTS_AUTHENTICATION_STRING ?? '')?.[1];
  const endTraces = startTraces({
    connectionString: settings.APPLICATIONINSIGHTS_CONNECTION_STRING,
    file: new URL('keep-traces.mjs', import.meta.url),
    role: `${settings.DEPLOYMENT_NAME}-functions`,
    token: identity === undefined ? async () => undefined : identityToken(identity, 'https://monitor.azure.com/'),
    log,
  });
  traceFunctions();
  app.hook.appTerminate(endTraces);
}
