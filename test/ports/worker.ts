import { refreshApprovalCards, sendApprovalCard, sendApprovalMail } from '../../functions/src/approvals/approval-effects.ts';
import { sendReminder } from '../../functions/src/approvals/send-reminder.ts';
import { tellOfWaiting } from '../../functions/src/approvals/tell-of-waiting.ts';
import { tellVirtualSchool } from '../../functions/src/approvals/tell-virtual-school.ts';
import { attendancePerformers } from '../../functions/src/attendance/attendance-news.ts';
import { sessionsHome } from '../../functions/src/attendance/sessions-home.ts';
import { settingChangePerformers } from '../../functions/src/attendance/setting-change-news.ts';
import { blockOutbox } from '../../functions/src/block-purchases/block-outbox.ts';
import { callOffOutbox } from '../../functions/src/call-offs/call-off-outbox.ts';
import { tellRequester } from '../../functions/src/call-offs/tell-requester.ts';
import { performEffect } from '../../functions/src/effects/perform-effect.ts';
import { recordAudit } from '../../functions/src/effects/record-audit.ts';
import { recordOutbox } from '../../functions/src/effects/record-outbox.ts';
import { sweep } from '../../functions/src/effects/sweep.ts';
import { enquiriesHome } from '../../functions/src/enquiries/enquiries-home.ts';
import { enquiryPerformers } from '../../functions/src/enquiries/enquiry-news.ts';
import { eventPerformers } from '../../functions/src/events/event-effects.ts';
import { eventsHome } from '../../functions/src/events/events-home.ts';
import { invoicePerformers } from '../../functions/src/invoices/invoice-news.ts';
import { invoicesHome } from '../../functions/src/invoices/invoices-home.ts';
import { ledgerOutbox } from '../../functions/src/ledgers/ledger-outbox.ts';
import { settleLedgersOf } from '../../functions/src/ledgers/sweep-ledgers.ts';
import { noticesHome } from '../../functions/src/notices/notices-home.ts';
import { noticePerformers } from '../../functions/src/notices/send-notice.ts';
import { tellByNotice } from '../../functions/src/notices/tell-by-notice.ts';
import { mailOrderToProvider, remindProviderOfOrder } from '../../functions/src/orders/order-effects.ts';
import { orderNewsPerformers } from '../../functions/src/orders/order-news.ts';
import { changePerformers } from '../../functions/src/provider-changes/change-effects.ts';
import { changesHome } from '../../functions/src/provider-changes/changes-home.ts';
import { concernOutbox } from '../../functions/src/quality/concern-outbox.ts';
import { orderHoldPerformers } from '../../functions/src/quality/order-hold-effects.ts';
import { ownCheckOutbox } from '../../functions/src/quality/own-check-outbox.ts';
import { qualityOutboxes } from '../../functions/src/quality/quality-outboxes.ts';
import { visitOutbox } from '../../functions/src/quality/visit-outbox.ts';
import { awardOutboxes } from '../../functions/src/register-awards.ts';
import { evaluationOutboxes } from '../../functions/src/register-evaluation.ts';
import { offFrameworkOutbox } from '../../functions/src/register-off-framework.ts';
import { surveyOutboxes } from '../../functions/src/register-surveys.ts';
import { reviewPerformers } from '../../functions/src/reviews/review-news.ts';
import { reviewsHome } from '../../functions/src/reviews/reviews-home.ts';
import { tenderOutboxes } from '../../functions/src/tender-effects.ts';
import type { World } from './memory-world.ts';

const agreementPage = (linkId: string, secret: string): string => `https://ap.council.example/agreement/#${linkId}.${secret}`;
const offerPage = (linkId: string, secret: string): string => `https://ap.council.example/offer/#${linkId}.${secret}`;
const pageUrl = (ref: string): string => `https://ap.council.example/requests/${ref}`;

const cardLinks = { page: pageUrl, others: (search: string): string => `https://ap.council.example/directory?${search}` };

/** Every outbox as app.ts joins them, over a world in memory. */
export const outboxes = ({ ports }: Pick<World, 'ports'>) => [
  recordOutbox(changesHome(ports), changePerformers(ports, 'https://pages.example/commissioning/provider-changes'), ports.log),
  ...qualityOutboxes(ports, { orders: { onCard: pageUrl, inMail: pageUrl }, passports: { onCard: pageUrl, inMail: pageUrl } }),
  concernOutbox(ports, { onCard: pageUrl, inMail: pageUrl }),
  visitOutbox(ports),
  ledgerOutbox(ports, { onCard: pageUrl, inMail: pageUrl }),
  blockOutbox(ports, {
    onCard: (ref, buyerRef = '') => `https://teams.example/block-purchases/${ref}/${buyerRef}`,
    inMail: (ref, buyerRef = '') => `https://ap.council.example/block-purchases/${ref}/${buyerRef}`,
    offer: (linkId, secret) => `https://ap.council.example/block-offer/#${linkId}.${secret}`,
  }),
  recordOutbox(sessionsHome(ports), attendancePerformers(ports, pageUrl), ports.log),
  recordOutbox(reviewsHome(ports), reviewPerformers(ports, { onCard: pageUrl, inMail: pageUrl }), ports.log),
  recordOutbox(eventsHome(ports), eventPerformers(ports, tellByNotice(ports)), ports.log),
  recordOutbox(noticesHome(ports), noticePerformers(ports, { inTeams: pageUrl, inMail: pageUrl }), ports.log),
  ...surveyOutboxes(ports, { onCard: pageUrl, inMail: pageUrl }),
  recordOutbox(
    enquiriesHome(ports),
    enquiryPerformers(ports, { onCard: pageUrl, inMail: pageUrl }, (id, secret) => `https://ap.council.example/enquiry/#${id}.${secret}`),
    ports.log,
  ),
  recordOutbox(invoicesHome(ports), invoicePerformers(ports, { onCard: pageUrl, inMail: pageUrl }), ports.log),
  offFrameworkOutbox(ports),
  ownCheckOutbox(ports),
  ...evaluationOutboxes(ports),
  ...awardOutboxes(ports, agreementPage),
  ...tenderOutboxes(ports, {
    apply: 'https://ap.council.example/apply/',
    round: (ref) => `https://ap.council.example/commissioning/rounds/${ref}`,
  }),
  callOffOutbox(ports, {
    ...orderHoldPerformers(ports, { onCard: pageUrl, inMail: pageUrl }),
    ...settingChangePerformers(ports, { onCard: pageUrl, inMail: pageUrl }),
    ...orderNewsPerformers(ports, { onCard: pageUrl, inMail: pageUrl }, 'https://ap.council.example/today/'),
    'send-approval-card': sendApprovalCard(ports, cardLinks),
    'send-approval-mail': sendApprovalMail(ports, pageUrl),
    'remind-approver': sendReminder(ports, { inMail: pageUrl, inTeams: pageUrl }),
    'refresh-approval-cards': refreshApprovalCards(ports, cardLinks),
    'tell-requester': tellRequester(ports, { inMail: pageUrl, onCard: pageUrl, others: cardLinks.others }),
    'tell-virtual-school': tellVirtualSchool(ports, { onCard: pageUrl, inMail: pageUrl }),
    'tell-of-waiting': tellOfWaiting(ports, { onCard: pageUrl, inMail: pageUrl }),
    'mail-order-to-provider': mailOrderToProvider(ports, 'commissioning@council.example', offerPage),
    'remind-provider-of-order': remindProviderOfOrder(ports, 'commissioning@council.example', offerPage),
    'settle-ledgers': settleLedgersOf(ports),
    'record-audit': ({ callOff }, effect) => recordAudit(ports)(callOff.ref, effect),
  }),
];

/** The worker of the queue. */
export const worker = (world: Pick<World, 'ports'>) => performEffect(world.ports, outboxes(world));

/** One run of the sweep. */
export const sweepOnce = (world: Pick<World, 'ports'>) => sweep(world.ports, outboxes(world))();

/** Takes every message that waits; one that fails goes back, as the queue's trigger sends it again, but for one of the sweep. Answers how many failed. */
export const drain = async (world: World): Promise<number> => {
  const perform = worker(world);
  const waiting = world.effects.queue.splice(0);
  let failed = 0;
  for (const message of waiting) {
    try {
      await perform(message);
    } catch {
      failed += 1;
      if (!message.once) world.effects.queue.push(message);
    }
  }
  return failed;
};
