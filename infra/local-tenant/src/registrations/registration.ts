/** What Graph keeps of an app registration. Parts that the tenant stores without reading them are kept as they were sent. */
export interface RegisteredApp {
  readonly id: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly signInAudience: 'AzureADMyOrg' | 'AzureADMultipleOrgs';
  readonly identifierUris: readonly string[];
  readonly tags: readonly string[];
  readonly isFallbackPublicClient: boolean;
  readonly appRoles: readonly AppRole[];
  readonly api: {
    readonly requestedAccessTokenVersion: number | null;
    readonly oauth2PermissionScopes: readonly PermissionScope[];
    readonly preAuthorizedApplications: readonly { readonly appId: string; readonly delegatedPermissionIds: readonly string[] }[];
  };
  readonly optionalClaims: { readonly accessToken?: readonly { readonly name: string }[] };
  readonly spa: { readonly redirectUris: readonly string[] };
  readonly web: { readonly redirectUris: readonly string[] };
  /** What it says that it needs: an administrator's consent to `.default` is to this. */
  readonly requiredResourceAccess: readonly {
    readonly resourceAppId: string;
    readonly resourceAccess: readonly { readonly id: string; readonly type: 'Scope' | 'Role' }[];
  }[];
  readonly federatedIdentityCredentials: readonly KeptCredential[];
  /** In the recycle bin: nobody signs in with it, and its identifier URIs are still taken. */
  readonly isDeleted?: true;
}

export interface AppRole {
  readonly id: string;
  readonly value: string;
  readonly displayName: string;
  readonly description: string;
  readonly isEnabled: boolean;
  readonly allowedMemberTypes: readonly ('User' | 'Application')[];
}

export interface PermissionScope {
  readonly id: string;
  readonly value: string;
  readonly isEnabled: boolean;
}

export interface KeptCredential {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
}

/** An app as one tenant lets it in. */
export interface ServicePrincipal {
  readonly id: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly appRoleAssignmentRequired: boolean;
}

/** A role of an app (the resource) that another principal holds: an app, a group or a person. */
export interface AppRoleAssignment {
  readonly id: string;
  readonly tenantId: string;
  readonly principalId: string;
  readonly principalType: 'ServicePrincipal' | 'Group' | 'User';
  readonly resourceId: string;
  readonly appRoleId: string;
}

/** Delegated permissions that a client may use for everybody of the tenant, or for one person. */
export interface PermissionGrant {
  readonly id: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly resourceId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  readonly principalId: string | null;
  readonly scope: string;
}

/** Everything that was registered while the tenant ran. */
export interface Registrations {
  readonly apps: readonly RegisteredApp[];
  readonly principals: readonly ServicePrincipal[];
  readonly assignments: readonly AppRoleAssignment[];
  readonly grants: readonly PermissionGrant[];
}
