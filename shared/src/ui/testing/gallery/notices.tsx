import * as React from 'react';
import { type NoticePage, noticePlace } from '../../../contract/notice-place.ts';
import { meAs, membership } from '../../forms/testing/samples.ts';
import { NoticesPage } from '../../notices/NoticesPage.tsx';
import { aNotice, aPicture } from '../sample-notices.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const at = (page: NoticePage) => ({ screen: <NoticesPage />, place: noticePlace(page) });
const list = at({ at: 'list' });
const one = at({ at: 'notice', ref: aNotice.ref });
const { body: _body, publisher: _publisher, picture: _picture, ...summary } = aNotice;

const common: Answers = {
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  listNotices: () => ({ notices: [{ ...summary, begins: 'A directory of quality assured providers will be available from September.' }] }),
  getNotice: () => aNotice,
};

/** Notices as the people of a school read them. */
export const noticeExhibits: readonly Exhibit[] = [
  { name: 'notices', ...list, answers: common, shows: 'what comes next' },
  { name: 'notices, none', ...list, answers: { ...common, listNotices: () => ({ notices: [] }) }, shows: 'There is no notice at present' },
  ...waitingAndFailing({ name: 'notices', ...list, answers: common }, 'listNotices', 'Loading the notices'),
  { name: 'notice', ...one, answers: common, shows: 'at prices that are set' },
  {
    name: 'notice with a picture',
    ...one,
    answers: {
      ...common,
      getNotice: () => ({ ...aNotice, picture: { alt: 'The logo of the framework' } }),
      getNoticePicture: () => aPicture,
    },
    shows: 'at prices that are set',
  },
  ...waitingAndFailing({ name: 'notice', ...one, answers: common }, 'getNotice', 'Loading the notice'),
];
