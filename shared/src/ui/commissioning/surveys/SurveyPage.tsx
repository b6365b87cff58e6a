import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { type ManagedSurveyReply, managedSurveysApi } from '../../../contract/managed-surveys.ts';
import type { SurveyQuestionReply } from '../../../contract/survey-shapes.ts';
import { formatDate, formatInstant } from '../../../domain/days/local-date.ts';
import { sendStates } from '../../../domain/notices/notice-send.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { PlainText } from '../../notices/OneNotice.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { stateWords } from '../notices/notice-words.ts';
import { SendRecord } from '../notices/SendRecord.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useCommand } from '../use-command.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';
import { SurveyResults } from './SurveyResults.tsx';
import { surveyActsOf } from './survey-acts.tsx';
import { askedWords, questionKindWords, rateWords, rolesWords, surveyStatusWords } from './survey-words.ts';

const useSurveySends: React.ComponentProps<typeof SendRecord>['useSends'] = (ref, query) =>
  useOperation(managedSurveysApi, 'listSurveySends', { params: { ref }, query });

const above = [{ to: { at: 'surveys' }, name: 'Surveys' }] as const;

const factsOf = (survey: ManagedSurveyReply): readonly Fact[] => {
  const { ref, status, audience, roles, authorRole, author, closesOn, openedAt, remindedAt, closedAt, reaches } = survey;
  return [
    { label: 'Reference', value: ref },
    { label: 'State', value: surveyStatusWords[status] },
    { label: 'Asks', value: askedWords(audience) },
    { label: 'Answered by', value: rolesWords(roles) },
    { label: 'Last day', value: formatDate(closesOn) },
    { label: 'Written by', value: `${author}, as ${authorRole}` },
    ...(openedAt === undefined
      ? [{ label: 'People asked today', value: String(reaches) }]
      : [
          { label: 'Opened', value: formatInstant(openedAt) },
          { label: 'Answers', value: rateWords(survey) },
        ]),
    ...(remindedAt === undefined ? [] : [{ label: 'Reminded', value: formatInstant(remindedAt) }]),
    ...(closedAt === undefined ? [] : [{ label: 'Closed', value: formatInstant(closedAt) }]),
  ];
};

const Questions: React.FC<{ readonly questions: readonly SurveyQuestionReply[] }> = ({ questions }) => (
  <section aria-label="Questions">
    <Heading level={2}>Questions</Heading>
    {questions.length === 0 ? (
      <Text block>It asks nothing yet.</Text>
    ) : (
      <Table<SurveyQuestionReply>
        caption="In the order in which they are asked"
        columns={[
          { name: 'Question', of: ({ asks }) => asks },
          { name: 'Answered by', of: ({ kind }) => questionKindWords[kind] },
          { name: 'Choices', of: ({ choices }) => choices.map(({ label }) => label).join('; ') },
          { name: 'Must be answered', of: ({ required }) => (required ? 'Yes' : 'No'), as: 'short' },
        ]}
        rows={questions}
        keyOf={({ key }) => key}
      />
    )}
  </section>
);

/** One survey as commissioners see it: its questions, what can be done with it, what was answered, and whom it reached. */
export const SurveyPage: React.FC<{ readonly surveyRef: string }> = ({ surveyRef }) => {
  const read = useOperation(managedSurveysApi, 'getManagedSurvey', { params: { ref: surveyRef } });
  const client = useOperations(managedSurveysApi);
  const command = useCommand('getManagedSurvey', 'listManagedSurveys', 'listSurveySends', 'getSurveyResults');
  return (
    <Loaded reads={[read] as const} what="the survey" failed="The survey could not be loaded" page="Survey">
      {(survey) => (
        <Page title={survey.title} above={above} told={command.told}>
          <Facts facts={factsOf(survey)} />
          <Acts acts={surveyActsOf(survey, client)} command={command} />
          <section aria-label="What it is for">
            <Heading level={2}>What it is for</Heading>
            <PlainText text={survey.body} />
          </section>
          <Questions questions={survey.questions} />
          {survey.openedAt === undefined ? null : (
            <>
              <section aria-label="Results">
                <Heading level={2}>Results</Heading>
                <SurveyResults survey={survey} />
              </section>
              <section aria-label="Whom it reached">
                <Heading level={2}>Whom it reached</Heading>
                <Text block>How the last message to each person stands: the survey, or a reminder of it.</Text>
                <Facts facts={sendStates.map((state) => ({ label: stateWords[state], value: String(survey.sends[state] ?? 0) }))} />
                <SendRecord recordRef={surveyRef} useSends={useSurveySends} />
              </section>
            </>
          )}
          <section aria-label="History">
            <Heading level={2}>History</Heading>
            <Table<ManagedSurveyReply['history'][number]>
              caption="What was done, newest first"
              columns={[
                { name: 'When', as: 'short', of: ({ at }) => formatInstant(at) },
                { name: 'What', of: ({ what }) => what },
                { name: 'By', of: ({ by }) => by },
              ]}
              rows={[...survey.history].reverse()}
              keyOf={({ at, what }) => `${at} ${what}`}
            />
          </section>
        </Page>
      )}
    </Loaded>
  );
};
