import * as React from 'react';
import { type ConcernPage, concernPlace } from '../../../contract/concern-place.ts';
import { ConcernsPage } from '../../concerns/ConcernsPage.tsx';
import { meAs, membership } from '../../forms/testing/samples.ts';
import { type Answers, type Exhibit, never, waitingAndFailing } from './exhibit.tsx';

const at = (page: ConcernPage) => ({ screen: <ConcernsPage />, place: concernPlace(page) });
const report = at({ at: 'report', about: { serviceRef: 'S-0042' } });
const mine = at({ at: 'mine' });

const answers: Answers = {
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  whomToRing: () => ({
    providerName: 'Greenway Learning',
    lines: [
      { line: '999', name: 'Police and ambulance', when: 'A child is in danger now, or a crime is being committed.', phone: '999' },
      {
        line: 'mash',
        name: 'Multi-agency safeguarding hub (MASH)',
        when: 'A child may be suffering harm, or may be at risk of it.',
        phone: '01632 960001',
        outOfHours: '01632 960002',
      },
      {
        line: 'lado',
        name: 'Local authority designated officer (LADO)',
        when: 'Somebody who works with children may have harmed a child or may be a risk to children.',
      },
    ],
    teamPhone: '01632 960004',
  }),
  listMyConcerns: () => ({
    concerns: [
      { ref: 'CN-4F7K2QABCD', providerName: 'Greenway Learning', reportedAt: '2026-11-24T10:00:00Z', status: 'being-looked-into' },
      { ref: 'CN-9T3M1XABCD', providerName: 'Harbour Mentoring', reportedAt: '2026-11-02T15:30:00Z', status: 'closed' },
    ],
  }),
};

/** Reporting a concern, and one's own reports. */
export const concernExhibits: readonly Exhibit[] = [
  { name: 'concern, whom to ring', ...report, answers, shows: 'No number is set here' },
  { name: 'concern, what it is about', ...report, answers, press: 'Continue', shows: 'How serious is it?' },
  { name: 'concern, the numbers not loaded yet', ...report, answers: { ...answers, whomToRing: never }, shows: '999' },
  { name: 'concern, offline', ...report, answers, offline: true, shows: '999' },
  { name: 'my concerns', ...mine, answers, shows: 'Being looked into' },
  {
    name: 'my concerns, none',
    ...mine,
    answers: { ...answers, listMyConcerns: () => ({ concerns: [] }) },
    shows: 'You have reported no concern',
  },
  ...waitingAndFailing({ name: 'my concerns', ...mine, answers }, 'listMyConcerns', 'Loading your concerns'),
];
