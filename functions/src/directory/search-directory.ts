import { type searchDirectory as declared, serviceSummary } from '@ap/shared/contract/directory';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { addDays, mondayOf, toLondonDate } from '@ap/shared/domain/days/local-date';
import { readPlan } from '@ap/shared/domain/money/planned-timetable';
import type { Call } from '../http/route.ts';
import { shownBy } from '../http/shown-by.ts';
import type { Ports } from '../ports/ports.ts';
import { compareBasis } from './compare-basis.ts';
import { homeOutcode } from './home-outcode.ts';
import { refuseOddAges } from './known-ages.ts';
import { knownOutcode } from './known-outcode.ts';
import { noteUnmetNeed } from './note-unmet-need.ts';
import { runSearch } from './run-search.ts';
import { searchTimes } from './search-times.ts';

/** Twenty with every facet weigh less than 12 kB on their way: see page-of-results.test.ts. */
const pageSize = 20;

/** The Mondays of next week and of so many weeks later, for each of which it is counted how many could start by then. */
const WEEKS_AHEAD = [1, 2, 4, 12];

/**
 * Searches the in-memory directory. A town or an outcode among the words is the place; without one, and without `near`, it searches
 * around the caller's own school. Prices compare as the
 * caller asks, or as buyers of their type usually do (R39). Costs no Graph request.
 */
export const searchDirectory = (ports: Pick<Ports, 'directory' | 'buyers' | 'policies' | 'clock' | 'unmetNeeds' | 'log'>) => {
  const note = noteUnmetNeed(ports);
  const took = searchTimes(ports.log);
  return async ({ caller, query }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const begun = performance.now();
    refuseOddAges(query, '/query');
    const asked = query.near === undefined ? undefined : knownOutcode(query.near, '/query/near', ports);
    const home = asked ?? (await homeOutcode(caller, ports.buyers));
    const timetable = query.plan === undefined ? undefined : readPlan(query.plan);
    const seed = query.sort === 'fair' ? seedOf(caller, home, ports.clock.now()) : undefined;
    const vat = query.vat ?? (await compareBasis(caller, ports));
    const { plan: _plan, ...filters } = query;
    const monday = mondayOf(toLondonDate(ports.clock.now()));
    const startDays = WEEKS_AHEAD.map((weeks) => addDays(monday, 7 * weeks));
    const order = { sort: query.sort ?? 'best', seed, page: query.page ?? 1, pageSize };
    const asking = { ...filters, near: asked, vat, timetable, startDays, ...order } as const;
    const { found, place, near } = await runSearch(ports, asking, home);
    await note(caller, { ...query, near }, found);
    took(performance.now() - begun);
    return {
      total: found.total,
      page: found.page,
      pageSize: found.pageSize,
      vat,
      ...(near === undefined ? {} : { near }),
      ...(place === undefined ? {} : { nearName: place.name }),
      items: found.items.map((item) => shownBy(serviceSummary, item)),
      facets: found.facets,
      without: found.without,
      freshAt: found.freshAt,
    };
  };
};

/** Row 28: the order that is drawn is one for all people of a buyer on one day, so that colleagues see the same. */
const seedOf = ({ memberships: [first] }: Call<typeof declared>['caller'], near: string | undefined, now: string): string =>
  `${first?.buyerRef ?? near ?? ''} ${toLondonDate(now)}`;
