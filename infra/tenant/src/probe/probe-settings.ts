import { parseArgs } from 'node:util';
import { type Environment, readTenantSettings, type TenantSettings } from '../tenant-settings.ts';

export const usage = `Usage: npm run probe -- --tenant ID --site https://HOST/sites/NAME [--yes] [--json FILE] [--webhook-url URL]
       npm run probe -- --tenant ID --site URL --clean [--yes]
       npm run probe -- --local
Nothing is written to the tenant without --yes. ADMIN_CLIENT_ID, ADMIN_CERTIFICATE_PATH and ADMIN_PRIVATE_KEY_PATH name the app, as for npm run provision.
See docs/probe.md.`;

export interface ProbeArguments {
  readonly tenant?: string | undefined;
  readonly site?: string | undefined;
  readonly json?: string | undefined;
  readonly webhookUrl?: string | undefined;
  readonly yes: boolean;
  readonly clean: boolean;
  readonly local: boolean;
}

/** Reads the command line. Throws the usage where it asks for nothing, or for two things at once. */
export const readArguments = (args: readonly string[]): ProbeArguments => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { tenant: text, site: text, json: text, 'webhook-url': text, yes: flag, clean: flag, local: flag, 'dry-run': flag };
  const { values } = parseArgs({ args: [...args], options });
  const { tenant, site, json, 'webhook-url': webhookUrl, yes, clean, local, 'dry-run': dryRun } = values;
  const real = tenant !== undefined && site !== undefined;
  const mixed = local && (tenant !== undefined || site !== undefined || clean || webhookUrl !== undefined);
  if ((!real && !local) || mixed || (yes && dryRun)) throw new Error(usage);
  return { tenant, site, json, webhookUrl, yes, clean, local };
};

/** The settings of provisioning, with the tenant and the site of the command line. Nobody's right to read is touched, so no readers are asked for. */
export const probeSettings = ({ tenant, site }: ProbeArguments, environment: Environment): TenantSettings => {
  if (site === undefined || !URL.canParse(site) || !site.startsWith('https://'))
    throw new Error(`--site takes the address of a site, such as https://contoso.sharepoint.com/sites/x, and not ${site}`);
  const url = new URL(site);
  const named = { TENANT_ID: tenant, SITE_HOSTNAME: url.hostname, SITE_PATH: url.pathname.replace(/\/$/, ''), ALLOWED_READERS: ';' };
  return readTenantSettings({ ...environment, ...named });
};

/** The same settings with the product's own app in the administrator's place, for what that app is asked about. Throws where its key is not named. */
export const asProduct = (args: ProbeArguments, environment: Environment): TenantSettings => {
  const { RUNTIME_CLIENT_ID, RUNTIME_CERTIFICATE_PATH, RUNTIME_PRIVATE_KEY_PATH } = environment;
  if (!RUNTIME_CLIENT_ID || !RUNTIME_CERTIFICATE_PATH || !RUNTIME_PRIVATE_KEY_PATH)
    throw new Error(
      '--webhook-url asks as the product’s app: set RUNTIME_CLIENT_ID, RUNTIME_CERTIFICATE_PATH and RUNTIME_PRIVATE_KEY_PATH.',
    );
  return probeSettings(args, {
    ...environment,
    ADMIN_CLIENT_ID: RUNTIME_CLIENT_ID,
    ADMIN_CERTIFICATE_PATH: RUNTIME_CERTIFICATE_PATH,
    ADMIN_PRIVATE_KEY_PATH: RUNTIME_PRIVATE_KEY_PATH,
  });
};
