import { type Change, deciderOf } from '../call-off/decider.ts';
import { isBefore } from '../days/instants.ts';
import { formatDate, instantAtLondon, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { type Refusal, refused } from '../refusal.ts';
import { isShown, type Notice, type NoticeText, type NoticeWork, noticeAudiences } from './notice.ts';
import type { NoticeAction } from './notice-action.ts';
import { type CommandOnNotice, type NoticeFacts, type NoticeRole, noticeRoleNames, type WriteNotice } from './notice-command.ts';
import { noticeMachine } from './notice-machine.ts';
import { longestAlt } from './notice-picture.ts';
import { whyNotWords } from './why-not-words.ts';

type Outcome = Change<Notice, NoticeWork> | Refusal;
type Of<K extends CommandOnNotice['kind']> = Extract<CommandOnNotice, { readonly kind: K }>;

export const longestTitle = 120;
export const longestBody = 6_000;
/** The hour of London at which a notice goes out that was to wait for its day. */
const hourOfRelease = 8;

/** When a notice goes out that waits for its day. */
export const releaseAt = (publishOn: LocalDate): string => instantAtLondon(publishOn, hourOfRelease);

const whyNotText = ({ title, body, authorRole, audience, publishOn, showUntil }: NoticeText, today: LocalDate): Refusal | undefined =>
  whyNotWords(title, longestTitle, 'Enter a title.', '/text/title') ??
  whyNotWords(body, longestBody, 'Enter what the notice says.', '/text/body') ??
  whyNotWords(authorRole, longestTitle, 'Enter the role in which you write.', '/text/authorRole') ??
  (audience.length === 0 ? refused('nobody-asked', 'Choose who the notice is for.', '/text/audience') : undefined) ??
  (showUntil < today ? refused('dates-not-allowed', 'The last day must not be in the past.', '/text/showUntil') : undefined) ??
  (publishOn !== undefined && publishOn > showUntil
    ? refused('dates-not-allowed', 'It cannot end before the day on which it goes out.', '/text/publishOn')
    : undefined);

/** A text as it is kept: each audience once, in their own order. */
const keptText = (text: NoticeText): NoticeText => ({
  title: text.title.trim(),
  body: text.body.trim(),
  authorRole: text.authorRole.trim(),
  audience: noticeAudiences.filter((each) => text.audience.includes(each)),
  ...(text.publishOn === undefined ? {} : { publishOn: text.publishOn }),
  showUntil: text.showUntil,
});

const writeNotice = ({ ref, text, event, by }: WriteNotice, _facts: NoticeFacts, now: string): Outcome =>
  whyNotText(text, toLondonDate(now)) ?? {
    state: { ref, ...keptText(text), ...(event ? { event } : {}), status: 'draft', author: by },
    what: 'Written',
  };

const changeNotice = (present: Notice, { text, by }: Of<'change-notice'>, _facts: NoticeFacts, now: string): Outcome => {
  const { publishOn: _before, ...rest } = present;
  return whyNotText(text, toLondonDate(now)) ?? { state: { ...rest, ...keptText(text), author: by }, what: 'Changed' };
};

const setPicture = (present: Notice, { picture }: Of<'set-picture'>): Outcome =>
  whyNotWords(picture.alt, longestAlt, 'Enter what the picture shows, for whoever does not see it.', '/alt') ?? {
    state: { ...present, picture: { ...picture, alt: picture.alt.trim() } },
    what: 'Picture set',
  };

const clearPicture = ({ picture, ...rest }: Notice): Outcome =>
  picture === undefined ? refused('not-in-this-state', 'The notice has no picture.') : { state: rest, what: 'Picture taken away' };

const goneOut = (present: Notice, now: string, what: string): Outcome => ({
  state: { ...present, status: 'published', publishedAt: now },
  what,
  works: [{ kind: 'send-notice', to: 'everybody' }],
});

const publishNotice = (present: Notice, now: string): Outcome => {
  const refusal = whyNotText(present, toLondonDate(now));
  if (refusal) return refusal;
  const { publishOn } = present;
  return publishOn !== undefined && isBefore(now, releaseAt(publishOn))
    ? { state: { ...present, status: 'scheduled' }, what: `Goes out on ${formatDate(publishOn)}` }
    : goneOut(present, now, 'Published');
};

const releaseNotice = (present: Notice, now: string): Outcome =>
  present.publishOn !== undefined && isBefore(now, releaseAt(present.publishOn))
    ? refused('not-yet', `It goes out on ${formatDate(present.publishOn)}.`)
    : goneOut(present, now, 'Went out');

const resendNotice = (present: Notice, { failed = 0 }: NoticeFacts, now: string): Outcome => {
  if (!isShown(present, toLondonDate(now))) return refused('not-in-this-state', 'Its last day is over: nobody is told of it any more.');
  if (failed === 0) return refused('not-in-this-state', 'It reached everybody it was sent to, as far as has been tried.');
  return { state: present, what: `Sent again to ${failed} whom it did not reach`, works: [{ kind: 'send-notice', to: 'failed' }] };
};

const withdrawNotice = (present: Notice, { reason }: Of<'withdraw-notice'>): Outcome =>
  whyNotWords(reason, 1_000, 'Enter why it is withdrawn.', '/reason') ?? {
    state: { ...present, status: 'withdrawn', withdrawnBecause: reason.trim() },
    what: 'Withdrawn',
    comment: reason.trim(),
  };

const expireNotice = (present: Notice, now: string): Outcome =>
  isShown(present, toLondonDate(now))
    ? refused('not-yet', `It is shown until ${formatDate(present.showUntil)}.`)
    : { state: { ...present, status: 'expired' }, what: 'Its last day is over' };

/** Decides one command about a notice (row 65; R40). */
export const decideNotice = deciderOf<Notice, WriteNotice, CommandOnNotice, NoticeRole, NoticeAction, NoticeFacts, NoticeWork, Refusal>(
  noticeMachine,
  noticeRoleNames,
  { 'write-notice': writeNotice },
  {
    'change-notice': changeNotice,
    'set-picture': setPicture,
    'clear-picture': clearPicture,
    'publish-notice': (present, _command, _facts, now) => publishNotice(present, now),
    'recall-notice': (present) => ({ state: { ...present, status: 'draft' }, what: 'Taken back to be changed' }),
    'release-notice': (present, _command, _facts, now) => releaseNotice(present, now),
    'resend-notice': (present, _command, facts, now) => resendNotice(present, facts, now),
    'withdraw-notice': withdrawNotice,
    'discard-notice': (present) => ({ state: { ...present, status: 'discarded' }, what: 'Discarded' }),
    'expire-notice': (present, _command, _facts, now) => expireNotice(present, now),
  },
);
