import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { noticePlace } from '../../contract/notice-place.ts';
import { type SurveySummary, surveysApi } from '../../contract/surveys.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { useOperation } from '../commissioning/use-operations.tsx';
import { Heading } from '../Heading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';

const standsWords = ({ waiting, closesOn }: SurveySummary): string =>
  `${waiting === 0 ? 'Answered; it can be changed' : 'Waits for your answer'} until ${formatDate(closesOn, 'plain')}`;

/** The surveys that the reader can answer today; nothing where there are none. */
export const SurveyList: React.FC = () => {
  const read = useOperation(surveysApi, 'listSurveys', {});
  const { list, row, title } = useListStyles();
  return (
    <Loaded reads={[read] as const} what="surveys" failed="Surveys could not be loaded">
      {({ surveys }) =>
        surveys.length === 0 ? null : (
          <section aria-label="Surveys">
            <Heading level={2}>Surveys</Heading>
            <ul className={list} aria-label="Surveys to answer">
              {surveys.map((survey) => (
                <li key={survey.ref} className={row}>
                  <Heading level={3} className={title}>
                    <PlaceLink to={noticePlace({ at: 'survey', ref: survey.ref })}>{survey.title}</PlaceLink>
                  </Heading>
                  <Text block>{survey.authorRole}</Text>
                  <Text block>{standsWords(survey)}</Text>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  );
};
