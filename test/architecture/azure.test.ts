import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readSettings } from '../../functions/src/settings.ts';
import { checkNames } from '../../infra/tenant/src/doctor/finding.ts';

// No Bicep compiler can be had here, so the template is kept literal and its structure is held against the code.

const root = path.resolve(import.meta.dirname, '../..');
const bicep = readFileSync(path.join(root, 'infra/azure/main.bicep'), 'utf8');
const settings = readFileSync(path.join(root, 'functions/src/settings.ts'), 'utf8');

const inTemplate = [...bicep.matchAll(/name: '([A-Za-z_]+)', value:/g)].map(([, name]) => name ?? '');
const inCode = [...settings.matchAll(/^ {2}([A-Za-z_]+): (.*)$/gm)].filter(([, name = '']) => /^[A-Z]{2,}|^Azure/.test(name));

/** Settings of the platform that our code never reads. */
const platform = ['AzureWebJobsStorage__credential', 'AzureWebJobsStorage__clientId'];

test('the template sets nothing that the code does not read', () => {
  const known = inCode.map(([, name]) => name);
  expect(inTemplate.filter((name) => !platform.includes(name) && !known.includes(name))).toEqual([]);
});

test('the template sets everything that the code demands', () => {
  const complaint = (() => {
    try {
      readSettings({});
      return '';
    } catch (error) {
      return String(error);
    }
  })();
  const demanded = [...complaint.matchAll(/([A-Z][A-Z_]{3,}): /g)].map(([, name]) => name);
  expect(demanded).toContain('TENANT_ID');
  expect(demanded.filter((name) => !inTemplate.includes(name ?? ''))).toEqual([]);
});

test.each([
  'FUNCTIONS_WORKER_RUNTIME',
  'linuxFxVersion',
  'ftpsState',
  'WEBSITE_RUN_FROM_PACKAGE',
  'FUNCTIONS_EXTENSION_VERSION',
  'WEBSITE_NODE_DEFAULT_VERSION',
])('Flex Consumption refuses %s, so it is not there', (forbidden) => {
  expect(bicep).not.toContain(forbidden);
});

test('shared keys are off, TLS is 1.2, http is refused, and no secret stands in the template', () => {
  expect(bicep).toContain('allowSharedKeyAccess: false');
  expect(bicep).toContain("minTlsVersion: '1.2'");
  expect(bicep).toContain('httpsOnly: true');
  expect(bicep).not.toMatch(/AccountKey=|SECRET|listKeys\(|CERTIFICATE|@secure\(\)/);
});

test('everything is signed in to by one managed identity: storage, monitoring, the package, and Entra in place of every secret that the code could take', () => {
  const identities = [...bicep.matchAll(/^resource (\w+) 'Microsoft.ManagedIdentity\/userAssignedIdentities@/gm)].map(([, name]) => name);
  expect(identities).toEqual(['identity']);
  expect(bicep).not.toContain('SystemAssigned');
  const given = bicep.match(/principalId: .*/g) ?? [];
  // Whoever makes the nightly copy reads the storage, and is no part of the app.
  expect(given.filter((each) => each !== 'principalId: identity.properties.principalId')).toEqual(['principalId: backupWriterId']);
  for (const setting of ['AzureWebJobsStorage__clientId', 'MANAGED_IDENTITY_CLIENT_ID'])
    expect(bicep).toContain(`{ name: '${setting}', value: identity.properties.clientId }`);
  expect(bicep).toContain("authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }");
  expect(bicep).toMatch(/output MANAGED_IDENTITY_PRINCIPAL_ID string = identity\.properties\.principalId/);
});

test('the bot is of the council’s tenant alone, takes no key, and is reached in Teams', () => {
  expect(bicep).toMatch(/msaAppType: 'SingleTenant'\s+disableLocalAuth: true/);
  expect([...bicep.matchAll(/channelName: '(\w+)'/g)].map(([, name]) => name)).toEqual(['MsTeamsChannel']);
});

test('the operator is told before a month costs more than it may', () => {
  expect(bicep).toMatch(/threshold: 80, thresholdType: 'Actual', contactEmails: \[operatorEmail\]/);
  expect(bicep).toMatch(/threshold: 100, thresholdType: 'Forecasted', contactEmails: \[operatorEmail\]/);
});

test('roles are given by their id, each named beside it or in its own assignment', () => {
  const ids = [...bicep.matchAll(/'([0-9a-f]{8}-[0-9a-f-]{27})'/g)].map(([, id]) => id);
  expect(ids).toEqual([
    'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
    '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
    '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
    '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
    '19e7f393-937e-4f77-808e-94535e297925',
    '76199698-9eea-4c19-bc75-cec21354c6b6',
    '3913510d-42f4-4e42-8a64-420c390055eb',
  ]);
});

test.each(['main.bicep', 'alerts.bicep', 'backups.bicep'])(
  'in %s every bracket is closed, and every name that is used was declared',
  (file) => {
    const text = readFileSync(path.join(root, 'infra/azure', file), 'utf8').replace(/^\s*\/\/.*$/gm, '');
    const open: string[] = [];
    const closing: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' };
    for (const mark of text.replace(/'(?:\\.|[^'\\])*'/g, "''")) {
      if ('{[('.includes(mark)) open.push(mark);
      else if (mark in closing) expect(open.pop()).toBe(closing[mark]);
    }
    expect(open).toEqual([]);
    const declared = new Set([...text.matchAll(/^\s*(?:resource|param|var|module) (\w+)\b/gm)].map(([, name]) => name));
    const used = [...text.matchAll(/(?<![\w.'])([a-z]\w*)\.(?:id|name|properties|outputs)\b/g)].map(([, name = '']) => name);
    expect(used.filter((name) => !declared.has(name))).toEqual([]);
  },
);

const outputs = [...bicep.matchAll(/^output ([A-Z_]+) string/gm)].map(([, name]) => name ?? '');
const example = readFileSync(path.join(root, 'teams-app/deployment/settings.example.env'), 'utf8');
/** What the council says itself: no deployment knows it. */
const saidByCouncil = ['TEAMS_APP_ID', 'COUNCIL_NAME'];

test('azd env get-values has every setting that the app demands, for the commands of an operator, and no identity that an operator’s machine does not have', () => {
  const names = [...bicep.matchAll(/^output (\w+) string/gm)].map(([, name]) => name ?? '');
  expect(readSettings(Object.fromEntries(names.map((name) => [name, valueFor(name)])))).toMatchObject({
    AzureWebJobsStorage__accountName: 'account',
    DEPLOYMENT_NAME: 'ap',
  });
  expect(names).not.toContain('MANAGED_IDENTITY_CLIENT_ID');
});
const valueFor = (name: string): string => {
  if (/_(CLIENT|TENANT|APP)_ID$|^TENANT_ID$|CLIENTS$/.test(name)) return '00000000-0000-4000-8000-000000000001';
  if (/_URL$|_URI$|ENDPOINT$/.test(name)) return 'https://pages.example';
  if (/SENDER$|CONTACT$/.test(name)) return 'team@council.example';
  return { SITE_HOSTNAME: 'council.example', SITE_PATH: '/sites/ap', DEPLOYMENT_NAME: 'ap' }[name] ?? 'account';
};

test('an operator’s command opens the storage as whoever runs it: none asks for the identity that only the app has', () => {
  const folder = path.join(root, 'infra/tenant/src');
  const opening = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /import \{[^}]*\bstorage\b[^}]*\} from '[^']*adapters\/storage\/storage\.ts'/.test(readFileSync(path.join(folder, file), 'utf8')),
    );
  expect(opening).toEqual(['recovery/storage-of.ts']);
});

test('data stays in the United Kingdom wherever the resource group is kept, and no password publishes code', () => {
  expect(bicep).toMatch(/@allowed\(\['uksouth', 'ukwest'\]\)\nparam location string = 'uksouth'/);
  expect(bicep).toMatch(/@allowed\(\['uksouth', 'ukwest'\]\)\nparam backupLocation string/);
  expect(bicep).toMatch(/basicPublishingCredentialsPolicies' = \{\s+name: 'scm'\s+properties: \{ allow: false \}/);
});

test('a process is kept ready for people, and no event that an alert counts is sampled away', () => {
  expect(bicep).toContain("alwaysReady: [{ name: 'http', instanceCount: 1 }]");
  const { logging } = JSON.parse(readFileSync(path.join(root, 'functions/host.json'), 'utf8'));
  expect(logging.applicationInsights.samplingSettings).toEqual({ isEnabled: true, excludedTypes: 'Trace;Exception' });
});

test('the deployment gives every setting of the Teams app package and of the pages, but for what the council says itself', () => {
  const wanted = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  expect(wanted).toContain('PAGES_URL');
  expect(wanted.filter((name) => !outputs.includes(name) && !saidByCouncil.includes(name))).toEqual([]);
});

test('the token that Teams asks for is one to the host of the pages, as the package says', () => {
  expect(bicep).toMatch(/output API_IDENTIFIER_URI string = 'api:\/\/\$\{pagesHost\}\/\$\{apiClientId\}'/);
  expect(bicep).toContain("var pagesHost = replace(pagesUrl, 'https://', '')");
});

test('copies of the register lie in another region, encrypted twice, where nobody changes or deletes them for five weeks', () => {
  const backups = readFileSync(path.join(root, 'infra/azure/backups.bicep'), 'utf8');
  expect(bicep).toContain("module backups 'backups.bicep'");
  expect(bicep).toContain("param backupLocation string = 'ukwest'");
  expect(backups).toContain('requireInfrastructureEncryption: true');
  expect(backups).toContain('allowSharedKeyAccess: false');
  expect(bicep).toContain('scope: resourceGroup(backupGroup)');
  expect(backups).toContain('scope: account::blobs::copies');
  expect(backups).toMatch(
    /immutabilityPolicies.*if \(!policiesLocked\) \{\s+name: 'default'\s+properties: \{ allowProtectedAppendWrites: false, immutabilityPeriodSinceCreationInDays: 35 \}/,
  );
  // Longer than nobody may delete, or the rule would be refused.
  const kept = Number(/daysAfterCreationGreaterThan: (\d+)/.exec(backups)?.[1]);
  expect(kept).toBeGreaterThan(35);
});

const alerts = readFileSync(path.join(root, 'infra/azure/alerts.bicep'), 'utf8');
const operations = readFileSync(path.join(root, 'docs/operations.md'), 'utf8');
/** All that the product does and logs, but for its tests. */
const code = readdirSync(path.join(root, 'functions/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/[.](test|fixture)[.]ts$/.test(file))
  .map((file) => readFileSync(path.join(root, 'functions/src', file), 'utf8'))
  .join('\n');
const isLogged = (event: string): boolean => new RegExp(`\\.event\\((?:'\\w+'|[^,]+), '${event}'`).test(code);
const alertNames = [...[...alerts.matchAll(/key: '([a-z-]+)'/g)].map(([, name]) => name ?? ''), 'budget'];

test('somebody is called when the oldest effect is too old, when the sweep says nothing, and when something is stuck: by names that the code logs', () => {
  expect(bicep).toContain("module alerts 'alerts.bicep'");
  expect(alerts).toContain('runs == 0 or oldest > 900');
  const lists = [...alerts.matchAll(/told\.event\) in \(([^)]*)\)/g)].map(([, inside]) => inside ?? '');
  const named = [...alerts.matchAll(/"event":"([a-z-]+)"/g)].map(([, name]) => name ?? '');
  const watched = [...lists.flatMap((inside) => [...inside.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name ?? '')), ...named];
  expect(watched).toHaveLength(13);
  expect(watched.filter((event) => !isLogged(event))).toEqual([]);
  expect(code).toContain('oldestSeconds:');
});

test('each alert has a page that says what it means for a school, where to look, how to mend it and whom to call; and each page an alert', () => {
  const folder = path.join(root, 'docs/runbooks');
  const pages = readdirSync(folder);
  expect(pages.sort()).toEqual(alertNames.map((name) => `${name}.md`).sort());
  expect(alerts).toMatch(/docs\/runbooks\/\$\{rule\.key\}\.md/);
  for (const page of pages) {
    const text = readFileSync(path.join(folder, page), 'utf8');
    for (const part of ['**What it means for a school.**', '**Look first.**', '**Mend.**', '**Call.**'])
      expect([page, part, text.includes(part)]).toEqual([page, part, true]);
    expect([page, operations.includes(`runbooks/${page}`)]).toEqual([page, true]);
  }
});

test('every event that the table of figures or a runbook names is one that the code logs', () => {
  const pages = readdirSync(path.join(root, 'docs/runbooks')).map((page) => readFileSync(path.join(root, 'docs/runbooks', page), 'utf8'));
  const inTable = [...operations.matchAll(/events? ((?:`[a-z-]+`(?:, )?)+)/g)].flatMap(([, some]) =>
    [...(some ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name ?? ''),
  );
  const inPages = pages.flatMap((text) =>
    [...text.matchAll(/message has '"([a-z-]+)"'|^\| `([a-z-]+)`/gm)].map(([, asked, listed]) => asked ?? listed ?? ''),
  );
  expect(inTable).toEqual(expect.arrayContaining(['search-times', 'sweep', 'lapses', 'service-busy', 'effect-performed']));
  expect([...inTable, ...inPages].filter((event) => !isLogged(event))).toEqual([]);
});

test('the page of operations names every check of the doctor', () => {
  const rows = [...operations.matchAll(/^\| ([a-z, -]+) \| /gm)].flatMap(([, names]) => (names ?? '').split(', '));
  expect(checkNames.filter((name) => !rows.includes(name))).toEqual([]);
});

test('the council’s own domain is bound to the pages once it points at them', () => {
  expect(bicep).toMatch(/resource domain 'customDomains' = if \(pagesDomainReady\) \{\s+name: pagesHost/);
});
