import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { type ManagedSurvey, managedSurveysApi } from '../../../contract/managed-surveys.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { useSurroundings } from '../../HostAdapter.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Paged } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import { useCommand } from '../use-command.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';
import { SurveyPage } from './SurveyPage.tsx';
import { writeSurveyAct } from './survey-acts.tsx';
import { rateWords, surveyStatusWords } from './survey-words.ts';

const columns: readonly Column<ManagedSurvey>[] = [
  { name: 'Survey', of: ({ ref, title }) => <PlaceLink to={commissioningPlace({ at: 'survey', ref })}>{title}</PlaceLink> },
  { name: 'State', of: ({ status }) => surveyStatusWords[status], as: 'short' },
  { name: 'Answers', of: (survey) => (survey.openedAt === undefined ? '' : rateWords(survey)), as: 'short' },
  { name: 'Last day', of: ({ closesOn }) => formatDate(closesOn, 'plain'), as: 'short' },
];

/** Row 67: every survey, or one of them. */
export const SurveysPage: React.FC<{ readonly surveyRef: string | undefined }> = ({ surveyRef }) =>
  surveyRef === undefined ? <Surveys /> : <SurveyPage key={surveyRef} surveyRef={surveyRef} />;

const Surveys: React.FC = () => {
  const read = useOperation(managedSurveysApi, 'listManagedSurveys', {});
  const client = useOperations(managedSurveysApi);
  const command = useCommand('listManagedSurveys');
  const { go } = useSurroundings();
  return (
    <Page title="Surveys" told={command.told}>
      <Text block>What the commissioning team asks schools. Each school answers once in each role that is asked.</Text>
      <Acts acts={[writeSurveyAct(client, (ref) => go(commissioningPlace({ at: 'survey', ref })))]} command={command} />
      <Loaded reads={[read] as const} what="the surveys" failed="The surveys could not be loaded">
        {({ surveys }) =>
          surveys.length === 0 ? (
            <EmptyState title="There is no survey yet" />
          ) : (
            <Paged rows={surveys} what="surveys">
              {(page) => <Table caption="Changed last first" columns={columns} rows={page} keyOf={({ ref }) => ref} />}
            </Paged>
          )
        }
      </Loaded>
    </Page>
  );
};
