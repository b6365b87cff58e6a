import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import {
  administratorClientId,
  apiClientId,
  councilTenantId,
  frameworkSiteId,
  frameworkSitePath,
  runtimeClientId,
  schoolStaffGroupId,
  schoolsSiteId,
} from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { secretsFile } from '@ap/local/sample/state-files';
import { storage as storageBy } from '../../functions/src/adapters/storage/storage.ts';
import { type CheckName, checkNames, type Finding } from '../../infra/tenant/src/doctor/finding.ts';
import { startLocally } from '../../infra/tenant/src/run-command.ts';
import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';

// A whole deployment on this machine, first as it should be and then spoilt from every side, and what `npm run doctor` says of both.

let stack: TestStack;
let pages: Server;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, timersByHand, true);
  pages = createServer((_request, reply) => reply.end('ok')).listen(Number(new URL(stack.tab).port), 'localhost');
  await stack.runTimer('renewSubscriptions');
  await stack.people.as('senco').searchDirectory({ query: {} });
}, 240_000);
afterAll(async () => {
  pages?.close();
  await stack?.stop();
}, 60_000);
jest.setTimeout(240_000);

const doctor = async (): Promise<{
  readonly exitCode: number;
  readonly found: Readonly<Record<CheckName, Finding>>;
  readonly output: string;
}> => {
  const { exitCode, output } = await startLocally('infra/tenant/src/doctor/main.ts', stack.stateDir, ['--json']).ended;
  const findings = JSON.parse(output.slice(output.indexOf('['))) as readonly Finding[];
  return { exitCode, output, found: Object.fromEntries(findings.map((each) => [each.check, each])) as Record<CheckName, Finding> };
};
const storage = () => storageBy({ AzureWebJobsStorage: stack.storage, DEPLOYMENT_NAME: 'local' });
const settingsFile = (): string => path.join(stack.stateDir, 'functions.settings.json');
const withSettings = async <T>(change: Readonly<Record<string, string | undefined>>, run: () => Promise<T>): Promise<T> => {
  const before = readFileSync(settingsFile(), 'utf8');
  const read = JSON.parse(before) as { Values: Record<string, string> };
  writeFileSync(settingsFile(), JSON.stringify({ ...read, Values: { ...read.Values, ...change } }));
  try {
    return await run();
  } finally {
    writeFileSync(settingsFile(), before);
  }
};
const administrator = async (method: string, place: string, json?: unknown) => {
  const asked = { kind: 'app', tenantId: councilTenantId, clientId: administratorClientId };
  const { access_token: token } = await stack.people.control<{ access_token: string }>('POST', '/_local/tokens', asked);
  const answer = await stack.people.tenant(method, `/v1.0/sites/${place}`, { token, ...(json === undefined ? {} : { json }) });
  if (answer.status >= 300) throw new Error(`${method} ${place}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as unknown as { readonly id: string; readonly value: readonly { readonly id: string; readonly name: string }[] };
};

/** Somebody opens one list to everybody who works at a school. */
const letSchoolsRead = async (title: string): Promise<void> => {
  const asked = { kind: 'app', tenantId: councilTenantId, clientId: administratorClientId, audience: new URL(stack.tenant).origin };
  const { access_token: token } = await stack.people.control<{ access_token: string }>('POST', '/_local/tokens', asked);
  const post = async (path: string, json?: unknown) => {
    const answer = await stack.people.tenant('POST', `${frameworkSitePath}/_api/web${path}`, {
      token,
      ...(json === undefined ? {} : { json }),
    });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as unknown as { readonly Id: number };
  };
  const { Id } = await post('/ensureuser', { logonName: `c:0t.c|tenant|${schoolStaffGroupId}` });
  const list = `/lists/getbytitle('${title}')`;
  await post(`${list}/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`);
  await post(`${list}/roleassignments/addroleassignment(principalid=${Id},roledefid=1073741826)`);
};

test('a deployment that is in order is found so by every check, and the command ends well', async () => {
  const { exitCode, found, output } = await doctor();
  expect(Object.keys(found).sort()).toEqual([...checkNames].sort());
  expect(Object.values(found).filter(({ verdict, check }) => verdict !== 'ok' && check !== 'snapshot')).toEqual([]);
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Looking at')]);
});

test('without the app’s own sign-in its permissions are read from Entra', async () => {
  const file = secretsFile(stack.stateDir);
  const before = readFileSync(file, 'utf8');
  const { runtimeSecret: _none, ...others } = JSON.parse(before) as { readonly runtimeSecret: string };
  writeFileSync(file, JSON.stringify(others));
  const { found } = await doctor().finally(() => writeFileSync(file, before));
  expect(found.permissions).toMatchObject({
    verdict: 'ok',
    sentence: expect.stringContaining('Sites.Selected, Mail.Send, and nothing else'),
  });
});

test('what was spoilt is found, each by its check, with what to do; the command fails', async () => {
  // The grant is taken away and given to read only, and there is one on a site of the schools.
  const give = (site: string, role: string) =>
    administrator('POST', `${site}/permissions`, {
      roles: [role],
      grantedToIdentities: [{ application: { id: runtimeClientId, displayName: 'AP' } }],
    });
  for (const { id } of (await administrator('GET', `${frameworkSiteId}/permissions`)).value)
    await administrator('DELETE', `${frameworkSiteId}/permissions/${id}`);
  await give(frameworkSiteId, 'read');
  await give(schoolsSiteId, 'read');
  // Somebody takes an index away, and types what nobody can read.
  const { value: columns } = await administrator('GET', `${frameworkSiteId}/lists/Services/columns`);
  const indexed = columns.find(({ name }) => name === 'ProviderRef');
  await administrator('PATCH', `${frameworkSiteId}/lists/Services/columns/${indexed?.id}`, { indexed: false });
  const [first] = (await administrator('GET', `${frameworkSiteId}/lists/BuyerMembers/items?$top=1`)).value;
  await administrator('PATCH', `${frameworkSiteId}/lists/BuyerMembers/items/${first?.id}/fields`, { Person: 'the head' });
  await letSchoolsRead('Buyers');
  // What waits, what was given up, what is stuck, whom no card reached, and a subscription that nobody knows.
  const { table, queue } = storage();
  const put = async (
    name: 'expected' | 'stuck' | 'receipts' | 'subscriptions',
    row: { readonly partitionKey: string; readonly rowKey: string; readonly [column: string]: string | number },
  ) => {
    await table(name).createTable();
    await table(name).upsertEntity(row, 'Replace');
  };
  const old = new Date(Date.now() - 3_600_000).toISOString();
  await put('expected', { partitionKey: 'CO-1', rowKey: 'e-1', list: 'CallOffs', itemId: 1, madeAt: old });
  await put('stuck', { partitionKey: 'stuck', rowKey: 's-1', note: JSON.stringify({ id: 's-1', what: 'poisoned' }) });
  await queue('effects-poison').createIfNotExists();
  await queue('effects-poison').sendMessage('e30=');
  const approver = samplePerson('second-approver');
  const receipt = {
    effectId: 'e-2',
    kind: 'send-approval-card',
    state: 'not-delivered',
    reason: 'not-installed',
    at: old,
    to: `${approver.tenantId}/${approver.userId}`,
  };
  await put('receipts', { partitionKey: 'CO-1', rowKey: 'e-2', receipt: JSON.stringify(receipt) });
  await put('subscriptions', { partitionKey: 'list', rowKey: 'Buyers', subscriptionId: 'gone', clientStateHash: 'x' });
  stack.moveClock(new Date(Date.now() + 3_600_000).toISOString());
  pages.close();
  pages.closeAllConnections();

  const { exitCode, found } = await withSettings({ API_URL: 'http://127.0.0.1:9/api' }, doctor);
  expect(exitCode).toBe(1);
  const told = (check: CheckName): string => `${found[check].verdict}: ${found[check].sentence}`;
  expect(told('grant')).toBe(
    "fault: The product's app may only read the site of the lists: nothing can be requested, approved or recorded.",
  );
  expect(told('other-sites')).toMatch(/^fault: .*\/sites\/schools/);
  expect(told('lists')).toMatch(/^fault: .*Services.ProviderRef: indexed = true/);
  expect(told('readers')).toMatch(/^fault: .*All school staff.* reads the list Buyers/);
  expect(told('rows')).toMatch(/^fault: 1 of \d+ rows .* BuyerMembers \d+ \(Person\)/);
  expect(told('clock')).toMatch(/^fault: .* (3599|3600|3601) seconds ahead/);
  expect(told('queue')).toMatch(/^fault: Cards and mails wait: \d+, the oldest for (119|120|121) minutes/);
  expect(told('given-up')).toMatch(/^fault: .*1 in effects-poison/);
  expect(told('stuck')).toBe('fault: Waiting for a person: 1 poisoned.');
  expect(told('approvers')).toContain(`warning: The app is not installed for ${approver.givenName} ${approver.surname}`);
  expect(told('subscriptions')).toMatch(/^warning: No live subscription.* to Buyers/);
  expect(told('api')).toContain('fault: Nobody answers at http://127.0.0.1:9/api/health');
  expect(told('pages')).toContain('fault: Nobody answers at');
  for (const { verdict, mend } of Object.values(found)) expect(mend === undefined).toBe(verdict === 'ok');
});

test('another registration than the product’s is found by what it may not do; a certificate is read', async () => {
  const file = secretsFile(stack.stateDir);
  const before = readFileSync(file, 'utf8');
  const secrets = JSON.parse(before) as { readonly apiSecret: string };
  writeFileSync(file, JSON.stringify({ ...secrets, runtimeSecret: secrets.apiSecret }));
  const change = { RUNTIME_CLIENT_ID: apiClientId, PAGES_URL: `${stack.tenant}/_local/health` };
  const { exitCode, found } = await withSettings(change, doctor).finally(() => writeFileSync(file, before));
  expect(exitCode).toBe(1);
  expect(found.permissions).toMatchObject({ verdict: 'fault', sentence: expect.stringContaining('Sites.Selected (no list can be opened') });
  expect(found.grant).toMatchObject({ verdict: 'fault', sentence: expect.stringContaining('no grant') });
  expect(found.pages.sentence).toMatch(/certificate until \d{4}-\d\d-\d\d/);
});

test('a setting that is missing is named, and what needs no setting is looked at all the same', async () => {
  const { exitCode, found } = await withSettings({ MAIL_SENDER: undefined, SITE_PATH: '/sites/none' }, doctor);
  expect(exitCode).toBe(1);
  expect(found.settings).toMatchObject({ verdict: 'fault', sentence: expect.stringContaining('MAIL_SENDER') });
  expect(found['sign-in']).toMatchObject({ verdict: 'fault', sentence: expect.stringContaining('/sites/none could not be opened') });
});
