import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { administratorClientId, councilTenantId, frameworkSiteId, runtimeClientId } from '@ap/local/sample/ids';
import { type FreshTenant, freshSite, startFreshTenant } from '@ap/local-tenant/scenario/fresh-tenant';
import { scenario } from '@ap/local-tenant/scenario/scenario';
import { type Transport, transportTrusting } from '@ap/local-tenant/scenario/wire';
import { listeningSubscriber } from '@ap/local-tenant/test-support/listening-subscriber';
import { localEnvironment } from '../local-environment.ts';
import { startCommand } from '../run-command.ts';
import { startTenantRun, type TenantRun } from '../test-support/tenant-run.ts';
import { compare } from './difference.ts';
import { openQuestions } from './open-questions.ts';
import { type Probed, type ProbeRun, probe } from './probe.ts';
import { exitCodeOf, reportLines } from './report.ts';
import { tryWebhook } from './webhook.ts';

const title = 'AP probe 2026-11-27 00abcd';
const lists = (tenant: FreshTenant, transport: Transport = tenant.transport) => ({
  target: { graph: { graphUrl: tenant.url, token: tenant.token, transport }, site: freshSite },
  title,
});

describe('the probe', () => {
  let faithful: FreshTenant;
  let strict: FreshTenant;
  let local: Probed;

  const titles = async (tenant: FreshTenant): Promise<readonly string[]> => {
    const headers = { Authorization: `Bearer ${await tenant.token()}` };
    const site = `${tenant.url}/v1.0/sites/${freshSite.hostname}:${freshSite.path}:`;
    const answer = await tenant.transport(`${site}/lists`, { headers });
    return ((await answer.json()) as { value: { displayName: string }[] }).value.map(({ displayName }) => displayName);
  };
  const probed = (tenant: FreshTenant, more: Partial<ProbeRun> = {}, transport?: Transport) =>
    probe({ ...lists(tenant, transport), ...more });

  beforeAll(async () => {
    faithful = await startFreshTenant('faithful');
    strict = await startFreshTenant('strict');
    local = await probed(faithful);
  });
  afterAll(() => Promise.all([faithful.stop(), strict.stop()]));

  test('finds no difference between a tenant and itself, leaves nothing, and asks about seventy times', async () => {
    const again = await probed(faithful);
    const rows = compare(scenario, local.observations, again.observations);
    expect(rows.filter(({ differs }) => differs.length > 0)).toEqual([]);
    expect([exitCodeOf({ rows }), again.left, await titles(faithful)]).toEqual([0, [], ['Documents']]);
    expect(again.requests.length).toBeLessThan(75);
  });

  test('finds what a tenant refuses that another ignores', async () => {
    const rows = compare(scenario, local.observations, (await probed(strict)).observations);
    const different = rows.filter(({ differs }) => differs.length > 0);
    expect(different.map(({ step, local: here, real, binding }) => [step, here, real, binding])).toEqual([
      ['an order by id is silently ignored', '200 ["first","changed","third"]', '501 notSupported', true],
    ]);
    expect(exitCodeOf({ rows })).toBe(1);
    expect(reportLines({ rows })).toContain('!! DIFFERENT  §1.7 [F/F/U] an order by id is silently ignored (status, code, seen)');
  });

  test('deletes its list although the line breaks in the middle', async () => {
    let calls = 0;
    const breaking: Transport = (url, init) => {
      calls += 1;
      return calls === 30 ? Promise.reject(new Error('the line broke')) : strict.transport(url, init);
    };
    const { broken, observations, left } = await probed(strict, {}, breaking);
    expect([broken?.message, left, await titles(strict)]).toEqual([expect.stringContaining('the line broke'), [], ['Documents']]);
    expect(observations.length).toBeLessThan(scenario.length);
    const rows = compare(scenario, local.observations, observations);
    expect(exitCodeOf({ rows })).toBe(1);
  });

  test('waits as long as the service asks', async () => {
    const busy = Response.json(
      { error: { code: 'activityLimitReached', message: 'throttled' } },
      { status: 429, headers: { 'Retry-After': '1' } },
    );
    const answers: Response[] = [busy];
    const throttling: Transport = (url, init) =>
      Promise.resolve(init.method === 'PATCH' ? answers.pop() : undefined).then((answer) => answer ?? faithful.transport(url, init));
    const { observations, requests } = await probed(faithful, {}, throttling);
    expect(requests.filter(({ status }) => status === 429)).toHaveLength(1);
    expect(observations).toEqual(local.observations);
  });

  test('says what it could not delete', async () => {
    const stubborn: Transport = (url, init) =>
      init.method === 'DELETE' && /\/lists\/[^/]+$/.test(url)
        ? Promise.resolve(Response.json({ error: { code: 'accessDenied', message: 'held by a retention policy' } }, { status: 403 }))
        : strict.transport(url, init);
    const { left } = await probed(strict, { ended: () => false }, stubborn);
    expect(left).toEqual([`${title}: held by a retention policy`]);
    await probed(strict);
    expect(await titles(strict)).toEqual(['Documents']);
  });

  test('stops after a step when it is asked to, and deletes its list', async () => {
    let steps = 0;
    const { observations, left, broken } = await probed(strict, {
      done: () => {
        steps += 1;
      },
      ended: () => steps >= 20,
    });
    expect([observations.length, left, broken, await titles(strict)]).toEqual([20, [], undefined, ['Documents']]);
  });

  test('names every question that the reference leaves open, and each step that answers one', () => {
    const named = openQuestions.flatMap((open) => ('steps' in open ? open.steps : []));
    const open = scenario.filter(({ certainty }) => Object.values(certainty).includes('U')).map(({ name }) => name);
    expect([...open].sort()).toEqual([...new Set(named)].sort());
  });
});

describe('npm run probe', () => {
  let run: TenantRun;

  const command = (...args: readonly string[]) =>
    startCommand('infra/tenant/src/probe/main.ts', run.stateDir, args, localEnvironment(run.stateDir)).ended;
  const administrator = () => run.token({ tenantId: councilTenantId, clientId: administratorClientId });
  const siteLists = `/v1.0/sites/${frameworkSiteId}/lists`;
  const titles = async (): Promise<readonly string[]> => {
    const { body } = await run.call('GET', siteLists, { token: await administrator() });
    return (body.value as unknown as readonly { displayName: string }[]).map(({ displayName }) => displayName);
  };
  const real = (): readonly string[] => {
    const { SITE_HOSTNAME, SITE_PATH } = localEnvironment(run.stateDir);
    return ['--tenant', councilTenantId, '--site', `https://${SITE_HOSTNAME}${SITE_PATH}`];
  };

  beforeAll(async () => {
    run = await startTenantRun();
  });
  afterAll(() => run.stop());

  test('writes nothing without --yes, and says how much it would ask', async () => {
    const { exitCode, output } = await command(...real());
    expect([exitCode, output]).toEqual([
      0,
      expect.stringMatching(/one scratch list, "AP probe .*", in \d\d requests[\s\S]*Nothing was asked/),
    ]);
    expect(await titles()).toEqual(['Documents']);
  });

  test('compares a tenant with a fresh one, writes the findings down and leaves nothing', async () => {
    const file = join(run.stateDir, 'findings.json');
    const { exitCode, output } = await command(...real(), '--yes', '--json', file);
    expect([exitCode, output]).toEqual([1, expect.stringContaining('1 different, 1 of these against something')]);
    const { rows } = JSON.parse(readFileSync(file, 'utf8')) as { rows: readonly object[] };
    expect([rows.length, await titles()]).toEqual([scenario.length, ['Documents']]);
  });

  test('--clean deletes the lists of earlier probes and no others', async () => {
    for (const displayName of ['AP probe 2026-11-20 0badf0', 'AP probe plans'])
      await run.call('POST', siteLists, { token: await administrator(), json: { displayName, list: { template: 'genericList' } } });
    expect((await command(...real(), '--clean')).output).toBe('Would delete AP probe 2026-11-20 0badf0\n');
    expect((await command(...real(), '--clean', '--yes')).exitCode).toBe(0);
    expect(await titles()).toEqual(['Documents', 'AP probe plans']);
  });

  test('--local compares the local tenant with itself', async () => {
    const { exitCode, output } = await command('--local');
    expect([exitCode, output]).toEqual([0, expect.stringContaining('0 different')]);
  });

  test('--webhook-url asks for the key of the product’s app before anything is done', async () => {
    const { exitCode, output } = await command(...real(), '--yes', '--webhook-url', 'https://example.org/hook');
    expect([exitCode, output]).toEqual([1, expect.stringContaining('RUNTIME_CERTIFICATE_PATH')]);
  });

  test('a webhook is asked for as the product’s app, and the answer names what that app may do', async () => {
    expect((await run.command('grant')).exitCode).toBe(0);
    const { GRAPH_URL = '' } = localEnvironment(run.stateDir);
    const transport = transportTrusting(join(run.stateDir, 'ca', 'ca.pem'));
    const as = (clientId: string) => ({ graphUrl: GRAPH_URL, transport, token: () => run.token({ tenantId: councilTenantId, clientId }) });
    const { body } = await run.call('GET', siteLists, { token: await administrator() });
    const [{ id }] = body.value as unknown as [{ id: string }];
    const subscriber = await listeningSubscriber();
    const asked = (clientId: string) => tryWebhook(as(clientId), subscriber.url, frameworkSiteId, id, new Date());
    expect(await asked(runtimeClientId)).toMatch(/^403 ExtensionError .*[(]an app with Sites[.]Selected, .*[)]$/);
    expect(await asked(administratorClientId)).toMatch(/^201, and ended again [(]an app with .*Sites[.]FullControl[.]All.*[)]$/);
    await subscriber.stop();
    expect((await run.call('GET', '/v1.0/subscriptions', { token: await administrator() })).body.value).toEqual([]);
  });
});
