import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ClientOf } from '../../contract/client.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { AskedReply, answerEnquiry } from '../../contract/enquiry-links.ts';
import type { linkApi } from '../../contract/link-api.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { type EnquiryAnswerKind, enquiryAnswers } from '../../domain/enquiries/enquiry.ts';
import { formatMoney, poundsToPence } from '../../domain/money/money.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { Form } from '../forms/Form.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import type { GivenLink } from '../given-link.ts';
import { Heading } from '../Heading.tsx';

interface Props {
  readonly link: GivenLink;
  readonly enquiry: AskedReply;
  readonly client: ClientOf<typeof linkApi>;
  readonly onAnswered: (enquiry: AskedReply) => void;
}

const labels: Readonly<Record<EnquiryAnswerKind, string>> = {
  interested: 'Interested: we can do this',
  declined: 'Declined: we cannot do this',
  undecided: 'Undecided: we need to know or settle something first',
};
const asked: Readonly<Record<EnquiryAnswerKind, string>> = {
  interested: 'What can you offer?',
  declined: 'Why do you decline?',
  undecided: 'What do you need to know or settle?',
};

const limit = 2_000;
const nothing = { kind: '' as EnquiryAnswerKind | '', words: '', price: '', start: '', name: '', position: '' };
type Answers = typeof nothing;
type Answer = BodyOf<typeof answerEnquiry>['answer'];

const penceOf = (typed: string): number | undefined => {
  const text = typed.trim().replace(/^£/, '').replaceAll(',', '');
  return /^\d+(\.\d{1,2})?$/.test(text) ? poundsToPence(Number(text)) : undefined;
};

/** Interested, declined or undecided; in a competition with a price and a day. Whoever is undecided can answer once more. */
export const AnswerForm: React.FC<Props> = ({ link, enquiry, client, onAnswered }) => {
  const [answers, setAnswers] = React.useState<Answers>(nothing);
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const { busy, once } = useOnce();
  const intent = useIntent();
  const { frameworkPrice } = enquiry;
  const { kind } = answers;
  const field = (name: Exclude<keyof Answers, 'kind'>) => ({
    name,
    value: answers[name],
    onChange: (value: string): void => setAnswers((present) => ({ ...present, [name]: value })),
  });
  const send = (): void => {
    const answer = answerOf(answers, frameworkPrice);
    setErrors('faults' in answer ? answer.faults : []);
    if ('faults' in answer) return;
    const body = { link, answerer: { name: answers.name, position: answers.position }, answer: answer.given };
    once(async () => {
      try {
        onAnswered(await client.answerEnquiry({ body, key: intent.keyFor(body) }));
      } catch (error) {
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: fieldOf(pointer), message: detail })));
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={send} label="Your answer">
      <Heading level={2}>Your answer</Heading>
      <RadioField
        name="kind"
        label="What do you answer?"
        hint="Interested and declined are given once. If you are undecided you can come back and decide."
        options={enquiryAnswers.map((value) => ({ value, label: labels[value] }))}
        value={kind}
        onChange={(value) => setAnswers((present) => ({ ...present, kind: value }))}
      />
      {kind === 'interested' && frameworkPrice ? (
        <>
          <TextField
            {...field('price')}
            label={`Your price per ${frameworkPrice.unit}, in pounds ex VAT`}
            hint={`At most your framework price: ${formatMoney(frameworkPrice.unitPrice)}`}
            width="medium"
          />
          <DateField {...field('start')} label="The first day on which you can start" />
        </>
      ) : null}
      {kind === '' ? null : (
        <TextAreaField
          {...field('words')}
          label={asked[kind]}
          optional={kind === 'interested'}
          hint="Do not write anything about a pupil"
          limit={limit}
        />
      )}
      <TextField {...field('name')} label="Your name" width="medium" />
      <TextField {...field('position')} label="Your position" hint="Such as centre manager" width="medium" />
      <div>
        <Button appearance="primary" type="submit">
          Send your answer
        </Button>
      </div>
      {busy ? <Text role="status">Sending your answer</Text> : null}
    </Form>
  );
};

/** What is sent, or what is wrong with it as far as this page can see. */
const answerOf = (
  { kind, words, price, start, name, position }: Answers,
  ceiling: AskedReply['frameworkPrice'],
): { readonly given: Answer } | { readonly faults: readonly FormError[] } => {
  const faults: FormError[] = [];
  const text = words.trim();
  const screened = screenFreeText(words);
  if (kind === '') faults.push({ field: 'kind', message: 'Choose what you answer' });
  if (kind === 'declined' && text === '') faults.push({ field: 'words', message: 'Enter why you decline' });
  if (kind === 'undecided' && text === '') faults.push({ field: 'words', message: 'Enter what you need to know or settle' });
  if (words.length > limit) faults.push({ field: 'words', message: 'It must be 2,000 characters or fewer' });
  if (!screened.ok) faults.push({ field: 'words', message: screened.sentence });
  const quotes = kind === 'interested' && ceiling !== undefined;
  const unitPrice = penceOf(price);
  const earliestStart = parseUkDate(start);
  if (quotes && (unitPrice === undefined || unitPrice <= 0 || unitPrice > ceiling.unitPrice))
    faults.push({ field: 'price', message: `Enter a price up to ${formatMoney(ceiling.unitPrice)}, such as 45.50` });
  if (quotes && earliestStart === undefined) faults.push({ field: 'start', message: 'Enter a day, such as 27 3 2027' });
  if (name.trim() === '') faults.push({ field: 'name', message: 'Enter your name' });
  if (position.trim() === '') faults.push({ field: 'position', message: 'Enter your position' });
  if (faults.length > 0 || kind === '') return { faults };
  if (kind === 'declined') return { given: { kind, reason: text } };
  if (kind === 'undecided') return { given: { kind, text } };
  const quote = quotes && unitPrice !== undefined && earliestStart ? { quote: { unitPrice, earliestStart } } : {};
  return { given: { kind, ...(text === '' ? {} : { text }), ...quote } as Answer };
};

/** The field that a refusal of the server is about; '' when it is about the whole. */
const fieldOf = (pointer: string): string => {
  if (pointer.endsWith('unitPrice')) return 'price';
  if (pointer.endsWith('earliestStart')) return 'start';
  return /(reason|text)$/.test(pointer) ? 'words' : (/(name|position)$/.exec(pointer)?.[1] ?? '');
};
