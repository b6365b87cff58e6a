import type { BodyOf } from '../../../contract/endpoint.ts';
import type { FrameworkReply, moveFramework } from '../../../contract/rounds.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import type { FrameworkStatus } from '../../../domain/register/framework.ts';
import type { Act } from '../Acts.tsx';
import type { useCommissioningClient } from '../use-commissioning.tsx';
import { termsOf, termsQuestions } from './terms-questions.tsx';

type Client = ReturnType<typeof useCommissioningClient>;

const refFault = (text: string): string | undefined =>
  /^[A-Za-z0-9-]{1,64}$/.test(text) ? undefined : 'Enter a reference of letters, digits and hyphens, such as AP-2027';

/** Plans a framework. Nothing is open to anybody by it. */
export const planAct = (client: Client): Act => ({
  title: 'Plan a framework',
  about: 'What is left out can be added until the framework opens.',
  questions: [
    {
      as: 'line',
      name: 'ref',
      label: 'Reference',
      hint: 'Such as AP-2027. It cannot be changed later',
      missing: 'Enter a reference, such as AP-2027',
      fault: refFault,
    },
    ...termsQuestions(),
  ],
  onSend: async (given, key) => {
    const ref = given.text('ref');
    await client.planFramework({ body: { ref, terms: termsOf(given) }, key });
    return `The framework ${ref} is planned.`;
  },
});

/** What a commissioner may try with a framework as it stands. */
export const frameworkActs = ({ ref, status, terms }: FrameworkReply, client: Client): readonly Act[] => {
  const params = { ref };
  const move = (body: BodyOf<typeof moveFramework>, key: string) => client.moveFramework({ params, body, key });
  const amend: Act = {
    title: 'Change the terms',
    about: 'Until the framework opens.',
    questions: termsQuestions(terms),
    onSend: async (given, key) => {
      await client.amendFramework({ params, body: { terms: termsOf(given) }, key });
      return 'The terms are changed.';
    },
  };
  const open: Act = {
    title: 'Open the framework',
    about: 'A round must be published first, or a competition on a portal be recorded.',
    questions: [],
    sure: 'Its terms cannot be changed any more.',
    onSend: async (_given, key) => {
      await move({ move: 'open' }, key);
      return 'The framework is open for applications.';
    },
  };
  const close: Act = {
    title: 'Close the framework to applications',
    questions: [],
    sure: 'Its applications are decided next. It is not opened again.',
    onSend: async (_given, key) => {
      await move({ move: 'close' }, key);
      return 'The framework is closed to applications.';
    },
  };
  const standstill: Act = {
    title: 'Begin the standstill',
    about: 'After every application is decided and the contract award notice is published.',
    questions: [
      {
        as: 'day',
        name: 'noticePublishedOn',
        label: 'Day on which the notice was published',
        missing: 'Enter the day on which the notice was published',
      },
    ],
    sure: 'Every applicant is told.',
    onSend: async (given, key) => {
      const { standstillUntil } = await move({ move: 'begin-standstill', noticePublishedOn: given.day('noticePublishedOn') }, key);
      return standstillUntil === undefined
        ? 'No standstill is kept. The framework can go live.'
        : `The standstill lasts until the end of ${formatDate(standstillUntil)}.`;
    },
  };
  const goLive: Act = {
    title: 'Make the framework live',
    questions: [],
    sure: 'Its providers are listed, and orders can be placed with them.',
    onSend: async (_given, key) => {
      await move({ move: 'go-live' }, key);
      return 'The framework is live.';
    },
  };
  const cancel: Act = {
    title: 'Cancel the framework',
    questions: [{ as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter why it is cancelled' }],
    sure: 'Its rounds are cancelled, and whoever has applied is told. It is not opened again.',
    onSend: async (given, key) => {
      await move({ move: 'cancel', reason: given.text('reason') }, key);
      return 'The framework is cancelled.';
    },
  };
  const next: Readonly<Record<FrameworkStatus, readonly Act[]>> = {
    coming: [amend, open, cancel],
    open: [close, cancel],
    pending: [standstill, cancel],
    standstill: [goLive, cancel],
    live: [],
    expired: [],
    cancelled: [],
  };
  return next[status];
};
