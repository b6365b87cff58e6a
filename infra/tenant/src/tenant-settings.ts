import { readFileSync } from 'node:fs';
import * as z from 'zod';

const guid = z.guid().transform((id) => id.toLowerCase());
const httpsUrl = z.url({ protocol: /^https$/ });

/** The names of a line that parts them by semicolons. */
export const readersIn = (line: string): readonly string[] =>
  line
    .split(';')
    .map((reader) => reader.trim().toLowerCase())
    .filter(Boolean);

const readers = z.string().transform(readersIn);

/** The settings of these commands, as the environment names them. The defaults are the real service. */
const shape = z.object({
  TENANT_ID: guid,
  /** The administrator's app: a certificate, and Sites.FullControl.All of Graph and of SharePoint; for the doctor Application.Read.All and User.ReadBasic.All of Graph as well. */
  ADMIN_CLIENT_ID: guid,
  ADMIN_CERTIFICATE_PATH: z.string().min(1),
  ADMIN_PRIVATE_KEY_PATH: z.string().min(1),
  /** The app that the product runs as; only `grant` asks for it. */
  RUNTIME_CLIENT_ID: guid.optional(),
  AUTHORITY_HOST: httpsUrl.default('https://login.microsoftonline.com'),
  GRAPH_URL: httpsUrl.default('https://graph.microsoft.com'),
  SITE_HOSTNAME: z.string().min(1),
  SITE_PATH: z.string().regex(/^\/sites\/[A-Za-z0-9-]+$/),
  /** Object ids of the groups, and sign-in names of the people, who may read the lists; parted by semicolons. */
  ALLOWED_READERS: readers,
  /**
   * Object ids of security groups, and sign-in names of people, who alone may open the lists of concerns; parted by semicolons. Without it nobody may: the
   * product keeps the concerns and tells the people on duty.
   */
  CONCERN_READERS: readers.default([]),
  /** Paths of the sites that the product's app must not reach; without it every site of the tenant is looked at. */
  OTHER_SITE_PATHS: z
    .string()
    .transform((line) =>
      line
        .split(';')
        .map((path) => path.trim())
        .filter(Boolean),
    )
    .optional(),
});

/** Who carries the commands out: an app with a certificate, or a person who signed in, whose tokens come one resource at a time. */
export type Administrator =
  | { readonly clientId: string; readonly certificatePem: string; readonly privateKeyPem: string }
  | { readonly tokensFor: (resource: string) => () => Promise<string> };

export interface TenantSettings {
  readonly tenantId: string;
  readonly administrator: Administrator;
  readonly runtimeClientId?: string;
  readonly authorityHost: string;
  readonly graphUrl: string;
  readonly site: { readonly hostname: string; readonly path: string };
  readonly allowedReaders: readonly string[];
  readonly concernReaders: readonly string[];
  readonly otherSitePaths?: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

const realHosts = /^https:\/\/(login\.microsoftonline\.com|graph\.microsoft\.com)\/?$/;
const isLoopback = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/** An administrator's token goes to Microsoft's own hosts or, for the local run, to this machine; never to a mixture. */
export const refuseForeignHosts = (hosts: readonly string[]): void => {
  if (hosts.every((url) => realHosts.test(url)) || hosts.every(isLoopback)) return;
  throw new Error(`AUTHORITY_HOST and GRAPH_URL must both be the service's own or both on this machine: ${hosts.join(', ')}`);
};

const readKey = (name: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (failure) {
    throw new Error(`${name}: ${path} cannot be read (${(failure as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
};

/** Reads and checks the environment. Throws one sentence that names every setting at fault. */
export const readTenantSettings = (environment: Environment): TenantSettings => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The settings are not complete. ${faults.join('; ')}`);
  }
  const values = parsed.data;
  refuseForeignHosts([values.AUTHORITY_HOST, values.GRAPH_URL]);
  return {
    tenantId: values.TENANT_ID,
    administrator: {
      clientId: values.ADMIN_CLIENT_ID,
      certificatePem: readKey('ADMIN_CERTIFICATE_PATH', values.ADMIN_CERTIFICATE_PATH),
      privateKeyPem: readKey('ADMIN_PRIVATE_KEY_PATH', values.ADMIN_PRIVATE_KEY_PATH),
    },
    ...(values.RUNTIME_CLIENT_ID === undefined ? {} : { runtimeClientId: values.RUNTIME_CLIENT_ID }),
    authorityHost: values.AUTHORITY_HOST,
    graphUrl: values.GRAPH_URL,
    site: { hostname: values.SITE_HOSTNAME, path: values.SITE_PATH },
    allowedReaders: values.ALLOWED_READERS,
    concernReaders: values.CONCERN_READERS,
    ...(values.OTHER_SITE_PATHS === undefined ? {} : { otherSitePaths: values.OTHER_SITE_PATHS }),
  };
};
