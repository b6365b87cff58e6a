import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { councilName, guid, tabOrigin } from '../../../../teams-app/deployment/settings.ts';

const guids = z.string().transform((line, context) => {
  const ids = line
    .split(';')
    .map((id) => id.trim())
    .filter(Boolean);
  for (const id of ids) if (!z.guid().safeParse(id).success) context.addIssue({ code: 'custom', message: `"${id}" is no object id` });
  return ids.map((id) => id.toLowerCase());
});

/**
 * What a council says of its set-up, under the names that `azd env get-values` uses where both know them. `MANAGED_IDENTITY_PRINCIPAL_ID` and `API_URL` are known after
 * the deployment: until then the steps that need them wait.
 */
const shape = z.object({
  TENANT_ID: guid,
  /** The public client that the administrator signs in with; no part of the product. */
  SETUP_CLIENT_ID: z.optional(guid),
  SITE_HOSTNAME: z.string().min(1),
  SITE_PATH: z.string().regex(/^\/sites\/[A-Za-z0-9-]+$/),
  PAGES_URL: tabOrigin,
  COUNCIL_NAME: councilName,
  MAIL_SENDER: z.string().min(1),
  COMMISSIONING_CONTACT: z.string().min(1),
  OPERATOR_EMAIL: z.email(),
  MONTHLY_BUDGET: z.coerce.number().int().min(1),
  ALLOWED_READERS: z.string().default(''),
  CONCERN_READERS: z.string().default(''),
  /** Groups whose members may sign in. Without it everybody of the tenant may; what they may do there the register says. */
  PEOPLE_GROUPS: guids.default([]),
  /** `exchange`: RBAC for Applications lets the product send from its one mailbox. `tenant`: Entra lets it send from every mailbox. */
  MAIL_PERMISSION: z.enum(['exchange', 'tenant']).default('exchange'),
  TEAMS_APP_ID: z.optional(guid),
  DEPLOYMENT_NAME: z
    .string()
    .regex(/^[a-z0-9]{2,12}$/)
    .default('ap'),
  MANAGED_IDENTITY_PRINCIPAL_ID: z.optional(guid),
  API_URL: z.url().optional(),
});

export interface Wanted {
  readonly tenantId: string;
  readonly site: { readonly hostname: string; readonly path: string };
  readonly pages: string;
  readonly councilName: string;
  readonly mailSender: string;
  readonly commissioningContact: string;
  readonly operatorEmail: string;
  readonly monthlyBudget: number;
  readonly peopleGroups: readonly string[];
  readonly mailPermission: 'exchange' | 'tenant';
  readonly teamsAppId: string | undefined;
  readonly deploymentName: string;
  readonly managedIdentity: string | undefined;
  readonly apiUrl: string | undefined;
  readonly appVersion: string;
}

export type Values = Readonly<Record<string, string | undefined>>;

const versionOfApp = (): string => {
  const text = readFileSync(new URL('../../../../teams-app/package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
};

/** Reads what is wanted. Throws one sentence that names every setting at fault. */
export const readWanted = (values: Values): Wanted & { readonly setupClientId: string | undefined } => {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The settings are not complete. ${faults.join('; ')}`);
  }
  const read = parsed.data;
  return {
    tenantId: read.TENANT_ID,
    setupClientId: read.SETUP_CLIENT_ID,
    site: { hostname: read.SITE_HOSTNAME, path: read.SITE_PATH },
    pages: read.PAGES_URL,
    councilName: read.COUNCIL_NAME,
    mailSender: read.MAIL_SENDER,
    commissioningContact: read.COMMISSIONING_CONTACT,
    operatorEmail: read.OPERATOR_EMAIL,
    monthlyBudget: read.MONTHLY_BUDGET,
    peopleGroups: read.PEOPLE_GROUPS,
    mailPermission: read.MAIL_PERMISSION,
    teamsAppId: read.TEAMS_APP_ID,
    deploymentName: read.DEPLOYMENT_NAME,
    managedIdentity: read.MANAGED_IDENTITY_PRINCIPAL_ID,
    apiUrl: read.API_URL,
    appVersion: versionOfApp(),
  };
};
