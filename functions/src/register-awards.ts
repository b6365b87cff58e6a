import { awardApi } from '@ap/shared/contract/award-api';
import { linkApi } from '@ap/shared/contract/link-api';
import { theProduct } from '@ap/shared/domain/people/person';
import { type AgreementPage, answerAgreement, resendAgreement, viewAgreement } from './awards/agreement-link.ts';
import { awardPerformers } from './awards/award-effects.ts';
import {
  beginAwardStandstill,
  checkExclusion,
  countersignAward,
  decideAward,
  getAward,
  listAwards,
  recordSignature,
  setAwardAside,
} from './awards/award-steps.ts';
import { importAward, proposeAward } from './awards/begin-award.ts';
import { listPriceBooks } from './awards/price-book-view.ts';
import {
  abandonPriceReview,
  approvePriceReview,
  getPriceBook,
  openPriceReview,
  priceBookPerformers,
  proposePrices,
} from './awards/price-review.ts';
import { sendAgreement } from './awards/send-agreement.ts';
import { standstillClock } from './awards/standstill-clock.ts';
import type { Outbox } from './effects/outbox.ts';
import { type LinkRouteSupplies, linkRoute } from './http/link-route.ts';
import { ProblemError } from './http/problem-reply.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { runStanding } from './quality/run-quality.ts';
import { tenderOutbox } from './tenders/tender-outboxes.ts';
import { registerTimer } from './triggers.ts';

/** Gives the standing of a provider the command that it is awarded. One that is there already has nothing more to be told. */
const awardStanding =
  (ports: Ports) =>
  async (providerRef: string, key: string): Promise<void> => {
    try {
      await runStanding(ports, { by: theProduct, key, channel: 'clock' }, providerRef, { kind: 'award' });
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'not-in-this-state')) throw error;
    }
  };

/** The outboxes of awards and of price books. */
export const awardOutboxes = (ports: Ports, agreementPage: AgreementPage): readonly Outbox[] => [
  tenderOutbox(ports, 'awards', awardPerformers(ports, { agreementPage, awardStanding: awardStanding(ports) })),
  tenderOutbox(ports, 'priceBooks', priceBookPerformers(ports)),
];

export interface AwardSupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly linkSupplies: LinkRouteSupplies;
  readonly agreementPage: AgreementPage;
}

/** Joins awards, their agreements and their prices to their use cases. Answers with their outboxes. */
export const registerAwards = ({ ports, supplies, linkSupplies, agreementPage }: AwardSupplies): readonly Outbox[] => {
  route(awardApi.listAwards, supplies, listAwards(ports));
  route(awardApi.getAward, supplies, getAward(ports));
  route(awardApi.proposeAward, supplies, proposeAward(ports));
  route(awardApi.importAward, supplies, importAward(ports));
  route(awardApi.checkExclusion, supplies, checkExclusion(ports));
  route(awardApi.decideAward, supplies, decideAward(ports));
  route(awardApi.beginAwardStandstill, supplies, beginAwardStandstill(ports));
  route(awardApi.sendAgreement, supplies, sendAgreement(ports));
  route(awardApi.resendAgreement, supplies, resendAgreement(ports, agreementPage));
  route(awardApi.recordSignature, supplies, recordSignature(ports));
  route(awardApi.countersignAward, supplies, countersignAward(ports));
  route(awardApi.setAwardAside, supplies, setAwardAside(ports));
  route(awardApi.listPriceBooks, supplies, listPriceBooks(ports));
  route(awardApi.getPriceBook, supplies, getPriceBook(ports));
  route(awardApi.openPriceReview, supplies, openPriceReview(ports));
  route(awardApi.proposePrices, supplies, proposePrices(ports));
  route(awardApi.approvePriceReview, supplies, approvePriceReview(ports));
  route(awardApi.abandonPriceReview, supplies, abandonPriceReview(ports));
  linkRoute(linkApi.viewAgreement, linkSupplies, viewAgreement(ports));
  linkRoute(linkApi.answerAgreement, linkSupplies, answerAgreement(ports));
  registerTimer('standstillClock', standstillClock(ports));
  return awardOutboxes(ports, agreementPage);
};
