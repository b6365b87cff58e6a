import { requestTexts } from '../domain/call-off/request-texts.ts';
import { noticeMayHold } from '../domain/notices/why-not-words.ts';
import type { MayHold } from '../domain/pupils/screen-excusing.ts';
import { ofGrownUps } from '../domain/pupils/screen-free-text.ts';

/** Texts that may hold what others may not, and why: `fields` are an endpoint and the path of its field, with * for any place or key. */
export interface NamedTexts {
  readonly why: string;
  /** What these may hold; everything else that could identify a pupil is refused in them too. */
  readonly may: readonly MayHold[];
  readonly fields: readonly string[];
}

const anything: readonly MayHold[] = ['name', 'email', 'phone', 'postcode', 'upn', 'nhs-number', 'uln', 'date-of-birth'];

/**
 * The only texts of the contract that are not wholly screened for the identity of pupils (R40). Every other text that a person can type is, on the server,
 * without being listed anywhere. The server and tests read this; a browser would load it for nothing.
 */
export const namedTexts: readonly NamedTexts[] = [
  {
    why: 'It is looked up and forgotten: neither kept nor logged. Schools and providers are called after people and places.',
    may: anything,
    fields: ['findBuyers /query/text', 'findProviders /query/text', 'searchDirectory /query/text', 'searchDirectory /query/near'],
  },
  {
    why: "The school's own reference has a rule of its own, which refuses more (checkPupilReference).",
    may: anything,
    fields: ['submitCallOff /request/pupilRef', 'resubmitCallOff /request/pupilRef'],
  },
  {
    why: 'A draft is judged answer by answer, each as its question will be (call-offs/drafts.ts).',
    may: anything,
    fields: ['saveDraft /answers/*', 'saveDraft /answers/*/*'],
  },
  {
    why: 'An invoice goes to an address, and to somebody in the finance office.',
    may: requestTexts.billTo,
    fields: ['submitCallOff /request/billTo', 'resubmitCallOff /request/billTo'],
  },
  {
    why: 'A cost code may be a long number.',
    may: requestTexts.costCode,
    fields: ['submitCallOff /request/costCode', 'resubmitCallOff /request/costCode'],
  },
  {
    why: 'Somebody else gave the number, and not to a pupil: a procurement notice, or the designated officer.',
    may: ['uln', 'nhs-number', 'phone'],
    fields: [
      'planFramework /terms/competition/noticeId',
      'amendFramework /terms/competition/noticeId',
      'importAward /noticeId',
      'decideConcern /reference',
    ],
  },
  {
    why: 'A notice or a survey says when and where an event is held and whom to ring about it: places and contact points of organisations, and no person by name.',
    may: noticeMayHold,
    fields: [
      'writeNotice /text/title',
      'writeNotice /text/body',
      'writeNotice /text/authorRole',
      'setNoticePicture /alt',
      'actOnNotice /text/title',
      'actOnNotice /text/body',
      'actOnNotice /text/authorRole',
      'actOnNotice /reason',
      'writeEvent /text/title',
      'writeEvent /text/about',
      'writeEvent /text/organiserRole',
      'writeEvent /plan/venue',
      'recordPastEvent /text/title',
      'recordPastEvent /text/about',
      'recordPastEvent /text/organiserRole',
      'actOnEvent /text/title',
      'actOnEvent /text/about',
      'actOnEvent /text/organiserRole',
      'actOnEvent /plan/venue',
      'actOnEvent /reason',
      'writeSurvey /text/title',
      'writeSurvey /text/body',
      'writeSurvey /text/authorRole',
      'actOnSurvey /text/title',
      'actOnSurvey /text/body',
      'actOnSurvey /text/authorRole',
      'actOnSurvey /question/asks',
      'actOnSurvey /question/options/*',
    ],
  },
  {
    why: 'It is one of the choices that a survey offers, to which the domain holds it: nothing of a pupil can be chosen.',
    may: anything,
    fields: ['answerSurvey /answers/*/chosen/*'],
  },
  {
    why: 'It is an address on the web, which the domain holds to https and to its place: numbers in it are those of files.',
    may: anything,
    fields: [
      'writeEvent /plan/joinLink',
      'actOnEvent /plan/joinLink',
      'planFramework /terms/competition/evidenceUrl',
      'amendFramework /terms/competition/evidenceUrl',
      'importAward /evidenceUrl',
      'sendAgreement /documentUrl',
      'recordSignature /signedUrl',
      'decideCheck /link',
      'decideCheck /inspection/link',
      'decideVisit /link',
      'saveApplication /answers/*/link',
      'proposeProviderChange /proposal/profile/website',
    ],
  },
  {
    why: 'It is who acts for a provider, or how to reach one: adults at work, whose names and addresses belong in a contract.',
    may: ofGrownUps,
    fields: [
      'declareOffFramework /purchase/providerName',
      'actOnOffFramework /purchase/providerName',
      'importAward /services/*/profile/vatStatedBy',
      'proposeAward /services/*/profile/vatStatedBy',
      'inviteApplicant /email',
      'inviteApplicant /organisation',
      'inviteApplicant /registryNumber',
      'askApplicationLink /email',
      'askApplicationLink /organisation',
      'askApplicationLink /registryNumber',
      'askProviderCode /email',
      'answerOffer /answerer/name',
      'answerOffer /answerer/position',
      'answerBlockOffer /answerer/name',
      'answerBlockOffer /answerer/position',
      'answerEnquiry /answerer/name',
      'answerEnquiry /answerer/position',
      'answerAgreement /answer/name',
      'answerAgreement /answer/position',
      'recordSignature /signatory/name',
      'recordSignature /signatory/position',
      'signDeclaration /declaration/signatory/name',
      'signDeclaration /declaration/signatory/position',
      'proposeProviderChange /proposal/name',
      'proposeProviderChange /proposal/role',
      'proposeProviderChange /proposal/profile/email',
      'proposeProviderChange /proposal/profile/phone',
    ],
  },
  {
    why: 'A tender is about organisations, their staff and their premises: CVs, referees, owners, addresses and services called after people.',
    may: ofGrownUps,
    fields: [
      'planFramework /terms/name',
      'planFramework /terms/authority',
      'planFramework /terms/competition/portal',
      'amendFramework /terms/name',
      'amendFramework /terms/authority',
      'amendFramework /terms/competition/portal',
      'importAward /portal',
      'saveApplication /answers/*/text',
      'saveApplication /answers/*/chosen/*',
      'saveApplication /offers/*/serviceName',
      'signDeclaration /declaration/grounds/*/explanation',
      'askClarification /question',
      'answerClarification /question',
      'answerClarification /answer',
      'planRound /plan/questionSet/questions/*/options/*',
      'planRound /plan/questionSet/questions/*/marking/passes/*',
      'amendRound /plan/questionSet/questions/*/options/*',
      'amendRound /plan/questionSet/questions/*/marking/passes/*',
      'proposeAward /services/*/serviceName',
      'proposeAward /services/*/profile/summary',
      'importAward /prices/*/serviceName',
      'importAward /services/*/serviceName',
      'importAward /services/*/profile/summary',
      'proposeProviderChange /proposal/profile/summary',
    ],
  },
  {
    why: 'A conflict of interest is with somebody: the evaluator says with whom.',
    may: ['name'],
    fields: ['declareInterest /statement'],
  },
  {
    why: 'It is the name of a file on the computer of a commissioner, which is shown back to them and not kept in a list.',
    may: anything,
    fields: ['checkImport /fileName'],
  },
  {
    why: 'It is a key or a number of ours that the use case looks up: nothing is kept under one that is not known.',
    may: anything,
    fields: [
      'endOverride /overrideRef',
      'saveApplication /cleared/*',
      'planRound /plan/questionSet/version',
      'amendRound /plan/questionSet/version',
    ],
  },
];
