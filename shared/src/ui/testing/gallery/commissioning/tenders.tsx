import { framework } from '../../sample-rounds.ts';
import { award, awardSummary, councilMembers, officer, ownSheet } from '../../sample-tenders.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const board = areaAt({ at: 'awards' });
const bringIn = areaAt({ at: 'award-import' });
const one = areaAt({ at: 'award', ref: 'AW-1' });
const sheets = areaAt({ at: 'sheets' });
const sheet = areaAt({ at: 'sheet', ref: 'A-1-AP-2026-1-E1' });

const answers: Answers = {
  ...asCommissioner,
  listAwards: () => ({
    awards: [
      awardSummary(),
      awardSummary({ ref: 'AW-2', providerName: 'Harbour Mentoring', status: 'proposed', standstillLastDay: undefined }),
      awardSummary({
        ref: 'AW-3',
        providerName: 'Westgate Vocational',
        status: 'in-force',
        source: 'ProContract, notice 2027/S 000-012345',
      }),
    ],
  }),
  getAward: () => award(),
  listFrameworks: () => ({ frameworks: [framework()] }),
  listCouncilMembers: () => ({ members: [...councilMembers] }),
  findProviders: () => ({
    providers: [{ ref: 'P-0001', name: 'Greenway Learning', status: 'prospective', email: 'office@greenway.example' }],
    total: 1,
  }),
};
const scoring: Answers = {
  ...asCommissioner,
  getMe: () => officer('evaluator'),
  listOwnSheets: () => ({
    sheets: [ownSheet({ status: 'assigned' }), ownSheet({ ref: 'A-2-AP-2026-1-E1', providerName: 'Harbour Mentoring' })],
  }),
  getOwnSheet: () => ownSheet(),
};

export const tenderExhibits: readonly Exhibit[] = [
  { name: 'awards', ...board, answers, shows: 'The standstill ends with 8 Mar 2027' },
  { name: 'awards, none', ...board, answers: { ...answers, listAwards: () => ({ awards: [] }) }, shows: 'There is no award yet' },
  ...waitingAndFailing({ name: 'awards', ...board, answers }, 'listAwards', 'Loading awards'),
  { name: 'award of the portal', ...bringIn, answers, shows: 'Name of the provider' },
  { name: 'award of the portal, providers found', ...bringIn, answers, press: 'Find provider', shows: '1 provider found' },
  ...waitingAndFailing({ name: 'award of the portal', ...bringIn, answers }, 'listFrameworks', 'Loading what is asked'),
  { name: 'award', ...one, answers, shows: 'Send the agreement' },
  { name: 'award, sending the agreement', ...one, answers, press: 'Send the agreement', shows: 'Link to the agreement' },
  {
    name: 'award, to approve',
    ...one,
    answers: { ...answers, getMe: () => officer('award-approver'), getAward: () => award({ status: 'proposed', standstill: undefined }) },
    press: 'Decide the award',
    shows: 'Nobody who scored or proposed it approves it.',
  },
  ...waitingAndFailing({ name: 'award', ...one, answers }, 'getAward', 'Loading the award'),
  { name: 'commissioning, of an evaluator', ...areaAt({ at: 'home' }), answers: scoring, shows: 'Applications to score' },
  { name: 'sheets', ...sheets, answers: scoring, shows: 'Interest to be declared' },
  { name: 'sheets, none', ...sheets, answers: { ...scoring, listOwnSheets: () => ({ sheets: [] }) }, shows: 'Nothing waits to be scored' },
  ...waitingAndFailing({ name: 'sheets', ...sheets, answers: scoring }, 'listOwnSheets', 'Loading your score sheets'),
  {
    name: 'sheet, interest first',
    ...sheet,
    answers: { ...scoring, getOwnSheet: () => ownSheet({ status: 'assigned', interest: undefined, questions: [], marks: {} }) },
    shows: 'Do you have an interest?',
  },
  { name: 'sheet', ...sheet, answers: scoring, shows: '1 of 2 questions are marked' },
  { name: 'sheet, not all marked', ...sheet, answers: scoring, press: 'Submit the scores', shows: 'There is a problem' },
  {
    name: 'sheet, submitted',
    ...sheet,
    answers: { ...scoring, getOwnSheet: () => ownSheet({ status: 'submitted' }) },
    shows: 'Your scores are locked',
  },
  {
    name: 'sheet, conflicted',
    ...sheet,
    answers: {
      ...scoring,
      getOwnSheet: () =>
        ownSheet({ status: 'conflicted', questions: [], marks: {}, interest: { conflict: true, statement: 'My sister works there.' } }),
    },
    shows: 'You do not score this application',
  },
  ...waitingAndFailing({ name: 'sheet', ...sheet, answers: scoring }, 'getOwnSheet', 'Loading your score sheet'),
];
