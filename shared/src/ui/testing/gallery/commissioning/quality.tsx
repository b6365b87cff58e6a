import { checkedSchool } from '../../sample-own-checks.ts';
import { calendar, heldStanding, passport } from '../../sample-quality.ts';
import { limitsOfAll, registrationLoads } from '../../sample-registration.ts';
import { visits } from '../../sample-visits.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const days = areaAt({ at: 'quality' });
const held = areaAt({ at: 'held' });
const registration = areaAt({ at: 'registration' });
const limits = areaAt({ at: 'limits' });
const one = areaAt({ at: 'passport', providerRef: 'P-0001' });

const answers: Answers = {
  ...asCommissioner,
  getQualityCalendar: () => calendar(),
  listHeldProviders: () => ({ held: [{ ...heldStanding(), liveOrders: 3, unanswered: 1 }] }),
  getPassport: () => passport(),
  listVisits: () => visits(),
  listOwnChecks: () => ({ schools: [checkedSchool()] }),
  listRegistrationLoads: () => registrationLoads(),
  listLimits: () => ({ limits: limitsOfAll() }),
};
const nothing = { lapsesToday: [], lapsesSoon: [], lapsed: [], overdueActions: [], overdueTexts: [] };

export const qualityExhibits: readonly Exhibit[] = [
  { name: 'quality', ...days, answers, shows: 'Week of 8 March' },
  { name: 'quality, by month', ...days, answers, press: 'Next 12 months, by month', shows: 'April 2027' },
  {
    name: 'quality, nothing lapses',
    ...days,
    answers: { ...answers, getQualityCalendar: () => calendar(nothing) },
    shows: 'Nothing lapses in this time.',
  },
  ...waitingAndFailing({ name: 'quality', ...days, answers }, 'getQualityCalendar', 'Loading the calendar'),
  { name: 'held providers', ...held, answers, shows: '3 live orders' },
  {
    name: 'held providers, allowing orders',
    ...held,
    answers,
    press: 'Allow orders again for Greenway Learning',
    shows: 'What is put right?',
  },
  { name: 'held providers, none', ...held, answers: { ...answers, listHeldProviders: () => ({ held: [] }) }, shows: 'No provider is held' },
  ...waitingAndFailing({ name: 'held providers', ...held, answers }, 'listHeldProviders', 'Loading held providers'),
  { name: 'registration', ...registration, answers, shows: 'Near the number' },
  {
    name: 'registration, every provider a school',
    ...registration,
    answers: { ...answers, listRegistrationLoads: () => registrationLoads({ providers: [] }) },
    shows: 'Every provider is a registered school',
  },
  ...waitingAndFailing({ name: 'registration', ...registration, answers }, 'listRegistrationLoads', 'Loading the counts'),
  { name: 'limits', ...limits, answers, shows: 'Near it: 84%' },
  {
    name: 'limits, nothing ordered',
    ...limits,
    answers: { ...answers, listLimits: () => ({ limits: [] }) },
    shows: 'Nothing is ordered yet',
  },
  ...waitingAndFailing({ name: 'limits', ...limits, answers }, 'listLimits', 'Loading the limits'),
  { name: 'limit of a framework', ...areaAt({ at: 'limits', ref: 'FV-AP-2026' }), answers, shows: 'Holds today' },
  {
    name: 'limit of a provider, pupils from elsewhere',
    ...areaAt({ at: 'limits', ref: 'RL-P-0002' }),
    answers,
    press: 'Record pupils from elsewhere',
    shows: 'When did the provider say so?',
  },
  { name: 'passport', ...one, answers, shows: 'Nothing keeps it from the directory' },
  {
    name: 'passport, held',
    ...one,
    answers: { ...answers, getPassport: () => passport({ standing: heldStanding(), current: false }) },
    shows: 'A mandatory check has lapsed',
  },
  { name: 'passport, pausing orders', ...one, answers, press: 'Pause new orders', shows: 'Schools read a neutral sentence' },
  {
    name: 'passport, passing a check',
    ...one,
    answers,
    press: 'Pass the check for Insurance',
    shows: 'I have seen to each of these',
  },
  ...waitingAndFailing({ name: 'passport', ...one, answers }, 'getPassport', 'Loading the passport'),
];
