import type { TokenCredential } from '@azure/core-auth';
import { type ClientAssertionCallback, ManagedIdentityApplication } from '@azure/msal-node';

/** What an app registration asks of the token that it takes in place of a secret. */
const exchange = 'api://AzureADTokenExchange';

/**
 * Signs an app registration in by the program's own managed identity: no secret and no certificate is kept anywhere. The registration must name the identity as a
 * federated credential. Rejects as msal does: where the platform gives no token, or knows no such identity.
 */
export const signInByIdentity = (clientId: string): ClientAssertionCallback => identityToken(clientId, exchange);

/** Tokens of the program's own managed identity for a resource of Azure. Rejects as `signInByIdentity` does. */
export const identityToken = (clientId: string, resource: string): (() => Promise<string>) => {
  const identity = ownIdentity(clientId);
  return async () => (await identity.acquireToken({ resource })).accessToken;
};

/** The program's own managed identity as the libraries of Azure's storage ask for it. Rejects as `signInByIdentity` does. */
export const identityCredential = (clientId: string): TokenCredential => {
  const identity = ownIdentity(clientId);
  return {
    getToken: async (scopes) => {
      // They ask for one scope, 'https://storage.azure.com/.default'; msal makes a resource of it.
      const [resource = ''] = [scopes].flat();
      const { accessToken, expiresOn } = await identity.acquireToken({ resource });
      return { token: accessToken, expiresOnTimestamp: expiresOn?.getTime() ?? Date.now() };
    },
  };
};

// msal keeps the token while it lasts.
const ownIdentity = (clientId: string): ManagedIdentityApplication =>
  new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: clientId } });
