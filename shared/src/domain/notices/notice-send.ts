import type { NoticeRound } from './notice.ts';
import type { NoticeRecipient } from './notice-recipients.ts';

/** How the message to one recipient stands. `sending`: somebody is at it; `activity` and `mail` are how it was delivered. */
export const sendStates = ['pending', 'sending', 'activity', 'mail', 'failed'] as const;
export type SendState = (typeof sendStates)[number];

/**
 * Why it was not delivered, or by mail and not in Teams. `no-answer`: nobody knows whether it arrived, so that only a person has it sent again.
 */
export const sendReasons = [
  'not-set-up',
  'other-tenant',
  'not-installed',
  'teams-refused',
  'package-too-old',
  'two-apps',
  'no-address',
  'refused',
  'no-answer',
] as const;
export type SendReason = (typeof sendReasons)[number];

/** The record of one message of a notice to one recipient. */
export interface NoticeSend {
  readonly to: NoticeRecipient;
  readonly state: SendState;
  readonly reason?: SendReason | undefined;
  readonly at: string;
  /** The effect under which it was last taken up: one that sends again takes each up once. */
  readonly effectId?: string | undefined;
}

/** After so long nobody is at a message any more: whoever was has gone, and does not tell what became of it. */
const longestSendingMilliseconds = 10 * 60_000;

/** What an effect has to do about one message. */
export type SendStep = 'send' | 'wait' | 'give-up' | 'leave';

/**
 * What an effect has to do about one message. Nobody is sent a notice twice by itself: what was delivered, and what may have been, is left, until a
 * person has those that failed sent again. `again` is another message, such as a reminder: it goes to whoever was reached before as well, once for each effect.
 */
export const sendStep = (send: NoticeSend, effect: { readonly id: string; readonly to: NoticeRound | 'again' }, now: string): SendStep => {
  switch (send.state) {
    case 'pending':
      return 'send';
    case 'sending':
      return Date.parse(now) - Date.parse(send.at) > longestSendingMilliseconds ? 'give-up' : 'wait';
    case 'failed':
      return effect.to !== 'everybody' && send.effectId !== effect.id ? 'send' : 'leave';
    default:
      return effect.to === 'again' && send.effectId !== effect.id ? 'send' : 'leave';
  }
};

/** How many messages of a notice stand how. */
export type SendCounts = Readonly<Record<SendState, number>>;

export const countSends = (sends: readonly Pick<NoticeSend, 'state'>[]): SendCounts => {
  const counts: Record<SendState, number> = { pending: 0, sending: 0, activity: 0, mail: 0, failed: 0 };
  for (const { state } of sends) counts[state] += 1;
  return counts;
};
