import { ConfidentialClientApplication, type Configuration } from '@azure/msal-node';
import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import type { Settings } from '../../settings.ts';
import { signInByIdentity } from '../managed-identity.ts';
import { GraphSpan } from '../telemetry/graph-span.ts';
import { askedWait } from './asked-wait.ts';
import { GiveWay } from './give-way.ts';
import { GraphEdge } from './graph-edge.ts';

/** Seconds that a call may wait inside for a throttled service: beyond that the caller backs off and the queue brings it again. */
const mostWaitSeconds = 2;
const retries = 2;

/** SharePoint serves traffic that names its program before traffic that does not, when it must choose (sharepoint-graph 2). */
const trafficName = 'NONISV|APFramework|Functions/1.0';

/** A confidential client of the council's tenant: by certificate or secret where one is set, else by the program's managed identity. Throws where there is neither. */
export const confidentialClient = (
  settings: Pick<Settings, 'AUTHORITY_HOST' | 'TENANT_ID' | 'MANAGED_IDENTITY_CLIENT_ID'>,
  credential: { clientId: string; secret?: string | undefined; certificate?: { thumbprintSha256: string; privateKey: string } | undefined },
): ConfidentialClientApplication => {
  const authority = `${settings.AUTHORITY_HOST}/${settings.TENANT_ID}`;
  const auth: Configuration['auth'] = {
    clientId: credential.clientId,
    authority,
    knownAuthorities: [new URL(settings.AUTHORITY_HOST).host],
  };
  if (credential.certificate) auth.clientCertificate = credential.certificate;
  else if (credential.secret) auth.clientSecret = credential.secret;
  else if (settings.MANAGED_IDENTITY_CLIENT_ID) auth.clientAssertion = signInByIdentity(settings.MANAGED_IDENTITY_CLIENT_ID);
  else throw new Error(`No managed identity, certificate or secret is set for ${credential.clientId}`);
  return new ConfidentialClientApplication({ auth });
};

/** An access token of an application, from msal's cache while it lasts. */
export const appToken = async (application: ConfidentialClientApplication, scope: string): Promise<string> => {
  const acquired = await application.acquireTokenByClientCredential({ scopes: [scope] });
  if (!acquired) throw new Error(`No token was given for ${scope}`);
  return acquired.accessToken;
};

type RuntimeSettings = Pick<
  Settings,
  | 'AUTHORITY_HOST'
  | 'TENANT_ID'
  | 'MANAGED_IDENTITY_CLIENT_ID'
  | 'RUNTIME_CLIENT_ID'
  | 'RUNTIME_CLIENT_SECRET'
  | 'RUNTIME_CERTIFICATE'
  | 'RUNTIME_CERTIFICATE_THUMBPRINT'
>;

/** The product's own registration, which reads and writes lists and sends mail. */
const runtimeApplication = (settings: RuntimeSettings): ConfidentialClientApplication =>
  confidentialClient(settings, {
    clientId: settings.RUNTIME_CLIENT_ID,
    secret: settings.RUNTIME_CLIENT_SECRET,
    certificate: certificateOf(settings.RUNTIME_CERTIFICATE, settings.RUNTIME_CERTIFICATE_THUMBPRINT),
  });

/** The API's registration, which the Teams app names as its own; `undefined` when it was given nothing to sign in with. */
export const apiApplication = (settings: Settings): ConfidentialClientApplication | undefined => {
  const secret = settings.API_CLIENT_SECRET;
  const certificate = certificateOf(settings.API_CERTIFICATE, settings.API_CERTIFICATE_THUMBPRINT);
  const signsIn = secret || certificate || settings.MANAGED_IDENTITY_CLIENT_ID;
  return signsIn ? confidentialClient(settings, { clientId: settings.API_CLIENT_ID, secret, certificate }) : undefined;
};

const certificateOf = (privateKey: string | undefined, thumbprintSha256: string | undefined) =>
  privateKey && thumbprintSha256 ? { privateKey, thumbprintSha256 } : undefined;

/**
 * The real Graph client. It retries 429, 503 and 504 (also POST: every create carries a unique key), but never sleeps for long. What is still refused then becomes
 * `ServiceBusy` with the wait that was asked for (`graph-fault.ts`): a command is parked or answered 503 with Retry-After (`http/route.ts`), an effect is sent again
 * later (`effects/retry.ts`). What can wait is kept from asking at all while little is left (`give-way.ts`).
 */
export const graphClient = (
  settings: RuntimeSettings & Pick<Settings, 'GRAPH_URL' | 'GRAPH_SCOPE'>,
  application = runtimeApplication(settings),
): Client => {
  const edge = new GraphEdge(settings.GRAPH_URL);
  const authentication = new AuthenticationHandler({ getAccessToken: () => appToken(application, settings.GRAPH_SCOPE) });
  const chain: Middleware[] = [
    edge,
    new GiveWay(),
    authentication,
    new RetryHandler(
      new RetryHandlerOptions(
        1,
        retries,
        (_delay, attempt, _request, _options, response) => waitOf(response) <= mostWaitSeconds && attempt <= retries,
      ),
    ),
    new TelemetryHandler(),
    // Inside, where the id of the request is known.
    new GraphSpan(),
    new HTTPMessageHandler(),
  ];
  chain.forEach((link, index) => {
    const next = chain[index + 1];
    if (next) link.setNext?.(next);
  });
  return Client.initWithMiddleware({
    middleware: edge,
    baseUrl: `${settings.GRAPH_URL}/`,
    customHosts: new Set([new URL(settings.GRAPH_URL).hostname]),
    fetchOptions: { redirect: 'error', headers: { 'User-Agent': trafficName } },
  });
};

const waitOf = (response: Response | undefined): number => askedWait((name) => response?.headers.get(name)) ?? 1;
