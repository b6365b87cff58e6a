import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ApplicationView } from '../../contract/applications.ts';
import { ContactLine } from '../Contact.tsx';
import { codeOf } from '../forms/problem-of.ts';
import type { GivenLink } from '../given-link.ts';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import type { ApplyClient } from './apply-client.ts';
import { CheckStep } from './CheckStep.tsx';
import { DeclarationStep } from './DeclarationStep.tsx';
import { LotsStep } from './LotsStep.tsx';
import { PricesStep } from './PricesStep.tsx';
import { QuestionsStep } from './QuestionsStep.tsx';
import { groupsOf } from './steps.ts';
import { TaskList } from './TaskList.tsx';
import { type ApplicationState, useApplication } from './use-application.ts';
import { useStep } from './use-step.ts';

/** The application of whoever holds the link. */
export const ApplicationPage: React.FC<{ readonly client: ApplyClient; readonly link: GivenLink }> = ({ client, link }) => {
  const state = useApplication(client, link);
  if (state.failure !== undefined && !state.view)
    return codeOf(state.failure) === 'link-not-open' ? (
      <NotOpen />
    ) : (
      <ErrorState page error={state.failure} what="Your application could not be loaded" onRetry={state.again} />
    );
  if (!state.view) return <LoadingPage title="Your application" what="application" />;
  return <Steps state={state} view={state.view} />;
};

const Steps: React.FC<{ readonly state: ApplicationState; readonly view: ApplicationView }> = ({ state, view }) => {
  const [step, go] = useStep();
  const toTasks = React.useCallback((): void => go({ at: 'tasks' }), [go]);
  const { application } = view;
  const part = { state, view, onDone: toTasks, onBack: toTasks };
  const isDraft = application?.status === 'draft' && view.takesApplications;
  if (step.at === 'lots' && (isDraft || (view.takesApplications && (!application || application.status === 'withdrawn'))))
    return <LotsStep {...part} />;
  if (!isDraft || !application) return <TaskList state={state} view={view} go={go} />;
  const own = { ...part, application };
  if (step.at === 'questions') {
    const group = groupsOf(view, application.lotKeys).find(({ key }) => key === step.group);
    return group ? <QuestionsStep key={group.key} {...own} group={group} /> : <TaskList state={state} view={view} go={go} />;
  }
  if (step.at === 'prices') return <PricesStep {...own} />;
  if (step.at === 'declaration') return <DeclarationStep {...own} />;
  if (step.at === 'check') return <CheckStep {...own} go={go} />;
  return <TaskList state={state} view={view} go={go} />;
};

const NotOpen: React.FC = () => (
  <EmptyState level={1} title="This link cannot be used">
    <Text block>
      The round may be over, or your mail program may have cut the link short. Copy the whole link from the message, or ask for a new one:
      your application is still there.
    </Text>
    <Text block>
      <a href={`${window.location.origin}/apply/`}>Ask for a new link</a>
    </Text>
    <ContactLine lead="If you need help, write to" />
  </EmptyState>
);
