import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts, type StackPorts } from '@ap/local/launch/ports';
import { type Stack, startStack } from '@ap/local/launch/stack';
import { frameworkSiteId, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { startLocally } from '../../infra/tenant/src/run-command.ts';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { timersByHand } from '../support/running-stack.ts';
import { eventually, type People, peopleOf } from '../support/signed-in.ts';
import { listItem, walkMainJob } from './main-job.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'ap-recovery-'));
const stateDir = path.join(dir, 'state');
const copy = path.join(dir, 'copy');
let ports: StackPorts;
let stack: Stack | undefined;
let people: People;

/** The stack on the state of this test, with or without the app. */
const start = async (withApp: boolean): Promise<void> => {
  stack = await startStack({
    stateDir,
    ports,
    only: withApp ? ['azurite', 'tenant', 'register', 'functions'] : ['azurite', 'tenant'],
    extraSettings: timersByHand,
  });
  people = peopleOf({ ...stack.addresses, caPath: stack.caPath });
};
const restart = async (withApp: boolean): Promise<void> => {
  await stack?.stop();
  await start(withApp);
};
const timer = (name: string): Promise<unknown> => stack?.functions?.trigger(name) ?? Promise.reject(new Error('no host'));

const administrator = (...args: readonly string[]) => startLocally('infra/tenant/src/main.ts', stateDir, args);
const command = async (...args: readonly string[]) => {
  const { exitCode: code, output } = await administrator(...args).ended;
  return { code, output };
};
const hashesIn = (folder: string) =>
  Object.fromEntries(
    (
      JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as { lists: { title: string; rows: number; sha256: string }[] }
    ).lists.map(({ title, rows, sha256 }) => [title, `${rows} ${sha256}`]),
  );

beforeAll(async () => {
  ports = await freePorts();
  await start(true);
});
afterAll(async () => {
  await stack?.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** A row of RateCards, edited as a commissioner edits it in the list. */
const editRate = async (): Promise<{ readonly title: string; readonly before: number }> => {
  const token = await people.token(samplePerson('commissioner'), undefined, 'https://graph.microsoft.com/Sites.ReadWrite.All');
  const items = `/v1.0/sites/${frameworkSiteId}/lists/RateCards/items`;
  const rates = (await people.tenant('GET', `${items}?$expand=fields&$top=5`, { token })).body as unknown as {
    value: { id: string; fields: { Title: string; Price: number } }[];
  };
  const [rate] = rates.value;
  if (!rate) throw new Error('no rate');
  const edited = await people.tenant('PATCH', `${items}/${rate.id}/fields`, { token, json: { Price: rate.fields.Price + 500 } });
  expect(edited.status).toBe(200);
  return { title: rate.fields.Title, before: rate.fields.Price };
};
const rateNow = async (title: string): Promise<number | undefined> => {
  const token = await people.token(samplePerson('commissioner'), undefined, 'https://graph.microsoft.com/Sites.ReadWrite.All');
  const filter = encodeURIComponent(`fields/Title eq '${title}'`);
  const answer = await people.tenant('GET', `/v1.0/sites/${frameworkSiteId}/lists/RateCards/items?$filter=${filter}&$expand=fields`, {
    token,
  });
  return (answer.body as unknown as { value: { fields: { Price: number } }[] }).value[0]?.fields.Price;
};

test('a register is copied while it runs, lost, and brought back: the same hashes, and the product goes on', async () => {
  // Real data, half-way: one order under way, one request that waits, with a mail that cannot be sent.
  await walkMainJob(people, () => undefined);
  await timer('guardLists');
  await timer('sweep');
  const senco = people.as('senco');
  const { service, basis } = await aService(senco);
  const request = aRequest(sampleSchoolRef, service, basis, { pupilRef: 'P-0200' });
  const { price } = await quoteOf(senco, request);
  const deputy = samplePerson('second-approver');
  await people.fault({ method: 'POST', path: '/sendMail$' }, { status: 503, code: 'serviceNotAvailable', retryAfter: 1 }, 500);
  const waiting = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: 'waits-for-approval-0001' });
  const sentAt = Date.now();
  const mailed = async () => (await people.mail(deputy.mail)).filter(({ subject }) => subject.includes(waiting.ref)).length;
  await eventually('the card of the head', async () =>
    (await people.chat('head-teacher')).find((message) => JSON.stringify(message.activity).includes(waiting.ref)),
  );
  await timer('guardLists');
  const rate = await editRate();

  const taken = await command('backup', '--to', copy);
  expect(taken).toMatchObject({ code: 0 });
  expect(await mailed()).toBe(0);

  // A history that is lost: the request is decided after the copy was taken.
  const decided = await people.as('head-teacher').decideApproval({
    params: { ref: waiting.ref },
    body: { verdict: 'approve', seen: { round: 1, step: 0 } },
    key: 'lost-approval-0001',
  });
  expect(decided.status).toBe('ordered');
  await timer('sweep');
  // It overtakes the mail, which is settled as owed to nobody: after the restore somebody waits for it again.
  await eventually(
    'the mail that is overtaken',
    async () =>
      readFileSync(path.join(stateDir, 'logs', 'functions.log'), 'utf8')
        .split('\n')
        .some((line) => line.includes(waiting.ref) && line.includes('send-approval-mail') && line.includes('superseded')) || undefined,
    240,
  );
  const lostNumber = decided.orderNumber;
  expect(lostNumber).toMatch(/^AP-/);

  await restart(false);
  // Only shown; then stopped by what is there; then stopped by an app that ran a moment ago.
  expect(await command('restore', '--from', copy)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/rows are in the way.*--wipe/s),
  });
  const shown = await command('restore', '--from', copy, '--wipe');
  expect(shown).toMatchObject({ code: 0, output: expect.stringContaining('Nothing was changed. --yes carries it out.') });
  expect(await command('restore', '--from', copy, '--wipe', '--yes')).toMatchObject({
    code: 1,
    output: expect.stringContaining('The app runs'),
  });

  // The lists are lost: every row of them.
  const broken = administrator('restore', '--from', copy, '--wipe', '--yes', '--app-stopped');
  broken.child.stdout?.on('data', (chunk: Buffer) => {
    if (/^ {2}Lots: .* rows, /m.test(chunk.toString('utf8'))) broken.child.kill('SIGKILL');
  });
  await broken.ended;
  const finished = await command('restore', '--from', copy, '--wipe', '--yes', '--app-stopped');
  expect(finished).toMatchObject({ code: 0, output: expect.stringContaining('Verified: every list says what the copy says.') });

  const again = path.join(dir, 'again');
  expect(await command('backup', '--to', again)).toMatchObject({ code: 0 });
  expect(hashesIn(again)).toEqual(hashesIn(copy));

  // The same copy in a tenant that has never seen it, whose lists count from 1: the drill of each term.
  expect(await command('drill', '--from', copy)).toMatchObject({
    code: 0,
    output: expect.stringContaining('lists say the same in a tenant that was empty'),
  });

  await restart(true);
  // The sweep leaves an effect to its own message for a minute.
  await eventually('a minute since the mail was owed', async () => Date.now() > sentAt + 61_000 || undefined, 90);
  await timer('sweep');
  await eventually('the mail that waited', async () => ((await mailed()) > 0 ? true : undefined));
  await timer('sweep');
  expect(await mailed()).toBe(1);
  // The edit that nobody had judged is judged now, and nothing else is taken for one.
  await timer('guardLists');
  expect(await rateNow(rate.title)).toBe(rate.before);
  expect(await listItem(people, waiting.ref)).toMatchObject({ Status: 'awaiting-approval' });

  // The approval that was waiting is decided, under a number that nobody has; what it brings about is sent, though the lost one had receipts of the same ids.
  const anew = await people.as('head-teacher').decideApproval({
    params: { ref: waiting.ref },
    body: { verdict: 'approve', seen: { round: 1, step: 0 } },
    key: 'approval-after-restore-0001',
  });
  expect(anew.status).toBe('ordered');
  expect(anew.orderNumber).not.toBe(lostNumber);
  const provider = (await people.as('senco').getService({ params: { serviceRef: service.serviceRef } })).provider;
  await eventually('the order at the provider', async () =>
    (await people.mail(provider.email)).find(({ subject }) => subject.includes(anew.orderNumber ?? '-')),
  );
  await timer('sweep');
  const verified = await eventually('the audit log without gaps', async () => {
    const run = await startLocally('infra/tenant/src/audit-verify.ts', stateDir, []).ended;
    return run.exitCode === 0 ? run.output : undefined;
  });
  expect(verified).toContain('The chain holds');
}, 600_000);
