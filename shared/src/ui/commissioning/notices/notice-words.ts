import type { NoticeSendReply } from '../../../contract/send-record.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { type Notice, type NoticeAudience, type NoticeStatus, noticeAudienceNames } from '../../../domain/notices/notice.ts';
import type { SendReason, SendState } from '../../../domain/notices/notice-send.ts';

export const statusWords: Readonly<Record<NoticeStatus, string>> = {
  draft: 'Draft',
  scheduled: 'Waits for its day',
  published: 'Published',
  expired: 'Over',
  withdrawn: 'Withdrawn',
  discarded: 'Discarded',
};

export const stateWords: Readonly<Record<SendState, string>> = {
  pending: 'Waits to be sent',
  sending: 'Being sent',
  activity: 'Told in Teams',
  mail: 'Sent by mail',
  failed: 'Not reached',
};

const reasonWords: Readonly<Record<SendReason, string>> = {
  'not-set-up': 'messages in Teams are not set up',
  'other-tenant': 'works in another organisation',
  'not-installed': 'the app is not installed for this person',
  'teams-refused': 'Teams refused the message',
  'package-too-old': 'the installed app is too old',
  'two-apps': 'two apps are installed for this person',
  'no-address': 'the register has no mail address that can be used',
  refused: 'the mail service refused the message',
  'no-answer': 'nobody knows whether it arrived',
};

/** How the message to one recipient stands, and why. */
export const sendWords = ({ state, reason }: Pick<NoticeSendReply, 'state' | 'reason'>): string =>
  reason === undefined ? stateWords[state] : `${stateWords[state]}: ${reasonWords[reason]}`;

export const audienceWords = (audience: readonly NoticeAudience[]): string => audience.map((each) => noticeAudienceNames[each]).join(', ');

/** On which days it is shown. */
export const daysWords = ({ publishOn, showUntil }: Pick<Notice, 'publishOn' | 'showUntil'>): string =>
  `${publishOn === undefined ? '' : `From ${formatDate(publishOn, 'plain')} `}until ${formatDate(showUntil, 'plain')}`.replace(/^u/, 'U');
