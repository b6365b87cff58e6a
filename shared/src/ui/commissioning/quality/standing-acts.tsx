import type { StandingReply } from '../../../contract/quality.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import type { Act } from '../Acts.tsx';
import type { useCommissioningClient } from '../use-commissioning.tsx';
import { holdCauseWords } from './quality-words.tsx';

const reason = { as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter a reason: it is kept with the provider' } as const;

/** What a commissioner may do about where a provider stands. */
export const standingActs = (standing: StandingReply, client: ReturnType<typeof useCommissioningClient>): readonly Act[] => {
  const { providerRef, providerName, may } = standing;
  const decide = async (key: string, body: Parameters<(typeof client)['decideStanding']>[0]['body'], sentence: string): Promise<string> => {
    await client.decideStanding({ params: { providerRef }, body, key });
    return sentence;
  };
  const acts: Readonly<Record<StandingReply['may'][number], Act>> = {
    'place-hold': {
      title: 'Pause new orders',
      about: `Everybody who may decide is told. ${providerName} leaves the directory at once, new requests are refused, and each school with a live order decides how it goes on. Schools read a neutral sentence, never the reason. One person pauses; allowing orders again needs a second.`,
      questions: [reason],
      sure: `${providerName} leaves the directory at once.`,
      onSend: (given, key) =>
        decide(key, { kind: 'place-hold', reason: given.text('reason') }, `New orders of ${providerName} are paused.`),
    },
    'lift-hold': {
      title: 'Allow orders again',
      about: 'Whoever paused orders cannot be the one who allows them again: this needs a second person.',
      questions: [
        {
          as: 'choice',
          name: 'holdRef',
          label: 'What is put right?',
          missing: 'Choose what is put right',
          options: standing.holds
            .filter(({ lifted }) => lifted === undefined)
            .map(({ ref, cause, placedAt, placedBy }) => ({
              value: ref,
              label: `${holdCauseWords[cause]}: since ${formatInstant(placedAt)}, by ${placedBy}`,
            })),
        },
        { ...reason, label: 'How was it put right?', missing: 'Enter how it was put right' },
      ],
      onSend: (given, key) =>
        decide(
          key,
          { kind: 'lift-hold', holdRef: given.text('holdRef'), reason: given.text('reason') },
          `This no longer holds ${providerName}. It is back in the directory when nothing else does.`,
        ),
    },
    pause: {
      title: 'Take out of the directory for a time',
      about: 'For reasons that have nothing to do with quality, such as when the provider asks for it.',
      questions: [reason],
      onSend: (given, key) => decide(key, { kind: 'pause', reason: given.text('reason') }, `${providerName} is paused.`),
    },
    resume: {
      title: 'Put back into the directory',
      questions: [],
      onSend: (_given, key) => decide(key, { kind: 'resume' }, `${providerName} is active again.`),
    },
    activate: {
      title: 'Make active',
      about: 'Every mandatory check must hold.',
      questions: [],
      onSend: (_given, key) => decide(key, { kind: 'activate' }, `${providerName} is active.`),
    },
    remove: {
      title: 'Take off the framework',
      about: 'It can be ordered from no more. Records of what it did are kept.',
      questions: [reason],
      sure: `${providerName} is off the framework for good.`,
      onSend: (given, key) => decide(key, { kind: 'remove', reason: given.text('reason') }, `${providerName} is off the framework.`),
    },
  };
  return may.map((act) => acts[act]);
};
