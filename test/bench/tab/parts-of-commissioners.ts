import type { Part } from './part.ts';

const commissioning = 'shared/src/ui/commissioning/CommissioningPage.tsx';
const unmetNeeds = 'shared/src/ui/commissioning/insight/UnmetNeedsPage.tsx';

/** The commissioners' area, and what is opened from it. */
export const partsOfCommissioners: readonly Part[] = [
  {
    short: 'commissioners',
    told: 'Pages of commissioners, on top for them',
    module: commissioning,
    limit: 105_500,
    holds:
      'all pages of their own area together; nobody loads all at once, each comes when it is opened. It grows with the work that they do here',
  },
  {
    short: 'importing an award',
    told: "Importing an award, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/awards/ImportAwardPage.tsx',
    after: commissioning,
    limit: 6_000,
    holds: 'one form of many rows, used once for each provider of a framework that was awarded elsewhere',
  },
  {
    short: 'limits',
    told: "Limits, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/limits/LimitsPage.tsx',
    after: commissioning,
    limit: 4_000,
    holds: 'two pages and four forms, rarely used',
  },
  {
    short: 'writing notices',
    told: "Writing notices, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/notices/NoticesPage.tsx',
    after: commissioning,
    limit: 11_000,
    holds:
      'a table, one notice with seven acts, its picture and its send record, what tells the day of an event from a birth, and the shapes of six operations',
  },
  {
    short: 'writing events',
    told: "Writing events, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/events/EventsPage.tsx',
    after: commissioning,
    limit: 13_500,
    holds: 'a table, one event with its bookings, seven acts over two forms, and the shapes of five operations',
  },
  {
    short: 'writing surveys',
    told: "Surveys of schools, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/surveys/SurveysPage.tsx',
    after: commissioning,
    limit: 14_500,
    holds: 'a table, one survey with eight acts, its results and its send record, and the shapes of six operations',
  },
  {
    short: 'unmet needs',
    told: "Unmet needs, on top of the commissioners' area",
    module: unmetNeeds,
    after: commissioning,
    limit: 3_500,
    holds: 'one table, its file, and the shape of one operation',
  },
  {
    short: 'value for money',
    told: "Value for money, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/value/ValuePage.tsx',
    after: commissioning,
    limit: 7_500,
    holds: 'three tables with their arithmetic in words, four files, and the shapes of five operations; charts apart',
  },
  {
    short: 'choices of schools',
    told: "Choices of schools, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/insight/ChoicesPage.tsx',
    after: commissioning,
    limit: 5_500,
    holds: 'one table with its filters, two files by the way that all pages save them, and the shapes of two operations',
  },
  {
    short: 'open data',
    told: "Open data, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/open-data/OpenDataPage.tsx',
    after: commissioning,
    limit: 3_500,
    holds: 'one table, its files, and the shapes of two operations',
  },
  {
    short: 'declared purchases',
    told: "Purchases outside the framework, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/insight/DeclaredPurchasesPage.tsx',
    after: commissioning,
    limit: 5_500,
    holds: 'one table with its filters, two files, and the shapes of two operations',
  },
  {
    short: 'stuck',
    told: "What is stuck, on top of the commissioners' area",
    module: 'shared/src/ui/commissioning/operations/StuckPage.tsx',
    after: commissioning,
    limit: 3_500,
    holds: 'one list, two acts, and the shapes of three operations; opened when something is wrong',
  },
];
