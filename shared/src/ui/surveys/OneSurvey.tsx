import { Link } from '@fluentui/react-link';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { noticePlace } from '../../contract/notice-place.ts';
import { type SurveyReply, type SurveySeatReply, surveysApi } from '../../contract/surveys.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { surveyedRoleNames } from '../../domain/surveys/survey.ts';
import { whoSeesAnswers } from '../../domain/surveys/who-sees-answers.ts';
import { useAnnounce } from '../Announcer.tsx';
import { useOperation } from '../commissioning/use-operations.tsx';
import { Heading } from '../Heading.tsx';
import { PlainText } from '../notices/OneNotice.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Notice } from '../states/Notice.tsx';
import { SeatForm } from './SeatForm.tsx';

const seatName = ({ buyerName, role }: SurveySeatReply): string => `${buyerName}, as ${surveyedRoleNames[role]}`;

const standsWords = ({ answeredBy, answeredAt }: SurveySeatReply): string =>
  answeredBy === undefined || answeredAt === undefined ? 'Not answered yet.' : `Answered by ${answeredBy}, ${formatInstant(answeredAt)}.`;

/** Row 67: one survey, answered for each school and role that the reader answers for. Who sees the answers is said before any is given. */
export const OneSurvey: React.FC<{ readonly surveyRef: string }> = ({ surveyRef }) => {
  const read = useOperation(surveysApi, 'getSurvey', { params: { ref: surveyRef } });
  const { mutate } = read;
  const announce = useAnnounce();
  const [told, setTold] = React.useState<{ readonly done: boolean; readonly sentence: string }>();
  const toldBox = React.useRef<HTMLDivElement>(null);
  const done = (next: SurveyReply | undefined, sentence: string): void => {
    void (next ? mutate(next, { revalidate: false }) : mutate());
    setTold({ done: next !== undefined, sentence });
    announce(sentence);
  };
  React.useEffect(() => {
    if (told) toldBox.current?.focus();
  }, [told]);
  return (
    <>
      <div>
        <PlaceLink to={noticePlace({ at: 'list' })}>All notices and surveys</PlaceLink>
      </div>
      <Loaded reads={[read] as const} what="the survey" failed="The survey could not be loaded" page="Survey">
        {(survey) => (
          <>
            <PageHeading>{survey.title}</PageHeading>
            {told === undefined ? null : (
              <div ref={toldBox} tabIndex={-1}>
                <Notice intent={told.done ? 'success' : 'warning'} title={told.done ? 'Answered' : 'Nothing was changed by you'}>
                  {told.sentence}
                </Notice>
              </div>
            )}
            <Text block>{`${survey.authorRole} asks until ${formatDate(survey.closesOn)}.`}</Text>
            <PlainText text={survey.body} />
            <Text block>{whoSeesAnswers(survey.questions)}</Text>
            {survey.seats.map((seat) => (
              <section key={`${seat.buyerRef} ${seat.role}`} aria-label={seatName(seat)}>
                <Heading level={2}>{seatName(seat)}</Heading>
                <Text block>{standsWords(seat)}</Text>
                <SeatForm key={seat.version} survey={survey} seat={seat} onDone={done} />
              </section>
            ))}
            <Text block>
              Questions about this survey:{' '}
              <Link inline href={`mailto:${survey.publisher.email}?subject=${encodeURIComponent(survey.title)}`}>
                {`${survey.publisher.name}, ${survey.publisher.email} (opens your mail)`}
              </Link>
            </Text>
          </>
        )}
      </Loaded>
    </>
  );
};
