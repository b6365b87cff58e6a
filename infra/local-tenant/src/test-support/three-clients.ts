// Run as a process of its own, because Node reads NODE_EXTRA_CA_CERTS only at start, and because the generated SDK is ESM only. Runs the scenario
// through three clients of the real service, parses every answer with the generated models, and prints what came of it as one JSON object.
import { freshPeople, freshSite } from '../scenario/fresh-tenant.ts';
import { graphOver, graphScenarioClient } from '../scenario/graph-scenario-client.ts';
import type { Observation } from '../scenario/observation.ts';
import { runScenario } from '../scenario/scenario.ts';
import type { ScenarioClient } from '../scenario/scenario-client.ts';
import { type Exchange, recorded, type Transport } from '../scenario/wire.ts';
import { kiotaClient } from './kiota-client.ts';
import { pnpClient } from './pnp-client.ts';
import { modelFaults } from './strict-models.ts';

interface Plan {
  readonly url: string;
  readonly token: string;
  /** An address where the local tenant's webhooks find somebody listening. */
  readonly subscriber: string;
}

/** What the three clients made of the tenant, and what its answers lack or have too much by the generated models. */
export interface ThreeClients {
  readonly observations: Readonly<Record<string, readonly Observation[]>>;
  /** Method, end of the path and status of what was asked besides the scenario. */
  readonly alsoAsked: readonly string[];
  readonly faults: readonly string[];
  readonly parsed: number;
  readonly planted: readonly string[];
}

const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const fetched: Transport = (url, init) => fetch(url, init);

/** Answers of addresses that the scenario has no step for. */
const alsoAsked = async (transport: Transport): Promise<readonly string[]> => {
  const answers: string[] = [];
  const ask = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const headers = { Authorization: `Bearer ${plan.token}`, 'Content-Type': 'application/json' };
    const answer = await transport(`${plan.url}/v1.0${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    answers.push(`${method} ${path.split('/').at(-1)} ${answer.status}`);
    const text = await answer.text();
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };
  await ask('GET', `/users/${freshPeople.person}`);
  await ask('GET', `/users/${freshPeople.person}/manager`);
  await ask('GET', `/groups/${freshPeople.group}/members`);
  await ask('GET', '/organization');
  const { id: site } = await ask('GET', `/sites/${freshSite.hostname}:${freshSite.path}`);
  await ask('GET', `/sites/${String(site)}/permissions`);
  const { id: list } = await ask('POST', `/sites/${String(site)}/lists`, { displayName: 'Watched', list: { template: 'genericList' } });
  const lists = `/sites/${String(site)}/lists/${String(list)}`;
  const { id: item } = await ask('POST', `${lists}/items`, { fields: { Title: 'row' } });
  await ask('GET', `${lists}?$expand=columns`);
  await ask('GET', `${lists}/items/${String(item)}/versions?$expand=fields`);
  await ask('GET', `${lists}/items/${String(item)}/versions/1.0?$expand=fields`);
  await ask('GET', `${lists}/items/delta?$expand=fields`);
  const { id: subscription } = await ask('POST', '/subscriptions', {
    ...{ changeType: 'updated', notificationUrl: plan.subscriber, resource: lists.slice(1), clientState: 'secret' },
    expirationDateTime: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await ask('GET', '/subscriptions');
  await ask('DELETE', `/subscriptions/${String(subscription)}`);
  return answers;
};

const planted = (exchanges: readonly Exchange[]): readonly string[] => {
  const column = exchanges.find(({ method, url, status }) => method === 'POST' && url.endsWith('/columns') && status === 201);
  if (column === undefined) throw new Error('No column was made.');
  const { text, ...others } = column.body as { text: object };
  const bogus = { ...others, bogus: 1, indexed: 'yes', text: { ...text, textt: 'plain' } };
  return modelFaults({ ...column, body: bogus }).map((fault) => fault.replace(/^.*: /, ''));
};

const run = async (): Promise<ThreeClients> => {
  const exchanges: Exchange[] = [];
  const transport = recorded(fetched, (exchange) => exchanges.push(exchange));
  const clients: readonly ScenarioClient[] = [
    graphScenarioClient(graphOver({ graphUrl: plan.url, token: async () => plan.token, transport })),
    pnpClient(plan.url, plan.token, transport),
    kiotaClient(plan.url, plan.token, transport),
  ];
  const observations: Record<string, readonly Observation[]> = {};
  for (const client of clients)
    observations[client.name] = await runScenario({ client, exchanges, site: freshSite, title: `Scratch of ${client.name}` });
  const others = await alsoAsked(transport);
  return {
    observations,
    alsoAsked: others,
    faults: [...new Set(exchanges.flatMap(modelFaults))],
    parsed: exchanges.length,
    planted: planted(exchanges),
  };
};

run().then(
  (result) => console.log(JSON.stringify(result)),
  (failure: Error) => {
    console.error(failure.stack);
    process.exit(1);
  },
);
