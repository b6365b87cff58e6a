import * as React from 'react';
import { noticePlace } from '../../../contract/notice-place.ts';
import { meAs, membership } from '../../forms/testing/samples.ts';
import { NoticesPage } from '../../notices/NoticesPage.tsx';
import { aSurvey } from '../sample-surveys.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const list = { screen: <NoticesPage />, place: noticePlace({ at: 'list' }) };
const one = { screen: <NoticesPage />, place: noticePlace({ at: 'survey', ref: aSurvey().ref }) };
const { ref, title, authorRole, closesOn } = aSurvey();

const answers: Answers = {
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  listNotices: () => ({ notices: [] }),
  listSurveys: () => ({ surveys: [{ ref, title, authorRole, closesOn, waiting: 1 }] }),
  getSurvey: () => aSurvey(),
};

/** Surveys as the people of a school answer them. */
export const surveyExhibits: readonly Exhibit[] = [
  { name: 'notices, with a survey', ...list, answers, shows: 'Waits for your answer' },
  { name: 'survey', ...one, answers, shows: 'The commissioning team sees which school gave which answer' },
  { name: 'survey, nothing answered that must be', ...one, answers, press: 'Send the answers', shows: 'Answer this question' },
  ...waitingAndFailing({ name: 'survey', ...one, answers }, 'getSurvey', 'Loading the survey'),
];
