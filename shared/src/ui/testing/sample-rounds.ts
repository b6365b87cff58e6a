import type { ReplyOf } from '../../contract/endpoint.ts';
import type { getEvaluation, LotApplicationReply, RankingReply } from '../../contract/evaluation.ts';
import type { FrameworkReply, NamedLot, RoundReply, RoundSummary } from '../../contract/rounds.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';
import { methodStatements } from '../../domain/tenders/round/method-statements.ts';
import { ownSheet } from './sample-tenders.ts';

export const framework = (changes: Partial<FrameworkReply> = {}): FrameworkReply => ({
  ref: 'AP-2026',
  status: 'pending',
  version: 2,
  terms: {
    name: 'Alternative provision 2026',
    authority: 'Dorset Council',
    legalRegime: 'pa-2023-light-touch',
    kind: 'closed',
    eligibleBuyerTypes: [],
    scope: 'Alternative provision for children and young people.',
    lotKeys: ['AP-2026-1', 'AP-2026-3'],
    priceRule: 'fixed-for-the-term',
    maxValue: pence(100_000_000),
    selectionProcess: 'Direct award on stated grounds, or a mini-competition.',
    permittedBases: ['lowest-price'],
    standstillWorkingDays: 8,
    liveFrom: localDate('2027-04-01'),
    expiresOn: localDate('2031-03-31'),
    pricePeriodMonths: 12,
  },
  history: [],
  ...changes,
});

export const roundSummary = (changes: Partial<RoundSummary> = {}): RoundSummary => ({
  ref: 'AP-2026-R1',
  frameworkRef: 'AP-2026',
  frameworkName: 'Alternative provision 2026',
  status: 'open',
  opensAt: '2027-02-01T09:00:00Z',
  clarificationsCloseAt: '2027-02-19T17:00:00Z',
  closesAt: '2027-03-05T12:00:00Z',
  lotKeys: ['AP-2026-1', 'AP-2026-3'],
  applications: { draft: 2, submitted: 3 },
  waiting: 1,
  ...changes,
});

export const round = (changes: Partial<RoundReply> = {}): RoundReply => ({
  ...roundSummary(),
  version: 3,
  plan: {
    opensAt: '2027-02-01T09:00:00Z',
    clarificationsCloseAt: '2027-02-19T17:00:00Z',
    closesAt: '2027-03-05T12:00:00Z',
    lots: [],
    questionSet: { version: '1', questions: [] },
  },
  clarifications: [
    { ref: 'CQ-1', status: 'asked', askedBy: 'Greenway Learning', question: 'May we offer half days in Dorchester?' },
    {
      ref: 'CQ-2',
      status: 'answered',
      askedBy: 'Harbour Mentoring',
      question: 'Is transport in the price?',
      published: { question: 'Is transport in the price?', answer: 'No.', answeredAt: '2027-02-10T10:00:00Z' },
    },
  ],
  history: [],
  ...changes,
});

/** The lots of AP-2027 as their list names them. */
export const namedLots: NamedLot[] = [
  { key: 'AP-2027-1', number: 1, name: 'Therapies', status: 'open' },
  { key: 'AP-2027-2', number: 2, name: 'Outreach', status: 'open' },
];

/** A draft for one lot of AP-2027: the method statements, and one question with another way to answer. */
export const plannedRound = (changes: Partial<RoundReply> = {}): RoundReply =>
  round({
    ref: 'RD-0',
    frameworkRef: 'AP-2027',
    frameworkName: 'Alternative provision 2027',
    status: 'draft',
    lotKeys: ['AP-2027-1'],
    applications: {},
    waiting: 0,
    clarifications: [],
    plan: {
      opensAt: '2027-02-01T09:00:00Z',
      clarificationsCloseAt: '2027-02-19T17:00:00Z',
      closesAt: '2027-03-05T12:00:00Z',
      lots: [{ lotKey: 'AP-2027-1', qualityWeight: 90, priceWeight: 10, passMark: 50, priceUnit: 'day', mostAwards: 4 }],
      questionSet: {
        version: 'AP-2027-1',
        questions: [
          ...methodStatements.questions,
          {
            key: 'therapists',
            text: 'Where are your therapists registered?',
            lots: ['AP-2027-1'],
            mandatory: true,
            kind: 'choice',
            options: ['HCPC', 'BACP', 'Nowhere'],
            several: true,
            marking: { kind: 'pass-or-fail', passes: ['HCPC', 'BACP'] },
          },
        ] as unknown as RoundReply['plan']['questionSet']['questions'],
      },
    },
    ...changes,
  });

type Evaluation = ReplyOf<typeof getEvaluation>;

export const evaluation = (changes: Partial<Evaluation> = {}): Evaluation => ({
  roundRef: 'AP-2026-R1',
  frameworkRef: 'AP-2026',
  status: 'closed',
  lots: [
    {
      lotKey: 'AP-2026-1',
      criteria: 'Quality 90%, price 10%.',
      applications: [
        {
          ref: 'A-1-AP-2026-1',
          providerName: 'Greenway Learning',
          status: 'in-evaluation',
          areScoresIn: false,
          evaluators: [{ sheetRef: 'S-1', name: 'Ada Second', status: 'submitted' }],
        },
      ],
    },
    { lotKey: 'AP-2026-3', criteria: 'Quality 80%, price 20%.', ranking: 'recorded', applications: [] },
  ],
  mayEvaluate: [{ tenantId: '11111111-1111-4111-8111-111111111111', objectId: '66666666-6666-4666-8666-666666666666', name: 'Bo Third' }],
  ...changes,
});

const { questions, marks } = ownSheet({
  marks: {
    q1: { kind: 'scored', score: 4, comment: 'Clear and complete.' },
    q2: { kind: 'pass-or-fail', pass: true, comment: 'They accept all.' },
  },
});

export const lotApplication = (changes: Partial<LotApplicationReply> = {}): LotApplicationReply => ({
  ref: 'A-1-AP-2026-1',
  roundRef: 'AP-2026-R1',
  lotKey: 'AP-2026-1',
  providerRef: 'P-0001',
  providerName: 'Greenway Learning',
  status: 'in-evaluation',
  failedBy: [],
  areScoresIn: false,
  sheets: [
    { ref: 'S-1', evaluator: 'Ada Second', status: 'submitted' },
    { ref: 'S-2', evaluator: 'Cal Fourth', status: 'assigned' },
  ],
  questions,
  ...changes,
});

/** The same when all scores are in. */
export const openedApplication = (changes: Partial<LotApplicationReply> = {}): LotApplicationReply =>
  lotApplication({
    areScoresIn: true,
    sheets: [
      { ref: 'S-1', evaluator: 'Ada Second', status: 'submitted', marks },
      { ref: 'S-2', evaluator: 'Cal Fourth', status: 'submitted', marks: { ...marks, q1: { kind: 'scored', score: 2, comment: 'Thin.' } } },
    ],
    ...changes,
  });

export const moderatedApplication = openedApplication({ status: 'moderated', price: pence(9_500), agreed: marks });

export const ranking = (changes: Partial<RankingReply> = {}): RankingReply => ({
  ref: 'RK-1',
  roundRef: 'AP-2026-R1',
  lotKey: 'AP-2026-1',
  status: 'recorded',
  criteria: 'Quality 90%, price 10%. The lowest price gets all points for price.',
  lines: [
    {
      lotApplicationRef: 'A-1-AP-2026-1',
      applicationRef: 'A-1',
      providerRef: 'P-0001',
      providerName: 'Greenway Learning',
      place: 1,
      recommended: true,
      sentence: 'Place 1 of 2, 80.00 points.',
      quality: '4 × 100 = 400 of 500; 400 ÷ 500 × 90 = 72.00',
      price: '£40.00 ÷ £50.00 × 10 = 8.00',
      total: '72.00 + 8.00 = 80.00',
      mayPropose: ['AP-2026-1', 'AP-2026-2'],
      offers: [
        { lotKey: 'AP-2026-1', serviceName: 'Forest learning', unit: 'day', group: { from: 1, to: 3 }, price: pence(9_500) },
        { lotKey: 'AP-2026-1', serviceName: 'Forest learning', unit: 'day', group: { from: 4, to: 8 }, price: pence(8_000) },
        { lotKey: 'AP-2026-2', serviceName: 'Maths tuition', unit: 'hour', price: pence(4_000) },
      ],
    },
    {
      lotApplicationRef: 'A-2-AP-2026-1',
      applicationRef: 'A-2',
      providerRef: 'P-0002',
      providerName: 'Harbour Mentoring',
      recommended: false,
      sentence: 'Not ranked: below the least score in question 1.',
      quality: '2 × 100 = 200 of 500',
      mayPropose: [],
      offers: [{ lotKey: 'AP-2026-1', serviceName: 'Harbour days', unit: 'day', price: pence(7_000) }],
    },
  ],
  ...changes,
});
