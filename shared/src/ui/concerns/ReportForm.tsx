import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ConcernAbout } from '../../contract/concern-place.ts';
import type { Place } from '../../contract/place.ts';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { QuestionPage } from '../forms/QuestionPage.tsx';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { Notice } from '../states/Notice.tsx';
import { isOnline } from '../states/use-online.tsx';
import { bodyOf, type ConcernAnswers, type ConcernStep, faultsOfStep, noAnswers, stepsOf } from './answers.ts';
import { Receipt } from './Receipt.tsx';
import { RingLines } from './RingLines.tsx';
import { StepQuestions } from './StepQuestions.tsx';
import { useConcernsClient, useWhomToRing } from './use-concerns.tsx';

const none: readonly FormError[] = [];

const titles: Readonly<Record<ConcernStep, string>> = {
  ring: 'Ring first',
  what: 'What is your concern about?',
  rung: 'Have you rung?',
  text: 'What are you concerned about?',
  check: 'Check what you report',
};

const notConnected =
  'You are offline, so the concern was not sent. Ring the numbers on this page if it cannot wait. What you wrote stays here until you close the page.';

/** Reports a concern: whom to ring now, then what it is, then its words. The numbers stay in sight on every page of it. */
export const ReportForm: React.FC<{ readonly about: ConcernAbout }> = ({ about }) => {
  const { go: goTo } = useSteadySurroundings();
  const client = useConcernsClient();
  const toRing = useWhomToRing(about);
  const { busy, once } = useOnce();
  const [answers, setAnswers] = React.useState(noAnswers);
  const [step, setStep] = React.useState<ConcernStep>('ring');
  const [errors, setErrors] = React.useState(none);
  const [sent, setSent] = React.useState<string>();
  const intent = useIntent();
  const steps = stepsOf(answers);
  const change = (part: Partial<ConcernAnswers>): void => setAnswers((before) => ({ ...before, ...part }));
  const show = (next: ConcernStep, faults = none): void => {
    setStep(next);
    setErrors(faults);
  };
  const send = (): void =>
    once(async () => {
      const body = bodyOf(answers);
      if (!body) return show('what', faultsOfStep('what', answers));
      if (!isOnline()) return setErrors([{ field: '', message: notConnected }]);
      try {
        setSent((await client.reportConcern({ body: { about: { ...about }, ...body }, key: intent.keyFor(body) })).ref);
      } catch (error) {
        if (!isOnline()) return setErrors([{ field: '', message: notConnected }]);
        const [first] = faultsOf(error);
        const field = first?.pointer.replace(/^\/(body\/)?/, '') ?? '';
        const faults = [{ field: field === 'text' || field === 'rung' ? field : '', message: first?.detail ?? '' }];
        if (field === 'text' || (field === 'rung' && steps.includes('rung'))) show(field, faults);
        else setErrors(faults);
      }
    });
  const go = (): void => {
    const faults = faultsOfStep(step, answers);
    const next = steps[steps.indexOf(step) + 1];
    if (faults.length > 0) setErrors(faults);
    else if (next) show(next);
    else send();
  };
  const before = steps[steps.indexOf(step) - 1];
  const back: Place = 'serviceRef' in about ? { at: 'service', serviceRef: about.serviceRef } : { at: 'call-off', ref: about.callOffRef };
  if (sent !== undefined) return <Receipt concernRef={sent} back={back} toRing={toRing} />;
  const provider = toRing.providerName;
  return (
    <QuestionPage
      title={titles[step]}
      caption={provider === undefined ? 'Report a concern' : `Report a concern about ${provider}`}
      errors={errors}
      onContinue={go}
      onBack={() => (before ? show(before) : goTo(back))}
      continueLabel={step === 'check' ? 'Report the concern' : 'Continue'}
      {...(step === 'ring' ? {} : { aside: <RingLines lines={toRing.lines} /> })}
    >
      {toRing.error === undefined ? null : (
        <Notice
          intent="warning"
          title="The council's numbers could not be loaded"
          actions={<Button onClick={toRing.again}>Try again</Button>}
        >
          The page shows what this device last knew. 999 always works.
        </Notice>
      )}
      <StepQuestions step={step} answers={answers} change={change} lines={toRing.lines} goTo={show} />
      {busy ? <Text role="status">Sending</Text> : null}
    </QuestionPage>
  );
};
