// Run as a process of its own, because Node reads NODE_EXTRA_CA_CERTS only at start. Does with the real Graph client what
// provisioning and the product do, and prints one JSON object with what came of it.
import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node';
import { BatchRequestContent, Client, GraphError, PageIterator } from '@microsoft/microsoft-graph-client';

interface Plan {
  readonly url: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly secret: string;
  readonly certificate: { readonly certificatePem: string; readonly privateKeyPem: string; readonly thumbprintSha256: string };
  readonly hostname: string;
  readonly sitePath: string;
}
interface Row {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const application = (credential: Partial<NodeAuthOptions>): ConfidentialClientApplication =>
  new ConfidentialClientApplication({
    auth: {
      clientId: plan.clientId,
      authority: `${plan.url}/${plan.tenantId}`,
      knownAuthorities: [new URL(plan.url).host],
      ...credential,
    },
  });
const { privateKeyPem, thumbprintSha256, certificatePem } = plan.certificate;
const bySecret = application({ clientSecret: plan.secret });
// One application for each service: MSAL signs one assertion and sends it again for the next service, which this tenant refuses.
const withCertificate = { clientCertificate: { privateKey: privateKeyPem, thumbprintSha256, x5c: certificatePem } };
const byCertificate = application(withCertificate);
const restByCertificate = application(withCertificate);
const token = async (by: ConfidentialClientApplication, resource: string): Promise<string> =>
  (await by.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] }))?.accessToken ?? '';

const graph = Client.initWithMiddleware({
  authProvider: { getAccessToken: () => token(byCertificate, 'https://graph.microsoft.com') },
  baseUrl: `${plan.url}/`,
  customHosts: new Set(['localhost']),
});

const refused = async (call: Promise<unknown>): Promise<object> => {
  try {
    return { accepted: await call };
  } catch (failure) {
    if (!(failure instanceof GraphError)) throw failure;
    return { statusCode: failure.statusCode, code: failure.code, message: failure.message };
  }
};

async function rest(by: ConfidentialClientApplication, path: string, method = 'GET', body?: object): Promise<object> {
  const headers: Record<string, string> = {
    Authorization: `Bearer ${await token(by, `https://${plan.hostname}`)}`,
    Accept: 'application/json;odata=nometadata',
    'Content-Type': 'application/json',
    ...(method === 'MERGE' ? { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' } : {}),
  };
  const sent = method === 'MERGE' ? 'POST' : method;
  const answer = await fetch(`${plan.url}${plan.sitePath}/_api/web/${path}`, {
    method: sent,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}

async function run(): Promise<object> {
  const site: { id: string } = await graph.api(`/sites/${plan.hostname}:${plan.sitePath}`).get();
  const lists = `/sites/${site.id}/lists`;
  const columns = [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }];
  const list: { id: string } = await graph.api(lists).post({ displayName: 'Call offs', columns, list: { template: 'genericList' } });
  const items = `${lists}/${list.id}/items`;
  for (let number = 1; number <= 7; number++) {
    await graph.api(items).post({ fields: { Title: `n${number}`, Key: `k${number}` } });
  }

  const paged: string[] = [];
  const page = await graph.api(items).expand('fields($select=Title)').top(3).get();
  await new PageIterator(graph, page, (row: Row) => paged.push(String(row.fields.Title)) > 0).iterate();
  const found: { value: readonly Row[] } = await graph.api(items).filter("fields/Key eq 'K3'").expand('fields').get();

  const first: Row & { eTag: string } = await graph.api(`${items}/1`).get();
  await graph.api(`${items}/1/fields`).header('If-Match', first.eTag).patch({ Title: 'changed' });
  const stale = await refused(graph.api(`${items}/1/fields`).header('If-Match', first.eTag).patch({ Title: 'lost' }));
  const duplicate = await refused(graph.api(items).post({ fields: { Title: 'x', Key: 'K1' } }));
  const notIndexed = await refused(graph.api(items).filter("fields/Title eq 'n1'").get());

  const latest = await graph.api(`${items}/delta`).query({ token: 'latest' }).get();
  await graph.api(`${items}/2`).delete();
  const changes: { value: readonly object[] } = await graph.api(latest['@odata.deltaLink']).get();

  const batch = new BatchRequestContent([
    { id: '1', request: new Request(`${plan.url}${items}/3?$select=id`, { method: 'GET' }) },
    { id: '2', request: new Request(`${plan.url}${items}/2`, { method: 'GET' }) },
  ]);
  const batched = await graph.api('/$batch').post(await batch.getContent());

  return {
    paged,
    found: found.value.map(({ id }) => id),
    ...{ stale, duplicate, notIndexed, changes: changes.value },
    batched: batched.responses.map(({ id, status }: { id: string; status: number }) => [id, status]),
    restBySecret: await rest(bySecret, 'lists'),
    merged: await rest(restByCertificate, "lists/getbytitle('Call offs')", 'MERGE', { MajorVersionLimit: 500 }),
    settings: await rest(restByCertificate, "lists/getbytitle('Call offs')?$select=MajorVersionLimit,EnableVersioning"),
  };
}

run().then(
  (result) => console.log(JSON.stringify(result)),
  (failure: Error) => {
    console.error(failure.stack);
    process.exit(1);
  },
);
