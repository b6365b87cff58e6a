import type { Columns, ListDefinition } from '@ap/shared/lists/list';
import { versionAfter } from '@ap/shared/lists/schema/migration';
import { migrations } from '@ap/shared/lists/schema/migrations';
import { settings as settingsList } from '@ap/shared/lists/settings';
import { administratorTokens } from '../graph/administrator.ts';
import { administratorGraph, graphSentence } from '../graph/graph.ts';
import { findSite } from '../graph/site.ts';
import { noteVersion } from '../migrate/version-row.ts';
import { byHand, describeAction, describePlan } from '../plan/describe-plan.ts';
import { planRegister } from '../plan/plan-register.ts';
import { sharePointRest } from '../sharepoint/rest.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { carryOut } from './carry-out.ts';
import { type PresentSite, readPresent } from './read-present.ts';
import { unexpectedReaders } from './verify-readers.ts';

export interface ProvisionOptions {
  readonly register: readonly ListDefinition[];
  readonly settings: TenantSettings;
  /** Shows the plan and changes nothing. */
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
}

/** Columns that queries filter by but the tenant has not indexed: every such query would be refused. */
const missingIndexes = (register: readonly ListDefinition[], present: PresentSite): readonly string[] =>
  register.flatMap((list) => {
    const columns = present.lists.find(({ title }) => title === list.title)?.columns ?? [];
    return Object.entries(list.columns as Columns)
      .filter(([name, { options }]) => options.indexed && !columns.some((column) => column.name === name && column.indexed))
      .map(([name]) => `${list.title}.${name}`);
  });

const verifyReaders = async (
  present: PresentSite,
  rest: Parameters<typeof unexpectedReaders>[0],
  { register, settings }: Pick<ProvisionOptions, 'register' | 'settings'>,
): Promise<void> => {
  const restricted = new Map(
    register.flatMap(({ title, restricted: to }) => (to ? [[title, to === 'to-named' ? settings.concernReaders : []] as const] : [])),
  );
  const found = await unexpectedReaders(rest, present.ids, {
    readers: settings.allowedReaders,
    restricted,
  });
  if (found.length === 0) return;
  const lines = found.map(({ where, title, loginName }) => `  ${title} (${loginName}) can read ${where}`);
  throw new Error(
    `The register is not safe to use: it can be read by others than ALLOWED_READERS names, or CONCERN_READERS for the lists of concerns, or by anybody where a list is sealed.\n${lines.join('\n')}\n` +
      'Take these permissions away and provision again. Schools must have none on this site.',
  );
};

/**
 * Brings the lists of a site to what the register says, and verifies it: reads everything back and plans again, checks the index of each
 * filtered column, and who can read. Prints the plan first. Throws one sentence, or a few lines, for whatever is not as it must be; run
 * again after any failure, it goes on where it stopped.
 */
export const provision = async ({ register, settings, dryRun, say }: ProvisionOptions): Promise<void> => {
  const graph = administratorGraph(settings);
  const site = await findSite(graph, settings.site);
  const rest = sharePointRest(site.webUrl, administratorTokens(settings, new URL(site.webUrl).origin));
  const before = await readPresent(graph, rest, site.id, register, settings.concernReaders);
  const plan = planRegister(register, before.lists, before.restReachable);
  say(`Plan for ${settings.site.hostname}${settings.site.path}:`);
  describePlan(plan).forEach(say);
  if (dryRun) return;
  if (plan.refused.length > 0) throw new Error('Nothing was changed: what could lose data, or is not ours, is REFUSED above.');

  const place = { graph, rest, siteId: site.id, ids: new Map(before.ids), concernReaders: settings.concernReaders };
  for (const action of plan.actions) {
    try {
      await carryOut(place, action);
    } catch (failure) {
      throw new Error(`${graphSentence(`Could not ${describeAction(action)}`, failure)}. Run the command again: it goes on from here.`);
    }
  }

  const after = plan.actions.length === 0 ? before : await readPresent(graph, rest, site.id, register, settings.concernReaders);
  const left = planRegister(register, after.lists, after.restReachable);
  if (left.actions.length + left.refused.length > 0)
    throw new Error(`Read back, the lists are not as they should be:\n${describePlan(left).join('\n')}`);
  const unindexed = missingIndexes(register, after);
  if (unindexed.length > 0) throw new Error(`Not indexed, so that queries would fail: ${unindexed.join(', ')}`);
  if (!after.restReachable) {
    byHand(register).forEach(say);
    throw new Error(
      "The lists are there, but SharePoint REST refused the administrator's app. Set what is printed above by hand, and give the app " +
        'Sites.FullControl.All of SharePoint with its certificate: until then nobody has verified who can read the lists.',
    );
  }
  await verifyReaders(after, rest, { register, settings });
  if (settings.concernReaders.length === 0)
    say('CONCERN_READERS names nobody: no person can open the lists of concerns. Name who answers for safeguarding, and provision again.');
  // Lists that were made just now are as this code has them; in those that were there, rows may have to be filled first.
  if (!before.ids.has(settingsList.title)) await noteVersion(graph, site.id, versionAfter(migrations));
  say(`Verified: ${register.length} lists, every filtered column indexed, readable by the allowed readers only.`);
};
