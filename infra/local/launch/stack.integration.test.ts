import { mkdtempSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { QueueServiceClient } from '@azure/storage-queue';
import { buildFixtureApp } from '../host/fixtures/build-app.ts';
import { canListen } from './can-listen.ts';
import { freePorts } from './ports.ts';
import { type StackOptions, startStack } from './stack.ts';

const parts = ['azurite', 'tenant', 'functions', 'window'] as const;
let options: StackOptions;

beforeAll(async () => {
  options = {
    stateDir: mkdtempSync(path.join(tmpdir(), 'stack-')),
    ports: await freePorts(),
    only: parts,
    functionsRoot: await buildFixtureApp('sample-app'),
    extraSettings: { SWEEP_SCHEDULE: '0 0 0 1 1 *' },
  };
});

const status = async (url: string): Promise<number> => (await fetch(url)).status;
const tenantHealth = (url: string, ca: Buffer) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(`${url}/_local/health`, { ca }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the local run', () => {
  test('starts healthy, keeps its state over a restart and frees every port', async () => {
    const first = await startStack(options);
    expect(await tenantHealth(first.addresses.tenant, readFileSync(first.caPath))).toBe(200);
    expect(await status(`${first.addresses.api}/hello`)).toBe(200);
    expect(await status(first.addresses.window)).toBe(200);
    expect(first.organisation.bot?.messagingEndpoint).toBe(first.addresses.messages);
    await QueueServiceClient.fromConnectionString(first.storage ?? '')
      .getQueueClient('kept')
      .create();
    await first.stop();
    for (const port of Object.values(options.ports ?? {}) as number[]) expect(await canListen(port)).toBe(true);

    const second = await startStack(options);
    expect(
      await QueueServiceClient.fromConnectionString(second.storage ?? '')
        .getQueueClient('kept')
        .exists(),
    ).toBe(true);
    await second.stop();
  });

  test('stops everything, with a sentence, when one part ends by itself', async () => {
    const stack = await startStack(options);
    process.kill(stack.functions?.child.pid ?? -1, 'SIGKILL');
    expect(await stack.crashed).toMatchObject({ message: 'Functions host ended (SIGKILL). Everything else was stopped.' });
    for (const port of Object.values(options.ports ?? {}) as number[]) expect(await canListen(port)).toBe(true);
  });

  test('leaves nothing running when a part does not start', async () => {
    const failed = startStack({ ...options, extraSettings: {}, functionsRoot: path.join(options.stateDir, 'nowhere') });
    await expect(failed).rejects.toMatchObject({ name: 'ChildFailed' });
    for (const port of Object.values(options.ports ?? {}) as number[]) expect(await canListen(port)).toBe(true);
  });
});
