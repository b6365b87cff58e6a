import {
  beginAwardStandstill,
  checkExclusion,
  countersignAward,
  decideAward,
  getAward,
  importAward,
  listAwards,
  proposeAward,
  recordSignature,
  resendAgreement,
  sendAgreement,
  setAwardAside,
} from './awards.ts';
import { abandonPriceReview, approvePriceReview, getPriceBook, listPriceBooks, openPriceReview, proposePrices } from './prices.ts';

/** Operations of the award board: awards, their agreements and their prices. Award approvers need not be commissioners. */
export const awardApi = {
  listAwards,
  getAward,
  proposeAward,
  importAward,
  checkExclusion,
  decideAward,
  beginAwardStandstill,
  sendAgreement,
  resendAgreement,
  recordSignature,
  countersignAward,
  setAwardAside,
  listPriceBooks,
  getPriceBook,
  openPriceReview,
  proposePrices,
  approvePriceReview,
  abandonPriceReview,
} as const;
