import * as React from 'react';
import { localDate } from '../../../domain/days/local-date.ts';
import { pence } from '../../../domain/money/money.ts';
import { DirectoryPage } from '../../directory/DirectoryPage.tsx';
import { ServicePage } from '../../directory/ServicePage.tsx';
import { Refuse } from '../../forms/testing/fake-service.ts';
import { meAs, membership, service } from '../../forms/testing/samples.ts';
import { directory, summary } from '../sample-directory.ts';
import { checkedSchool, uncheckedSchool } from '../sample-own-checks.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const rows = [
  summary(),
  summary({
    serviceRef: 'S-0002',
    name: 'Counselling for young people with a long name that wraps on every phone',
    deliveryMode: 'home',
    distance: undefined,
    price: pence(6_150),
    priceIncVat: pence(6_150),
    unit: 'hour',
    vatTreatment: 'exempt-health-or-welfare',
    placesFree: 0,
    earliestStart: undefined,
    providerName: 'The Blackmore Vale and Cranborne Chase Association for Therapeutic Work with Young People',
    why: ['Comes to the pupil: travels up to 20 miles'],
  }),
  summary({
    serviceRef: 'S-0003',
    name: 'Live online lessons',
    deliveryMode: 'online',
    distance: undefined,
    qaCheckedOn: undefined,
    earliestStart: undefined,
    placesFree: undefined,
    placesAsAt: undefined,
    needs: [],
    why: [],
  }),
];

const base: Answers = { searchDirectory: () => directory({ total: 70, items: rows }), listCallOffs: () => ({ callOffs: [] }) };
const at = (search: string) => ({ screen: <DirectoryPage />, place: { at: 'directory' as const, search }, answers: base });

export const directoryExhibits: readonly Exhibit[] = [
  { name: 'directory', ...at(''), shows: '70 services near DT1' },
  { name: 'directory, searched', ...at('text=mentoring'), shows: 'Why it is here' },
  {
    name: 'directory, narrowed',
    ...at('text=mentoring&needs=SEMH,ASC&age=12&ageTo=16&unit=day&priceTo=12000&page=2'),
    shows: 'Why it is here',
  },
  { name: 'directory, places and a start chosen', ...at('placesFree=2&startBy=2027-03-08'), shows: 'Start by 8 March 2027' },
  {
    name: 'directory, nothing found',
    ...at('needs=SEMH&radius=5'),
    answers: {
      ...base,
      searchDirectory: () => directory({ total: 0, items: [], without: [{ filter: 'distance', label: 'the distance', count: 4 }] }),
    },
    shows: 'Leave out the distance: 4 services',
  },
  {
    name: 'directory, unknown postcode',
    ...at('near=ZZ9'),
    answers: {
      ...base,
      searchDirectory: () => {
        throw new Refuse('unknown-postcode', 'Enter the first half of a postcode in the United Kingdom, such as DT1.', '/query/near');
      },
    },
    shows: 'Enter the first half of a postcode',
  },
  ...waitingAndFailing({ name: 'directory', ...at('') }, 'searchDirectory', 'Searching'),
];

const check = {
  standard: 'staff-checks' as const,
  mandatory: true,
  outcome: 'passed' as const,
  checkedOn: localDate('2027-03-03'),
  checkedBy: 'Quality team, Dorset Council',
  expiresOn: localDate('2028-03-02'),
};
const full = {
  ...service,
  outcode: 'DT2',
  distance: 'about 6 miles',
  placesFree: 3,
  placesTotal: 8,
  placesAsAt: localDate('2027-03-02'),
  qaCheckedOn: localDate('2027-03-03'),
  qaValidUntil: localDate('2028-03-02'),
  earliestStart: localDate('2027-04-12'),
  provider: { ...service.provider, website: 'https://greenway.example' },
  checks: [check, { standard: 'insurance' as const, mandatory: false, outcome: 'scheduled' as const }],
};
const serviceAt = { screen: <ServicePage />, place: { at: 'service' as const, serviceRef: 'S-0001' } };
const served: Answers = {
  getService: () => full,
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  getOwnChecks: () => ({ schools: [checkedSchool()] }),
  getPlacementFacts: () => ({
    fewest: 5,
    facts: {
      finished: 9,
      ranToTheirEnd: { count: 7, of: 9 },
      endedByProvider: { count: 1, of: 9 },
      objectivesMet: { count: 6, of: 8 },
    },
  }),
};
const unchecked: Answers = { ...served, getOwnChecks: () => ({ schools: [uncheckedSchool()] }) };

export const serviceExhibits: readonly Exhibit[] = [
  { name: 'service', ...serviceAt, answers: served, shows: 'Request this service' },
  {
    name: 'service, too few placements to show facts',
    ...serviceAt,
    answers: { ...served, getPlacementFacts: () => ({ fewest: 5 }) },
    shows: 'Nothing is shown before 5 placements',
  },
  { name: 'service, with no own check', ...serviceAt, answers: unchecked, shows: 'Your school has not recorded its own check' },
  {
    name: 'service, recording an own check',
    ...serviceAt,
    answers: unchecked,
    press: 'Record your own check',
    shows: 'What did you check?',
  },
  {
    name: 'service, own checks of two schools',
    ...serviceAt,
    answers: {
      ...served,
      getOwnChecks: () => ({
        schools: [
          checkedSchool({ overdue: true }),
          uncheckedSchool({ buyerRef: 'CD-SEND', buyerName: 'SEND department', department: true }),
        ],
      }),
    },
    shows: 'Your department has not recorded its own check',
  },
  {
    name: 'service, not offered',
    ...serviceAt,
    answers: { ...served, getService: () => ({ ...full, listed: false, whyNot: 'The lot is closed.', checks: [] }) },
    shows: 'You cannot request this service now',
  },
  { name: 'service, of a person without access', ...serviceAt, answers: { ...served, getMe: () => meAs() }, shows: 'Ask for access' },
  ...waitingAndFailing({ name: 'service', ...serviceAt, answers: served }, 'getService', 'Loading this service'),
];
