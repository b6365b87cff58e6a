import { type BuiltFile, fileOf, withNeeds } from './built-tab.ts';

export const teamsHost = 'teams-app/src/hosts/teams-host.ts';
export const browserHost = 'teams-app/src/hosts/browser-host.ts';
/** The page of people without an account, who come by the link of a mail to a browser. */
export const linkPage = 'teams-app/src/links/LinkApp.tsx';
/** The area of commissioners: nobody else's browser asks for it. */
export const commissioning = 'shared/src/ui/commissioning/CommissioningPage.tsx';
/** Reporting a concern: asked for by whoever reports one. */
export const concerns = 'shared/src/ui/concerns/ConcernsPage.tsx';
/** Recording a school's own check: asked for by whoever records one. */
export const recordingOwnCheck = 'shared/src/ui/own-check/OwnCheckForm.tsx';
/** Leading an order: asked for by whoever opens a request whose provider has accepted. */
export const orders = 'shared/src/ui/orders/LeadOrder.tsx';
/** Attendance of an order: asked for by whoever opens it on the page of an order. */
export const attendance = 'shared/src/ui/attendance/Attendance.tsx';
/** Reviews of an order: asked for by whoever opens them on the page of an order. */
export const reviews = 'shared/src/ui/reviews/Reviews.tsx';
/** The placements of a day: asked for by whoever follows placements. */
export const placements = 'shared/src/ui/placements/PlacementsPage.tsx';
/** The list of all placements: asked for by whoever opens it from a day. */
export const allPlacements = 'shared/src/ui/placements/AllPlacementsPage.tsx';
/** What is allowed beyond a limit: asked for by the commissioner who opens it. */
export const limits = 'shared/src/ui/commissioning/limits/LimitsPage.tsx';
/** Enquiries: asked for by whoever asks providers before a request. */
export const enquiries = 'shared/src/ui/enquiries/EnquiriesPage.tsx';
/** Placements for the school census: asked for by whoever opens them, three times a year. */
export const census = 'shared/src/ui/placements/CensusPage.tsx';
/** How placements in a service went: asked for by the page of a service once it is on screen. */
export const placementFacts = 'shared/src/ui/directory/PlacementFacts.tsx';
/** Invoices, the end of a month and the order on paper: asked for by whoever opens them. */
export const invoices = 'shared/src/ui/invoices/InvoicesPage.tsx';
/** Offering a request to the next provider: asked for by whoever opens one that its provider did not take. */
export const nextOffer = 'shared/src/ui/next-offer/NextOffer.tsx';
/** Block purchases: asked for by whoever leads, joins or approves one. */
export const blockPurchases = 'shared/src/ui/block-purchases/BlockPurchasesPage.tsx';
export const directory = 'shared/src/ui/directory/DirectoryPage.tsx';
const modules = ['teams-app/src/main.tsx', teamsHost, 'teams-app/src/hosts/teams-theme.ts', directory];

/** What the tab needs in Teams before the directory is on screen. The bench of the first paint checks it against what Chromium fetches. */
export const filesOfFirstScreen = (files: readonly BuiltFile[]): readonly BuiltFile[] =>
  withNeeds(files, [...files.filter(({ name }) => name.endsWith('.css')), ...modules.map((module) => fileOf(files, module))]);
