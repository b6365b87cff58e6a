import { type BuiltFile, buildTab, canBeAskedFor, fileOf, gzipOf, partOf, withNeeds } from './built-tab.ts';
import {
  allPlacements,
  attendance,
  blockPurchases,
  browserHost,
  census,
  commissioning,
  concerns,
  directory,
  enquiries,
  filesOfFirstScreen,
  invoices,
  limits,
  linkPage,
  nextOffer,
  orders,
  placementFacts,
  placements,
  recordingOwnCheck,
  reviews,
  teamsHost,
} from './first-screen.ts';

/** The first screen may weigh this many times the reference build, which holds the same libraries and nothing of ours. */
const firstScreenTimesReference = 1.25;
/**
 * All that school staff in Teams load in their daily work, in bytes after gzip -9. The sign-in of plain browsers comes on top, there only; and reporting a
 * concern, leading an order or recording an own check, for whoever does. Of it 1.5 kB are the
 * ways that lead to those parts: the list of five areas with their files stands in a file of its own, off the first screen.
 */
const everythingInTeams = 231_500;
/**
 * What commissioners load on top of that for their own area, all its pages together. Nobody loads all of it at once: each page comes when it is opened. The
 * number grows with the pages that a commissioner works in: visits, the threshold of registration, planning a round with its questions, price books with
 * their reviews (5 kB).
 */
const commissionersPages = 108_000;
/** What reporting a concern loads on top, for whoever reports one. */
const reportingConcerns = 10_000;
/** What recording a school's own check loads on top, for whoever records one: once a year for each provider. */
const recordingChecks = 3_000;
/**
 * What leading an order loads on top, for whoever opens a request whose provider has accepted: ten forms over the fields that the request form has
 * already loaded, their texts, and the shapes of three operations.
 */
const leadingOrders = 12_000;

/**
 * What invoices load on top, for whoever enters, accepts or reports them, and with them the order on paper: seven pages, two forms, tables that commissioners
 * have loaded for other pages, and the shapes of nine operations.
 */
const matchingInvoices = 18_000;
/** What the sessions of an order load on top, for whoever opens them: one list, the codes of the register and the shapes of three operations. */
const attendanceOfOrders = 5_000;
/** What the reviews of an order load on top, for whoever opens them: one list, one form, and the shapes of four operations. */
const reviewsOfOrders = 4_000;
/**
 * What offering a request to the next provider loads on top, for whoever opens one that its provider did not take: one form, a list of who was asked, the
 * shapes of two operations, and what it shares with the forms of an order.
 */
const offeringNext = 5_500;

/** What the facts of placements load on top, after the page of a service: one list, and the shapes of four operations on reviews. */
const factsOfPlacements = 3_000;
/** What the placements of a day load on top, for whoever follows placements: a list whose codes are those of an order's sessions, and overdue reviews. */
const placementsOfADay = 8_000;
/** What the list of all placements loads on top of a day, for whoever opens it: a table with filters, which commissioners have loaded for other pages. */
const listOfPlacements = 6_000;
/** What the placements for the school census load on top of that list: a form for a period and one table. */
const censusOfPlacements = 3_000;
/**
 * What enquiries load on top, for whoever asks providers before a request: a list, one page with the answers side by side, the form that asks, four acts, and
 * the shapes of five operations.
 */
const askingProviders = 12_000;
/** What the pages of limits load on top of the commissioners' area, for whoever opens them: two pages and four forms, rarely used. */
const recordingAllowances = 4_000;
/**
 * What block purchases load on top, for whoever joins one or approves a pledge: the list, the draft, the page of one with its seven forms and their texts,
 * the order to print, the shapes of four operations, and what they share with the forms of an order and the tables of commissioners.
 */
const buyingInBlocks = 20_000;

/** Packages that belong to one file, or to none: [part, the module whose file may hold it]. */
const confined: readonly (readonly [RegExp, string | undefined])[] = [
  [/^@microsoft\/teams-js$/, teamsHost],
  [/^@azure\/msal-/, browserHost],
  [/^adaptivecards/, undefined],
  [/^@microsoft\/microsoft-graph-client|^@azure\/identity/, undefined],
  [/^shared\/src\/(lists|search)$/, undefined],
];

const faults: string[] = [];
const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

/** The five heaviest parts of a file, with their share of its characters. */
const holds = ({ modules }: BuiltFile): string => {
  const parts = new Map<string, number>();
  for (const [module, length] of Object.entries(modules)) parts.set(partOf(module), (parts.get(partOf(module)) ?? 0) + length);
  const all = [...parts.values()].reduce((sum, length) => sum + length, 0);
  const heaviest = [...parts].sort(([, a], [, b]) => b - a).slice(0, 5);
  return heaviest.map(([part, length]) => `${part} ${Math.round((100 * length) / all)}%`).join(', ') || 'styles';
};

const files = await buildTab();
const reference = gzipOf(await buildTab({ instead: 'test/bench/tab/reference-screen.tsx' }));
const first = filesOfFirstScreen(files);
const outside = [fileOf(files, browserHost), fileOf(files, linkPage)];
const forFew = [
  invoices,
  commissioning,
  concerns,
  recordingOwnCheck,
  orders,
  attendance,
  reviews,
  nextOffer,
  placements,
  allPlacements,
  enquiries,
  placementFacts,
  limits,
  census,
  blockPurchases,
];
const inTeams = canBeAskedFor(files, first, [...outside, ...forFew.map((module) => fileOf(files, module))]);
/** What one of these parts brings on top of everything. */
const onTopOf = (part: string): readonly BuiltFile[] => {
  const others = forFew.filter((module) => module !== part).map((module) => fileOf(files, module));
  return canBeAskedFor(files, first, [...outside, ...others]).filter((file) => !inTeams.includes(file));
};
const reporters = onTopOf(concerns);
const commissioners = onTopOf(commissioning);
const checkers = onTopOf(recordingOwnCheck);
const payersOf = onTopOf(invoices);
const leaders = onTopOf(orders);
/** Opened from an order: what it brings on top of leading one. */
const onTopOfLeading = (part: string): readonly BuiltFile[] => {
  const others = forFew.filter((module) => module !== part && module !== orders).map((module) => fileOf(files, module));
  return canBeAskedFor(files, first, [...outside, ...others]).filter((file) => !inTeams.includes(file) && !leaders.includes(file));
};
const registers = onTopOfLeading(attendance);
const reviewers = onTopOfLeading(reviews);
const offerers = onTopOf(nextOffer);
const followers = onTopOf(placements);
const factual = onTopOf(placementFacts);
const listers = canBeAskedFor(files, first, [
  ...outside,
  ...forFew.filter((module) => module !== allPlacements && module !== placements).map((module) => fileOf(files, module)),
]).filter((file) => !inTeams.includes(file) && !followers.includes(file));
const counters = canBeAskedFor(files, first, [
  ...outside,
  ...forFew.filter((module) => ![allPlacements, placements, census].includes(module)).map((module) => fileOf(files, module)),
]).filter((file) => ![inTeams, followers, listers].some((known) => known.includes(file)));
const askers = onTopOf(enquiries);
const allowers = canBeAskedFor(files, first, [
  ...outside,
  ...forFew.filter((module) => module !== limits && module !== commissioning).map((module) => fileOf(files, module)),
]).filter((file) => !inTeams.includes(file) && !commissioners.includes(file));
const blockBuyers = onTopOf(blockPurchases);

row(['file', 'when', 'raw kB', 'gzip kB', 'holds (share of its characters)']);
row(['---', '---', '---:', '---:', '---']);
for (const file of [...files].sort((a, b) => Number(first.includes(b)) - Number(first.includes(a)) || b.gzip - a.gzip)) {
  const when = first.includes(file)
    ? 'first screen'
    : inTeams.includes(file)
      ? 'later'
      : commissioners.includes(file)
        ? 'commissioners'
        : reporters.includes(file)
          ? 'concerns'
          : payersOf.includes(file)
            ? 'invoices'
            : checkers.includes(file)
              ? 'own checks'
              : leaders.includes(file)
                ? 'orders'
                : registers.includes(file)
                  ? 'attendance'
                  : reviewers.includes(file)
                    ? 'reviews'
                    : offerers.includes(file)
                      ? 'next provider'
                      : followers.includes(file)
                        ? 'placements'
                        : listers.includes(file)
                          ? 'all placements'
                          : askers.includes(file)
                            ? 'enquiries'
                            : factual.includes(file)
                              ? 'facts of placements'
                              : allowers.includes(file)
                                ? 'limits'
                                : counters.includes(file)
                                  ? 'census'
                                  : checkers.includes(file)
                                    ? 'own checks'
                                    : leaders.includes(file)
                                      ? 'orders'
                                      : registers.includes(file)
                                        ? 'attendance'
                                        : reviewers.includes(file)
                                          ? 'reviews'
                                          : offerers.includes(file)
                                            ? 'next provider'
                                            : followers.includes(file)
                                              ? 'placements'
                                              : listers.includes(file)
                                                ? 'all placements'
                                                : askers.includes(file)
                                                  ? 'enquiries'
                                                  : factual.includes(file)
                                                    ? 'facts of placements'
                                                    : allowers.includes(file)
                                                      ? 'limits'
                                                      : counters.includes(file)
                                                        ? 'census'
                                                        : blockBuyers.includes(file)
                                                          ? 'block purchases'
                                                          : 'browser only';
  row([file.name.replace('assets/', ''), when, kB(file.raw), kB(file.gzip), holds(file)]);
}

for (const file of files)
  for (const module of Object.keys(file.modules))
    for (const [part, home] of confined)
      if (part.test(partOf(module)) && (home === undefined || file !== fileOf(files, home)))
        faults.push(`${module} is in ${file.name}; it belongs ${home === undefined ? 'nowhere in the tab' : `beside ${home}`}.`);
if (withNeeds(files, [fileOf(files, teamsHost)]).includes(fileOf(files, directory)))
  faults.push('What starts in Teams needs the code of the screens, so that it waits for it: see teams-app/build/boot-first.ts.');
const limit = reference * firstScreenTimesReference;
if (gzipOf(first) > limit) faults.push(`The first screen weighs ${kB(gzipOf(first))} kB and may weigh ${kB(limit)} kB.`);
if (gzipOf(inTeams) > everythingInTeams)
  faults.push(`Everything in Teams weighs ${kB(gzipOf(inTeams))} kB and may weigh ${kB(everythingInTeams)} kB.`);
if (gzipOf(commissioners) > commissionersPages)
  faults.push(`The pages of commissioners weigh ${kB(gzipOf(commissioners))} kB and may weigh ${kB(commissionersPages)} kB.`);

if (gzipOf(reporters) > reportingConcerns)
  faults.push(`Reporting a concern weighs ${kB(gzipOf(reporters))} kB and may weigh ${kB(reportingConcerns)} kB.`);
if (gzipOf(payersOf) > matchingInvoices) faults.push(`Invoices weigh ${kB(gzipOf(payersOf))} kB and may weigh ${kB(matchingInvoices)} kB.`);
if (gzipOf(leaders) > leadingOrders)
  faults.push(`Leading an order weighs ${kB(gzipOf(leaders))} kB and may weigh ${kB(leadingOrders)} kB.`);

if (gzipOf(registers) > attendanceOfOrders)
  faults.push(`The sessions of an order weigh ${kB(gzipOf(registers))} kB and may weigh ${kB(attendanceOfOrders)} kB.`);
if (gzipOf(reviewers) > reviewsOfOrders)
  faults.push(`The reviews of an order weigh ${kB(gzipOf(reviewers))} kB and may weigh ${kB(reviewsOfOrders)} kB.`);
if (gzipOf(offerers) > offeringNext)
  faults.push(`Offering to the next provider weighs ${kB(gzipOf(offerers))} kB and may weigh ${kB(offeringNext)} kB.`);
if (gzipOf(blockBuyers) > buyingInBlocks)
  faults.push(`Buying in blocks weighs ${kB(gzipOf(blockBuyers))} kB and may weigh ${kB(buyingInBlocks)} kB.`);

if (gzipOf(followers) > placementsOfADay)
  faults.push(`The placements of a day weigh ${kB(gzipOf(followers))} kB and may weigh ${kB(placementsOfADay)} kB.`);
if (gzipOf(factual) > factsOfPlacements)
  faults.push(`The facts of placements weigh ${kB(gzipOf(factual))} kB and may weigh ${kB(factsOfPlacements)} kB.`);
if (gzipOf(counters) > censusOfPlacements)
  faults.push(`The placements for the census weigh ${kB(gzipOf(counters))} kB and may weigh ${kB(censusOfPlacements)} kB.`);
if (gzipOf(listers) > listOfPlacements)
  faults.push(`The list of placements weighs ${kB(gzipOf(listers))} kB and may weigh ${kB(listOfPlacements)} kB.`);
if (gzipOf(allowers) > recordingAllowances)
  faults.push(`The pages of limits weigh ${kB(gzipOf(allowers))} kB and may weigh ${kB(recordingAllowances)} kB.`);
if (gzipOf(askers) > askingProviders) faults.push(`Enquiries weigh ${kB(gzipOf(askers))} kB and may weigh ${kB(askingProviders)} kB.`);
if (gzipOf(checkers) > recordingChecks)
  faults.push(`Recording an own check weighs ${kB(gzipOf(checkers))} kB and may weigh ${kB(recordingChecks)} kB.`);

console.log(`
Reference build: ${kB(reference)} kB
First screen: ${kB(gzipOf(first))} kB, ${(gzipOf(first) / reference).toFixed(2)} times the reference (at most ${firstScreenTimesReference})
Everything in Teams: ${kB(gzipOf(inTeams))} kB (at most ${kB(everythingInTeams)})
Pages of commissioners, on top for them: ${kB(gzipOf(commissioners))} kB (at most ${kB(commissionersPages)})
Reporting a concern, on top for whoever does: ${kB(gzipOf(reporters))} kB (at most ${kB(reportingConcerns)})
Recording a school's own check, on top for whoever does: ${kB(gzipOf(checkers))} kB (at most ${kB(recordingChecks)})
Invoices and the order on paper, on top for whoever opens them: ${kB(gzipOf(payersOf))} kB (at most ${kB(matchingInvoices)})
Leading an order, on top for whoever does: ${kB(gzipOf(leaders))} kB (at most ${kB(leadingOrders)})
Sessions of an order, on top for whoever opens them: ${kB(gzipOf(registers))} kB (at most ${kB(attendanceOfOrders)})
Reviews of an order, on top for whoever opens them: ${kB(gzipOf(reviewers))} kB (at most ${kB(reviewsOfOrders)})
Offering a request to the next provider, on top for whoever does: ${kB(gzipOf(offerers))} kB (at most ${kB(offeringNext)})
Placements of a day, on top for whoever follows them: ${kB(gzipOf(followers))} kB (at most ${kB(placementsOfADay)})
Facts of placements, on top of the page of a service: ${kB(gzipOf(factual))} kB (at most ${kB(factsOfPlacements)})
The list of all placements, on top of a day: ${kB(gzipOf(listers))} kB (at most ${kB(listOfPlacements)})
Placements for the school census, on top of the list: ${kB(gzipOf(counters))} kB (at most ${kB(censusOfPlacements)})
Limits, on top of the commissioners' area: ${kB(gzipOf(allowers))} kB (at most ${kB(recordingAllowances)})
Enquiries, on top for whoever asks providers: ${kB(gzipOf(askers))} kB (at most ${kB(askingProviders)})
Buying in blocks, on top for whoever does: ${kB(gzipOf(blockBuyers))} kB (at most ${kB(buyingInBlocks)})
Sign-in of plain browsers, on top there: ${kB(gzipOf(files) - gzipOf([...new Set([...inTeams, ...commissioners, ...reporters, ...checkers, ...payersOf, ...leaders, ...registers, ...offerers, ...followers, ...listers, ...factual, ...counters, ...askers, ...allowers, ...blockBuyers])]))} kB`);
for (const fault of faults) console.error(`Over budget: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
