import type { ConcernReply } from '../../../contract/concerns.ts';
import { type ConcernOutcome, concernOutcomes } from '../../../domain/quality/concern.ts';
import type { Act } from '../Acts.tsx';
import type { useCommissioningClient } from '../use-commissioning.tsx';

export const outcomeWords: Readonly<Record<ConcernOutcome, string>> = {
  'no-further-action': 'No further action',
  'put-right': 'Put right',
  'passed-to-another-body': 'Passed to another body',
  'provider-removed': 'The provider is off the framework',
};

/** What whoever is on duty may do about a concern. What the product does by itself, such as joining two, is no act of a person. */
export const concernActs = (concern: ConcernReply, client: ReturnType<typeof useCommissioningClient>): readonly Act[] => {
  const { ref, may, providerName } = concern;
  const decide = async (key: string, body: Parameters<(typeof client)['decideConcern']>[0]['body'], sentence: string): Promise<string> => {
    await client.decideConcern({ params: { ref }, body, key });
    return sentence;
  };
  const acts: Partial<Record<ConcernReply['may'][number], Act>> = {
    'pause-orders': {
      title: 'Pause new orders',
      about: `${providerName} leaves the directory at once, new requests are refused, and each school with a live order decides how it goes on. Schools read a neutral sentence, never why. You can pause alone; allowing orders again needs a second person.`,
      questions: [],
      sure: `${providerName} leaves the directory at once.`,
      onSend: (_given, key) => decide(key, { kind: 'pause-orders' }, `New orders of ${providerName} are paused.`),
    },
    'start-enquiry': {
      title: 'Begin to look into it',
      questions: [],
      onSend: (_given, key) => decide(key, { kind: 'start-enquiry' }, 'You look into it now. It can be closed when you have finished.'),
    },
    'record-lado-referral': {
      title: 'Record the referral to the LADO',
      about: 'That the local authority designated officer was told, and when. Never what was said.',
      questions: [
        { as: 'day', name: 'on', label: 'On which day?', missing: 'Enter the day of the referral' },
        { as: 'line', name: 'reference', label: 'Their reference', limit: 60 },
      ],
      onSend: (given, key) =>
        decide(key, { kind: 'record-lado-referral', on: given.day('on'), ...given.maybe('reference') }, 'The referral is recorded.'),
    },
    close: {
      title: 'Close the concern',
      about: 'Concerns that are looked into together close with it. A pause of orders stays until a second person allows them again.',
      questions: [
        {
          as: 'choice',
          name: 'outcome',
          label: 'How did it end?',
          missing: 'Choose how it ended',
          options: concernOutcomes.map((value) => ({ value, label: outcomeWords[value] })),
        },
        {
          as: 'paragraph',
          name: 'text',
          label: 'What was found?',
          hint: 'Only those on duty for concerns read it',
          missing: 'Enter what was found',
        },
      ],
      onSend: (given, key) =>
        decide(
          key,
          { kind: 'close', outcome: given.text('outcome') as ConcernOutcome, text: given.text('text') },
          'The concern is closed.',
        ),
    },
  };
  return may.flatMap((act) => acts[act] ?? []);
};
