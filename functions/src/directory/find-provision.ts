import { type FindProvisionParameter, findProvisionCommand } from '@ap/shared/contract/teams-commands';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import type { DirectoryItem } from '@ap/shared/search/directory-index';
import type { DirectoryQuery } from '@ap/shared/search/query';
import type { ComposeItem, ComposeQuery, ComposeResult } from '../cards/compose.ts';
import type { Caller } from '../http/caller.ts';
import type { Ports } from '../ports/ports.ts';
import { homeOutcode } from './home-outcode.ts';
import { readSearch } from './read-search.ts';
import { serviceCard, servicePreview } from './service-card.ts';
import { serviceView } from './service-view.ts';

type Needs = Pick<Ports, 'directory' | 'buyers' | 'providers' | 'clock'>;

const mostAtOnce = 25;

/**
 * Searches the directory for the compose box. Nothing typed shows what is near the caller's own school. Costs no Graph request; each result
 * is built from the facts as known now, so that what is no longer listed is not offered.
 */
export const findProvision =
  (ports: Needs, servicePage: (serviceRef: string) => string) =>
  async (caller: Caller, asked: ComposeQuery): Promise<ComposeResult> => {
    if (asked.command !== findProvisionCommand.id)
      return { kind: 'sentence', sentence: 'This app has no such command. Update the app in Teams.' };
    const typed = (name: FindProvisionParameter): string => asked.typed[name] ?? '';
    const lots = (await ports.directory.search({ sort: 'best', page: 1, pageSize: 1 })).facets.lots;
    const read = readSearch({ text: typed('text'), lot: typed('lot'), near: typed('near') }, lots, ports.directory);
    if (!read.ok) return { kind: 'sentence', sentence: read.sentence };
    const near = read.near ?? (await homeOutcode(caller, ports.buyers));
    const found = await windowOf(ports, { text: read.text, lots: read.lots, near, sort: 'best' }, asked);
    if (found.total === 0) return { kind: 'sentence', sentence: nothingFound(read.lots.length > 0) };
    const items = await Promise.all(found.items.map((item) => toItem(ports, servicePage, item)));
    return { kind: 'items', items: items.filter((item) => item !== undefined) };
  };

const nothingFound = (inLot: boolean): string =>
  `Nothing in the directory matches${inLot ? ' in this lot' : ''}. Try fewer words, or a need, a subject or a place, such as SEMH, maths tuition or mentoring DT1.`;

/** The results from `skip` on. The index counts in pages, Teams in results: where they do not meet, two pages are read. */
const windowOf = async (
  { directory }: Pick<Needs, 'directory'>,
  query: Omit<DirectoryQuery, 'page' | 'pageSize'>,
  asked: Pick<ComposeQuery, 'skip' | 'count'>,
): Promise<{ readonly total: number; readonly items: readonly DirectoryItem[] }> => {
  const pageSize = Math.min(Math.max(asked.count, 1), mostAtOnce);
  const page = Math.floor(asked.skip / pageSize) + 1;
  const into = asked.skip % pageSize;
  const first = await directory.search({ ...query, page, pageSize });
  const next = into === 0 ? [] : (await directory.search({ ...query, page: page + 1, pageSize })).items;
  return { total: first.total, items: [...first.items, ...next].slice(into, into + pageSize) };
};

const toItem = async (ports: Needs, servicePage: (serviceRef: string) => string, item: DirectoryItem): Promise<ComposeItem | undefined> => {
  const view = serviceView(await ports.providers.facts(item.serviceRef, 'known'), toLondonDate(ports.clock.now()), undefined);
  if (!view?.listed) return undefined;
  return { preview: servicePreview(view, item.distance), card: serviceCard(view, servicePage(view.serviceRef)) };
};
