import type { PassportReply } from '../../../contract/quality.ts';
import type { Confirmation } from '../../../domain/quality/confirmation.ts';
import type { HoldCause } from '../../../domain/quality/hold-cause.ts';
import type { PassportState } from '../../../domain/quality/passport.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

export const holdCauseWords: Words<HoldCause> = {
  'check-lapsed': 'A mandatory check has lapsed',
  'check-failed': 'A mandatory check was not passed',
  concern: 'A concern is being looked into',
  commissioner: 'A commissioner paused new orders',
};

export const passportStateWords: Words<PassportState> = {
  holds: 'Holds',
  'ends-soon': 'Ends soon',
  waived: 'Waived for a time',
  'action-required': 'Action required',
  'not-passed': 'Not passed',
  lapsed: 'Lapsed',
  'never-checked': 'Never checked',
};

export const confirmationWords: Words<Confirmation> = {
  'enhanced-dbs-with-barred-list': "Enhanced DBS check with the children's barred list",
  identity: 'Identity',
  'right-to-work': 'Right to work in the UK',
  qualifications: 'Qualifications',
  'medical-fitness': 'Medical fitness',
  'prohibition-orders': 'Prohibition orders',
  'section-128': 'Section 128 directions',
  'agency-staff': 'Agency staff were checked',
  'single-central-record': 'All of it stands on one single central record',
  'lead-named': 'The safeguarding lead is named',
  'lead-trained': 'The safeguarding lead is trained',
  'lado-route-known': 'Staff know how the LADO is told',
  'policies-reviewed': 'The policies were reviewed this year',
  'public-liability': 'Public liability insurance',
  'employers-liability': "Employers' liability insurance",
  'professional-indemnity': 'Professional indemnity, because therapy is offered',
  'registration-position': 'Whether it must be registered as a school, and is',
};

/** Why the words of a standard must be read in their source again. */
export const overdueWords: Words<NonNullable<NonNullable<PassportReply['lines'][number]['rule']>['overdue']>> = {
  'never-checked': 'Nobody has compared it with its source',
  'newer-edition': 'A newer edition of its source is due',
};
