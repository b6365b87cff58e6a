import { frameworkSiteId, managedIdentityObjectId } from '@ap/local/sample/ids';
import { register } from '@ap/shared/lists/register';
import { lookAtTenant } from '@ap/tenant/doctor/look-at-tenant';
import { provision } from '@ap/tenant/provision/provision';
import { everyStep } from '@ap/tenant/setup/steps';
import { type Council, startedCouncil } from './council.ts';

const lists = `/sites/${frameworkSiteId}/lists`;
/** Provisioning has tests of its own and takes its time: here it runs once. */
const withoutLists = everyStep.filter(({ name }) => !name.startsWith('Lists'));
const brief = { steps: withoutLists };

describe('the set-up of a council', () => {
  let council: Council;
  const namesOf = async (path: string): Promise<readonly unknown[]> => (await council.get(path)).map(({ displayName }) => displayName);

  beforeAll(async () => {
    council = await startedCouncil();
  });
  afterAll(() => council.stop());
  beforeEach(() => {
    council.said.length = 0;
  });

  test('shows what it would do, and changes nothing', async () => {
    expect(await council.plan()).toBe('planned');
    const text = council.said.join('\n');
    for (const { name, needs } of everyStep) expect(text).toContain(`${name} (${needs}):`);
    expect(text).toContain('register "AP Framework API"');
    expect(text).toContain('give "AP Framework" Sites.Selected of Graph, to open the one site that it is granted, and no other');
    expect(await council.get('/applications')).toEqual([]);
    expect(await namesOf(lists)).toEqual(['Documents']);
  });

  test('asks first, and does nothing when the answer is no', async () => {
    const questions: string[] = [];
    const confirm = async (question: string): Promise<boolean> => {
      questions.push(question);
      return false;
    };
    expect(await council.apply({ ...brief, confirm })).toBe('declined');
    expect([questions, await council.get('/applications')]).toEqual([['Carry this out?'], []]);
  });

  test('before the deployment it does what can be done, and says what waits for what', async () => {
    expect(await council.apply(brief, { MANAGED_IDENTITY_PRINCIPAL_ID: '', API_URL: '' })).toBe('done');
    expect(council.said.join('\n')).toContain('WAITS MANAGED_IDENTITY_PRINCIPAL_ID is known after the deployment');
    expect(await council.apply(brief, { MANAGED_IDENTITY_PRINCIPAL_ID: '', API_URL: '' })).toBe('nothing-to-do');
  });

  test('after it the same command adds what was not known, makes the lists, and then has nothing to do', async () => {
    expect(await council.apply()).toBe('done');
    const apps = await council.get('/applications');
    expect(apps).toMatchObject([
      { displayName: 'AP Framework API', signInAudience: 'AzureADMultipleOrgs', api: { requestedAccessTokenVersion: 2 } },
      { displayName: 'AP Framework', signInAudience: 'AzureADMyOrg' },
      { displayName: 'AP Framework bot', signInAudience: 'AzureADMyOrg' },
    ]);
    const [api] = apps;
    expect(api?.identifierUris).toEqual([
      `api://ap-framework.council.example/${api?.appId}`,
      `api://ap-functions.azurewebsites.net/${api?.appId}`,
    ]);
    for (const { id } of apps)
      expect(await council.get(`/applications/${id}/federatedIdentityCredentials`)).toMatchObject([{ subject: managedIdentityObjectId }]);
    expect(await namesOf(lists)).toHaveLength(register.length + 1);
    expect(await namesOf('/appCatalogs/teamsApps')).toEqual(['AP Framework']);
    council.said.length = 0;
    expect(await council.apply()).toBe('nothing-to-do');
    expect(council.said.at(-1)).toBe('Nothing to do.');
  });

  test('an identity that was deployed anew takes the place of the old one', async () => {
    const anew = '0ad1c2b3-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
    expect(await council.apply(brief, { MANAGED_IDENTITY_PRINCIPAL_ID: anew })).toBe('done');
    const [api] = await council.get('/applications');
    expect(await council.get(`/applications/${api?.id}/federatedIdentityCredentials`)).toMatchObject([{ subject: anew }]);
    expect(await council.apply(brief)).toBe('done');
  });

  test('what a council added stays', async () => {
    const [api] = await council.get('/applications');
    const uris = [...((api?.identifierUris ?? []) as readonly string[]), `api://${api?.appId}/more`];
    await council.send('PATCH', `/applications/${api?.id}`, { identifierUris: uris });
    expect(await council.apply(brief)).toBe('nothing-to-do');
    expect((await council.get('/applications'))[0]?.identifierUris).toEqual(uris);
  });

  test('waits for a registration that is still on its way through the directory', async () => {
    expect(await council.undo(brief)).toBe('done');
    await council.fault('POST', '/servicePrincipals$', { status: 400, code: 'Request_BadRequest', detail: 'NoBackingApplicationObject' });
    await council.fault('POST', '/appRoleAssignedTo$', { status: 404, code: 'Request_ResourceNotFound' });
    expect(await council.apply(brief)).toBe('done');
  });

  test('refuses to choose between two registrations of one name', async () => {
    const { body } = await council.send('POST', '/applications', { displayName: 'AP Framework bot' });
    await expect(council.apply(brief)).rejects.toThrow('Nothing was changed: App registrations must be settled first');
    expect(council.said.join('\n')).toContain('2 app registrations are called "AP Framework bot"');
    await council.send('DELETE', `/applications/${body.id}`);
  });

  test('the list of events that came with a communication site is neither taken over nor, in the undo, deleted', async () => {
    const { body: ours } = await council.send('GET', `${lists}/Events`);
    await council.send('DELETE', `${lists}/${ours.id}`);
    await council.send('POST', lists, { displayName: 'Events', description: 'What is on', list: { template: 'events' } });
    const left = async () => (await council.send('GET', `${lists}/Events?$expand=columns`)).body;
    const before = await left();
    expect(before.list).toMatchObject({ template: 'events' });

    await expect(council.plan()).rejects.toThrow('Nothing was changed: Lists, views and formatting must be settled first');
    await expect(council.apply()).rejects.toThrow('Nothing was changed: Lists, views and formatting must be settled first');
    expect(council.said.join('\n')).toContain("REFUSED Events is left as it is: it is a list of the kind 'events'");
    const said: string[] = [];
    const asked = { register, settings: council.settings, say: (line: string) => said.push(line) };
    await provision({ ...asked, dryRun: true });
    await expect(provision({ ...asked, dryRun: false })).rejects.toThrow('Nothing was changed');
    expect(said.filter((line) => line.includes('REFUSED Events is left as it is'))).toHaveLength(2);
    const judged = await lookAtTenant(council.settings, () => undefined);
    expect(judged).toContainEqual(
      expect.objectContaining({ check: 'lists', verdict: 'fault', sentence: expect.stringContaining("a list of the kind 'events'") }),
    );
    expect(await left()).toEqual(before);
  });

  test('is undone to nothing; a list with rows stays until it is asked for by name', async () => {
    await council.send('POST', `${lists}/Settings/items`, { fields: { Title: 'a-setting', Value: 'x' } });
    expect(await council.undo({ confirm: async () => false })).toBe('declined');
    expect(await council.undo()).toBe('done');
    expect(council.said.join('\n')).toContain('These lists have rows, so they stay: Settings.');
    expect(council.said.join('\n')).toContain('The list Events is not of this set-up, so it stays');
    expect(await namesOf(lists)).toEqual(['Documents', 'Settings', 'Events']);
    expect(await council.undo({ withRows: true })).toBe('done');
    expect(await namesOf(lists)).toEqual(['Documents', 'Events']);
    expect(await council.get('/applications')).toEqual([]);
    expect(await council.get('/appCatalogs/teamsApps')).toEqual([]);
    expect((await council.get('/servicePrincipals')).map(({ displayName }) => displayName)).toEqual([
      'Microsoft Graph',
      'AP Framework set-up',
    ]);
    expect(await council.undo()).toBe('nothing-to-do');
  });
});
