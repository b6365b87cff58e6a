import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { BodyOf, ReplyOf } from '../../contract/endpoint.ts';
import type { TodayReply, tellSettingChange } from '../../contract/provider-today.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import type { SettingChangeKind } from '../../domain/orders/setting-change.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { Form } from '../forms/Form.tsx';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { codeOf, formErrorsOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { Notice } from '../states/Notice.tsx';

type Body = Omit<BodyOf<typeof tellSettingChange>, 'session'>;
type Reply = ReplyOf<typeof tellSettingChange>;

interface Props {
  readonly services: TodayReply['services'];
  readonly send: (body: Body, key: string) => Promise<Reply>;
  readonly onOver: () => void;
}

interface Answers {
  readonly kind: SettingChangeKind | '';
  readonly from: string;
  readonly where: string;
  readonly serviceRefs: readonly string[];
}

const kinds = [
  { value: 'staff' as const, label: 'Other staff will work with pupils' },
  { value: 'place' as const, label: 'Pupils will be taught at another place' },
];
const noErrors: readonly FormError[] = [];

const faultsIn = ({ kind, from, where, serviceRefs }: Answers): readonly FormError[] => {
  const screened = screenFreeText(where, ['postcode', 'name']);
  return [
    ...(kind === '' ? [{ field: 'kind', message: 'Choose what will be different' }] : []),
    ...(parseUkDate(from) ? [] : [{ field: 'from', message: 'Enter the first day, such as 27 3 2027' }]),
    ...(kind === 'place' && where.trim() === '' ? [{ field: 'where', message: 'Enter the address where pupils will be taught' }] : []),
    ...(kind === 'place' && !screened.ok ? [{ field: 'where', message: screened.sentence }] : []),
    ...(serviceRefs.length === 0 ? [{ field: 'serviceRefs', message: 'Choose in which services' }] : []),
  ];
};

const toldWords = ({ told, left }: Reply): string =>
  [
    told === 0 ? 'Every school knew of this already.' : `${told === 1 ? 'One placement was' : `${told} placements were`} told of it.`,
    ...(left === 0 ? [] : [`${left} could not be told now. Send it again: nobody is told twice.`]),
  ].join(' ');

/** R3: other staff or another place, told to every school that has a pupil there. Names of staff are told to schools directly. */
export const TellChange: React.FC<Props> = ({ services, send, onOver }) => {
  const blank: Answers = { kind: '', from: '', where: '', serviceRefs: services.map(({ serviceRef }) => serviceRef) };
  const [answers, setAnswers] = React.useState(blank);
  const [errors, setErrors] = React.useState(noErrors);
  const [told, setTold] = React.useState<Reply>();
  const intent = useIntent();
  const { busy, once } = useOnce();
  const change = (part: Partial<Answers>): void => setAnswers((before) => ({ ...before, ...part }));
  const submit = (): void =>
    once(async () => {
      setTold(undefined);
      const faults = faultsIn(answers);
      setErrors(faults);
      const from = parseUkDate(answers.from);
      const { kind, serviceRefs } = answers;
      if (faults.length > 0 || !from || kind === '') return;
      const body: Body = { kind, from, serviceRefs: [...serviceRefs], ...(kind === 'place' ? { where: answers.where.trim() } : {}) };
      try {
        const reply = await send(body, intent.keyFor(body));
        setTold(reply);
        if (reply.left > 0) return;
        intent.done();
        setAnswers(blank);
      } catch (error) {
        if (codeOf(error) === 'session-over') onOver();
        else setErrors(formErrorsOf(error, blank));
      }
    });
  return (
    <section aria-label="Other staff or another place">
      <Heading level={2}>Other staff or another place</Heading>
      <Text block>Schools must know who works with their pupils, and where. Tell them here before it changes.</Text>
      {told === undefined ? null : (
        <div role="status">
          <Notice
            intent={told.left === 0 ? 'success' : 'warning'}
            title={told.left === 0 ? 'The schools are told' : 'Not every school is told'}
          >
            {toldWords(told)}
          </Notice>
        </div>
      )}
      <Form label="Other staff or another place" errors={errors} onSubmit={submit}>
        <RadioField
          name="kind"
          label="What will be different?"
          value={answers.kind}
          options={kinds}
          onChange={(kind) => change({ kind })}
        />
        <DateField name="from" label="From which day?" value={answers.from} onChange={(from) => change({ from })} />
        {answers.kind === 'place' ? (
          <TextField
            name="where"
            label="Where will pupils be taught?"
            hint="The address of the place. Write nothing about a pupil"
            value={answers.where}
            onChange={(where) => change({ where })}
          />
        ) : null}
        {answers.kind === 'staff' ? (
          <Text block>Send each school the confirmation of the checks on the new staff yourself: no name is entered here.</Text>
        ) : null}
        <CheckboxField
          name="serviceRefs"
          label="In which services?"
          values={answers.serviceRefs}
          options={services.map(({ serviceRef, serviceName }) => ({ value: serviceRef, label: serviceName }))}
          onChange={(serviceRefs) => change({ serviceRefs })}
        />
        <div>
          <Button type="submit">Tell the schools</Button> {busy ? <Text role="status">Sending</Text> : null}
        </div>
      </Form>
    </section>
  );
};
