import { toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Membership } from '@ap/shared/domain/people/membership';
import { theProduct } from '@ap/shared/domain/people/person';
import { newMatches, type SavedSearch, type SavedSearchWork, tellOfMatches } from '@ap/shared/domain/saved-searches/saved-search';
import { runOnRecord } from '../commands/run-record.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import { tellPeople } from '../effects/tell-people.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { homeOutcode } from './home-outcode.ts';
import { matchesOf } from './matches-of.ts';
import { savedSearchesHome } from './saved-searches.ts';
import { serviceView } from './service-view.ts';

const activeOf = async ({ buyers }: Pick<Ports, 'buyers'>, { owner }: SavedSearch): Promise<readonly Membership[]> =>
  (await buyers.membershipsOf(owner)).filter(({ status }) => status === 'active');

/** What a run has done. `failed`: what could not be looked at or written now; the next run tries it again. */
export interface SavedSearchReport {
  readonly told: number;
  readonly failed: number;
}

/**
 * Row 32: looks at every saved search, and has its owner told where something new matches. Nothing new writes nothing, and asks nothing of Graph. Who
 * works for no buyer any more is told nothing. One failure holds up no other.
 */
export const savedSearchClock = (ports: Ports) => async (): Promise<SavedSearchReport> => {
  const counts = { told: 0, failed: 0 };
  for (const { state } of await ports.savedSearches.known()) {
    const { ref } = state;
    try {
      const memberships = await activeOf(ports, state);
      if (memberships.length === 0) continue;
      const now = ports.clock.now();
      const matches = await matchesOf(ports, state.filters, await homeOutcode({ memberships }, ports.buyers));
      if (newMatches(state, matches, now).length === 0) continue;
      const given = { ref, by: theProduct, key: `tell-${ref}-${toLondonDate(now)}`, content: 'tell-of-matches' };
      await runOnRecord(ports, savedSearchesHome(ports), given, async (present, command) => tellOfMatches(present, matches, command));
      counts.told += 1;
    } catch (error) {
      counts.failed += 1;
      const code = error instanceof ProblemError ? error.code : 'unexpected';
      ports.log.event(error instanceof ProblemError ? 'info' : 'error', 'saved-search-refused', { ref, code });
    }
  }
  return counts;
};

interface AlertLinks {
  readonly onCard: string;
  readonly inMail: string;
}

/**
 * Tells the owner, by what is listed at this moment: a provider that was suspended since is not announced, and where nothing is left nobody is told. What
 * was searched for is not on the card: it was typed.
 */
export const savedSearchPerformers = (ports: Ports, links: AlertLinks): RecordPerformers<SavedSearch, SavedSearchWork> => ({
  'tell-of-matches': async ({ state }, effect) => {
    if ((await activeOf(ports, state)).length === 0) return { state: 'superseded', reason: 'works-for-nobody' };
    const today = toLondonDate(ports.clock.now());
    const views = await Promise.all(
      effect.serviceRefs.map(async (serviceRef) => serviceView(await ports.providers.facts(serviceRef, 'known'), today, undefined)),
    );
    const listed = views.flatMap((view) => (view?.listed ? [view] : []));
    if (listed.length === 0) return { state: 'superseded', reason: 'nothing-listed' };
    return tellPeople(ports, state.ref, effect, [state.owner], {
      title: listed.length === 1 ? 'A new service matches a search of yours' : `${listed.length} new services match a search of yours`,
      paragraphs: [
        ...listed.map(({ name, providerName, lotName }) => `${name}, ${providerName} (${lotName})`),
        'You saved this search in the directory. You can open it, or stop it, under Shortlist.',
      ],
      link: { text: 'Open your saved searches', onCard: links.onCard, inMail: links.inMail },
    });
  },
});
