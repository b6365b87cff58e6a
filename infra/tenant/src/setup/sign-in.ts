import { type AccountInfo, PublicClientApplication } from '@azure/msal-node';
import type { TenantSettings } from '../tenant-settings.ts';

/** What the set-up asks for of Graph, as the person who signs in. Each is needed by a step; docs/admin-guide.md lists them for the client's registration. */
export const graphPermissions: readonly string[] = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'AppCatalog.ReadWrite.All',
  'Sites.FullControl.All',
];
/** And of SharePoint itself, for views, formatting and who may read a list. */
export const sharePointPermission = 'AllSites.FullControl';

const graphResource = 'https://graph.microsoft.com';
const scopesOf = (resource: string): string[] =>
  resource === graphResource ? graphPermissions.map((name) => `${resource}/${name}`) : [`${resource}/${sharePointPermission}`];

interface SignInOptions {
  readonly tenantId: string;
  readonly clientId: string;
  readonly authorityHost: string;
  readonly say: (line: string) => void;
}

/**
 * Signs an administrator in by device code, once: the code is typed in on any device, with whatever second factor the council asks for, and nothing is kept on this
 * machine. Tokens for other resources come of the same sign-in.
 */
export const signInByDevice = async ({
  tenantId,
  clientId,
  authorityHost,
  say,
}: SignInOptions): Promise<TenantSettings['administrator']> => {
  const application = new PublicClientApplication({
    auth: {
      clientId,
      authority: `${authorityHost.replace(/\/$/, '')}/${tenantId}`,
      knownAuthorities: [new URL(authorityHost).host],
    },
  });
  const result = await application.acquireTokenByDeviceCode({
    scopes: scopesOf(graphResource),
    deviceCodeCallback: ({ message }) => say(message),
  });
  const account: AccountInfo | null | undefined = result?.account;
  if (!account) throw new Error('Nobody signed in.');
  say(`Signed in as ${account.username}.`);
  return {
    tokensFor: (resource) => async () => (await application.acquireTokenSilent({ scopes: scopesOf(resource), account })).accessToken,
  };
};
