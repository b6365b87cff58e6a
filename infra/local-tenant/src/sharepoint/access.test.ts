import type { Principal } from '../room.ts';
import { admin, app, type Drive, driveRoom, foreignApp, makeList, person, refusal, SITE_ID } from './drive/drive-room.ts';

const SITE = `/v1.0/sites/${SITE_ID}`;
let drive: Drive;
let list: string;
beforeEach(async () => {
  drive = driveRoom();
  list = await makeList(drive, []);
  await drive.send('POST', `${list}/items`, { fields: { Title: 'a' } });
});

type Act = 'read' | 'write' | 'list' | 'column' | 'grant';
const ACTS: Readonly<Record<Act, () => Promise<{ readonly status: number }>>> = {
  read: () => drive.send('GET', `${list}/items`),
  write: () => drive.send('PATCH', `${list}/items/1/fields`, { Title: 'b' }),
  list: () => drive.send('POST', `${SITE}/lists`, { displayName: 'New' }),
  column: () => drive.send('POST', `${list}/columns`, { name: 'New', text: {} }),
  grant: () => drive.send('POST', `${SITE}/permissions`, grantBody('read')),
};
const grantBody = (role: string) => ({
  roles: [role],
  grantedToIdentities: [{ application: { id: app().appId, displayName: 'Register' } }],
});

async function allowed(caller: Principal): Promise<readonly string[]> {
  const passed: string[] = [];
  for (const [name, act] of Object.entries(ACTS)) {
    drive.be(caller);
    const { status } = await act();
    if (status < 400) passed.push(name);
    else expect(status).toBe(403);
  }
  return passed;
}

describe('an app', () => {
  test.each([
    ['nothing', [], []],
    ['Mail.Send', ['Mail.Send'], []],
    ['Sites.Read.All', ['Sites.Read.All'], ['read']],
    ['Sites.ReadWrite.All', ['Sites.ReadWrite.All'], ['read', 'write']],
    ['Sites.Manage.All', ['Sites.Manage.All'], ['read', 'write', 'list', 'column']],
    ['Sites.FullControl.All', ['Sites.FullControl.All'], ['read', 'write', 'list', 'column', 'grant']],
    ['Sites.Selected without a grant', ['Sites.Selected'], []],
  ])('[5.9 D] [5.10 D] [5.11 D] with %s', async (_name, roles, passed) => {
    expect(await allowed(app(...roles))).toEqual(passed);
  });

  test.each([
    ['read', ['read']],
    ['write', ['read', 'write']],
    ['owner', ['read', 'write', 'list', 'column']],
    ['fullcontrol', ['read', 'write', 'list', 'column']],
  ])('[5.9 D] [5.10 D] [5.12 D] with Sites.Selected and the grant %s', async (role, passed) => {
    const granted = await drive.send('POST', `${SITE}/permissions`, grantBody(role));
    expect(granted).toMatchObject({ status: 201, units: 5, body: { roles: [role] } });
    expect(await allowed(app('Sites.Selected'))).toEqual(passed);
  });

  test('[5.10 D] [6.4 D] is refused in the words of the service', async () => {
    await drive.send('POST', `${SITE}/permissions`, grantBody('write'));
    drive.be(app('Sites.Selected'));
    expect(refusal(await drive.send('POST', `${SITE}/lists`, { displayName: 'New' }))).toEqual([403, 'accessDenied', 'Access denied']);
  });

  test('of another tenant does not see the site', async () => {
    drive.be(foreignApp);
    expect(refusal(await drive.send('GET', SITE)).slice(0, 2)).toEqual([404, 'itemNotFound']);
    const byPath = await drive.send('GET', '/v1.0/sites/council.sharepoint.example:/sites/register');
    expect(refusal(byPath)).toEqual([400, 'invalidRequest', 'Invalid hostname for this tenancy']);
  });
});

describe('a user', () => {
  const ALL = 'Sites.FullControl.All';

  test.each([
    ['u-owner', ALL, ['read', 'write', 'list', 'column', 'grant']],
    ['u-writer', ALL, ['read', 'write']],
    ['u-reader', ALL, ['read']],
    ['u-stranger', ALL, []],
    ['u-owner', 'Sites.Read.All', ['read']],
    ['u-owner', 'User.Read', []],
  ])('%s through an app with %s', async (id, scope, passed) => {
    expect(await allowed(person(id, scope))).toEqual(passed);
  });
});

describe('grants', () => {
  test('are listed, changed and taken back', async () => {
    const { body } = await drive.send('POST', `${SITE}/permissions`, grantBody('read'));
    expect((await drive.send('PATCH', `${SITE}/permissions/${body.id}`, { roles: ['write'] })).body.roles).toEqual(['write']);
    expect((await drive.send('GET', `${SITE}/permissions`)).body.value).toHaveLength(1);
    expect((await drive.send('GET', `${SITE}/permissions/${body.id}`)).body.grantedToIdentitiesV2[0].application.displayName).toBe(
      'Register',
    );
    expect((await drive.send('DELETE', `${SITE}/permissions/${body.id}`)).status).toBe(204);
    drive.be(app('Sites.Selected'));
    expect((await drive.send('GET', SITE)).status).toBe(403);
  });

  test('[5.13 F] of fullcontrol are taken, at once and by a change: what was refused in 2021 is not relied on', async () => {
    const { body } = await drive.send('POST', `${SITE}/permissions`, grantBody('write'));
    expect((await drive.send('PATCH', `${SITE}/permissions/${body.id}`, { roles: ['fullcontrol'] })).body.roles).toEqual(['fullcontrol']);
    expect((await drive.send('POST', `${SITE}/permissions`, grantBody('fullcontrol'))).status).toBe(201);
  });

  test.each([{ roles: ['admin'] }, { roles: [] }, { roles: ['read'], grantedToIdentities: [] }])('%j is refused', async (body) => {
    drive.be(admin);
    expect(refusal(await drive.send('POST', `${SITE}/permissions`, body)).slice(0, 2)).toEqual([400, 'invalidRequest']);
  });
});

test('a caller without a valid token gets what authorise answered', async () => {
  drive.be({ status: 401, body: { error: { code: 'InvalidAuthenticationToken', message: 'Access token is empty.' } } });
  expect(refusal(await drive.send('GET', SITE))).toEqual([401, 'InvalidAuthenticationToken', 'Access token is empty.']);
});
