import type { LimitReply } from '../../../contract/limits.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { formatMoney, type Pence, poundsToPence } from '../../../domain/money/money.ts';
import { countWords } from '../../words.tsx';
import type { Act } from '../Acts.tsx';
import type { Question } from '../questions.tsx';
import type { useCommissioningClient } from '../use-commissioning.tsx';

type Client = ReturnType<typeof useCommissioningClient>;
type Limit = Pick<LimitReply, 'ref' | 'kind' | 'name'>;

const until: Question = { as: 'day', name: 'until', label: 'Until which day?', missing: 'Enter the last day of the allowance' };
const reason: Question = {
  as: 'paragraph',
  name: 'reason',
  label: 'Why?',
  hint: 'It is kept in the record with your name',
  missing: 'Enter the reason',
};

/** A value as typed, in whole pence: '£1,200,000' or '1200000.50'. undefined where it is none up to a thousand million pounds. */
export const valueTyped = (typed: string): Pence | undefined => {
  const text = typed.trim().replace(/^£/, '').replaceAll(',', '');
  return /^\d{1,10}(\.\d{1,2})?$/.test(text) && Number(text) <= 1_000_000_000 ? poundsToPence(Number(text)) : undefined;
};

const isCount = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) <= 500;
const countQuestions = (of: string): readonly Question[] => [
  {
    as: 'line',
    name: 'pupils',
    label: `Full-time pupils ${of}`,
    missing: 'Enter how many full-time pupils',
    fault: (text) => (isCount(text) ? undefined : 'Enter a whole number from 0 to 500'),
  },
  {
    as: 'line',
    name: 'withPlan',
    label: 'Of them with an EHC plan or looked after',
    missing: 'Enter how many of them have a plan or are looked after',
    fault: (text, given) =>
      !isCount(text)
        ? 'Enter a whole number from 0 to 500'
        : Number(text) > Number(given.text('pupils'))
          ? 'No more can have a plan than there are pupils'
          : undefined,
  },
];

const allowValue = ({ ref, name }: Limit, client: Client): Act => ({
  title: 'Allow more than the limit',
  about: `Orders under ${name} then pass up to this value, until the last day. It helps no request that you made yourself. Take advice on procurement law first: only some changes of a framework are permitted.`,
  questions: [
    {
      as: 'line',
      name: 'allowed',
      label: 'Up to what value, ex VAT?',
      hint: 'Of all orders together, in pounds',
      missing: 'Enter the value up to which orders pass',
      fault: (text) => (valueTyped(text) === undefined ? 'Enter an amount in pounds, such as 1,200,000' : undefined),
    },
    until,
    reason,
  ],
  sure: 'Every commissioner sees it, and it stays in the record.',
  onSend: async (given, key) => {
    const upTo = valueTyped(given.text('allowed')) as Pence;
    const day = given.day('until');
    await client.recordOverride({
      params: { ref },
      body: { allowed: { kind: 'value', upTo }, until: day, reason: given.text('reason') },
      key,
    });
    return `Orders pass up to ${formatMoney(upTo)} until ${formatDate(day)}.`;
  },
});

const allowPupils = ({ ref, name }: Limit, client: Client): Act => ({
  title: 'Allow more pupils',
  about: `Orders that bring ${name} up to so many full-time pupils then pass, until the last day. It helps no request that you made yourself, and it does not say that the provider need not register as a school.`,
  questions: [...countQuestions('in all'), until, reason],
  sure: 'Every commissioner sees it, and it stays in the record.',
  onSend: async (given, key) => {
    const [pupils, withPlan] = [Number(given.text('pupils')), Number(given.text('withPlan'))];
    const day = given.day('until');
    const body = { allowed: { kind: 'pupils' as const, pupils, withPlan }, until: day, reason: given.text('reason') };
    await client.recordOverride({ params: { ref }, body, key });
    return `Orders pass up to ${countWords(pupils, 'full-time pupil')} until ${formatDate(day)}.`;
  },
});

const declareElsewhere = ({ ref, name }: Limit, client: Client): Act => ({
  title: 'Record pupils from elsewhere',
  about: `What ${name} says of full-time pupils who do not come by orders made here. They count from now on, in place of what was recorded before; record none to take them out.`,
  questions: [
    ...countQuestions('from elsewhere'),
    { as: 'day', name: 'asAt', label: 'When did the provider say so?', missing: 'Enter the day on which the provider said so' },
    reason,
  ],
  onSend: async (given, key) => {
    const [pupils, withPlan] = [Number(given.text('pupils')), Number(given.text('withPlan'))];
    await client.recordPupilsElsewhere({
      params: { ref },
      body: { pupils, withPlan, asAt: given.day('asAt'), reason: given.text('reason') },
      key,
    });
    return `${countWords(pupils, 'full-time pupil')} from elsewhere recorded.`;
  },
});

/** What may be recorded about a limit. */
export const limitActs = (limit: Limit, client: Client): readonly Act[] =>
  limit.kind === 'framework-value' ? [allowValue(limit, client)] : [allowPupils(limit, client), declareElsewhere(limit, client)];

/** Ends one allowance. */
export const endActs = ({ ref }: Limit, overrideRef: string, client: Client): readonly Act[] => [
  {
    title: 'End the allowance',
    about: 'Orders that were made stay as they are. The next is held to the limit again.',
    questions: [reason],
    onSend: async (given, key) => {
      await client.endOverride({ params: { ref }, body: { overrideRef, reason: given.text('reason') }, key });
      return 'The allowance is ended.';
    },
  },
];
