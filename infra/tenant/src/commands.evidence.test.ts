import {
  administratorClientId,
  apiClientId,
  commissionersGroupId,
  councilTenantId,
  frameworkSiteId,
  frameworkSitePath,
  runtimeClientId,
  schoolStaffGroupId,
  schoolsSiteId,
} from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import type { Organisation } from '@ap/local-tenant/organisation';
import { register } from '@ap/shared/lists/register';
import { startTenantRun, type TenantRun } from './test-support/tenant-run.ts';

const lists = `/v1.0/sites/${frameworkSiteId}/lists`;
const graphScope = 'https://graph.microsoft.com/Sites.FullControl.All';

/** The organisation with a group let onto the site of the lists. */
const withMember =
  (groupId: string, role: 'read' | 'write') =>
  (organisation: Organisation): Organisation => ({
    ...organisation,
    tenants: organisation.tenants.map((tenant) => ({
      ...tenant,
      sites: tenant.sites.map((site) =>
        site.id === frameworkSiteId ? { ...site, members: [...(site.members ?? []), { groupId, role }] } : site,
      ),
    })),
  });

const minutes = 60_000;
jest.setTimeout(3 * minutes);

describe('the commands against a tenant', () => {
  let run: TenantRun;
  const administrator = () => run.token({ tenantId: councilTenantId, clientId: administratorClientId });
  const product = () => run.token({ tenantId: councilTenantId, clientId: runtimeClientId });
  const person = (key: string) =>
    run.token({ tenantId: councilTenantId, clientId: apiClientId, userId: samplePerson(key).userId, scope: graphScope });
  const titles = async (token: string): Promise<readonly string[]> => {
    const { body } = await run.call('GET', `${lists}?$select=displayName`, { token });
    return (body.value as unknown as readonly { displayName: string }[]).map(({ displayName }) => displayName);
  };

  beforeAll(async () => {
    run = await startTenantRun();
  });
  afterAll(() => run.stop());

  it('show what they would do without doing it', async () => {
    const { exitCode, output } = await run.command('provision', '--dry-run');
    expect([exitCode, output]).toEqual([0, expect.stringContaining('create list CallOffs')]);
    expect(await titles(await administrator())).toEqual(['Documents']);
  });

  it('make the lists although the tenant loses an answer and asks to wait, and find nothing to do the second time', async () => {
    const fault = (path: string, respond: object) =>
      run.call('POST', '/_local/faults', { json: { match: { method: 'POST', path }, respond } });
    await fault('/lists$', { status: 503, applied: true, retryAfter: 1 });
    await fault('/columns$', { status: 503, applied: true, retryAfter: 1 });
    await fault('/columns$', { status: 429, retryAfter: 1 });
    const first = await run.command('provision');
    expect([first.exitCode, first.output]).toEqual([0, expect.stringContaining(`Verified: ${register.length} lists`)]);
    const second = await run.command('provision');
    expect([second.exitCode, second.output]).toEqual([0, expect.stringContaining('Nothing to do')]);
    expect(await titles(await administrator())).toHaveLength(register.length + 1);
  });

  it('fill them once, however often they are asked and however busy the tenant is', async () => {
    const busy = { match: { method: 'POST', path: '/\\$batch$' }, respond: { status: 503, applied: true, retryAfter: 1 } };
    await run.call('POST', '/_local/faults', { json: busy });
    const first = await run.command('seed', '--today', '2026-11-24');
    expect([first.exitCode, first.output]).toEqual([0, expect.stringContaining('BuyerMembers: 12 added')]);
    const again = await run.command('seed', '--today', '2026-11-24');
    expect(again.output).not.toMatch(/ [1-9]\d* added/);
    const { body } = await run.call('GET', `${lists}/Buyers/items?$expand=fields($select=Title)&$top=5000`, {
      token: await administrator(),
    });
    expect(body.value).toHaveLength(212);
  });

  it("give the product's app write and nothing else: it cannot make a list, and can write a row", async () => {
    expect((await run.call('GET', lists, { token: await product() })).status).toBe(403);
    const { exitCode, output } = await run.command('grant');
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Granted write')]);
    const token = await product();
    const made = await run.call('POST', lists, { token, json: { displayName: 'Sneaked in', list: { template: 'genericList' } } });
    expect([made.status, made.body]).toMatchObject([403, { error: { code: 'accessDenied' } }]);
    const row = { fields: { Title: 'test-setting', Value: 'x' } };
    expect((await run.call('POST', `${lists}/Settings/items`, { token, json: row })).status).toBe(201);
  });

  it('fail when the product holds a wider role or another site', async () => {
    const token = await administrator();
    const give = async (site: string, role: string): Promise<string> => {
      const json = { roles: [role], grantedToIdentities: [{ application: { id: runtimeClientId, displayName: 'AP Framework' } }] };
      return `/v1.0/sites/${site}/permissions/${(await run.call('POST', `/v1.0/sites/${site}/permissions`, { token, json })).body.id}`;
    };
    const added = [await give(frameworkSiteId, 'fullcontrol'), await give(schoolsSiteId, 'read')];
    const { exitCode, output } = await run.command('grant');
    expect(exitCode).toBe(1);
    expect(output).toContain('holds fullcontrol on the site of the lists');
    expect(output).toContain('holds read on /sites/schools');
    for (const path of added) await run.call('DELETE', path, { token });
    const mended = await run.command('grant');
    expect([mended.exitCode, mended.output]).toEqual([0, expect.not.stringContaining('Granted write')]);
  });

  it('let commissioners edit providers by hand, and nobody edit a call-off', async () => {
    const token = await person('commissioner');
    const change = { TradingName: 'Changed by hand' };
    expect((await run.call('PATCH', `${lists}/Providers/items/1/fields`, { token, json: change })).status).toBe(200);
    const forged = await run.call('POST', `${lists}/CallOffs/items`, { token, json: { fields: { Title: 'C-1' } } });
    expect(forged.status).toBe(403);
    expect((await run.call('GET', `${lists}/CallOffs/items`, { token })).status).toBe(200);
    expect((await run.call('GET', lists, { token: await person('senco') })).status).toBe(403);
  });

  it('let nobody see concerns but whom the council names: an owner of the site finds no such list, the duty commissioner reads it', async () => {
    const duty = await person('commissioner');
    const ordinary = await person('second-commissioner');
    const paths = ['Concerns', 'DutyCommissioners'].map((title) => `${lists}/${title}/items`);
    for (const path of paths) {
      expect([path, (await run.call('GET', path, { token: ordinary })).status]).toEqual([path, 404]);
      expect([path, (await run.call('GET', path, { token: duty })).status]).toEqual([path, 200]);
    }
    expect((await run.call('GET', `${lists}/CallOffs/items`, { token: ordinary })).status).toBe(200);
    expect((await run.call('POST', paths[0]!, { token: duty, json: { fields: { Title: 'CN-1' } } })).status).toBe(403);
    const mine = await run.call('GET', `${paths[1]}?$expand=fields`, { token: duty });
    expect(mine.body.value).toMatchObject([{ fields: { PersonName: 'Helen Strand' } }]);
    const themselves = { fields: { Title: 'x', PersonName: 'x', PersonEmail: 'x' } };
    expect((await run.call('POST', paths[1]!, { token: ordinary, json: themselves })).status).toBe(404);
    expect((await run.call('POST', paths[1]!, { token: duty, json: themselves })).status).toBe(201);
  });

  it('let nobody at all open what providers sent to a round: it is sealed, for owners of the site as well', async () => {
    for (const key of ['commissioner', 'second-commissioner', 'send-officer']) {
      const read = await run.call('GET', `${lists}/Applications/items`, { token: await person(key) });
      expect([key, [403, 404].includes(read.status)]).toEqual([key, true]);
    }
  });

  it('fail when the whole site is open to a school group', async () => {
    await run.restart(withMember(schoolStaffGroupId, 'read'));
    const { exitCode, output } = await run.command('provision');
    expect(exitCode).toBe(1);
    expect(output).toContain(`All school staff (c:0t.c|tenant|${schoolStaffGroupId}) can read the site`);
    expect(output).toContain('All school staff');
    expect(output).toContain('can read the list CallOffs');
    expect(output).not.toContain(commissionersGroupId);
  });

  it('fail when one list alone is', async () => {
    await run.restart((organisation) => organisation);
    const host = (
      await run.call('GET', `/v1.0/sites/${frameworkSiteId}`, {
        token: await administrator(),
      })
    ).body.webUrl;
    const audience = new URL(String(host)).origin;
    const token = await run.token({ tenantId: councilTenantId, clientId: administratorClientId, audience });
    const web = `${frameworkSitePath}/_api/web`;
    const group = await run.call('POST', `${web}/ensureuser`, { token, json: { logonName: `c:0t.c|tenant|${schoolStaffGroupId}` } });
    const list = `${web}/lists/getbytitle('Buyers')`;
    await run.call('POST', `${list}/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`, { token });
    const path = `${list}/roleassignments/addroleassignment(principalid=${group.body.Id},roledefid=1073741826)`;
    expect((await run.call('POST', path, { token })).status).toBe(200);
    const { exitCode, output } = await run.command('provision');
    expect(exitCode).toBe(1);
    expect(output).toMatch(/All school staff \(.*\) can read the list Buyers/);
    expect(output).not.toContain('can read the site');
    await run.call('POST', `${list}/resetroleinheritance`, { token });
  });

  it('tell a person what to click, and do not call it safe, where SharePoint REST may not be used', async () => {
    await run.restart((organisation) => ({
      ...organisation,
      tenants: organisation.tenants.map((tenant) => ({
        ...tenant,
        apps: tenant.apps.map((app) => (app.clientId === administratorClientId ? { ...app, appRoles: ['Sites.Manage.All'] } : app)),
      })),
    }));
    const { exitCode, output } = await run.command('provision');
    expect(exitCode).toBe(1);
    expect(output).toContain('CallOffs:');
    expect(output).toContain('stop inheriting');
    expect(output).toContain('nobody has verified who can read the lists');
    await run.restart((organisation) => organisation);
  });

  it('mend what somebody changed, and refuse what would lose data', async () => {
    const token = await administrator();
    await run.call('PATCH', `${lists}/Lots/columns/FrameworkRef`, { token, json: { indexed: false, displayName: 'Fwk' } });
    const mended = await run.command('provision');
    expect(mended.output).toContain('change column Lots.FrameworkRef: displayName = Framework, indexed = true');
    expect(mended.exitCode).toBe(0);
    const choices = { choice: { choices: ['open', 'closed', 'resting'] } };
    await run.call('PATCH', `${lists}/Lots/columns/Status`, { token, json: choices });
    const refused = await run.command('provision');
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain("REFUSED Lots.Status ('Status') is left as it is: items may hold 'resting'");
    const column = await run.call('GET', `${lists}/Lots/columns/Status`, { token });
    expect(column.body).toMatchObject(choices);
  });

  it('leave real providers alone: the sample is not mixed with them', async () => {
    const token = await administrator();
    const item = await run.call('PATCH', `${lists}/Providers/items/2/fields`, { token, json: { LegalName: 'A real provider' } });
    expect(item.status).toBe(200);
    const { exitCode, output } = await run.command('seed');
    expect([exitCode, output]).toEqual([1, expect.stringContaining('1 provider(s) that are not of the sample')]);
  });
});
