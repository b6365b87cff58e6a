import { readFileSync } from 'node:fs';
import path from 'node:path';
import { localDate } from '@ap/shared/domain/days/local-date';
import { bicepParameters, parametersFile } from './deployment.ts';
import { draftingClient, graphAppId } from './registrations.ts';
import { planCatalogue } from './steps/catalogue-step.ts';
import { planConsents } from './steps/consents-step.ts';
import { undoLists } from './steps/lists-step.ts';
import { planRegistrations, undoRegistrations } from './steps/registrations-step.ts';
import { teamsAppIdOf } from './teams-app-id.ts';
import { readWanted } from './wanted.ts';

const id = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const values = {
  TENANT_ID: id('1'),
  SITE_HOSTNAME: 'council.sharepoint.com',
  SITE_PATH: '/sites/ap-framework',
  PAGES_URL: 'https://ap-framework.council.example',
  COUNCIL_NAME: 'Example Council',
  MAIL_SENDER: 'ap@council.example',
  COMMISSIONING_CONTACT: 'ap@council.example',
  OPERATOR_EMAIL: 'it@council.example',
  MONTHLY_BUDGET: '200',
};
const wanted = readWanted(values);
const app = (digit: string, tags: readonly string[] = ['ap-framework-setup']) => ({
  id: id(digit),
  appId: id(digit),
  tags,
  identifierUris: [],
});
const said = ({ changes }: { readonly changes: readonly { readonly say: string }[] }): string => changes.map(({ say }) => say).join('\n');

test('settings at fault are named, all at once', () => {
  const faulty = { ...values, TENANT_ID: 'council', PAGES_URL: 'https://pages.azurestaticapps.net', PEOPLE_GROUPS: 'teachers' };
  expect(() => readWanted(faulty)).toThrow(/TENANT_ID: .*PAGES_URL: .*PEOPLE_GROUPS: "teachers" is no object id/);
});

test('what is not there is registered, and only the rest is said in words', () => {
  const { changes } = planRegistrations({ api: [], runtime: [app('2')], bot: [] }, wanted);
  expect(changes.map(({ call }) => (typeof call === 'object' ? call.path : call))).toEqual(['/applications', '/applications', undefined]);
});

test('a registration that this command did not make is never deleted', () => {
  const { changes, byHand } = undoRegistrations({ api: [app('2', [])], runtime: [app('3')], bot: [] });
  expect(changes.map(({ call }) => (typeof call === 'object' ? `${call.method} ${call.path}` : call))).toEqual([
    `DELETE /applications/${id('3')}`,
    `DELETE /directory/deletedItems/${id('3')}`,
  ]);
  expect(byHand).toEqual([expect.stringContaining('"AP Framework API"')]);
});

describe('consent', () => {
  const roles = ['Sites.Selected', 'Mail.Send', 'Files.Read.All'];
  const principal = (name: string, appRoles: readonly string[] = []) => ({
    id: name,
    appId: name === 'graph' ? graphAppId : name,
    appRoleAssignmentRequired: false,
    appRoles: appRoles.map((value) => ({ id: value, value })),
  });
  const seen = (...held: readonly string[]) => ({
    own: principal('own'),
    graph: principal('graph', roles),
    assignments: held.map((appRoleId) => ({ id: appRoleId, resourceId: 'graph', appRoleId })),
  });

  test('lets the product send from every mailbox only where the council says so', () => {
    expect(said(planConsents(seen(), wanted))).not.toContain('Mail.Send');
    expect(said(planConsents(seen(), { ...wanted, mailPermission: 'tenant' }))).toContain(
      'Mail.Send of Graph, to send mail, from any mailbox',
    );
  });

  test('tells what is too much, and leaves it to a person', () => {
    const judged = planConsents(seen('Sites.Selected', 'Mail.Send', 'Files.Read.All'), wanted);
    expect([judged.changes, judged.byHand?.join()]).toEqual([[], expect.stringContaining('take Mail.Send, Files.Read.All away')]);
  });
});

test.each([
  ['0.9.0', 1],
  ['99.0.0', 0],
])('over version %s of the Teams app there are %i uploads', (version, count) => {
  const ids = { api: id('2'), bot: id('3') };
  const present = { id: 'c', externalId: 'e', appDefinitions: [{ version }] };
  const judged = planCatalogue({ ids, teamsAppId: teamsAppIdOf(ids.api), present }, { ...wanted, appVersion: '1.0.0' });
  expect(judged.changes).toHaveLength(count);
});

test('lists with rows are deleted only when that was asked for', () => {
  const lists = [
    { title: 'Buyers', id: 'b', hasRows: true },
    { title: 'Orders', id: 'o', hasRows: false },
  ];
  expect(said(undoLists({ siteId: 's', lists, strange: [] }, wanted, false))).toBe('delete the list Orders');
  expect(said(undoLists({ siteId: 's', lists, strange: [] }, wanted, true))).toContain('delete the list Buyers, with what is in it');
});

test('a list of another kind is no list of ours: it stays whatever was asked for, and that is said', () => {
  const judged = undoLists({ siteId: 's', lists: [], strange: [{ title: 'Events', template: 'events' }] }, wanted, true);
  expect(judged).toEqual({ changes: [], byHand: ["The list Events is not of this set-up, so it stays: it is of the kind 'events'."] });
});

test('the parameters are those of main.bicep: every one without a default, and none that it does not know', () => {
  const bicep = readFileSync(path.resolve(import.meta.dirname, '../../../azure/main.bicep'), 'utf8');
  const declared = [...bicep.matchAll(/^param (\w+) \w+( = )?/gm)].map(([, name = '', preset]) => ({
    name,
    isDemanded: preset === undefined,
  }));
  const made = { apiClientId: id('2'), runtimeClientId: id('3'), botAppId: id('4'), teamsAppId: id('5'), teamsLinkAppId: id('6') };
  const { parameters } = JSON.parse(parametersFile(bicepParameters(made, wanted), undefined, localDate('2027-03-14'))) as {
    parameters: Record<string, { value: unknown }>;
  };
  const given = Object.keys(parameters);
  expect(declared.filter(({ name, isDemanded }) => isDemanded && !given.includes(name))).toEqual([]);
  expect(given.filter((name) => !declared.some((each) => each.name === name))).toEqual([]);
  expect(parameters.draftingClients?.value).toBe(draftingClient);
  expect(String(parameters.decidingClients?.value)).not.toContain(draftingClient);
});

test('a second set-up keeps what the council wrote into the file, and the month from which the budget counts', () => {
  const made = { apiClientId: id('2'), runtimeClientId: id('3'), botAppId: id('4'), teamsAppId: id('5'), teamsLinkAppId: undefined };
  const first = parametersFile(bicepParameters(made, wanted), undefined, localDate('2027-03-14'));
  const byHand = first.replace(
    '"parameters": {',
    '"parameters": {\n    "pagesDomainReady": { "value": true },\n    "monthlyBudget": { "value": 1 },',
  );
  const again = parametersFile(bicepParameters({ ...made, teamsLinkAppId: id('6') }, wanted), byHand, localDate('2027-04-02'));
  const { parameters } = JSON.parse(again) as { parameters: Record<string, { value: unknown }> };
  expect(parameters.budgetFrom).toEqual({ value: '2027-03-01' });
  expect(parameters.pagesDomainReady).toEqual({ value: true });
  // What the settings say is said there.
  expect(parameters.monthlyBudget).toEqual({ value: wanted.monthlyBudget });
  expect(parameters.teamsLinkAppId).toEqual({ value: id('6') });
});
