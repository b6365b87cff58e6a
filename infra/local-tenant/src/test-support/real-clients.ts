// Run as a process of its own, because Node reads NODE_EXTRA_CA_CERTS only at start. Uses the clients as production does
// and prints one JSON object with what each of them got.
import { type AuthenticationResult, ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node';
import { Client } from '@microsoft/microsoft-graph-client';
import { createRemoteJWKSet, jwtVerify } from 'jose';

interface Plan {
  readonly url: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly secret: string;
  readonly certificate: { readonly certificatePem: string; readonly privateKeyPem: string; readonly thumbprintSha256: string };
  readonly userToken: string;
  readonly user: string;
}

const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
const host = new URL(plan.url).host;
const graphScope = 'https://graph.microsoft.com/.default';

const application = (credential: Partial<NodeAuthOptions>): ConfidentialClientApplication =>
  new ConfidentialClientApplication({
    auth: { clientId: plan.clientId, authority: `${plan.url}/${plan.tenantId}`, knownAuthorities: [host], ...credential },
  });

/** What a test wants to know of a result or an error of MSAL. */
const outcome = async (acquire: Promise<AuthenticationResult | null>): Promise<object> => {
  try {
    const result = await acquire;
    return { token: result?.accessToken, fromCache: result?.fromCache, account: result?.account?.username ?? null, scopes: result?.scopes };
  } catch (failure) {
    const { errorCode, errorMessage } = failure as { errorCode?: string; errorMessage?: string };
    return { errorCode, errorMessage };
  }
};

const bySecret = application({ clientSecret: plan.secret });
const { privateKeyPem, thumbprintSha256, certificatePem } = plan.certificate;
const byCertificate = application({ clientCertificate: { privateKey: privateKeyPem, thumbprintSha256, x5c: certificatePem } });

const run = async (): Promise<object> => {
  const secret = await outcome(bySecret.acquireTokenByClientCredential({ scopes: [graphScope] }));
  const again = await outcome(bySecret.acquireTokenByClientCredential({ scopes: [graphScope] }));
  const certificate = await outcome(byCertificate.acquireTokenByClientCredential({ scopes: [graphScope] }));
  const wrongSecret = await outcome(application({ clientSecret: 'guess' }).acquireTokenByClientCredential({ scopes: [graphScope] }));
  const wrongScope = await outcome(bySecret.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/User.Read'] }));
  const onBehalfOf = await outcome(
    bySecret.acquireTokenOnBehalfOf({ oboAssertion: plan.userToken, scopes: ['https://graph.microsoft.com/User.Read'] }),
  );
  const noConsent = await outcome(
    bySecret.acquireTokenOnBehalfOf({ oboAssertion: plan.userToken, scopes: ['https://graph.microsoft.com/Mail.Read'] }),
  );

  const keys = createRemoteJWKSet(new URL(`${plan.url}/${plan.tenantId}/discovery/v2.0/keys`));
  const { payload, protectedHeader } = await jwtVerify(plan.userToken, keys, {
    issuer: `${plan.url}/${plan.tenantId}/v2.0`,
    audience: plan.clientId,
    algorithms: ['RS256'],
  });

  const graph = Client.initWithMiddleware({
    authProvider: {
      getAccessToken: async () => (await bySecret.acquireTokenByClientCredential({ scopes: [graphScope] }))?.accessToken ?? '',
    },
    baseUrl: `${plan.url}/`,
    customHosts: new Set(['localhost']),
  });
  const person: unknown = await graph.api(`/users/${plan.user}`).select('id,displayName').get();
  return { secret, again, certificate, wrongSecret, wrongScope, onBehalfOf, noConsent, verified: { payload, protectedHeader }, person };
};

run().then(
  (result) => console.log(JSON.stringify(result)),
  (failure: Error) => {
    console.error(failure.stack);
    process.exit(1);
  },
);
