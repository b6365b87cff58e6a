import type { ListDefinition } from '@ap/shared/lists/list';
import { type Migration, versionAfter } from '@ap/shared/lists/schema/migration';
import { type Client, GraphError } from '@microsoft/microsoft-graph-client';
import { administratorGraph, graphSentence } from '../graph/graph.ts';
import { findSite } from '../graph/site.ts';
import { provision } from '../provision/provision.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { type FillWork, fillRows, rowsToFill } from './fill-rows.ts';
import { noteVersion, readVersionRow } from './version-row.ts';

export interface MigrateOptions {
  readonly register: readonly ListDefinition[];
  readonly migrations: readonly Migration[];
  readonly settings: TenantSettings;
  /** Without it the steps are shown, and nothing is changed. */
  readonly apply: boolean;
  readonly say: (line: string) => void;
}

/**
 * Fills rows step by step, and notes each version when its rows are filled: only then does code that needs it write there. The columns must be there. Stopped
 * anywhere, it goes on from the last version that was noted. Throws one sentence.
 */
export const runSteps = async (graph: Client, siteId: string, steps: readonly Migration[], say: (line: string) => void): Promise<void> => {
  for (const { version, list, fill } of steps) {
    try {
      const written = fill ? await fillRows({ graph, siteId, list, fill }) : 0;
      await noteVersion(graph, siteId, version);
      say(`Version ${version}: done${fill ? `, ${written} rows of ${list} written` : ''}.`);
    } catch (failure) {
      throw new Error(graphSentence(`Version ${version} is not reached`, failure));
    }
  }
};

/** How many rows lack something; unknown while the columns are not there. */
const countOf = async (work: FillWork): Promise<number | string> => {
  try {
    return (await rowsToFill(work)).length;
  } catch (failure) {
    if (failure instanceof GraphError && [400, 404].includes(failure.statusCode)) return 'All';
    throw failure;
  }
};

/**
 * Brings the lists of a site, which the product may be using, to the version of this code: makes what the schema has and the site has not, as provisioning does, then
 * takes the steps that are not taken. It only adds; it may be stopped anywhere and run again. Throws a sentence for whatever is in the way.
 */
export const migrate = async ({ register, migrations, settings, apply, say }: MigrateOptions): Promise<void> => {
  const graph = administratorGraph(settings);
  const site = await findSite(graph, settings.site);
  const found = await readVersionRow(graph, site.id);
  const needed = versionAfter(migrations);
  if (found && found.version > needed) {
    say(`The lists are at version ${found.version}, and this code at ${needed}: it runs on with them. Nothing is to be done.`);
    return;
  }
  say(
    found
      ? `The lists are at version ${found.version}; this code needs ${needed}.`
      : `There are no lists yet; this code needs version ${needed}.`,
  );
  const steps = migrations.filter(({ version }) => !found || version > found.version);
  for (const { version, list, what, fill } of steps) {
    const rows = fill && found && (await countOf({ graph, siteId: site.id, list, fill }));
    say(`Version ${version}, ${list}: ${what}${rows === undefined ? '' : ` ${rows} rows are to be filled.`}`);
  }
  await provision({ register, settings, dryRun: !apply, say });
  if (!apply) return say('Nothing was changed. With --apply it is done.');
  await runSteps(graph, site.id, steps, say);
  say(`The lists are at version ${needed}.`);
};
