import { parsePersonKey } from '@ap/shared/domain/people/person';
import { register } from '@ap/shared/lists/register';
import { movedClock } from '../../../../functions/src/adapters/moved-clock.ts';
import type { Storage } from '../../../../functions/src/adapters/storage/storage.ts';
import { notificationUrl, readSettings, type Settings } from '../../../../functions/src/settings.ts';
import { administratorGraph, readAll } from '../graph/graph.ts';
import { ownVersion } from '../project-paths.ts';
import { operatorStorage } from '../recovery/storage-of.ts';
import { type Environment, readTenantSettings, type TenantSettings } from '../tenant-settings.ts';
import { type Finding, fault } from './finding.ts';
import { givenRoles } from './given-roles.ts';
import { judgeClock, judgePermissions, judgeSettings } from './judge-tenant.ts';
import { judgeApi, judgePages } from './judge-web.ts';
import { judgeApprovers, judgeGivenUp, judgeQueue, judgeSnapshot, judgeStuck, judgeSubscriptions, type LastCard } from './judge-work.ts';
import { attempt, lookAtTenant } from './look-at-tenant.ts';
import { type AsProduct, asProduct } from './read-product.ts';
import { ask, askHealth, seePages } from './read-web.ts';
import { awaitedSince, givenUp, keptSubscriptions, lastCards, snapshotSavedAt, stuckNotes } from './read-work.ts';

const complaintOf = <T>(read: () => T): { readonly value?: T; readonly complaint?: string } => {
  try {
    return { value: read() };
  } catch (failure) {
    return { complaint: (failure as Error).message };
  }
};

/** Names of approvers, for a person who must do something about them. Where the administrator's app may not look one up (or of another tenant) the id stands. */
const named = async (cards: Awaited<ReturnType<typeof lastCards>>, tenant: TenantSettings | undefined): Promise<readonly LastCard[]> => {
  const graph = tenant && administratorGraph(tenant);
  return Promise.all(
    cards.map(async (card) => {
      const person = parsePersonKey(card.to);
      const found =
        graph && !card.delivered && person
          ? await graph
              .api(`/users/${person.objectId}`)
              .select('displayName')
              .get()
              .catch(() => undefined)
          : undefined;
      return { ...card, name: (found as { displayName?: string } | undefined)?.displayName ?? card.to };
    }),
  );
};

const lookAtSubscriptions = async (storage: Storage, product: AsProduct | undefined, settings: Settings, now: string): Promise<Finding> => {
  const kept = await keptSubscriptions(storage);
  const live = product ? await readAll<{ id: string; expirationDateTime: string }>(product.graph, '/subscriptions') : [];
  const all = kept.map(({ list, id, refused }) => ({
    list,
    refused,
    // Without the app's own sign-in nobody can be asked: what it keeps is believed.
    expiresAt: product ? live.find((each) => each.id === id)?.expirationDateTime : id && '9999-12-31T00:00:00Z',
  }));
  return judgeSubscriptions(
    all,
    register.map(({ title }) => title),
    notificationUrl(settings) !== undefined,
    now,
  );
};

const lookAtWork = (
  settings: Settings,
  product: AsProduct | undefined,
  tenant: TenantSettings | undefined,
  now: string,
): readonly Promise<Finding>[] => {
  const storage = operatorStorage(settings);
  const machine = new Date().toISOString();
  return [
    attempt('subscriptions', 'subscriptions', () => lookAtSubscriptions(storage, product, settings, machine)),
    attempt('queue', 'what waits', async () => judgeQueue(await awaitedSince(storage), now)),
    attempt('given-up', 'what was given up', async () => judgeGivenUp(await givenUp(storage))),
    attempt('stuck', 'what is stuck', async () => judgeStuck(await stuckNotes(storage))),
    attempt('snapshot', 'the snapshot', async () => judgeSnapshot(await snapshotSavedAt(storage), machine)),
    attempt('approvers', 'cards to approvers', async () => judgeApprovers(await named(await lastCards(storage), tenant))),
  ];
};

const lookAtWeb = (settings: Settings): readonly Promise<Finding>[] => {
  const api = settings.API_URL ?? (settings.WEBSITE_HOSTNAME && `https://${settings.WEBSITE_HOSTNAME}/api`);
  const machine = new Date().toISOString();
  return [
    api === undefined
      ? Promise.resolve(fault('api', 'Not looked at: API_URL is not set for this command.', 'azd env get-values prints it.'))
      : attempt('api', 'the app', async () => judgeApi(await askHealth(`${api}/health`), ownVersion())),
    attempt('pages', 'the pages', async () => judgePages(await seePages(settings.PAGES_URL), machine)),
  ];
};

/** What Entra keeps of the app's permissions, for whoever cannot sign in as it; undefined where the administrator's app may not read that. */
const rolesByEntra = async (tenant: TenantSettings): Promise<readonly string[] | undefined> =>
  tenant.runtimeClientId === undefined ? undefined : givenRoles(administratorGraph(tenant), tenant.runtimeClientId);

const lookAtClock = (settings: Settings, now: () => string): Promise<Finding> =>
  attempt('clock', 'the clock', async () => {
    const { date } = await ask(`${settings.GRAPH_URL}/v1.0/`);
    if (date === undefined) throw new Error('Graph does not answer');
    return judgeClock(new Date(date).toISOString(), now());
  });

/**
 * Looks at a deployment from every side that it has: its settings, the tenant, the lists, the storage, the app and the pages. Reads only. `environment`: the settings of the app
 * and those of the administrator's commands.
 */
export const examine = async (environment: Environment, say: (what: string) => void): Promise<readonly Finding[]> => {
  const app = complaintOf<Settings>(() => readSettings(environment));
  const tenant = complaintOf<TenantSettings>(() => readTenantSettings(environment));
  const findings: Finding[] = [judgeSettings(app.complaint)];
  if (app.value) {
    const settings = app.value;
    const now = settings.CLOCK_FILE === undefined ? () => new Date().toISOString() : movedClock(settings.CLOCK_FILE).now;
    const product = asProduct(settings);
    say('the app and its storage');
    findings.push(await lookAtClock(settings, now));
    findings.push(
      await attempt('permissions', 'the permissions of the app', async () =>
        judgePermissions((await product?.roles()) ?? (tenant.value && (await rolesByEntra(tenant.value))), tenant.value !== undefined),
      ),
      ...(await Promise.all([...lookAtWork(settings, product, tenant.value, now()), ...lookAtWeb(settings)])),
    );
  }
  say('the tenant');
  if (tenant.value) findings.push(...(await lookAtTenant(tenant.value, say)));
  else
    findings.push(
      fault('sign-in', tenant.complaint ?? '', 'The administrator’s settings are those of npm run provision: docs/operations.md#doctor.'),
    );
  return findings;
};
