import type { Organisation } from './organisation.ts';

type Fields = Readonly<Record<string, unknown>>;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const fail = (where: string, expected: string): never => {
  throw new Error(`The organisation file is not usable: ${where} must be ${expected}.`);
};

const object = (value: unknown, where: string): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : fail(where, 'an object');

const list = (value: unknown, where: string): readonly unknown[] => (Array.isArray(value) ? value : fail(where, 'a list'));

const text = (fields: Fields, name: string, where: string): string => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : fail(`${where}.${name}`, 'a text that is not empty');
};

const id = (fields: Fields, name: string, where: string): string => {
  const value = text(fields, name, where);
  return guid.test(value) ? value.toLowerCase() : fail(`${where}.${name}`, 'a GUID');
};

const unique = (values: readonly string[], where: string): void => {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value.toLowerCase())) fail(where, `unique (${value} is there twice)`);
    seen.add(value.toLowerCase());
  }
};

const checkTenant = (value: unknown, where: string): void => {
  const tenant = object(value, where);
  id(tenant, 'id', where);
  text(tenant, 'displayName', where);
  text(tenant, 'domain', where);
  const users = list(tenant.users, `${where}.users`).map((entry, index) => {
    const user = object(entry, `${where}.users[${index}]`);
    for (const name of ['displayName', 'mail', 'userPrincipalName']) text(user, name, `${where}.users[${index}]`);
    return id(user, 'id', `${where}.users[${index}]`);
  });
  unique(users, `the user ids of ${where}`);
  const groups = list(tenant.groups, `${where}.groups`).map((entry, index) => {
    const group = object(entry, `${where}.groups[${index}]`);
    text(group, 'displayName', `${where}.groups[${index}]`);
    list(group.members, `${where}.groups[${index}].members`);
    return id(group, 'id', `${where}.groups[${index}]`);
  });
  unique(groups, `the group ids of ${where}`);
  list(tenant.apps, `${where}.apps`).forEach((entry, index) => {
    const app = object(entry, `${where}.apps[${index}]`);
    id(app, 'clientId', `${where}.apps[${index}]`);
    text(app, 'displayName', `${where}.apps[${index}]`);
    list(app.federatedCredentials ?? [], `${where}.apps[${index}].federatedCredentials`).forEach((credential, at) => {
      const trusted = `${where}.apps[${index}].federatedCredentials[${at}]`;
      for (const name of ['issuer', 'subject', 'audience']) text(object(credential, trusted), name, trusted);
    });
  });
  list(tenant.managedIdentities ?? [], `${where}.managedIdentities`).forEach((entry, index) => {
    const identity = object(entry, `${where}.managedIdentities[${index}]`);
    for (const name of ['clientId', 'objectId']) id(identity, name, `${where}.managedIdentities[${index}]`);
    text(identity, 'header', `${where}.managedIdentities[${index}]`);
  });
  list(tenant.sites, `${where}.sites`).forEach((entry, index) => {
    const site = object(entry, `${where}.sites[${index}]`);
    for (const name of ['hostname', 'path', 'displayName']) text(site, name, `${where}.sites[${index}]`);
    const triple = text(site, 'id', `${where}.sites[${index}]`).split(',');
    if (triple.length !== 3) fail(`${where}.sites[${index}].id`, "Graph's triple hostname,siteCollectionGuid,webGuid");
  });
};

const checkManifest = (value: unknown): void => {
  if (value === undefined) return;
  const where = 'teamsApp.manifest';
  const manifest = object(value, where);
  text(manifest, 'name', where);
  id(manifest, 'webApplicationId', where);
  if (!URL.canParse(text(manifest, 'linkOrigin', where))) fail(`${where}.linkOrigin`, 'an absolute URL');
  list(manifest.resourceSpecific, `${where}.resourceSpecific`);
  list(manifest.activityTypes, `${where}.activityTypes`).forEach((entry, index) => {
    const type = object(entry, `${where}.activityTypes[${index}]`);
    for (const name of ['type', 'templateText']) text(type, name, `${where}.activityTypes[${index}]`);
  });
};

const checkWebhooks = (value: unknown): void => {
  if (value === undefined) return;
  const { sitesSelected = 'refused' } = object(value, 'webhooks');
  if (sitesSelected !== 'refused' && sitesSelected !== 'allowed') fail('webhooks.sitesSelected', "'refused' or 'allowed'");
};

/**
 * Reads an organisation file's content. A file that would start a half-working tenant is refused here, with the place
 * that is wrong, so that no room has to doubt its supplies.
 */
export const parseOrganisation = (value: unknown): Organisation => {
  const organisation = object(value, 'the file');
  const tenants = list(organisation.tenants, 'tenants');
  if (tenants.length === 0) fail('tenants', 'a list with at least one tenant');
  tenants.forEach((tenant, index) => {
    checkTenant(tenant, `tenants[${index}]`);
  });
  const ids = tenants.map((tenant) => String(object(tenant, 'tenants').id));
  unique(ids, 'the tenant ids');
  const clients = tenants.flatMap((tenant) =>
    list(object(tenant, 'tenants').apps, 'apps').map((app) => String(object(app, 'apps').clientId)),
  );
  unique(clients, 'the client ids of all apps');
  checkWebhooks(organisation.webhooks);
  if (organisation.bot !== undefined) {
    const bot = object(organisation.bot, 'bot');
    id(bot, 'appId', 'bot');
    id(bot, 'tenantId', 'bot');
    if (!URL.canParse(text(bot, 'messagingEndpoint', 'bot'))) fail('bot.messagingEndpoint', 'an absolute URL');
  }
  if (organisation.teamsApp !== undefined) {
    checkManifest(object(organisation.teamsApp, 'teamsApp').manifest);
    list(object(organisation.teamsApp, 'teamsApp').installedFor, 'teamsApp.installedFor').forEach((entry, index) => {
      const person = object(entry, `teamsApp.installedFor[${index}]`);
      id(person, 'tenantId', `teamsApp.installedFor[${index}]`);
      id(person, 'userId', `teamsApp.installedFor[${index}]`);
    });
  }
  return value as Organisation;
};
