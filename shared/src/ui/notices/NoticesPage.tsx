import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { fromNoticePath, type NoticePage } from '../../contract/notice-place.ts';
import { useSteadySurroundings, useSurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { useApi } from '../use-api.tsx';
import { NoticeList } from './NoticeList.tsx';
import { OneNotice } from './OneNotice.tsx';

const SurveyList = later(async () => (await import('../surveys/SurveyList.tsx')).SurveyList);
const OneSurvey = later(async () => (await import('../surveys/OneSurvey.tsx')).OneSurvey, <LoadingPage title="Survey" what="the survey" />);
const EventsPage = later(async () => (await import('../events/EventsPage.tsx')).EventsPage, <LoadingPage title="Events" what="events" />);

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '44rem',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
});

const shown = (page: NoticePage): React.ReactElement => {
  switch (page.at) {
    case 'list':
      return <NoticesAndSurveys />;
    case 'notice':
      return <OneNotice key={page.ref} noticeRef={page.ref} />;
    case 'events':
      return <EventsPage eventRef={undefined} />;
    case 'event':
      return <EventsPage eventRef={page.ref} />;
    case 'survey':
      return <OneSurvey key={page.ref} surveyRef={page.ref} />;
  }
};

/** Only who requests or approves answers surveys, and only where a host decides: the web part reads notices alone. */
const NoticesAndSurveys: React.FC = () => {
  const { host } = useSteadySurroundings();
  const { data: me } = useApi('getMe', host.mayDecide ? {} : undefined);
  const answers = me?.memberships.some(({ roles }) => roles.includes('requester') || roles.includes('approver'));
  return <NoticeList surveys={answers ? <SurveyList /> : null} />;
};

/** Rows 65 to 67: notices of the commissioning team for one's school or department, the events that it is invited to, and the surveys that it answers: the lists, and one of each. */
export const NoticesPage: React.FC = () => {
  const { place } = useSurroundings();
  return <div className={useStyles().page}>{shown(fromNoticePath(place.at === 'notices' ? place.path : ''))}</div>;
};
