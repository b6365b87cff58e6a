/** What the local tenant is told at start: two or more tenants with their people, apps and sites. It knows nothing of the product. */
export interface Organisation {
  readonly tenants: readonly OrganisationTenant[];
  readonly bot?: { readonly appId: string; readonly tenantId: string; readonly messagingEndpoint: string };
  readonly webhooks?: WebhookAnswers;
  readonly teamsApp?: {
    readonly installedFor: readonly { readonly tenantId: string; readonly userId: string }[];
    /** Without it the app may not write into anybody's activity feed. */
    readonly manifest?: TeamsAppManifest;
  };
}

/** What the package of the Teams app says that Graph asks about. */
export interface TeamsAppManifest {
  /** The app's short name, which people see as the sender. */
  readonly name: string;
  /** `webApplicationInfo.id`: only this registration may write into the feed in the app's name. */
  readonly webApplicationId: string;
  /** Application permissions of `authorization.permissions.resourceSpecific`, agreed to with each installation. */
  readonly resourceSpecific: readonly string[];
  readonly activityTypes: readonly { readonly type: string; readonly templateText: string }[];
  /** Where links into Teams begin: `https://teams.microsoft.com`, or the stand-in's window. */
  readonly linkOrigin: string;
}

/**
 * What no page of the service says. Graph's table asks `Sites.ReadWrite.All` for a subscription to a list, and names
 * `Sites.Selected` neither as enough nor as too little; SharePoint's own webhooks ask for Edit on the list.
 */
export interface WebhookAnswers {
  /** Whether a grant under Sites.Selected with `write` lets an app subscribe. Refused unless told: nothing may depend on it. */
  readonly sitesSelected?: 'refused' | 'allowed';
}

export interface OrganisationTenant {
  readonly id: string;
  readonly displayName: string;
  readonly domain: string;
  readonly users: readonly OrganisationUser[];
  readonly groups: readonly OrganisationGroup[];
  readonly apps: readonly OrganisationApp[];
  readonly sites: readonly OrganisationSite[];
  /** Identities of programs in the tenant's Azure subscription. */
  readonly managedIdentities?: readonly ManagedIdentity[];
}

/** A user-assigned managed identity, and the secret of the platform beside the program that has it (`IDENTITY_HEADER`): it is no secret of the identity. */
export interface ManagedIdentity {
  readonly clientId: string;
  /** Object id of its service principal: the subject of its tokens. */
  readonly objectId: string;
  readonly header: string;
}

/** Whose token an app registration takes in place of a secret: issuer, subject and audience, each to the letter. */
export interface FederatedCredential {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

export interface OrganisationUser {
  readonly id: string;
  readonly displayName: string;
  readonly givenName?: string;
  readonly surname?: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  readonly jobTitle?: string;
  readonly accountEnabled?: boolean;
  readonly guest?: boolean;
  /** Roles of the directory, such as `Application Administrator`. */
  readonly directoryRoles?: readonly string[];
}

export interface OrganisationGroup {
  readonly id: string;
  readonly displayName: string;
  readonly members: readonly string[];
}

/**
 * An app registration. `appRoles` are application permissions that an administrator consented to; a role of another app of
 * the organisation is written with that app's identifier, e.g. `api://framework/Orders.Export`. `scopes` are what the app
 * itself offers to users' clients; `delegatedScopes` are what it may do on behalf of a user after consent, e.g. `User.Read`.
 */
export interface OrganisationApp {
  readonly clientId: string;
  readonly displayName: string;
  readonly secret?: string;
  readonly certificatePem?: string;
  readonly federatedCredentials?: readonly FederatedCredential[];
  readonly appRoles?: readonly string[];
  /** Application ID URIs: a token may be asked for under any of them, and its audience is the client id. */
  readonly identifierUris?: readonly string[];
  readonly scopes?: readonly string[];
  readonly delegatedScopes?: readonly string[];
  readonly multiTenant?: boolean;
  /** Pages of its own (`spa`) to which people come back who signed in. */
  readonly redirectUris?: readonly string[];
  /** May sign people in without a proof of its own, by device code. */
  readonly publicClient?: boolean;
  /** What only a registration made through Graph says. Tenants in which the app has a service principal; absent: everywhere. */
  readonly knownIn?: readonly string[];
  /** Whether its tokens tell guests from members (`acct`). Absent: they do. */
  readonly asksForAcct?: boolean;
  /** Clients that may call the app for a person. Absent: every client that a person signs in to. */
  readonly callers?: {
    readonly everywhere: readonly string[];
    readonly consented: readonly { readonly tenantId: string; readonly clientId: string }[];
  };
  /** Tenants where only who was assigned, directly or through a group, is let in. */
  readonly onlyFor?: readonly { readonly tenantId: string; readonly principals: readonly string[] }[];
}

/** A site as an administrator created it. `id` is Graph's triple `hostname,siteCollectionGuid,webGuid`. */
export interface OrganisationSite {
  readonly id: string;
  readonly hostname: string;
  readonly path: string;
  readonly displayName: string;
  readonly webUrl?: string;
  readonly members?: readonly { readonly groupId: string; readonly role: 'read' | 'write' | 'owner' }[];
  /** Object ids of the site collection's administrators. */
  readonly administrators?: readonly string[];
}
