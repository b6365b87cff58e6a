import type { CallOff } from '../call-off/call-off.ts';
import { currentChecks } from '../orders/setting-change.ts';
import type { StartChecks } from '../orders/start-checks.ts';
import type { Provider } from '../register/provider.ts';
import type { DeliveryMode, Service } from '../register/service.ts';
import type { Half } from './planned-session.ts';
import type { ProviderMark } from './provider-mark.ts';

/** The codes of the register that a school may enter for a session of a placement, in the words of this product (SI 2024/208, reg 10). */
export const attendanceCodes = {
  '/': 'Present, morning',
  '\\': 'Present, afternoon',
  L: 'Late, before the register closed',
  U: 'Late, after the register closed',
  B: 'Educated off site, supervised and approved by the school',
  D: 'Dual registered, at the other school',
  K: 'At provision that the council arranged',
  P: 'Approved sporting activity',
  V: 'Educational visit',
  W: 'Work experience',
  I: 'Ill',
  M: 'Medical or dental appointment',
  C: 'Leave for another reason',
  E: 'Suspended or excluded',
  N: 'Reason not known yet',
  O: 'Not authorised',
} as const;
export type AttendanceCode = keyof typeof attendanceCodes;
export const attendanceCodeKeys = Object.keys(attendanceCodes) as readonly AttendanceCode[];

/** What a suggestion rests on: who commissions, where the provider is registered, and where it teaches (R25). */
export interface SuggestionFacts {
  readonly deliveryMode: DeliveryMode;
  readonly registeredSchool: boolean;
  readonly arrangedByCouncil: boolean;
  /** R2, R4: the school has the confirmation of staff checks and agreed the plan, so that it approved what is taught and by whom. */
  readonly schoolApproved: boolean;
}

/** A code for the school to confirm, or why there is none: then the school decides. */
export interface Suggestion {
  readonly code?: AttendanceCode | undefined;
  readonly because: string;
}

interface CodeRule {
  readonly when: (facts: SuggestionFacts) => boolean;
  readonly code: (half: Half, mark: 'present' | 'late') => AttendanceCode | undefined;
  readonly because: string;
}

const none = (): undefined => undefined;

/** R23 to R25, the first that fits. Education from a distance is never B, nor is any at home: the school decides about both. */
const codeRules: readonly CodeRule[] = [
  {
    when: ({ deliveryMode }) => deliveryMode === 'online',
    code: none,
    because: 'Taught remotely: the school decides. It is never B (R23).',
  },
  { when: ({ deliveryMode }) => deliveryMode === 'home', code: none, because: 'Taught at home: the school decides (R23).' },
  {
    when: ({ deliveryMode }) => deliveryMode === 'on-site',
    code: (half, mark) => (mark === 'late' ? 'L' : half === 'am' ? '/' : '\\'),
    because: 'Taught at the school: its normal mark.',
  },
  { when: ({ registeredSchool }) => registeredSchool, code: () => 'D', because: 'At another registered school (R24).' },
  { when: ({ arrangedByCouncil }) => arrangedByCouncil, code: () => 'K', because: 'The council arranged it (R24).' },
  {
    when: ({ schoolApproved }) => schoolApproved,
    code: () => 'B',
    because: 'Present and supervised off site, at what the school approved (R23).',
  },
];

const approvedBySchool = (checks: StartChecks): boolean =>
  checks['staff-checks-confirmed'] !== undefined && checks['plan-agreed'] !== undefined;

/** What a suggestion for a call-off rests on. Where service or provider cannot be read, nothing is suggested. */
export const suggestionFacts = (
  { request, order }: CallOff,
  service: Service | undefined,
  provider: Provider | undefined,
): SuggestionFacts | undefined =>
  service &&
  provider && {
    deliveryMode: service.deliveryMode,
    registeredSchool: provider.registeredSchool,
    arrangedByCouncil: request.arrangedBy === 'council',
    schoolApproved: order !== undefined && approvedBySchool(currentChecks(order)),
  };

/** The code that is suggested for a session. The provider's mark never sets the school's: the school confirms, whatever is suggested (R25). */
export const suggestCode = (facts: SuggestionFacts | undefined, half: Half, mark: ProviderMark | undefined): Suggestion => {
  if (mark === undefined) return { because: 'Not reported: this is not presence (R22).' };
  if (mark === 'absent') return { because: 'Absent: the school finds out why, and decides.' };
  if (mark === 'cancelled') return { because: 'Cancelled by the provider: the school decides.' };
  const rule = facts && codeRules.find(({ when }) => when(facts));
  if (!rule) return { because: 'The school decides.' };
  const code = rule.code(half, mark);
  return { because: rule.because, ...(code === undefined ? {} : { code }) };
};
