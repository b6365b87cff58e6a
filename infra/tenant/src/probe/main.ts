import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { freshSite, startFreshTenant } from '@ap/local-tenant/scenario/fresh-tenant';
import type { GraphConnection } from '@ap/local-tenant/scenario/graph-scenario-client';
import { scenario } from '@ap/local-tenant/scenario/scenario';
import { administratorTokens } from '../graph/administrator.ts';
import { administratorGraph } from '../graph/graph.ts';
import { findSite } from '../graph/site.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { compare } from './difference.ts';
import { type Probed, type ProbeTarget, probe } from './probe.ts';
import { asProduct, type ProbeArguments, probeSettings, readArguments } from './probe-settings.ts';
import { exitCodeOf, reportLines } from './report.ts';
import { deleteLists, findScratchLists, scratchTitle } from './scratch-lists.ts';
import { tryWebhook } from './webhook.ts';

const say = (line: string): void => console.log(line);

const newTitle = (): string => scratchTitle(new Date().toISOString().slice(0, 10), randomBytes(3).toString('hex'));

const connectionOf = (settings: TenantSettings): GraphConnection => ({
  graphUrl: settings.graphUrl,
  token: administratorTokens(settings, 'https://graph.microsoft.com'),
  transport: (url, init) => fetch(url, { ...init, redirect: 'error' }),
});

/** The scenario on a tenant that is made for it and gone afterwards. FAITHFUL: what the service ignores is ignored, not refused. */
const probeFreshTenant = async (): Promise<Probed> => {
  const tenant = await startFreshTenant('faithful');
  try {
    const graph = { graphUrl: tenant.url, token: tenant.token, transport: tenant.transport };
    return await probe({ target: { graph, site: freshSite }, title: newTitle() });
  } finally {
    await tenant.stop();
  }
};

const clean = async (settings: TenantSettings, yes: boolean): Promise<0 | 1> => {
  const graph = administratorGraph(settings);
  const { id } = await findSite(graph, settings.site);
  const found = await findScratchLists(graph, id);
  for (const { displayName } of found) say(`${yes ? 'Deleting' : 'Would delete'} ${displayName}`);
  if (found.length === 0) say('No list of an earlier probe is there.');
  const kept = yes ? await deleteLists(graph, id, found) : [];
  for (const line of kept) say(`NOT deleted: ${line}`);
  return kept.length === 0 ? 0 : 1;
};

const describe = ({ requests }: Probed, { site, tenant, webhookUrl }: ProbeArguments, title: string): void => {
  const counts = ['GET', 'POST', 'PATCH', 'DELETE'].map(
    (method) => `${requests.filter((each) => each.method === method).length} ${method}`,
  );
  say(
    `On ${site} of tenant ${tenant}: ${scenario.length} steps in one scratch list, "${title}", in ${requests.length} requests (${counts.join(', ')}),`,
  );
  say('and about three more to delete that list afterwards. It goes to the recycle bin of the site. No other list is opened.');
  if (webhookUrl) say(`The product’s app asks for one subscription to the scratch list, delivered to ${webhookUrl}, and ends it.`);
};

const report = (args: ProbeArguments, local: Probed, real: Probed, webhook: string | undefined): 0 | 1 => {
  const findings = { rows: compare(scenario, local.observations, real.observations), ...(webhook === undefined ? {} : { webhook }) };
  for (const line of reportLines(findings)) say(line);
  if (args.json !== undefined) {
    const { tenant = 'local', site = 'local' } = args;
    const text = { tenant, site, at: new Date().toISOString(), requests: real.requests.length, left: real.left, ...findings };
    writeFileSync(args.json, `${JSON.stringify(text, undefined, 2)}\n`);
  }
  if (real.broken) say(`The run broke off: ${real.broken.message}`);
  say(real.left.length === 0 ? 'Nothing is left in the site but the recycle bin’s copy.' : 'LEFT BEHIND (try --clean):');
  for (const line of real.left) say(`  ${line}`);
  return real.broken || real.left.length > 0 ? 1 : exitCodeOf(findings);
};

const probeReal = async (args: ProbeArguments, settings: TenantSettings, local: Probed, title: string): Promise<0 | 1> => {
  let interrupted = false;
  process.once('SIGINT', () => {
    interrupted = true;
    say('Stopping after this step, and deleting the scratch list. Press again to stop at once; --clean then deletes it.');
  });
  let webhook: string | undefined;
  const { webhookUrl } = args;
  const product = webhookUrl === undefined ? undefined : connectionOf(asProduct(args, process.env));
  const target: ProbeTarget = { graph: connectionOf(settings), site: settings.site };
  const real = await probe({
    ...{ target, title },
    ended: () => interrupted,
    done: ({ step }) => say(`.  ${step}`),
    also: async (siteId, listId) => {
      if (product && webhookUrl) webhook = await tryWebhook(product, webhookUrl, siteId, listId, new Date());
    },
  });
  return report(args, local, real, webhook);
};

const run = async (): Promise<0 | 1> => {
  const args = readArguments(process.argv.slice(2));
  if (args.local) return report(args, await probeFreshTenant(), await probeFreshTenant(), undefined);
  const settings = probeSettings(args, process.env);
  if (args.clean) return clean(settings, args.yes);
  if (args.webhookUrl !== undefined) asProduct(args, process.env);
  const title = newTitle();
  const local = await probeFreshTenant();
  describe(local, args, title);
  if (args.yes) return probeReal(args, settings, local, title);
  say('Nothing was asked of the tenant. Add --yes to do it.');
  return 0;
};

run().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (failure: Error) => {
    console.error(failure.message);
    process.exitCode = 1;
  },
);
