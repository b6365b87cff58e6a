import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { OpenRound } from '../../contract/applications.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { ContactLine } from '../Contact.tsx';
import { Confirmation } from '../forms/Confirmation.tsx';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { Notice } from '../states/Notice.tsx';
import type { ApplyClient } from './apply-client.ts';
import { errorsOf } from './errors-of.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '44rem' },
  facts: { display: 'grid', rowGap: tokens.spacingVerticalXS },
});

const title = 'Apply to provide alternative provision';
const nothing = { roundRef: '', email: '', organisation: '', registryNumber: '' };

/** Says what can be applied for, and mails the link to whoever asks for it. */
export const AskLinkPage: React.FC<{ readonly client: ApplyClient; readonly cutShort: boolean }> = ({ client, cutShort }) => {
  const { page } = useStyles();
  const { rounds, failure, again } = useRounds(client);
  const [told, setTold] = React.useState<string>();
  if (failure !== undefined) return <ErrorState page error={failure} what="The rounds could not be loaded" onRetry={again} />;
  if (!rounds) return <LoadingPage title={title} what="rounds" />;
  if (rounds.length === 0)
    return (
      <EmptyState level={1} title="No round is open">
        <Text block>Applications are taken in rounds. The next one is announced in a notice.</Text>
        <ContactLine lead="Ask about the next round:" />
      </EmptyState>
    );
  return (
    <div className={page}>
      <PageHeading>{title}</PageHeading>
      {cutShort ? (
        <Notice intent="warning" title="The link is not whole">
          Your mail program may have cut it short. Copy the whole link from the message, or ask for a new one here.
        </Notice>
      ) : null}
      {rounds.map((round) => (
        <RoundFacts key={round.ref} round={round} />
      ))}
      {told === undefined ? (
        <AskForm client={client} rounds={rounds} onTold={setTold} />
      ) : (
        <Confirmation title="Check your mail">
          <Text block>{told}</Text>
          <ContactLine lead="If nothing comes, write to" />
        </Confirmation>
      )}
    </div>
  );
};

const RoundFacts: React.FC<{ readonly round: OpenRound }> = ({ round }) => {
  const { facts } = useStyles();
  return (
    <section className={facts} aria-label={round.frameworkName}>
      <Heading level={2}>{round.frameworkName}</Heading>
      {round.scope === '' ? null : <Text block>{round.scope}</Text>}
      <Text block>{`For ${round.authority}. Lots: ${round.lots.map(({ name }) => name).join('; ')}.`}</Text>
      <Text block weight="semibold">
        {`Applications from ${formatInstant(round.opensAt)} until ${formatInstant(round.closesAt)}, UK time. Questions until ${formatInstant(round.clarificationsCloseAt)}.`}
      </Text>
    </section>
  );
};

const AskForm: React.FC<{
  readonly client: ApplyClient;
  readonly rounds: readonly OpenRound[];
  readonly onTold: (told: string) => void;
}> = ({ client, rounds, onTold }) => {
  const [answers, setAnswers] = React.useState({ ...nothing, roundRef: rounds.length === 1 ? (rounds[0]?.ref ?? '') : '' });
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const { busy, once } = useOnce();
  const field = (name: keyof typeof nothing) => ({
    name,
    value: answers[name],
    onChange: (value: string): void => setAnswers((present) => ({ ...present, [name]: value })),
  });
  const send = (): void => {
    const faults = missing(answers);
    setErrors(faults);
    if (faults.length > 0) return;
    once(async () => {
      try {
        onTold((await client.askApplicationLink({ body: answers })).told);
      } catch (error) {
        setErrors(errorsOf(error, Object.keys(nothing)));
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={send} label="Ask for a link">
      <Heading level={2}>Ask for a link to apply</Heading>
      <Text block>
        We mail it to the address that you give. It opens your application until the round closes, as often as you need. Give the address of
        somebody who may act for your organisation.
      </Text>
      {rounds.length > 1 ? (
        <RadioField
          {...field('roundRef')}
          label="What do you want to apply for?"
          options={rounds.map(({ ref, frameworkName, closesAt }) => ({
            value: ref,
            label: `${frameworkName}, until ${formatInstant(closesAt)}`,
          }))}
        />
      ) : null}
      <TextField {...field('organisation')} label="Name of your organisation" />
      <TextField
        {...field('registryNumber')}
        label="Company, charity or UKPRN number"
        hint="The number of your organisation in a public register, such as 01234567"
        width="medium"
      />
      <TextField {...field('email')} label="E-mail address" type="email" />
      <div>
        <Button appearance="primary" type="submit">
          Send me the link
        </Button>
      </div>
      {busy ? <Text role="status">Sending</Text> : null}
    </Form>
  );
};

const missing = (answers: typeof nothing): readonly FormError[] =>
  [
    { field: 'roundRef', message: 'Choose what you want to apply for' },
    { field: 'organisation', message: 'Enter the name of your organisation' },
    { field: 'registryNumber', message: 'Enter the number of your organisation in a public register' },
    { field: 'email', message: 'Enter an e-mail address' },
  ].filter(({ field }) => answers[field as keyof typeof nothing].trim() === '');

const useRounds = (client: ApplyClient) => {
  const [rounds, setRounds] = React.useState<readonly OpenRound[]>();
  const [failure, setFailure] = React.useState<unknown>();
  const load = React.useCallback((): void => {
    setFailure(undefined);
    client.listOpenRounds({ body: {} }).then(({ rounds: found }) => setRounds(found), setFailure);
  }, [client]);
  React.useEffect(load, [load]);
  return { rounds, failure, again: load };
};
