import { blockPurchases } from '@ap/shared/lists/block-purchases';
import { budgets } from '@ap/shared/lists/budgets';
import { buyerMembers } from '@ap/shared/lists/buyer-members';
import { buyers } from '@ap/shared/lists/buyers';
import { callOffs } from '@ap/shared/lists/call-offs';
import { enquiries } from '@ap/shared/lists/enquiries';
import { frameworks } from '@ap/shared/lists/frameworks';
import { invoices } from '@ap/shared/lists/invoices';
import { ledgers } from '@ap/shared/lists/ledgers';
import type { ListDefinition } from '@ap/shared/lists/list';
import { lots } from '@ap/shared/lists/lots';
import { providerChanges } from '@ap/shared/lists/provider-changes';
import { providerSites } from '@ap/shared/lists/provider-sites';
import { providers } from '@ap/shared/lists/providers';
import { qaChecks } from '@ap/shared/lists/qa-checks';
import { concerns } from '@ap/shared/lists/quality/concerns';
import { dutyCommissioners } from '@ap/shared/lists/quality/duty-commissioners';
import { ownChecks } from '@ap/shared/lists/quality/own-checks';
import { providerStandings } from '@ap/shared/lists/quality/provider-standings';
import { standards } from '@ap/shared/lists/quality/standards';
import { visits } from '@ap/shared/lists/quality/visits';
import { rateCards } from '@ap/shared/lists/rate-cards';
import { reviews } from '@ap/shared/lists/reviews';
import { services } from '@ap/shared/lists/services';
import { sessions } from '@ap/shared/lists/sessions';
import { settings } from '@ap/shared/lists/settings';
import { applicationLots } from '@ap/shared/lists/tenders/application-lots';
import { applicationRounds } from '@ap/shared/lists/tenders/application-rounds';
import { applications } from '@ap/shared/lists/tenders/applications';
import { awards } from '@ap/shared/lists/tenders/awards';
import { clarifications } from '@ap/shared/lists/tenders/clarifications';
import { evaluationScores } from '@ap/shared/lists/tenders/evaluation-scores';
import { lotRankings } from '@ap/shared/lists/tenders/lot-rankings';
import { priceBooks } from '@ap/shared/lists/tenders/price-books';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { Log } from '../../ports/clock.ts';
import type { Snapshots } from '../../ports/kept.ts';
import { type ListFeed, listFeed } from './list-feed.ts';
import { type KeptSnapshot, type ListMirror, listMirror } from './list-mirror.ts';
import { readSnapshot, writeSnapshot } from './list-snapshot.ts';
import { type ListStore, listStore } from './list-store.ts';

/** A list both ways: read now, or as last known. */
export interface KeptList<L extends ListDefinition> {
  readonly store: ListStore<L>;
  readonly mirror: ListMirror<L>;
  /** What all who follow the list read of its changes. */
  readonly feed: ListFeed;
}

/**
 * Every list that the product reads, each with its store and its delta-fed mirror, keyed by Title. Those that make up the directory begin from snapshots; lists that
 * tell of people or requests are kept nowhere else.
 */
export const keptLists = (client: Client, sitePath: () => Promise<string>, log: Log, now: () => number, snapshots: Snapshots) => {
  const snapshotOf = <L extends ListDefinition>(list: L): KeptSnapshot<L> => ({
    load: async () => {
      const text = await snapshots.load(list.title);
      return text === undefined ? undefined : readSnapshot(list, await sitePath(), text);
    },
    save: async (snapshot) => snapshots.save(list.title, writeSnapshot(list, await sitePath(), snapshot)),
  });
  const keep = <L extends ListDefinition>(list: L, snapshot?: KeptSnapshot<L>): KeptList<L> => {
    const feed = listFeed(client, sitePath, list, now);
    const store = listStore(client, sitePath, list, feed);
    return {
      feed,
      store,
      mirror: listMirror(store, list.title, log, now, (row) => String((row.fields as { Title?: unknown }).Title), snapshot),
    };
  };
  return {
    frameworks: keep(frameworks, snapshotOf(frameworks)),
    lots: keep(lots, snapshotOf(lots)),
    providers: keep(providers, snapshotOf(providers)),
    providerSites: keep(providerSites, snapshotOf(providerSites)),
    services: keep(services, snapshotOf(services)),
    rateCards: keep(rateCards, snapshotOf(rateCards)),
    qaChecks: keep(qaChecks, snapshotOf(qaChecks)),
    providerChanges: keep(providerChanges),
    buyers: keep(buyers),
    buyerMembers: keep(buyerMembers),
    callOffs: keep(callOffs),
    sessions: keep(sessions),
    reviews: keep(reviews),
    enquiries: keep(enquiries),
    invoices: keep(invoices),
    ledgers: keep(ledgers),
    budgets: keep(budgets),
    blockPurchases: keep(blockPurchases),
    settings: keep(settings),
    providerStandings: keep(providerStandings),
    visits: keep(visits),
    ownChecks: keep(ownChecks),
    concerns: keep(concerns),
    dutyCommissioners: keep(dutyCommissioners),
    standards: keep(standards),
    applicationRounds: keep(applicationRounds),
    clarifications: keep(clarifications),
    applications: keep(applications),
    applicationLots: keep(applicationLots),
    evaluationScores: keep(evaluationScores),
    lotRankings: keep(lotRankings),
    awards: keep(awards),
    priceBooks: keep(priceBooks),
  } as const;
};

export type KeptLists = ReturnType<typeof keptLists>;

const keptList = (lists: KeptLists, title: string) =>
  Object.entries(lists).find(([name]) => name.toLowerCase() === title.toLowerCase())?.[1];

/** Brings the copy of one list up to date, where there is one. */
export const refreshList = async (lists: KeptLists, title: string): Promise<void> => keptList(lists, title)?.mirror.refresh();

/** The feed of one list, where it is kept. */
export const feedOf = (lists: KeptLists, title: string): ListFeed | undefined => keptList(lists, title)?.feed;

/** One row by its Title: by its known id where the mirror has it (1 resource unit), by query where it does not (2). The Title is checked: an id may be another's now. */
export const freshByTitle = async <L extends ListDefinition>({ store, mirror }: Pick<KeptList<L>, 'store' | 'mirror'>, title: string) => {
  const known = await mirror.byKey(title);
  if (known) {
    const row = await store.get(known.id);
    if (row && (row.fields as { Title?: unknown }).Title === title) return row;
  }
  return (await store.find('Title' as Parameters<typeof store.find>[0], title))[0];
};
