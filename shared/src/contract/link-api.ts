import {
  askApplicationLink,
  askClarification,
  listOpenRounds,
  moveApplication,
  saveApplication,
  signDeclaration,
  startApplication,
  viewApplication,
  withdrawClarification,
} from './applications.ts';
import { answerAgreement, viewAgreement } from './awards.ts';
import { answerBlockOffer, viewBlockOffer } from './block-offers.ts';
import { answerEnquiry, viewEnquiry } from './enquiry-links.ts';
import { answerOffer, viewOffer } from './offers.ts';
import { proposeProviderChange, viewProfile } from './provider-changes.ts';
import { askProviderCode, endProviderSession, openProviderSession, reportSession, tellSettingChange, viewToday } from './provider-today.ts';

/** Operations for people outside the tenant, who act by a capability link: no token, but the link's secret in the body. Three are open to the world. */
export const linkApi = {
  viewProfile,
  proposeProviderChange,
  listOpenRounds,
  askApplicationLink,
  viewApplication,
  startApplication,
  saveApplication,
  signDeclaration,
  moveApplication,
  askClarification,
  withdrawClarification,
  viewAgreement,
  answerAgreement,
  viewOffer,
  answerOffer,
  askProviderCode,
  openProviderSession,
  endProviderSession,
  viewToday,
  reportSession,
  tellSettingChange,
  viewBlockOffer,
  answerBlockOffer,
  viewEnquiry,
  answerEnquiry,
} as const;
