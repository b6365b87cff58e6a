import { Button } from '@fluentui/react-button';
import { Link } from '@fluentui/react-link';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ApplicationMade, ApplicationView } from '../../contract/applications.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { Confirmation } from '../forms/Confirmation.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { Notice } from '../states/Notice.tsx';
import { AnswerSections } from './answer-sections.tsx';
import { Clarifications } from './Clarifications.tsx';
import { groupsOf, type Step, stateOfGroup, stateOfPrices, type TaskState } from './steps.ts';
import type { ApplicationState } from './use-application.ts';
import { Withdrawal } from './Withdrawal.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '44rem', minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  task: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'grid', rowGap: tokens.spacingVerticalS },
});

interface Props {
  readonly state: ApplicationState;
  readonly view: ApplicationView;
  readonly go: (step: Step) => void;
}

const stateWords: Readonly<Record<TaskState, string>> = {
  done: 'Completed',
  begun: 'In progress',
  empty: 'Not started yet',
  optional: 'Optional',
};

/** Where an application stands: what is to be done, what was sent, what was asked. */
export const TaskList: React.FC<Props> = ({ state, view, go }) => {
  const styles = useStyles();
  const { application, round } = view;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeading>{`Apply for ${round.frameworkName}`}</PageHeading>
        <Text block>{`${view.organisation}, ${view.email}`}</Text>
        {view.takesApplications ? (
          <Text block weight="semibold">{`The round closes on ${formatInstant(round.closesAt)}, UK time.`}</Text>
        ) : null}
        {application?.status !== 'draft' ? null : <Text block size={200}>{`Saved on ${formatInstant(application.savedAt)}.`}</Text>}
      </div>
      {view.closed === undefined ? null : (
        <Notice title={application && isLate(application, view) ? 'You did not submit in time' : closedTitle(view)}>{view.closed}</Notice>
      )}
      <Standing state={state} view={view} go={go} />
      <Clarifications state={state} view={view} />
      {application && view.takesApplications && (application.status === 'draft' || application.status === 'submitted') ? (
        <Withdrawal state={state} />
      ) : null}
    </div>
  );
};

const isLate = ({ status }: ApplicationMade, { round }: ApplicationView): boolean =>
  status === 'lapsed' || (status === 'draft' && round.status === 'closed');

const closedTitle = ({ round }: ApplicationView): string =>
  round.status === 'cancelled'
    ? 'The round was cancelled'
    : round.status === 'closed'
      ? 'The round has closed'
      : 'Applications cannot be changed now';

const Standing: React.FC<Props> = ({ state, view, go }) => {
  const styles = useStyles();
  const { application } = view;
  if (application?.status === 'submitted' || application?.status === 'in-evaluation')
    return <Submitted state={state} view={view} application={application} />;
  if (application?.status === 'draft' && view.takesApplications) return <Tasks view={view} application={application} go={go} />;
  if (view.takesApplications)
    return (
      <div className={styles.head}>
        {application?.status === 'withdrawn' ? <Text block>You withdrew your application. You can start again.</Text> : null}
        <div>
          <Button appearance="primary" onClick={() => go({ at: 'lots' })}>
            {application?.status === 'withdrawn' ? 'Start again' : 'Start now'}
          </Button>
        </div>
      </div>
    );
  return application ? <AnswerSections view={view} application={application} /> : null;
};

const Submitted: React.FC<Pick<Props, 'state' | 'view'> & { readonly application: ApplicationMade }> = ({ state, view, application }) => {
  const styles = useStyles();
  return (
    <>
      <Confirmation title="Application submitted">
        <Text
          block
        >{`Submitted on ${formatInstant(application.submittedAt ?? application.savedAt)}. Your reference is ${application.ref}.`}</Text>
        <Text block>Evaluation begins after the close. We write to {view.email} when it is decided.</Text>
      </Confirmation>
      {view.takesApplications ? (
        <div className={styles.head}>
          <Text block>To change it, take it back: it is a draft then, until you sign the declaration and submit it again.</Text>
          <div>
            <Button onClick={() => void state.move({ move: 'take-back' }).catch(state.again)}>Take it back to change it</Button>
          </div>
        </div>
      ) : null}
      <AnswerSections view={view} application={application} />
    </>
  );
};

const Tasks: React.FC<Pick<Props, 'view' | 'go'> & { readonly application: ApplicationMade }> = ({ view, application, go }) => {
  const styles = useStyles();
  const tasks: readonly { readonly title: string; readonly step: Step; readonly state: TaskState }[] = [
    { title: 'Choose your lots', step: { at: 'lots' }, state: application.lotKeys.length > 0 ? 'done' : 'empty' },
    ...groupsOf(view, application.lotKeys).map((group) => ({
      title: group.title,
      step: { at: 'questions', group: group.key } as const,
      state: stateOfGroup(group, application),
    })),
    { title: 'Prices of your services', step: { at: 'prices' }, state: stateOfPrices(view, application) },
    { title: 'Declaration', step: { at: 'declaration' }, state: application.declaration ? 'done' : 'empty' },
    { title: 'Check your answers and submit', step: { at: 'check' }, state: 'empty' },
  ];
  return (
    <section aria-label="Your application">
      <Heading level={2}>Your application</Heading>
      <ul className={styles.list}>
        {tasks.map(({ title, step, state }) => (
          <li key={title} className={styles.task}>
            <Link as="button" type="button" onClick={() => go(step)}>
              {title}
            </Link>
            <Text>{step.at === 'check' ? '' : stateWords[state]}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
};
