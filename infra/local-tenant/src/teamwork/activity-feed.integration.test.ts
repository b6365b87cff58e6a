import {
  apiApp,
  botApp,
  commissioner,
  council,
  guestHead,
  head,
  leaver,
  mailApp,
  sampleOrganisation,
} from '../test-support/sample-organisation.ts';
import { type Answer, type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';

const graph = 'https://graph.microsoft.com';
const linkOrigin = 'https://teams.microsoft.com';
const manifest = {
  name: 'Framework',
  webApplicationId: apiApp,
  resourceSpecific: ['TeamsActivity.Send.User'],
  activityTypes: [{ type: 'reminder', templateText: '{actor}: {who} waits for {what}' }],
  linkOrigin,
};
const { tenants, ...rest } = sampleOrganisation();
const installedFor = [{ tenantId: council, userId: commissioner }];
/** The mailer may write into every feed of the tenant, and is not the app. */
const withWideMailer = tenants.map((tenant) => ({
  ...tenant,
  apps: tenant.apps.map((app) => (app.clientId === mailApp ? { ...app, appRoles: ['TeamsActivity.Send'] } : app)),
}));

describe('the activity feed of Teams', () => {
  let clock = Date.parse('2026-11-24T10:00:00Z');
  let tenant: StartedTenant;
  let app: string;
  beforeAll(async () => {
    tenant = await startedTenant({ ...rest, tenants: withWideMailer, teamsApp: { installedFor, manifest } }, () => new Date(clock));
    app = await tenant.appToken(apiApp, 'sample secret', graph);
  });
  afterAll(() => tenant.stop());
  beforeEach(() => {
    clock += 60_000;
  });

  const notification = {
    topic: { source: 'text', value: 'Request 1', webUrl: `${linkOrigin}/l/entity/app/home` },
    activityType: 'reminder',
    previewText: { content: '£80 for a day' },
    templateParameters: [
      { name: 'who', value: 'Ada' },
      { name: 'what', value: 'request 1' },
    ],
  };
  const send = (json: object = notification, token = app, user = commissioner): Promise<Answer> =>
    tenant.call('POST', `/v1.0/users/${user}/teamwork/sendActivityNotification`, { token, json });
  const feedOf = async (userId: string) =>
    (await tenant.call('GET', `/_local/activity?tenantId=${council}&userId=${userId}`)).body as unknown as readonly Record<
      string,
      unknown
    >[];
  const refused = ({ status, body }: Answer): string => `${status} ${(body.error as unknown as { message?: string } | undefined)?.message}`;

  test('[5.8 D] shows the sentence of the manifest with its blanks filled, the app as the one who acts, and the link', async () => {
    expect((await send()).status).toBe(204);
    expect((await feedOf(commissioner))[0]).toMatchObject({
      text: 'Framework: Ada waits for request 1',
      preview: '£80 for a day',
      topic: 'Request 1',
      webUrl: `${linkOrigin}/l/entity/app/home`,
    });
  });

  test('an entry takes the place of an earlier one of its chain', async () => {
    const before = (await feedOf(commissioner)).length;
    await send({ ...notification, chainId: 7 });
    await send({ ...notification, chainId: 7 });
    expect((await feedOf(commissioner)).filter(({ chainId }) => chainId === 7)).toHaveLength(1);
    await send({ ...notification, chainId: 8 });
    expect(await feedOf(commissioner)).toHaveLength(before + 2);
  });

  test('[5.15 D] only the registration that the manifest names may send, for a person who has the app', async () => {
    const wide = await tenant.appToken(mailApp, 'mail secret', graph);
    const none = await tenant.appToken(botApp, 'bot secret', graph);
    const missing =
      "403 Missing role permissions on the request. API requires one of 'TeamsActivity.Send, TeamsActivity.Send.User'. Roles on the request ''. Resource specific consent grants on the request ''.";
    expect(refused(await send(notification, none))).toBe(missing);
    expect(refused(await send(notification, app, leaver)).replace(/Roles on the request '[^']*'/, "Roles on the request ''")).toBe(missing);
    expect(refused(await send(notification, wide))).toContain(`403 Application with AAD App Id '${mailApp}' is not authorized`);
    expect((await send(notification, app, guestHead)).status).toBe(403);
    expect((await send(notification, app, head)).status).toBe(404);
    expect(
      (await tenant.call('POST', `/v1.0/users/${commissioner}/teamwork/sendActivityNotification`, { json: notification })).status,
    ).toBe(401);
    expect(await feedOf(leaver)).toEqual([]);
  });

  test.each([
    ['a type that the installed package does not declare', { activityType: 'approval' }, "activity type 'approval' is not declared"],
    ['a blank that is not filled', { templateParameters: [{ name: 'who', value: 'Ada' }] }, "'what' of 'reminder' is missing"],
    [
      'a blank that is not there',
      { templateParameters: [...notification.templateParameters, { name: 'x', value: 'y' }] },
      "'x' is no template",
    ],
    ['no preview', { previewText: {} }, 'previewText'],
    ['a topic without a link', { topic: { source: 'text', value: 'x' } }, 'webUrl'],
    [
      'a link out of Teams',
      { topic: { source: 'text', value: 'x', webUrl: 'https://council.example/l/entity' } },
      'must be a link to Teams',
    ],
    ['a chain that is no number', { chainId: 'one' }, 'chainId'],
    ['a property that it does not know', { iconId: 'bell' }, 'iconId'],
  ])('[5.15 D] refuses %s', async (_what, change, why) => {
    const answer = await send({ ...notification, ...change });
    expect(answer.status).toBe(400);
    expect(refused(answer)).toContain(why);
  });

  test('[2.10 D] takes ten a minute for one person, and says when there is room again', async () => {
    clock += 60_000;
    for (let count = 0; count < 10; count += 1) expect((await send()).status).toBe(204);
    clock += 20_000;
    const answer = await send();
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '40']);
    clock += 40_000;
    expect((await send()).status).toBe(204);
  });
});

test('[5.8 D] an app whose installed package does not ask for the permission may not send', async () => {
  const tenant = await startedTenant({ tenants, ...rest, teamsApp: { installedFor, manifest: { ...manifest, resourceSpecific: [] } } });
  const token = await tenant.appToken(apiApp, 'sample secret', graph);
  const answer = await tenant.call('POST', `/v1.0/users/${commissioner}/teamwork/sendActivityNotification`, { token, json: {} });
  expect(answer.status).toBe(403);
  await tenant.stop();
});
