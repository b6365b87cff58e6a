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
  const identity = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: clientId } });
  // msal keeps the token while it lasts.
  return async () => (await identity.acquireToken({ resource })).accessToken;
};
