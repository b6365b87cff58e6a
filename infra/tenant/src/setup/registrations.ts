import type { Wanted } from './wanted.ts';

/** Says that this command made an app registration, so that `--undo` deletes no other. */
export const ownTag = 'ap-framework-setup';

export type AppKey = 'api' | 'runtime' | 'bot';

/** The web part asks for the API by this name. */
export const appNames: Readonly<Record<AppKey, string>> = {
  api: 'AP Framework API',
  runtime: 'AP Framework',
  bot: 'AP Framework bot',
};

export const graphAppId = '00000003-0000-0000-c000-000000000000';

/** Ids inside the API's registration. They are ours to choose, and the same in every tenant. */
export const scopeId = '5f0f1c0e-6f6b-4b0e-9c52-0a4c6f1d7b21';
export const roleId = '8d3a5b62-1a47-4f9d-8b1c-2f7e9c60d4a3';
export const scopeName = 'access_as_user';

/** Clients of Microsoft's that hand a page of Teams its token. */
export const teamsClients: readonly string[] = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];
/** SharePoint Online Web Client Extensibility: the web part's. */
export const draftingClient = '08e18876-6177-487e-b8b5-cf950c1e598c';

/** What the pages ask for when a person signs in in a browser, by the ids that Graph gives these in every tenant. */
export const signInScopes: Readonly<Record<string, string>> = {
  openid: '37f7f235-527c-4136-accd-4a02d197296e',
  profile: '14dad69e-099b-42c9-810b-d002981feec1',
  offline_access: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
};

/** What a registration says that it needs of another: an administrator who consents to `.default` consents to this, and to nothing where nothing is said. */
export interface NeededAccess {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: string }[];
}

/** What the API's registration needs in the tenant of a school: its own scope, for the pages are its client too, and to know who signs in. */
export const neededAccess = (apiAppId: string): readonly NeededAccess[] => {
  const scopes = (resourceAppId: string, ids: readonly string[]) => ({
    resourceAppId,
    resourceAccess: ids.map((id) => ({ id, type: 'Scope' })),
  });
  return [scopes(apiAppId, [scopeId]), scopes(graphAppId, Object.values(signInScopes))];
};

const scope = {
  id: scopeId,
  value: scopeName,
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Use the AP Framework as the signed-in person',
  adminConsentDescription:
    'Lets Teams, SharePoint and the pages of the AP Framework call its API in the name of the person who is signed in.',
  userConsentDisplayName: 'Use the AP Framework as you',
  userConsentDescription: 'Lets the AP Framework know who you are.',
};

/** Whoever holds it may sign in, where people are to be assigned. What they may do there the register says (decision 4). */
const role = {
  id: roleId,
  value: 'Framework.Use',
  displayName: 'Use the AP Framework',
  description: 'May sign in to the AP Framework. What a person may do there is kept in its register.',
  isEnabled: true,
  allowedMemberTypes: ['User'],
};

/** A new registration, as Graph is told it. */
export const newRegistration = (key: AppKey): object => {
  const common = { displayName: appNames[key], tags: [ownTag] };
  if (key !== 'api') return { ...common, signInAudience: 'AzureADMyOrg' };
  return {
    ...common,
    // Schools sign in from tenants of their own; the API lets in those that a buyer lists (decision 10).
    signInAudience: 'AzureADMultipleOrgs',
    api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [scope] },
    appRoles: [role],
  };
};

/** Where an administrator of a school's tenant lands after consenting: a page that needs no sign-in. */
export const landingPage = ({ pages }: Pick<Wanted, 'pages'>): string => `${pages}/about/help.html`;

/** The Application ID URIs of the API: Teams wants the host of the pages in it, the web part that of the API. */
export const identifierUris = (appId: string, { pages, apiUrl }: Pick<Wanted, 'pages' | 'apiUrl'>): readonly string[] => [
  `api://${new URL(pages).host}/${appId}`,
  ...(apiUrl === undefined ? [] : [`api://${new URL(apiUrl).host}/${appId}`]),
];

/** Application permissions of Graph that the product runs with, each with what it is for. */
export const runtimePermissions = ({ mailPermission }: Pick<Wanted, 'mailPermission'>): Readonly<Record<string, string>> => ({
  'Sites.Selected': 'to open the one site that it is granted, and no other',
  ...(mailPermission === 'tenant' ? { 'Mail.Send': 'to send mail, from any mailbox of the tenant' } : {}),
});
