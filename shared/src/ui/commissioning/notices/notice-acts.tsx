import type { ClientOf } from '../../../contract/client.ts';
import type { ManagedNoticeReply, managedNoticesApi, NoticeAct, NoticeTextBody } from '../../../contract/managed-notices.ts';
import { formatUkDate } from '../../../domain/days/uk-date.ts';
import { longestBody } from '../../../domain/notices/decide-notice.ts';
import { noticeAudienceNames, noticeAudiences } from '../../../domain/notices/notice.ts';
import { noticeMayHold } from '../../../domain/notices/why-not-words.ts';
import type { Act } from '../Acts.tsx';
import type { Given, Question } from '../questions.tsx';
import { discardAct, resendAct, roleQuestion, titleQuestion } from './announcement.ts';

type Client = ClientOf<typeof managedNoticesApi>;

/** What a notice asks of whoever writes it; `first`: what it says already. */
export const textQuestions = (first?: ManagedNoticeReply): readonly Question[] => [
  titleQuestion(first?.title),
  {
    as: 'paragraph',
    name: 'body',
    label: 'What does it say?',
    hint: 'Plain text. A blank line begins a paragraph. Name no person: readers see who published it.',
    missing: 'Enter what the notice says',
    limit: longestBody,
    may: noticeMayHold,
    first: first?.body ?? '',
  },
  roleQuestion('authorRole', 'write', first?.authorRole),
  {
    as: 'marks',
    name: 'audience',
    label: 'Who is it for?',
    hint: 'People of these schools and departments are told in Teams, and by mail where Teams does not reach them. Providers are told by mail.',
    options: noticeAudiences.map((value) => ({ value, label: noticeAudienceNames[value] })),
    first: first?.audience ?? [],
  },
  {
    as: 'day',
    name: 'publishOn',
    label: 'On which day does it go out?',
    first: first?.publishOn === undefined ? '' : formatUkDate(first.publishOn),
  },
  {
    as: 'day',
    name: 'showUntil',
    label: 'Until which day is it shown?',
    missing: 'Enter the last day on which it is shown',
    first: first === undefined ? '' : formatUkDate(first.showUntil),
  },
];

export const noticeTextOf = (given: Given): NoticeTextBody => ({
  title: given.text('title'),
  body: given.text('body'),
  authorRole: given.text('authorRole'),
  audience: noticeAudiences.filter((each) => given.marks('audience').includes(each)),
  ...(given.text('publishOn') === '' ? {} : { publishOn: given.day('publishOn') }),
  showUntil: given.day('showUntil'),
});

/** Writes a notice. `open` shows it. */
export const writeAct = (client: Client, open: (ref: string) => void): Act => ({
  title: 'Write a notice',
  about: 'It stays a draft until you publish it. Without a day on which it goes out it goes out as soon as it is published.',
  questions: textQuestions(),
  onSend: async (given, key) => {
    const { ref } = await client.writeNotice({ body: { text: noticeTextOf(given) }, key });
    open(ref);
    return 'The notice is a draft.';
  },
});

/** What can be done with a notice as it stands. */
export const noticeActs = (notice: ManagedNoticeReply, client: Client): readonly Act[] => {
  const { ref, version: seen, reaches, sends, publishOn } = notice;
  const act = async (key: string, body: Parameters<Client['actOnNotice']>[0]['body'], sentence: string): Promise<string> => {
    await client.actOnNotice({ params: { ref }, body, key });
    return sentence;
  };
  const acts: Readonly<Record<NoticeAct, Act>> = {
    'publish-notice': {
      title: 'Publish',
      questions: [],
      about: `As the register is today it is sent to ${reaches} ${reaches === 1 ? 'recipient' : 'recipients'}${publishOn === undefined ? ' now' : ', on the morning of its day'}.`,
      sure: 'What was published cannot be changed. It can be withdrawn.',
      onSend: (_given, key) => act(key, { kind: 'publish-notice', seen }, 'The notice is published.'),
    },
    'change-notice': {
      title: 'Change',
      questions: textQuestions(notice),
      onSend: (given, key) => act(key, { kind: 'change-notice', seen, text: noticeTextOf(given) }, 'The notice was changed.'),
    },
    'clear-picture': {
      title: 'Take the picture away',
      questions: [],
      onSend: (_given, key) => act(key, { kind: 'clear-picture', seen }, 'The notice has no picture.'),
    },
    'recall-notice': {
      title: 'Take back to change it',
      questions: [],
      about: 'Nobody has been told yet. It becomes a draft again.',
      onSend: (_given, key) => act(key, { kind: 'recall-notice', seen }, 'The notice is a draft again.'),
    },
    'resend-notice': resendAct(sends.failed, (key, sentence) => act(key, { kind: 'resend-notice', seen }, sentence)),
    'withdraw-notice': {
      title: 'Withdraw',
      questions: [
        {
          as: 'paragraph',
          name: 'reason',
          label: 'Why is it withdrawn?',
          missing: 'Enter why it is withdrawn',
          limit: 1_000,
          may: noticeMayHold,
        },
      ],
      about: 'It is shown to nobody any more. Whoever was told is not told of that.',
      onSend: (given, key) => act(key, { kind: 'withdraw-notice', seen, reason: given.text('reason') }, 'The notice is withdrawn.'),
    },
    'discard-notice': discardAct((key, sentence) => act(key, { kind: 'discard-notice', seen }, sentence)),
  };
  return (
    ['publish-notice', 'change-notice', 'clear-picture', 'recall-notice', 'resend-notice', 'withdraw-notice', 'discard-notice'] as const
  )
    .filter((each) => notice.may.includes(each))
    .map((each) => acts[each]);
};
