import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { type ManagedSurveyReply, managedSurveysApi, type SurveyResultsReply } from '../../../contract/managed-surveys.ts';
import type { SurveyAnswerReply, SurveyQuestionReply } from '../../../contract/survey-shapes.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { surveyedRoleNames } from '../../../domain/surveys/survey.ts';
import { Heading } from '../../Heading.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Paged } from '../Paged.tsx';
import { Table } from '../Table.tsx';
import { useOperation } from '../use-operations.tsx';
import { Bar } from './Bar.tsx';
import { rateWords } from './survey-words.ts';

type Result = SurveyResultsReply['results'][number];
type Response = SurveyResultsReply['responses'][number];

interface Row {
  readonly label: string;
  readonly count: number;
  readonly percent: number;
}

/** What was answered, in words, for whoever reads one school's answers. */
export const answerWords = ({ choices }: SurveyQuestionReply, answer: SurveyAnswerReply | undefined): string => {
  if (answer === undefined) return '';
  if (answer.words !== undefined) return answer.words;
  if (answer.number !== undefined) return answer.number.toLocaleString('en-GB');
  return (answer.chosen ?? []).map((each) => choices.find(({ value }) => value === each)?.label ?? each).join(', ');
};

const OneResult: React.FC<{ readonly question: SurveyQuestionReply; readonly result: Result }> = ({ question, result }) => {
  const { counts, numbers, notStated, notStatedPercent, answered } = result;
  const rows: readonly Row[] =
    counts === undefined ? [] : [...counts, { label: 'Not stated', count: notStated, percent: notStatedPercent }];
  return (
    <section aria-label={question.asks}>
      <Heading level={3}>{question.asks}</Heading>
      {counts === undefined ? (
        <Text block>{`${answered} answered, ${notStated} left it out.`}</Text>
      ) : (
        <Table<Row>
          caption={
            question.several
              ? 'How many chose each, as a part of all who answered the survey. Several could be chosen'
              : 'How many chose each, as a part of all who answered the survey'
          }
          columns={[
            { name: 'Answer', of: ({ label }) => label },
            { name: 'Schools and roles', of: ({ count }) => String(count), as: 'number' },
            { name: 'Part', of: ({ percent }) => `${percent}%`, as: 'number' },
            { name: 'Bar', of: ({ percent }) => <Bar percent={percent} /> },
          ]}
          rows={rows}
          keyOf={({ label }) => label}
        />
      )}
      {numbers === undefined ? null : (
        <Text block>
          {`Together ${numbers.total.toLocaleString('en-GB')}; least ${numbers.least.toLocaleString('en-GB')}, middle ${numbers.median.toLocaleString('en-GB')}, greatest ${numbers.greatest.toLocaleString('en-GB')}.`}
        </Text>
      )}
    </section>
  );
};

const Responses: React.FC<{ readonly questions: readonly SurveyQuestionReply[]; readonly responses: readonly Response[] }> = ({
  questions,
  responses,
}) => (
  <section aria-label="Which school answered what">
    <Heading level={3}>Which school answered what</Heading>
    <Text block>Those who answered were told that the commissioning team sees this. It is shown to nobody else.</Text>
    <Paged rows={responses} what="answers">
      {(page) => (
        <Table<Response>
          caption="Each answer, by school and role"
          columns={[
            { name: 'School', of: ({ buyerName }) => buyerName },
            { name: 'Answered as', of: ({ role }) => surveyedRoleNames[role] },
            { name: 'When', of: ({ answeredAt }) => formatInstant(answeredAt), as: 'short' },
            {
              // A column for each question would be wider than a window.
              name: 'Answers',
              of: ({ answers }) =>
                questions.map((question) => {
                  const answer = answers.find(({ key }) => key === question.key);
                  return <div key={question.key}>{`${question.asks} ${answerWords(question, answer)}`}</div>;
                }),
            },
          ]}
          rows={page}
          keyOf={({ buyerRef, role }) => `${buyerRef} ${role}`}
        />
      )}
    </Paged>
  </section>
);

/** Row 67: what was answered, with how many answered at all. */
export const SurveyResults: React.FC<{ readonly survey: ManagedSurveyReply }> = ({ survey }) => {
  const { ref, questions } = survey;
  const read = useOperation(managedSurveysApi, 'getSurveyResults', { params: { ref } });
  return (
    <Loaded reads={[read] as const} what="the results" failed="The results could not be loaded">
      {({ answered, asked, answerable, byRole, results, responses }) => (
        <>
          <Text block>
            {`${rateWords({ answered, asked })} of the answers that were asked for are there. The register knows somebody for ${answerable} of them.`}
          </Text>
          <Table<SurveyResultsReply['byRole'][number]>
            caption="Response rate by role"
            columns={[
              { name: 'Role', of: ({ role }) => surveyedRoleNames[role] },
              { name: 'Answered', of: rateWords, as: 'short' },
            ]}
            rows={byRole}
            keyOf={({ role }) => role}
          />
          {responses.length === 0 ? (
            <EmptyState level={3} title="Nobody has answered yet" />
          ) : (
            <>
              {questions.map((question) => {
                const result = results.find(({ key }) => key === question.key);
                return result === undefined ? null : <OneResult key={question.key} question={question} result={result} />;
              })}
              <Responses questions={questions} responses={responses} />
            </>
          )}
        </>
      )}
    </Loaded>
  );
};
