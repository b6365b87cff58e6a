import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSettings } from '../../functions/src/settings.ts';

// No Bicep compiler can be had here, so the template is kept literal and its structure is held against the code.

const root = path.resolve(__dirname, '../..');
const bicep = readFileSync(path.join(root, 'infra/azure/main.bicep'), 'utf8');
const settings = readFileSync(path.join(root, 'functions/src/settings.ts'), 'utf8');

const inTemplate = [...bicep.matchAll(/name: '([A-Za-z_]+)', value:/g)].map(([, name]) => name ?? '');
const inCode = [...settings.matchAll(/^ {2}([A-Za-z_]+): (.*)$/gm)].filter(([, name = '']) => /^[A-Z]{2,}|^Azure/.test(name));

/** Settings of the platform that our code never reads. */
const platform = ['AzureWebJobsStorage__credential', 'APPLICATIONINSIGHTS_CONNECTION_STRING', 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'];

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
  expect(bicep).not.toMatch(/AccountKey=|SECRET|listKeys\(/);
});

const outputs = [...bicep.matchAll(/^output ([A-Z_]+) string/gm)].map(([, name]) => name ?? '');
const example = readFileSync(path.join(root, 'teams-app/deployment/settings.example.env'), 'utf8');
/** What the council says itself: no deployment knows it. */
const saidByCouncil = ['TEAMS_APP_ID', 'COUNCIL_NAME'];

test('the deployment gives every setting of the Teams app package and of the pages, but for what the council says itself', () => {
  const wanted = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  expect(wanted).toContain('PAGES_URL');
  expect(wanted.filter((name) => !outputs.includes(name) && !saidByCouncil.includes(name))).toEqual([]);
});

test('the token that Teams asks for is one to the host of the pages, as the package says', () => {
  expect(bicep).toMatch(/output API_IDENTIFIER_URI string = 'api:\/\/\$\{pagesHost\}\/\$\{apiClientId\}'/);
  expect(bicep).toContain("var pagesHost = replace(pagesUrl, 'https://', '')");
});

test('the council’s own domain is bound to the pages once it points at them', () => {
  expect(bicep).toMatch(/resource domain 'customDomains' = if \(pagesDomainReady\) \{\s+name: pagesHost/);
});
