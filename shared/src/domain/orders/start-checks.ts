import type { LocalDate } from '../days/local-date.ts';
import type { Buyer } from '../register/buyer.ts';

/**
 * What a school records before a pupil starts. Each is a day and who recorded it; what was said and the papers themselves stay where the school keeps
 * them, outside this product (R40).
 */
export const startCheckKinds = ['staff-checks-confirmed', 'plan-agreed', 'council-told', 'details-passed', 'direction-notice'] as const;
export type StartCheckKind = (typeof startCheckKinds)[number];

/** By what way something was told that names a child: never by this product. */
export const tellingChannels = ['secure-portal', 'secure-mail', 'phone', 'meeting', 'post'] as const;
export type TellingChannel = (typeof tellingChannels)[number];

export const channelWords: Readonly<Record<TellingChannel, string>> = {
  'secure-portal': "The council's or provider's secure portal",
  'secure-mail': 'Encrypted e-mail',
  phone: 'Phone',
  meeting: 'A meeting',
  post: 'Post',
};

export interface StartCheck {
  readonly on: LocalDate;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly channel?: TellingChannel | undefined;
  /** R8: an academy directs off site only where its articles allow it. */
  readonly articlesAllow?: boolean | undefined;
}

export type StartChecks = Readonly<Partial<Record<StartCheckKind, StartCheck>>>;

interface StartCheckText {
  readonly title: string;
  /** What the person states by recording it. */
  readonly statement: string;
  readonly rule: string;
  readonly needsChannel: boolean;
}

export const startCheckTexts: Readonly<Record<StartCheckKind, StartCheckText>> = {
  'staff-checks-confirmed': {
    title: 'Written confirmation of staff checks',
    statement: "We have the provider's written confirmation that it made the checks on its staff that a school would make, and we keep it.",
    rule: 'R2',
    needsChannel: false,
  },
  'plan-agreed': {
    title: 'Personalised plan',
    statement: 'What is taught, the objectives, how the pupil comes back to school and by when are agreed with the provider in writing.',
    rule: 'R4',
    needsChannel: false,
  },
  'council-told': {
    title: 'Council told who the pupil is',
    statement: 'We have told the council which pupil this order is for. A reference here tells it no name.',
    rule: 'R6',
    needsChannel: true,
  },
  'details-passed': {
    title: 'Referral, risk, medical and contact details passed on',
    statement: 'The provider has what it needs to keep the pupil safe: referral, risk assessment, medical needs and whom to ring.',
    rule: 'R4',
    needsChannel: true,
  },
  'direction-notice': {
    title: 'Notice of the off-site direction',
    statement:
      'The parents, and the council where there is an EHC plan, have written notice with address, person to report to, number of days, reasons, objectives and session times.',
    rule: 'R8',
    needsChannel: false,
  },
};

/** R8: so many school days lie between the notice of an off-site direction and the first day. */
export const directionNoticeSchoolDays = 2;

/** The part of a request that says whether it is an off-site direction. */
interface MayBeDirected {
  readonly offSiteDirection?: boolean | undefined;
}

/** What must be recorded for this request: notice only if it is an off-site direction (R8); a council department has nobody else to tell (R6). */
export const startChecksFor = (request: MayBeDirected, buyer: Pick<Buyer, 'type'>): readonly StartCheckKind[] =>
  startCheckKinds.filter(
    (kind) =>
      (kind !== 'direction-notice' || request.offSiteDirection === true) &&
      (kind !== 'council-told' || buyer.type !== 'council-department'),
  );

/** What is still to be recorded. */
export const missingStartChecks = (
  request: MayBeDirected,
  buyer: Pick<Buyer, 'type'>,
  checks: StartChecks = {},
): readonly StartCheckKind[] => startChecksFor(request, buyer).filter((kind) => checks[kind] === undefined);
