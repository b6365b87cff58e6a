import { type BuiltFile, canBeAskedFor, fileOf } from './built-tab.ts';
import type { Part } from './part.ts';
import { partsOfCommissioners } from './parts-of-commissioners.ts';

const notices = 'shared/src/ui/notices/NoticesPage.tsx';
const unmetNeeds = 'shared/src/ui/commissioning/insight/UnmetNeedsPage.tsx';
const orders = 'shared/src/ui/orders/LeadOrder.tsx';
const invoices = 'shared/src/ui/invoices/InvoicesPage.tsx';
const blocks = 'shared/src/ui/block-purchases/BlockPurchasesPage.tsx';
const placements = 'shared/src/ui/placements/PlacementsPage.tsx';
const allPlacements = 'shared/src/ui/placements/AllPlacementsPage.tsx';

/** Each with a limit of its own, because what is in none of them counts for everybody. */
export const parts: readonly Part[] = [
  ...partsOfCommissioners,
  {
    short: 'notices',
    told: 'Notices, on top for whoever reads one',
    module: notices,
    limit: 3_500,
    holds: 'a list, one page of text with its picture, and the shapes of three operations',
  },
  {
    short: 'events',
    told: 'Events, on top of notices for whoever looks at them',
    module: 'shared/src/ui/events/EventsPage.tsx',
    after: notices,
    limit: 9_000,
    holds: 'a list, one event with the form that books, and the shapes of three operations',
  },
  {
    short: 'surveys to answer',
    told: 'Surveys that wait, on top of notices',
    module: 'shared/src/ui/surveys/SurveyList.tsx',
    after: notices,
    limit: 3_500,
    holds: 'a list, and the shapes of three operations',
  },
  {
    short: 'answering a survey',
    told: 'Answering a survey, on top of notices',
    module: 'shared/src/ui/surveys/OneSurvey.tsx',
    after: notices,
    limit: 9_000,
    holds: 'one form, and the shapes of three operations',
  },
  {
    short: 'charts',
    told: 'Charts, on top of value for money for whoever asks for one',
    module: 'shared/src/ui/commissioning/value/BarChart.tsx',
    after: 'shared/src/ui/commissioning/value/ValuePage.tsx',
    limit: 112_000,
    holds: 'one kind of chart of Fluent with the axes, popover and scales (d3) that it needs, and no other kind',
  },
  {
    short: 'map of unmet needs',
    told: 'The map of unmet needs, on top of these',
    module: 'shared/src/ui/commissioning/insight/NeedsMap.tsx',
    after: unmetNeeds,
    limit: 3_500,
    holds: 'one drawing by coordinates, without a library, and one table',
  },
  {
    short: 'concerns',
    told: 'Reporting a concern, on top for whoever does',
    module: 'shared/src/ui/concerns/ConcernsPage.tsx',
    limit: 10_000,
    holds: 'one form and whom to ring',
  },
  {
    short: 'own checks',
    told: "Recording a school's own check, on top for whoever does",
    module: 'shared/src/ui/own-check/OwnCheckForm.tsx',
    limit: 3_000,
    holds: 'one form, opened once a year for each provider',
  },
  {
    short: 'comparison',
    told: 'Comparing services, on top of the shortlist',
    module: 'shared/src/ui/shortlist/ComparePage.tsx',
    limit: 9_000,
    holds: 'one table, a form for the timetable and one for the reason, what was chosen before, and the shapes of three operations',
  },
  {
    short: 'saving a search',
    told: 'Saving a search, on top for whoever narrows one',
    module: 'shared/src/ui/saved-searches/SaveSearch.tsx',
    limit: 3_500,
    holds: 'one button with its undo, and the shapes of three operations',
  },
  {
    short: 'saved searches',
    told: 'The saved searches below the shortlist',
    module: 'shared/src/ui/saved-searches/SavedSearches.tsx',
    limit: 4_000,
    holds: 'one list, and the shapes of three operations',
  },
  {
    short: 'planned timetable',
    told: 'Planning a timetable in the directory, on top for whoever does',
    module: 'shared/src/ui/planned-timetable/PlanForm.tsx',
    limit: 4_000,
    holds: 'one form of four fields, which the request form has loaded for others',
  },
  {
    short: 'places and start',
    told: 'Filtering by places and start, on top for whoever opens it',
    module: 'shared/src/ui/directory/AvailabilityFacet.tsx',
    limit: 2_000,
    holds: 'two choices and one day',
  },
  {
    short: 'age filter',
    told: 'Filtering by age, on top for whoever opens it',
    module: 'shared/src/ui/directory/AgeFacet.tsx',
    limit: 1_500,
    holds: 'two small fields',
  },
  {
    short: 'price filter',
    told: 'Filtering by price, on top for whoever opens it',
    module: 'shared/src/ui/directory/PriceFacet.tsx',
    limit: 2_000,
    holds: 'a choice of units and a range',
  },
  {
    short: 'orders',
    told: 'Leading an order, on top for whoever does',
    module: orders,
    limit: 12_000,
    holds: 'ten forms over the fields that the request form has loaded, their texts, and the shapes of three operations',
  },
  {
    short: 'attendance',
    told: 'Sessions of an order, on top of leading one',
    module: 'shared/src/ui/attendance/Attendance.tsx',
    after: orders,
    limit: 5_000,
    holds: 'one list, the codes of the register and the shapes of three operations',
  },
  {
    short: 'reviews',
    told: 'Reviews of an order, on top of leading one',
    module: 'shared/src/ui/reviews/Reviews.tsx',
    after: orders,
    limit: 4_000,
    holds: 'one list, one form, and the shapes of four operations',
  },
  {
    short: 'next provider',
    told: 'Offering a request to the next provider, on top for whoever does',
    module: 'shared/src/ui/next-offer/NextOffer.tsx',
    limit: 5_500,
    holds: 'one form, a list of who was asked, the shapes of two operations, and what it shares with the forms of an order',
  },
  {
    short: 'placements',
    told: 'Placements of a day, on top for whoever follows them',
    module: placements,
    limit: 8_000,
    holds: "a list whose codes are those of an order's sessions, and overdue reviews",
  },
  {
    short: 'all placements',
    told: 'The list of all placements, on top of a day',
    module: allPlacements,
    after: placements,
    limit: 8_500,
    holds:
      'a table with ten filters and two files, which commissioners have loaded for other pages, and what placements are looked through for',
  },
  {
    short: 'census',
    told: 'Placements for the school census, on top of that list',
    module: 'shared/src/ui/placements/CensusPage.tsx',
    after: allPlacements,
    limit: 3_000,
    holds: 'a form for a period, one table, its checks and two files, opened three times a year',
  },
  {
    short: 'facts of placements',
    told: 'Facts of placements, on top of the page of a service',
    module: 'shared/src/ui/directory/PlacementFacts.tsx',
    limit: 3_000,
    holds: 'one list, and the shapes of four operations on reviews',
  },
  {
    short: 'enquiries',
    told: 'Enquiries, on top for whoever asks providers',
    module: 'shared/src/ui/enquiries/EnquiriesPage.tsx',
    limit: 12_000,
    holds: 'a list, one page with the answers side by side, the form that asks, four acts, and the shapes of five operations',
  },
  {
    short: 'invoices',
    told: 'Invoices and the order on paper, on top for whoever opens them',
    module: invoices,
    limit: 18_000,
    holds: 'seven pages, two forms, tables that commissioners have loaded for other pages, and the shapes of nine operations',
  },
  {
    short: 'outside the framework',
    told: 'Declaring what was bought outside the framework, on top of the invoices',
    module: 'shared/src/ui/off-framework/OffFrameworkPage.tsx',
    after: invoices,
    limit: 9_000,
    holds: 'one list, one form, what it shares with the acts of commissioners, and the shapes of three operations',
  },
  {
    short: 'block purchases',
    told: 'Buying in blocks, on top for whoever does',
    module: blocks,
    limit: 20_000,
    holds:
      'the list, the draft, the page of one with its seven forms and their texts, the order to print, the shapes of four operations, and what they share with the forms of an order and the tables of commissioners',
  },
  {
    short: 'bought together',
    told: 'What could be bought together, on top of buying in blocks',
    module: 'shared/src/ui/block-purchases/JointSuggestions.tsx',
    after: blocks,
    limit: 2_500,
    holds: 'one list, and the shape of one operation',
  },
  {
    short: 'accessibility',
    told: 'The accessibility statement, on top for whoever reads it',
    module: 'shared/src/ui/accessibility/AccessibilityPage.tsx',
    limit: 3_000,
    holds: "one page of text, no part of anybody's daily work",
  },
  {
    short: 'away',
    told: 'Who decides for an approver who is away, on top for whoever asks',
    module: 'shared/src/ui/away/AwayPanel.tsx',
    limit: 6_000,
    holds: 'one list, one form, and the shapes of three operations',
  },
  {
    short: 'pledges',
    told: "Pledges that wait for an approver, on top for whoever opens 'Waiting for me'",
    module: 'shared/src/ui/block-purchases/WaitingPledges.tsx',
    limit: 6_000,
    holds: 'one list, the words of block purchases, and the shapes of their four operations',
  },
  {
    short: 'hold',
    told: 'A placement whose provider is paused, on top for whoever opens it',
    module: 'shared/src/ui/call-offs/HoldPanel.tsx',
    limit: 2_500,
    holds: 'one notice and one question, for what happens to few placements and seldom',
  },
  {
    short: 'parked',
    told: 'Asking what became of a command, on top for whoever must wait',
    module: 'shared/src/contract/await-parked.ts',
    limit: 1_500,
    holds: 'one loop and the shape of one operation, loaded when the register is busy',
  },
  {
    short: 'still writing',
    told: 'The line above the page meanwhile',
    module: 'shared/src/ui/states/StillWriting.tsx',
    limit: 1_000,
    holds: 'two sentences',
  },
  {
    short: 'ask an administrator',
    told: 'What an administrator must do, on top where the product was not let in',
    module: 'shared/src/ui/states/AdministratorMessage.tsx',
    limit: 1_500,
    holds: 'a message to be copied, where sign-in is refused for everybody',
  },
  {
    short: 'units',
    told: 'Drawing on a block purchase in a request, on top for a school that holds units',
    module: 'shared/src/ui/request/DrawUnits.tsx',
    limit: 1_000,
    holds: 'one question of the request form',
  },
  {
    short: 'set up',
    told: 'Adding the tab to a channel, on top for whoever does',
    module: 'teams-app/src/channel/SetupApp.tsx',
    limit: 2_000,
    holds: 'one page that Teams shows in its own dialog, instead of the tab',
  },
  {
    short: 'not here',
    told: 'Outlook and the Microsoft 365 app, where the tab only says where it works, on top for whoever opens it there',
    module: 'teams-app/src/NotHere.tsx',
    limit: 1_000,
    holds: 'one page of two links',
  },
];

/** What all of them leave out: what everybody may load, beginning with the first screen. */
export const withoutParts = (
  files: readonly BuiltFile[],
  first: readonly BuiltFile[],
  outside: readonly BuiltFile[],
): readonly BuiltFile[] => canBeAskedFor(files, first, [...outside, ...parts.map(({ module }) => fileOf(files, module))]);

/** What a part brings on top of what everybody loads, and of the parts from which it is opened. */
export const onTopOf = (
  part: Part,
  files: readonly BuiltFile[],
  first: readonly BuiltFile[],
  outside: readonly BuiltFile[],
): readonly BuiltFile[] => {
  const loadedWith = (opened: readonly Part[]) => {
    const closed = parts.filter((each) => !opened.includes(each));
    return canBeAskedFor(files, first, [...outside, ...closed.map(({ module }) => fileOf(files, module))]);
  };
  const before = loadedWith(openedBefore(part));
  return loadedWith([...openedBefore(part), part]).filter((file) => !before.includes(file));
};

const openedBefore = ({ after }: Part): readonly Part[] =>
  parts.filter(({ module }) => module === after).flatMap((before) => [...openedBefore(before), before]);
