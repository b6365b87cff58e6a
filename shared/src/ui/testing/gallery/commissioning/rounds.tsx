import { framework } from '../../sample-frameworks.ts';
import {
  evaluation,
  lotApplication,
  moderatedApplication,
  namedLots,
  openedApplication,
  plannedRound,
  ranking,
  round,
  roundSummary,
} from '../../sample-rounds.ts';
import { officer } from '../../sample-tenders.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const all = areaAt({ at: 'rounds' });
const plan = areaAt({ at: 'round-plan', frameworkRef: 'AP-2027' });
const change = areaAt({ at: 'round-change', ref: 'RD-0' });
const one = areaAt({ at: 'round', ref: 'AP-2026-R1' });
const evaluations = areaAt({ at: 'evaluations' });
const panel = areaAt({ at: 'evaluation', roundRef: 'AP-2026-R1' });
const places = areaAt({ at: 'ranking', roundRef: 'AP-2026-R1', lotKey: 'AP-2026-1' });
const application = areaAt({ at: 'lot-application', ref: 'A-1-AP-2026-1' });

const answers: Answers = {
  ...asCommissioner,
  listRounds: () => ({ rounds: [roundSummary(), roundSummary({ ref: 'AP-2026-R0', status: 'closed', waiting: 0, applications: {} })] }),
  getRound: () => round(),
  listLots: () => ({ lots: namedLots }),
  listEvaluations: () => ({
    evaluations: [
      {
        roundRef: 'AP-2026-R1',
        frameworkName: 'Alternative provision 2026 to 2030',
        closedAt: '2027-01-29T12:00:00Z',
        applications: 14,
        toModerate: 6,
        lots: 3,
        lotsRanked: 1,
      },
    ],
  }),
  getEvaluation: () => evaluation(),
  getRanking: () => ranking(),
  getLotApplication: () => lotApplication(),
};
const planning: Answers = {
  ...asCommissioner,
  listFrameworks: () => ({ frameworks: [framework()] }),
  listRounds: () => ({ rounds: [roundSummary({ ref: 'RD-0', frameworkRef: 'AP-2027', status: 'closed' })] }),
  listLots: () => ({ lots: namedLots }),
  getRound: () => plannedRound(),
};
const lead: Answers = { ...answers, getMe: () => officer('evaluation-lead') };

export const roundExhibits: readonly Exhibit[] = [
  { name: 'rounds', ...all, answers, shows: '2 begun, 3 sent' },
  { name: 'rounds, none', ...all, answers: { ...answers, listRounds: () => ({ rounds: [] }) }, shows: 'There is no round yet' },
  ...waitingAndFailing({ name: 'rounds', ...all, answers }, 'listRounds', 'Loading rounds'),
  { name: 'round to plan', ...plan, answers: planning, shows: 'Add a question' },
  {
    name: 'round to plan, a question',
    ...plan,
    answers: planning,
    press: 'Change question 1',
    shows: 'Guidance for applicants (optional)',
  },
  { name: 'round to plan, from another', ...plan, answers: planning, press: 'Begin with its lots and questions', shows: 'Ranking in' },
  { name: 'round to plan, faults', ...plan, answers: planning, press: 'Plan the round', shows: 'There is a problem' },
  {
    name: 'round to plan, no framework',
    ...plan,
    answers: { ...planning, listFrameworks: () => ({ frameworks: [framework({ status: 'expired' })] }) },
    shows: 'No framework takes a round',
  },
  ...waitingAndFailing({ name: 'round to plan', ...plan, answers: planning }, 'listFrameworks', 'Loading frameworks'),
  { name: 'round to change', ...change, answers: planning, shows: 'Where are your therapists registered?' },
  { name: 'round to change, a choice', ...change, answers: planning, press: 'Change question 5', shows: 'Which options pass?' },
  {
    name: 'round to change, published',
    ...change,
    answers: { ...planning, getRound: () => plannedRound({ status: 'published' }) },
    shows: 'This round cannot be changed any more',
  },
  ...waitingAndFailing({ name: 'round to change', ...change, answers: planning }, 'getRound', 'Loading the round'),
  { name: 'round, draft', ...areaAt({ at: 'round', ref: 'RD-0' }), answers: planning, shows: 'Change this round' },
  { name: 'round', ...one, answers, shows: 'Asked by Greenway Learning' },
  { name: 'round, answering', ...one, answers, press: 'Answer to everybody for CQ-1', shows: 'Question, as everybody reads it' },
  {
    name: 'round, closed',
    ...one,
    answers: { ...answers, getRound: () => round({ status: 'closed' }) },
    shows: 'Evaluation of this round',
  },
  ...waitingAndFailing({ name: 'round', ...one, answers }, 'getRound', 'Loading the round'),
  { name: 'commissioning, of a lead', ...areaAt({ at: 'home' }), answers: lead, shows: 'Rounds whose panel you lead' },
  { name: 'evaluations', ...evaluations, answers: lead, shows: '1 of 3' },
  {
    name: 'evaluations, none',
    ...evaluations,
    answers: { ...lead, listEvaluations: () => ({ evaluations: [] }) },
    shows: 'There is nothing to evaluate yet',
  },
  ...waitingAndFailing({ name: 'evaluations', ...evaluations, answers: lead }, 'listEvaluations', 'Loading the rounds'),
  { name: 'evaluation', ...panel, answers: lead, shows: 'Quality 90%, price 10%.' },
  {
    name: 'evaluation, nothing',
    ...panel,
    answers: { ...lead, getEvaluation: () => evaluation({ lots: [] }) },
    shows: 'There is nothing to evaluate yet',
  },
  ...waitingAndFailing({ name: 'evaluation', ...panel, answers: lead }, 'getEvaluation', 'Loading the evaluation'),
  { name: 'ranking', ...places, answers, shows: '72.00 + 8.00 = 80.00' },
  {
    name: 'ranking, proposing an award',
    ...places,
    answers,
    press: 'Propose an award to Greenway Learning',
    shows: 'Which lots shall the award be for?',
  },
  ...waitingAndFailing({ name: 'ranking', ...places, answers }, 'getRanking', 'Loading the ranking'),
  { name: 'application for a lot, sealed', ...application, answers: lead, shows: 'Shown after moderation' },
  {
    name: 'application for a lot, moderation',
    ...application,
    answers: { ...lead, getLotApplication: () => openedApplication() },
    shows: 'Record what the panel agreed',
  },
  {
    name: 'application for a lot, agreed',
    ...application,
    answers: { ...lead, getLotApplication: () => moderatedApplication },
    shows: 'What the panel agreed',
  },
  ...waitingAndFailing({ name: 'application for a lot', ...application, answers: lead }, 'getLotApplication', 'Loading the application'),
];
