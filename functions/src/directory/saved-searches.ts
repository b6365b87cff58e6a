import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  listSavedSearches as listDeclared,
  SavedSearchReply,
  saveSearch as saveDeclared,
  stopSearch as stopDeclared,
} from '@ap/shared/contract/saved-searches';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { type PersonId, samePerson } from '@ap/shared/domain/people/person';
import { saveSearch as decideSave, type SavedSearch } from '@ap/shared/domain/saved-searches/saved-search';
import { createRecord, type RecordHome } from '../commands/run-record.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { homeOutcode } from './home-outcode.ts';
import { refuseOddAges } from './known-ages.ts';
import { knownOutcode } from './known-outcode.ts';
import { matchesOf, matchesToday } from './matches-of.ts';

type Needs = Pick<Ports, 'savedSearches' | 'directory' | 'buyers' | 'effects' | 'clock' | 'hashes' | 'log'>;

/** Where saved searches lie. */
export const savedSearchesHome = ({ savedSearches }: Pick<Ports, 'savedSearches'>): RecordHome<SavedSearch> => ({
  list: 'SavedSearches',
  register: savedSearches,
});

const ofPerson = async ({ savedSearches }: Pick<Ports, 'savedSearches'>, person: PersonId): Promise<readonly SavedSearch[]> =>
  (await savedSearches.known()).map(({ state }) => state).filter(({ owner }) => samePerson(owner, person));

const toReply = (
  { ref, filters: { lots, keyStages, needs, modes, ...filters }, plan, sort, savedAt, toldOn }: SavedSearch,
  matches: number,
): SavedSearchReply =>
  withoutAbsent({
    searchRef: ref,
    filters: withoutAbsent({
      ...filters,
      lots: lots && [...lots],
      keyStages: keyStages && [...keyStages],
      needs: needs && [...needs],
      modes: modes && [...modes],
    }),
    plan,
    sort,
    savedAt,
    matches,
    toldOn,
  });

/** A person's own searches with how much they match today. */
export const listSavedSearches =
  (ports: Needs & Pick<Ports, 'lots'>) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const home = await homeOutcode(caller, ports.buyers);
    const own = [...(await ofPerson(ports, caller.person))].sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    const named = new Set(own.flatMap(({ filters }) => filters.lots ?? []));
    const lots = named.size === 0 ? [] : (await ports.lots.all()).filter(({ key }) => named.has(key));
    const live = named.size === 0 ? undefined : await ports.lots.live(toLondonDate(ports.clock.now()));
    return {
      lots: lots.map(({ key, name }) => ({ key, name, ...(live?.has(key) ? {} : { ended: true as const }) })),
      searches: await Promise.all(own.map(async (search) => toReply(search, await matchesToday(ports, search.filters, home)))),
    };
  };

/** Saves a search once for each key. What it matches now is nothing new. */
export const saveSearch =
  (ports: Needs) =>
  async ({ caller, body, key }: Call<typeof saveDeclared>): Promise<ReplyOf<typeof saveDeclared>> => {
    const { filters } = body;
    refuseOddAges(filters, '/filters');
    if (filters.near !== undefined) knownOutcode(filters.near, '/filters/near', ports);
    const matches = await matchesOf(ports, filters, await homeOutcode(caller, ports.buyers));
    const others = (await ofPerson(ports, caller.person)).length;
    const owner = caller.person;
    const { state } = await createRecord(ports, savedSearchesHome(ports), 'SS', { by: owner, key, content: body }, async (ref, command) =>
      decideSave({ ...body, ref, owner }, matches, others, command),
    );
    return toReply(state, matches.total);
  };

/** Stops one: nothing of it is kept. Another's is as if it were not there. */
export const stopSearch =
  ({ savedSearches }: Pick<Ports, 'savedSearches'>) =>
  async ({ caller, params: { searchRef } }: Call<typeof stopDeclared>): Promise<ReplyOf<typeof stopDeclared>> => {
    const found = await savedSearches.find(searchRef);
    if (!found || !samePerson(found.state.owner, caller.person)) return { stopped: false };
    return { stopped: await savedSearches.remove(searchRef) };
  };
