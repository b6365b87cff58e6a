import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { honest, type ListeningSubscriber, listeningSubscriber } from '../test-support/listening-subscriber.ts';
import type { ThreeClients } from '../test-support/three-clients.ts';
import { type FreshTenant, startFreshTenant } from './fresh-tenant.ts';
import type { Observation } from './observation.ts';
import { scenario } from './scenario.ts';

const root = join(import.meta.dirname, '../../../..');

const told = ({ status, code, innerCode, seen }: Observation) => ({ status, code, innerCode, seen });

describe('three clients that we did not write', () => {
  let tenant: FreshTenant;
  let subscriber: ListeningSubscriber;
  let got: ThreeClients;

  beforeAll(async () => {
    tenant = await startFreshTenant('faithful');
    subscriber = await listeningSubscriber();
    subscriber.shakeWith(honest);
    const plan = { url: tenant.url, token: await tenant.token(), subscriber: subscriber.url };
    const script = join(root, 'infra/local-tenant/src/test-support/three-clients.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', script, JSON.stringify(plan)],
      { cwd: root, env: { ...process.env, NODE_EXTRA_CA_CERTS: tenant.caPath }, maxBuffer: 2 ** 24 },
    );
    got = JSON.parse(stdout) as ThreeClients;
  });

  afterAll(async () => {
    await subscriber.stop();
    await tenant.stop();
  });

  test('each of them goes through every step, but for what it cannot say', () => {
    const untried = Object.entries(got.observations).map(([client, observations]) => [
      client,
      observations.length,
      observations.flatMap(({ step, untried: why }) => (why === undefined ? [] : [`${step}: ${why}`])),
    ]);
    expect(untried).toEqual([
      ['graph-client', scenario.length, []],
      ['pnp', scenario.length, ['a part is not tried where the one that it depends on failed: its batches know no dependsOn']],
      [
        'kiota',
        scenario.length,
        ['a part of a batch that is refused says why: it reads the bodies of a batch as bytes, and loses those that are JSON'],
      ],
    ]);
  });

  test.each(['pnp', 'kiota'])('%s reads the same in every answer as the client of the product', (name) => {
    const own = new Map(got.observations['graph-client']?.map((observation) => [observation.step, observation]));
    const tried = got.observations[name]?.filter(({ untried }) => untried === undefined) ?? [];
    expect(tried.map((each) => [each.step, told(each)])).toEqual(tried.map(({ step }) => [step, told(own.get(step) as Observation)]));
  });

  test('each refusal has the status and the code of the service', () => {
    const refused = got.observations['graph-client']?.filter(({ code }) => code !== undefined) ?? [];
    expect(Object.fromEntries(refused.map(({ step, status, code }) => [step, `${status} ${code}`]))).toEqual({
      'a second list of the same name is refused': '409 nameAlreadyExists',
      'a list that names itself is refused': '400 invalidRequest',
      'lists are not filtered by anything else': '400 invalidRequest',
      'unique values without an index are refused': '400 invalidRequest',
      'several choices without the annotation are refused': '400 invalidRequest',
      'a field that the list does not have is refused': '400 invalidRequest',
      'a null in a new item is refused': '400 invalidRequest',
      'a text over its length is refused': '400 invalidRequest',
      'a number over its maximum is refused': '400 invalidRequest',
      'a number under its minimum is refused': '400 invalidRequest',
      'a value that a unique column holds already is refused, in any case': '400 invalidRequest',
      'a write with a stale eTag is refused': '412 resourceModified',
      'a write with a malformed eTag is refused': '400 invalidRequest',
      'a filter on a column without an index is refused, however small the list': '400 invalidRequest',
      'a filter on a bare name is refused': '400 BadRequest',
      'a filter by the moment of creation': '501 notSupported',
      '$count is refused': '400 invalidRequest',
      '$skip is refused': '400 invalidRequest',
      'a deletion with a stale eTag is refused': '412 resourceModified',
      'a deleted item is not found': '404 itemNotFound',
      'a token that is none is refused': '400 invalidRequest',
      'an item without a required column is refused': '400 invalidRequest',
    });
  });

  test('every answer has only what the generated models know, in the types that they hold', () => {
    expect(got.faults).toEqual([]);
    expect(got.alsoAsked.filter((answer) => / [45]\d\d$/.test(answer))).toEqual(['GET manager 404']);
    expect(got.parsed).toBeGreaterThan(3 * scenario.length);
  });

  test('a property that is not of the service is found, and one of another type', () => {
    expect(got.planted).toEqual(['indexed is not what its type holds', 'bogus is unknown', 'text.textt is unknown']);
  });
});
