import type { CheckReply } from '../../../contract/quality.ts';
import type { Confirmation } from '../../../domain/quality/confirmation.ts';
import type { Act } from '../Acts.tsx';
import type { useCommissioningClient } from '../use-commissioning.tsx';
import { confirmationWords } from './quality-words.tsx';

const inWords = 'Enter in a sentence or two what was looked at, without names or numbers of certificates';

/** What a commissioner may do about one check. `title`: what is checked. */
export const checkActs = (check: CheckReply, title: string, client: ReturnType<typeof useCommissioningClient>): readonly Act[] => {
  const { ref, may, toConfirm } = check;
  const decide = async (key: string, body: Parameters<(typeof client)['decideCheck']>[0]['body'], sentence: string): Promise<string> => {
    await client.decideCheck({ params: { ref }, body, key });
    return sentence;
  };
  const acts: Readonly<Record<CheckReply['may'][number], Act>> = {
    'request-evidence': {
      title: 'Ask for evidence',
      questions: [{ as: 'day', name: 'dueOn', label: 'By when?', missing: 'Enter the day by which it must be here' }],
      onSend: (given, key) =>
        decide(key, { kind: 'request-evidence', dueOn: given.day('dueOn') }, 'The provider is asked for evidence by mail.'),
    },
    'receive-evidence': {
      title: 'Record evidence',
      about: 'Where it lies, never the evidence itself: no certificate and no DBS number is kept here.',
      questions: [{ as: 'line', name: 'link', label: 'Link to it', hint: 'Begins with https://', limit: 400 }],
      onSend: (given, key) => decide(key, { kind: 'receive-evidence', ...given.maybe('link') }, 'It is recorded that evidence is here.'),
    },
    pass: {
      title: 'Pass the check',
      questions: [
        { as: 'day', name: 'checkedOn', label: 'When was it checked?', missing: 'Enter the day on which it was checked' },
        { as: 'day', name: 'expiresOn', label: 'Until when does it hold?', missing: 'Enter the last day on which it holds' },
        {
          as: 'day',
          name: 'restsOn',
          label: 'The day of the training or review that it rests on',
        },
        ...(toConfirm.length === 0
          ? []
          : [
              {
                as: 'marks' as const,
                name: 'confirmed',
                label: 'I have seen to each of these',
                missing: 'Mark each of them: without all of them it cannot be passed',
                options: toConfirm.map((value) => ({ value, label: confirmationWords[value] })),
              },
            ]),
        { as: 'paragraph', name: 'confirmation', label: 'What was looked at?', missing: inWords },
      ],
      onSend: (given, key) =>
        decide(
          key,
          {
            kind: 'pass',
            checkedOn: given.day('checkedOn'),
            expiresOn: given.day('expiresOn'),
            ...(given.text('restsOn') === '' ? {} : { restsOn: given.day('restsOn') }),
            confirmed: given.marks('confirmed') as Confirmation[],
            confirmation: given.text('confirmation'),
          },
          `${title} is passed.`,
        ),
    },
    'require-action': {
      title: 'Require an action',
      questions: [
        { as: 'paragraph', name: 'action', label: 'What must the provider do?', missing: 'Enter what the provider must do' },
        { as: 'day', name: 'dueOn', label: 'By when?', missing: 'Enter the day by which it must be done' },
      ],
      onSend: (given, key) =>
        decide(
          key,
          { kind: 'require-action', action: given.text('action'), dueOn: given.day('dueOn') },
          'The provider is told what to do by mail.',
        ),
    },
    fail: {
      title: 'Do not pass the check',
      about: check.mandatory ? 'This check is mandatory: new orders of the provider are paused at once.' : 'This check is not mandatory.',
      questions: [{ as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter why it is not passed' }],
      sure: 'The provider is told. A check that was not passed is done anew, not changed.',
      onSend: (given, key) => decide(key, { kind: 'fail', reason: given.text('reason') }, `${title} is not passed.`),
    },
    'request-waiver': {
      title: 'Ask for a waiver',
      about: 'For a time, with a reason, and approved by a second person. It ends by itself.',
      questions: [
        { as: 'paragraph', name: 'reason', label: 'Why can it wait?', missing: 'Enter why it can wait' },
        { as: 'day', name: 'until', label: 'Until when?', missing: 'Enter the last day of the waiver' },
      ],
      onSend: (given, key) =>
        decide(
          key,
          { kind: 'request-waiver', reason: given.text('reason'), until: given.day('until') },
          'A second commissioner must approve it.',
        ),
    },
    'approve-waiver': {
      title: 'Approve the waiver',
      about: check.waiver ? `${check.waiver.requestedBy} asks for it: ${check.waiver.reason}` : 'A colleague asks for it.',
      questions: [],
      onSend: (_given, key) => decide(key, { kind: 'approve-waiver' }, 'The waiver is approved.'),
    },
    'refuse-waiver': {
      title: 'Refuse the waiver',
      questions: [{ as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter why it is refused' }],
      onSend: (given, key) => decide(key, { kind: 'refuse-waiver', reason: given.text('reason') }, 'The waiver is refused.'),
    },
  };
  return may.map((act) => acts[act]);
};
