import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ApplicationView } from '../../contract/applications.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { ofGrownUps } from '../../domain/pupils/screen-free-text.ts';
import { useAnnounce } from '../Announcer.tsx';
import { Form } from '../forms/Form.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { errorsOf } from './errors-of.ts';
import type { ApplicationState } from './use-application.ts';

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: tokens.spacingVerticalM },
  pair: { display: 'grid', rowGap: tokens.spacingVerticalXS },
});

const longest = 2_000;

/** Questions about the round: those that were answered to everybody, the own ones that wait, and room for one more. */
export const Clarifications: React.FC<{ readonly state: ApplicationState; readonly view: ApplicationView }> = ({ state, view }) => {
  const styles = useStyles();
  const { answered, own } = view.clarifications;
  // Before it opens a round takes questions too.
  const isOver = !view.takesApplications && !view.takesQuestions;
  return (
    <section className={styles.section} aria-label="Questions about this round">
      <Heading level={2}>Questions about this round</Heading>
      {answered.length === 0 ? <Text block>No question has been answered yet.</Text> : null}
      {answered.map(({ question, answer, answeredAt }) => (
        <div key={`${answeredAt} ${question}`} className={styles.pair}>
          <Text block weight="semibold">
            {question}
          </Text>
          <Text block>{answer}</Text>
          <Text block size={200}>{`Answered on ${formatInstant(answeredAt)}`}</Text>
        </div>
      ))}
      {own.map(({ ref, question }) => (
        <div key={ref} className={styles.pair}>
          <Text block weight="semibold">{`You asked: ${question}`}</Text>
          <Text block>{isOver ? 'It was not answered before the round ended.' : 'It waits for its answer.'}</Text>
          {isOver ? null : (
            <div>
              <Button onClick={() => void state.unask({ ref }).catch(state.again)} aria-label={`Take the question back: ${question}`}>
                Take the question back
              </Button>
            </div>
          )}
        </div>
      ))}
      {view.takesQuestions ? <AskForm state={state} view={view} /> : <Text block>No more questions can be asked about this round.</Text>}
    </section>
  );
};

const AskForm: React.FC<{ readonly state: ApplicationState; readonly view: ApplicationView }> = ({ state, view }) => {
  const [question, setQuestion] = React.useState('');
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const { busy, once } = useOnce();
  const announce = useAnnounce();
  const ask = (): void => {
    const faults = question.trim() === '' ? [{ field: 'question', message: 'Enter your question' }] : [];
    setErrors(faults);
    if (faults.length > 0) return;
    once(async () => {
      try {
        await state.ask({ question });
        setQuestion('');
        announce('Your question was sent');
      } catch (error) {
        setErrors(errorsOf(error, ['question']));
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={ask} label="Ask a question">
      <TextAreaField
        name="question"
        label="Ask a question"
        hint={`Until ${formatInstant(view.round.clarificationsCloseAt)}, UK time. Question and answer go to every applicant, without your name: write nothing that gives you away.`}
        limit={longest}
        may={ofGrownUps}
        value={question}
        onChange={setQuestion}
      />
      <div>
        <Button type="submit">Send the question</Button>
      </div>
      {busy ? <Text role="status">Sending</Text> : null}
    </Form>
  );
};
