import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { actOnEnquiry, EnquiryAct, EnquiryReply } from '../../contract/enquiries.ts';
import { type CompetitionCriterion, criterionWords } from '../../domain/enquiries/enquiry.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { useEnquiriesClient } from './use-enquiries.tsx';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  form: { display: 'grid', rowGap: tokens.spacingVerticalM, maxWidth: '44rem' },
});

interface Props {
  readonly enquiry: EnquiryReply;
  /** The enquiry as it is now, and what a screen reader is told. */
  readonly onDone: (next: EnquiryReply, told: string) => void;
}

type Body = BodyOf<typeof actOnEnquiry>;
type Kind = Body['kind'];
type Option = { readonly value: string; readonly label: string };

interface Act {
  readonly kind: Kind;
  readonly button: string;
  readonly words: string;
  readonly hint: string;
  readonly missing: string;
  readonly told: string;
}

const acts: readonly Act[] = [
  {
    kind: 'choose-answer',
    button: 'Choose an answer',
    words: 'Why this one?',
    hint: 'The others are told this reason. Do not write anything about a pupil',
    missing: 'Enter why: the others are told',
    told: 'The answer is chosen, and the others are told.',
  },
  {
    kind: 'answer-for-council',
    button: 'Answer for the council',
    words: 'Your answer',
    hint: 'The school sees it. Do not write anything about a pupil',
    missing: 'Enter your answer',
    told: 'The school is told your answer.',
  },
  {
    kind: 'refine-criterion',
    button: 'Make a criterion clearer',
    words: 'What makes it clearer?',
    hint: 'Everybody who was asked is told, and may answer once more. What counts, and in what order, cannot be changed',
    missing: 'Enter what makes it clearer',
    told: 'Everybody who was asked is told.',
  },
  {
    kind: 'end-enquiry',
    button: 'End without a choice',
    words: 'Why is it ended?',
    hint: 'Those who were asked are told this reason. Do not write anything about a pupil',
    missing: 'Enter why: those who were asked are told',
    told: 'The enquiry is ended, and those who were asked are told.',
  },
];

const limit = 2_000;

/** What this person can do with the enquiry now, each by one form. */
export const EnquiryActs: React.FC<Props> = ({ enquiry, onDone }) => {
  const styles = useStyles();
  const [open, setOpen] = React.useState<Kind>();
  const offered = acts.filter(({ kind }) => enquiry.may.includes(kind satisfies EnquiryAct));
  const act = offered.find(({ kind }) => kind === open);
  if (offered.length === 0) return null;
  return (
    <section aria-label="What you can do">
      <Heading level={2}>What you can do</Heading>
      {act ? (
        <ActForm act={act} enquiry={enquiry} onDone={onDone} onClose={() => setOpen(undefined)} />
      ) : (
        <div className={styles.acts}>
          {offered.map(({ kind, button }, at) => (
            <Button key={kind} appearance={at === 0 ? 'primary' : 'secondary'} onClick={() => setOpen(kind)}>
              {button}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
};

/** What is chosen among, where an act is about one of several. */
const optionsOf = (kind: Kind, { asked, criteria }: EnquiryReply): readonly Option[] => {
  if (kind === 'choose-answer')
    return asked
      .filter(({ answer }) => answer === 'interested')
      .map(({ providerRef, providerName, serviceName }) => ({ value: providerRef, label: `${providerName}, ${serviceName}` }));
  if (kind === 'refine-criterion')
    return criteria
      .filter(({ refined }) => refined === undefined)
      .map(({ criterion }) => ({ value: criterion, label: criterionWords[criterion] }));
  return [];
};

const bodyOf = (kind: Kind, which: string, words: string): Body => {
  switch (kind) {
    case 'choose-answer':
      return { kind, providerRef: which, reason: words };
    case 'refine-criterion':
      return { kind, criterion: which as CompetitionCriterion, text: words };
    case 'end-enquiry':
      return { kind, reason: words };
    case 'answer-for-council':
      return { kind, text: words };
  }
};

const ActForm: React.FC<Props & { readonly act: Act; readonly onClose: () => void }> = ({ act, enquiry, onDone, onClose }) => {
  const { kind } = act;
  const client = useEnquiriesClient();
  const [which, setWhich] = React.useState('');
  const [words, setWords] = React.useState('');
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const { busy, once } = useOnce();
  const intent = useIntent();
  const options = optionsOf(kind, enquiry);
  const send = (): void => {
    const screened = screenFreeText(words);
    const faults = [
      ...(options.length > 0 && which === '' ? [{ field: 'which', message: 'Choose one' }] : []),
      ...(words.trim() === '' ? [{ field: 'words', message: act.missing }] : []),
      ...(screened.ok ? [] : [{ field: 'words', message: screened.sentence }]),
    ];
    setErrors(faults);
    if (faults.length > 0) return;
    const body = bodyOf(kind, which, words.trim());
    once(async () => {
      try {
        onDone(await client.actOnEnquiry({ params: { ref: enquiry.ref }, body, key: intent.keyFor(body) }), act.told);
        onClose();
      } catch (error) {
        setErrors(
          faultsOf(error).map(({ pointer, detail }) => ({
            field: /(reason|text)$/.test(pointer) ? 'words' : /(providerRef|criterion)$/.test(pointer) ? 'which' : '',
            message: detail,
          })),
        );
      }
    });
  };
  const styles = useStyles();
  return (
    <Form errors={errors} onSubmit={send} label={act.button}>
      <div className={styles.form}>
        {options.length === 0 ? null : (
          <RadioField
            name="which"
            label={kind === 'choose-answer' ? 'Which answer?' : 'Which criterion?'}
            options={options}
            value={which}
            onChange={setWhich}
          />
        )}
        <TextAreaField name="words" label={act.words} hint={act.hint} limit={limit} value={words} onChange={setWords} />
        <div className={styles.acts}>
          <Button appearance="primary" type="submit">
            {act.button}
          </Button>
          <Button onClick={onClose}>Go back</Button>
          {busy ? <Text role="status">Sending</Text> : null}
        </div>
      </div>
    </Form>
  );
};
