import { aManagedNotice, aPublishedNotice, sampleSends } from '../../sample-notices.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const list = areaAt({ at: 'notices' });
const one = areaAt({ at: 'notice', ref: aPublishedNotice.ref });
const answers: Answers = {
  ...asCommissioner,
  listManagedNotices: () => ({ notices: [aManagedNotice(), { ...aPublishedNotice, ref: 'NO-2B9TQC7KMP' }] }),
  getManagedNotice: () => aPublishedNotice,
  listNoticeSends: () => ({ total: 412, sends: sampleSends }),
};
const asDraft: Answers = { ...answers, getManagedNotice: () => aManagedNotice() };

/** Writing and publishing notices, and whom each reached. */
export const managedNoticeExhibits: readonly Exhibit[] = [
  { name: 'writing notices', ...list, answers, shows: 'Maintained schools, Academies, Providers' },
  {
    name: 'writing notices, none',
    ...list,
    answers: { ...answers, listManagedNotices: () => ({ notices: [] }) },
    shows: 'There is no notice yet',
  },
  { name: 'writing notices, a new one', ...list, answers, press: 'Write a notice', shows: 'Who is it for?' },
  ...waitingAndFailing({ name: 'writing notices', ...list, answers }, 'listManagedNotices', 'Loading the notices'),
  { name: 'notice of a commissioner, a draft', ...one, answers: asDraft, shows: 'Recipients today' },
  {
    name: 'notice of a commissioner, publishing it',
    ...one,
    answers: asDraft,
    press: 'Publish',
    shows: 'it is sent to 412 recipients now',
  },
  { name: 'notice of a commissioner, published', ...one, answers, shows: 'nobody knows whether it arrived' },
  { name: 'notice of a commissioner, withdrawing it', ...one, answers, press: 'Withdraw', shows: 'Why is it withdrawn?' },
  ...waitingAndFailing({ name: 'notice of a commissioner', ...one, answers }, 'getManagedNotice', 'Loading the notice'),
];
