import { readAll } from '../graph/graph.ts';
import { type AppKey, appNames, graphAppId, type NeededAccess, ownTag } from './registrations.ts';
import type { Workshop } from './step.ts';

/** An app registration as Graph tells it, as far as the set-up looks at it. */
export interface RegisteredApp {
  readonly id: string;
  readonly appId: string;
  readonly tags: readonly string[];
  readonly identifierUris: readonly string[];
  readonly api?: {
    readonly requestedAccessTokenVersion?: number | null;
    readonly oauth2PermissionScopes?: readonly { readonly id: string; readonly value: string }[];
    readonly preAuthorizedApplications?: readonly { readonly appId: string; readonly delegatedPermissionIds: readonly string[] }[];
  };
  readonly optionalClaims?: { readonly accessToken?: readonly { readonly name: string }[] } | null;
  readonly spa?: { readonly redirectUris: readonly string[] };
  readonly web?: { readonly redirectUris: readonly string[] };
  readonly requiredResourceAccess?: readonly NeededAccess[];
}

/** The registrations of each part by name. More than one is for a person to settle. */
export type Registered = Readonly<Record<AppKey, readonly RegisteredApp[]>>;

export const appKeys: readonly AppKey[] = ['api', 'runtime', 'bot'];
export const isOwn = ({ tags }: RegisteredApp): boolean => tags.includes(ownTag);

/** Names are no keys in Entra: every registration of the name is read. */
export const readRegistered = async ({ graph }: Workshop): Promise<Registered> => {
  const entries: [AppKey, readonly RegisteredApp[]][] = [];
  for (const key of appKeys)
    entries.push([key, await readAll<RegisteredApp>(graph, `/applications?$filter=displayName eq '${appNames[key]}'`)]);
  return Object.fromEntries(entries) as Registered;
};

export interface PresentPrincipal {
  readonly id: string;
  readonly appId: string;
  readonly appRoleAssignmentRequired: boolean;
  readonly appRoles: readonly { readonly id: string; readonly value: string }[];
}

/** The service principal of an app in the tenant that is set up. */
export const readPrincipal = async (
  { graph }: Pick<Workshop, 'graph'>,
  appId: string | undefined,
): Promise<PresentPrincipal | undefined> =>
  appId === undefined ? undefined : (await readAll<PresentPrincipal>(graph, `/servicePrincipals?$filter=appId eq '${appId}'`))[0];

/** A part's registration, its service principal and Graph's. */
export interface SeenPrincipals {
  readonly own: PresentPrincipal | undefined;
  readonly graph: PresentPrincipal | undefined;
}

export const readPrincipals = async (workshop: Workshop, key: AppKey): Promise<SeenPrincipals> => {
  const registered = await readRegistered(workshop);
  return {
    own: await readPrincipal(workshop, registered[key][0]?.appId),
    graph: await readPrincipal(workshop, graphAppId),
  };
};
