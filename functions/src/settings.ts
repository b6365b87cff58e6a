import * as z from 'zod';
import { ingestionOf } from './ingestion.ts';

const guid = z.guid().transform((id) => id.toLowerCase());
const httpsUrl = z.url({ protocol: /^https$/ });
const words = z.string().transform((line) =>
  line
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);

/**
 * Every setting that the code reads, with what it is for. The defaults are the real service; a development value (another authority,
 * another Graph) is refused unless every one of them is on loopback.
 */
const shape = z.object({
  /** The council's tenant: the register, the bot and the sender of mail live there. */
  TENANT_ID: guid,
  /** The managed identity of the program: it signs in to storage, and each app registration below takes it that is given neither secret nor certificate. */
  MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  /** App registration with which the product reads and writes lists and sends mail. */
  RUNTIME_CLIENT_ID: guid,
  RUNTIME_CLIENT_SECRET: z.string().min(1).optional(),
  RUNTIME_CERTIFICATE: z.string().min(1).optional(),
  RUNTIME_CERTIFICATE_THUMBPRINT: z.string().min(1).optional(),
  AUTHORITY_HOST: httpsUrl.default('https://login.microsoftonline.com'),
  GRAPH_URL: httpsUrl.default('https://graph.microsoft.com'),
  /** What a Graph token is asked for. A sovereign cloud has its own. */
  GRAPH_SCOPE: httpsUrl.default('https://graph.microsoft.com/.default'),
  SITE_HOSTNAME: z.string().min(1),
  SITE_PATH: z.string().regex(/^\/sites\/[A-Za-z0-9-]+$/),
  /** The API's own app registration: the audience of every caller's token. */
  API_CLIENT_ID: guid,
  /** How that registration signs in to tell people in Teams' activity feed, its only call. Without it they are told by mail. */
  API_CLIENT_SECRET: z.string().min(1).optional(),
  API_CERTIFICATE: z.string().min(1).optional(),
  API_CERTIFICATE_THUMBPRINT: z.string().min(1).optional(),
  /** Clients that may decide (Teams, our own pages), by app id. */
  DECIDING_CLIENTS: words,
  /** Clients that may only read and draft (the web part's, shared by every script in the tenant). */
  DRAFTING_CLIENTS: words.default([]),
  BOT_APP_ID: guid,
  BOT_CLIENT_SECRET: z.string().min(1).optional(),
  BOT_OPENID_METADATA: httpsUrl.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  /** Hosts to which a bot token may be sent, exactly. Never a suffix that anybody can register under. */
  BOT_SERVICE_HOSTS: words.default(['smba.trafficmanager.net']),
  BOT_SERVICE_URL: httpsUrl.default('https://smba.trafficmanager.net/teams/'),
  /** Object id or address of the mailbox that mail is sent from. */
  MAIL_SENDER: z.string().min(1),
  /** Where the signed-in pages live: links in mail and on cards. */
  PAGES_URL: z.url(),
  /** Where this API is reached from outside, with '/api'. Without it the platform's own name of this app; without either nobody can notify us of changes. */
  API_URL: z.url().optional(),
  WEBSITE_HOSTNAME: z.string().min(1).optional(),
  /**
   * The app's id in Teams as the Teams admin centre shows it: links on cards open the tab. Without it they open the page in a browser.
   */
  TEAMS_LINK_APP_ID: guid.optional(),
  TEAMS_URL: z.url().default('https://teams.microsoft.com'),
  /** How a person reaches the commissioning team: told wherever something has to be mended by it. */
  COMMISSIONING_CONTACT: z.string().min(1),
  /** Where traces are kept, as the platform names it for its own telemetry. Without it there are none. */
  APPLICATIONINSIGHTS_CONNECTION_STRING: z.string().min(1).optional(),
  /** By which identity: `ClientId=...;Authorization=AAD`. Without it the resource must take what comes without a token. */
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: z.string().min(1).optional(),
  /** Development only: a file that says by how many seconds the product's clock is moved. */
  CLOCK_FILE: z.string().min(1).optional(),
  AzureWebJobsStorage: z.string().min(1).optional(),
  AzureWebJobsStorage__accountName: z.string().min(1).optional(),
  /** Parts the queues and tables of one deployment from another's. */
  DEPLOYMENT_NAME: z
    .string()
    .regex(/^[a-z0-9]{2,20}$/)
    .default('ap'),
});

export type Settings = z.infer<typeof shape>;

const isLoopback = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
const isLoopbackHost = (host: string): boolean => URL.canParse(`https://${host}`) && isLoopback(`https://${host}`);
const teamsOrigins = ['https://teams.microsoft.com', 'https://teams.cloud.microsoft', 'https://gov.teams.microsoft.us'];
const connectorHosts = ['smba.trafficmanager.net'];

type Environment = Readonly<Record<string, string | undefined>>;

const read = <T>(wanted: z.ZodType<T>, environment: Environment): T => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = wanted.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The settings are not complete. ${faults.join('; ')}`);
};

/** Reads and checks the environment. Throws one sentence that names every setting at fault. */
export const readSettings = (environment: Environment): Settings => {
  const settings = read(shape, environment);
  refuseMixture(settings);
  refuseForeignIngestion(settings);
  // Half of it would leave reminders to mail, and nobody would know why.
  if ((settings.API_CERTIFICATE === undefined) !== (settings.API_CERTIFICATE_THUMBPRINT === undefined))
    throw new Error('API_CERTIFICATE and API_CERTIFICATE_THUMBPRINT belong together: one of them is not set.');
  return settings;
};

/** Traces go to Application Insights, with a token of ours, and to nobody else; in a local run to this machine. */
const refuseForeignIngestion = ({ APPLICATIONINSIGHTS_CONNECTION_STRING: connection, GRAPH_URL }: Settings): void => {
  if (connection === undefined) return;
  const { key, endpoint } = ingestionOf(connection);
  const known = /^https:\/\/[a-z0-9-]+\.(in\.)?applicationinsights\.(azure\.com|azure\.us)$/.test(endpoint);
  const here = isLoopback(GRAPH_URL) && URL.canParse(endpoint) && isLoopback(endpoint);
  if (!guid.safeParse(key).success || !(known || here))
    throw new Error('APPLICATIONINSIGHTS_CONNECTION_STRING: no InstrumentationKey and IngestionEndpoint of Application Insights.');
};

/** Where Graph tells us that a list changed; absent where nobody can reach us. */
export const notificationUrl = ({ API_URL, WEBSITE_HOSTNAME }: Pick<Settings, 'API_URL' | 'WEBSITE_HOSTNAME'>): string | undefined => {
  const api = API_URL ?? (WEBSITE_HOSTNAME === undefined ? undefined : `https://${WEBSITE_HOSTNAME}/api`);
  return api && `${api.replace(/\/$/, '')}/list-changes`;
};

/** The settings of a tool that looks at the storage alone. */
export const storageSettings = (environment: Environment) =>
  read(
    shape.pick({
      AzureWebJobsStorage: true,
      AzureWebJobsStorage__accountName: true,
      MANAGED_IDENTITY_CLIENT_ID: true,
      DEPLOYMENT_NAME: true,
    }),
    environment,
  );

/** Development hosts are all on loopback or none is: a secret never goes to a half-configured place. */
const refuseMixture = (settings: Settings): void => {
  const hosts = {
    AUTHORITY_HOST: settings.AUTHORITY_HOST,
    GRAPH_URL: settings.GRAPH_URL,
    BOT_OPENID_METADATA: settings.BOT_OPENID_METADATA,
    BOT_SERVICE_URL: settings.BOT_SERVICE_URL,
  };
  const local = Object.entries(hosts).filter(([, url]) => isLoopback(url));
  if (local.length !== 0 && local.length !== Object.keys(hosts).length)
    throw new Error(`Some hosts are on loopback and others are not (${local.map(([name]) => name).join(', ')}): refused.`);
  if (local.length === 0) {
    if (settings.CLOCK_FILE !== undefined) throw new Error('CLOCK_FILE: only the clock of a local run can be moved.');
    const real =
      /^https:\/\/(login\.microsoftonline\.(com|us)|graph\.microsoft\.(com|us)|login\.botframework\.(com|azure\.us)|smba\.trafficmanager\.net)(\/|$)/;
    const foreign = Object.entries(hosts).filter(([, url]) => !real.test(url));
    if (foreign.length > 0) throw new Error(`${foreign.map(([name]) => name).join(', ')}: not a host of the service.`);
    if (!settings.PAGES_URL.startsWith('https://')) throw new Error('PAGES_URL: pages are served over https.');
    if (settings.API_URL?.startsWith('https://') === false) throw new Error('API_URL: the API is served over https.');
    if (!/^https:\/\/graph\.microsoft\.(com|us)\//.test(settings.GRAPH_SCOPE)) throw new Error('GRAPH_SCOPE: not a scope of Graph.');
    if (/UseDevelopmentStorage|=http[:;]|\b(localhost|127\.0\.0\.1)\b|devstoreaccount1/i.test(settings.AzureWebJobsStorage ?? ''))
      throw new Error('AzureWebJobsStorage: only a local run keeps its state in an emulator.');
    if (!teamsOrigins.includes(settings.TEAMS_URL)) throw new Error('TEAMS_URL: not an address of Teams.');
  }
  // The connector's own hosts, or loopback with the rest: anybody can register a name beside the real one and would be sent our token.
  const mayBeSent = local.length === 0 ? (host: string) => connectorHosts.includes(host) : isLoopbackHost;
  if (!settings.BOT_SERVICE_HOSTS.every(mayBeSent) || !settings.BOT_SERVICE_HOSTS.includes(new URL(settings.BOT_SERVICE_URL).host))
    throw new Error('BOT_SERVICE_HOSTS: not the host of BOT_SERVICE_URL, or not a host of the service.');
};
