import type { SamplePerson } from '@ap/local/sample/people';
import type { LocalDate } from '@ap/shared/domain/days/local-date';
import { providers } from '@ap/shared/lists/providers';
import type { Client } from '@microsoft/microsoft-graph-client';
import { administratorGraph, readAll } from '../graph/graph.ts';
import { readLists } from '../graph/lists.ts';
import { findSite } from '../graph/site.ts';
import { isStrange } from '../plan/present-list.ts';
import { readDataCsv } from '../read-csv.ts';
import { sampleRegister } from '../sample/sample-register.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { writeRows } from './write-rows.ts';

export interface SeedOptions {
  readonly settings: TenantSettings;
  readonly today: LocalDate;
  /** The sample's invented people; none outside the local run, where a tenant has its own. */
  readonly people: readonly SamplePerson[];
  readonly say: (line: string) => void;
}

/** Every draw of the sample depends on it: the same rows on every machine. */
const seedOfSample = 'ap-framework';

interface NameRow {
  readonly fields?: { readonly LegalName?: string };
}

/** Invented providers must never stand among real ones: a school could order from somebody who does not exist. */
const refuseAmongRealProviders = async (graph: Client, siteId: string, listId: string): Promise<void> => {
  const rows = await readAll<NameRow>(graph, `/sites/${siteId}/lists/${listId}/items?$expand=fields($select=LegalName)&$top=5000`);
  const real = rows.filter(({ fields }) => !fields?.LegalName?.endsWith('(sample)')).length;
  if (real > 0)
    throw new Error(`The register holds ${real} provider(s) that are not of the sample: sample data is not mixed with real data.`);
};

/** Fills provisioned lists with the sample. Rows that are there already are left as they are. */
export const seed = async ({ settings, today, people, say }: SeedOptions): Promise<void> => {
  const graph = administratorGraph(settings);
  const site = await findSite(graph, settings.site);
  const sample = sampleRegister({
    seed: seedOfSample,
    today,
    schools: readDataCsv('dorset-schools.csv'),
    councilTenantId: settings.tenantId,
    people,
  });
  const lists = await readLists(
    graph,
    site.id,
    sample.map(({ list }) => list),
  );
  const idOf = (title: string): string => {
    const found = lists.find((list) => list.title === title && !isStrange(list));
    if (!found) throw new Error(`The list ${title} is not there. Run provision first.`);
    return found.id;
  };
  await refuseAmongRealProviders(graph, site.id, idOf(providers.title));
  for (const rows of sample) {
    const added = await writeRows(graph, site.id, idOf(rows.list), rows);
    say(`  ${rows.list}: ${added} added, ${rows.rows.length - added} there already`);
  }
};
