import * as React from 'react';
import type { MembershipReply } from '../../contract/me.ts';
import type { ServiceReply } from '../../contract/service.ts';
import { toLondonDate } from '../../domain/days/local-date.ts';
import type { PersonId } from '../../domain/people/person.ts';
import type { FormError } from '../forms/form-error.ts';
import { QuestionPage } from '../forms/QuestionPage.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { ApproverNotice } from './ApproverNotice.tsx';
import { type RequestAnswers, type RequestStep, requestSteps } from './answers.ts';
import { CheckStep } from './CheckStep.tsx';
import { checkStep } from './check-step.ts';
import { DaysStep } from './DaysStep.tsx';
import { withKnownBuyer } from './first-answers.ts';
import { KeptNote } from './KeptNote.tsx';
import { PayerStep } from './PayerStep.tsx';
import { probeQuote } from './probe-quote.ts';
import { QuotePanel } from './QuotePanel.tsx';
import { SavedNote } from './SavedNote.tsx';
import { SchoolAndPupilStep } from './SchoolAndPupilStep.tsx';
import { SendActions } from './SendActions.tsx';
import { errorsOfRefusal } from './step-of-field.ts';
import type { StepProps } from './step-props.ts';
import { toQuoteInput } from './to-request.ts';
import { type DraftPlace, useDraft } from './use-draft.tsx';
import { useKept } from './use-kept.tsx';
import { useQuote } from './use-quote.tsx';
import { useSend } from './use-send.tsx';
import { placeOfStep, stepNamed, useStep } from './use-step.tsx';
import { WhyStep } from './WhyStep.tsx';

interface Props {
  readonly place: DraftPlace;
  readonly service: ServiceReply;
  readonly owner: PersonId;
  readonly memberships: readonly MembershipReply[];
  readonly first: RequestAnswers;
  readonly savedAt: string | undefined;
}

const titles: Readonly<Record<RequestStep, string>> = {
  'school-and-pupil': 'About the pupil',
  payer: 'Who arranges and who pays',
  days: 'Days and dates',
  why: 'Why this provider',
  check: 'Check your answers before you send the request',
};

const questions: Readonly<Record<Exclude<RequestStep, 'check'>, (props: StepProps) => React.ReactElement>> = {
  'school-and-pupil': SchoolAndPupilStep,
  payer: PayerStep,
  days: DaysStep,
  why: WhyStep,
};

const none: readonly FormError[] = [];
const noBlocks: StepProps['blocks'] = [];

/** The request, one page after the other. The page that is shown is part of the draft, so that another device goes on where this one stopped. */
export const RequestForm = ({ place, service, owner, memberships, first, savedAt }: Props): React.ReactElement => {
  const { go, host } = useSurroundings();
  const keeping = { place, owner, serviceName: service.name, first, savedAt };
  const kept = useKept(keeping);
  const [answers, setAnswers] = React.useState(() => beginOf(kept ? withKnownBuyer(kept.answers, memberships) : first, place));
  const [discarded, setDiscarded] = React.useState<RequestAnswers>();
  const [keptTold, setKeptTold] = React.useState(kept !== undefined);
  const [errors, setErrors] = React.useState(none);
  const [returning, setReturning] = React.useState(false);
  const draft = useDraft({ ...keeping, buyerRef: answers.buyerRef || (memberships[0]?.buyer.ref ?? '') }, answers);
  const input = toQuoteInput(answers, place.serviceRef);
  const quote = useQuote(input);
  const probe = useQuote(input ? undefined : probeOf(answers, service));
  const { busy, once } = useOnce();
  const send = useSend();
  useSaveOnStep(answers.step, draft.saveNow);

  const change = (changes: Partial<RequestAnswers>): void => {
    setAnswers((before) => ({ ...before, ...changes }));
    // Nothing that is typed after it may be lost by an undo.
    if (discarded !== undefined) setKeptTold(false);
  };
  const turnTo = useStep(place, answers.step, (to) => {
    setErrors(none);
    setKeptTold(false);
    change({ step: to });
  });
  const goTo = (to: RequestStep, shown: readonly FormError[] = none): void => {
    turnTo(to);
    setErrors(shown);
  };
  /** Goes back to what the form would hold without the device's copy, on the same page; undone, to what it held when that was done. */
  const discardKept = (discard: boolean): void => {
    setErrors(none);
    setDiscarded(discard ? answers : undefined);
    setAnswers(discard ? { ...first, step: answers.step } : (discarded ?? answers));
  };
  const { step } = answers;
  const goOn = async (): Promise<void> => {
    const faults = checkStep(step, answers, service);
    if (faults.length > 0) return setErrors(faults);
    const told = input && (quote.quote ?? (await quote.ask(input).catch(errorsOfRefusal)));
    if (told && 'errors' in told && told.step === step) return setErrors(told.errors);
    if (told && 'price' in told && told.whyNotBasis && step === 'why') return setErrors([{ field: 'basis', message: told.whyNotBasis }]);
    goTo(returning ? 'check' : (requestSteps[requestSteps.indexOf(step) + 1] ?? 'check'));
    setReturning(false);
  };
  const sendNow = async (): Promise<void> => {
    if (!host.mayDecide) return;
    await send({ place, answers, service, quote, draft, refuse: (faults, at) => goTo(at ?? step, faults) });
  };
  const goBack = (): void => {
    const before = requestSteps[requestSteps.indexOf(step) - 1];
    if (before) goTo(returning ? 'check' : before);
    else go({ at: 'service', serviceRef: place.serviceRef });
    setReturning(false);
  };
  const Questions = step === 'check' ? undefined : questions[step];
  return (
    <QuestionPage
      title={titles[step]}
      caption={`Request for ${service.name}, ${service.providerName}. Step ${requestSteps.indexOf(step) + 1} of ${requestSteps.length}`}
      errors={errors}
      onBack={goBack}
      onContinue={() => once(step === 'check' ? sendNow : goOn)}
      {...(step === 'check'
        ? {
            actions: <SendActions here={placeOfStep(place, step)} changing={place.callOffRef !== undefined} sending={busy} draft={draft} />,
          }
        : {})}
      {...(step === 'check'
        ? {}
        : {
            aside: (
              <>
                <QuotePanel state={quote} />
                <SavedNote draft={draft} />
              </>
            ),
          })}
    >
      {kept && keptTold ? <KeptNote kept={kept} discarded={discarded !== undefined} onDiscard={discardKept} /> : null}
      <ApproverNotice
        state={input ? quote : probe}
        useFallback={answers.useFallbackApprover}
        onUseFallback={(useFallbackApprover) => change({ useFallbackApprover })}
      />
      {Questions ? (
        <Questions
          answers={answers}
          change={change}
          memberships={memberships}
          service={service}
          blocks={(quote.quote ?? quote.earlier)?.blocks ?? noBlocks}
        />
      ) : (
        <>
          <CheckStep
            answers={answers}
            memberships={memberships}
            service={service}
            goTo={(at) => {
              setReturning(true);
              goTo(at);
            }}
          />
          <QuotePanel state={quote} />
          <SavedNote draft={draft} />
        </>
      )}
    </QuestionPage>
  );
};

/** On the page that the address names, where it names one. */
const beginOf = (answers: RequestAnswers, place: DraftPlace): RequestAnswers => {
  const step = stepNamed(place.step) ?? answers.step;
  return step === answers.step ? answers : { ...answers, step };
};

const probeOf = ({ buyerRef, payer, useFallbackApprover }: RequestAnswers, { serviceRef, earliestStart }: ServiceReply) => {
  const today = toLondonDate(new Date().toISOString());
  const from = earliestStart !== undefined && earliestStart > today ? earliestStart : today;
  return buyerRef && payer ? probeQuote(serviceRef, buyerRef, payer, useFallbackApprover, from) : undefined;
};

/** Saves at once when the page turns, not a moment later. */
const useSaveOnStep = (step: RequestStep, saveNow: () => Promise<boolean>): void => {
  const shown = React.useRef(step);
  React.useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    void saveNow();
  }, [step, saveNow]);
};
