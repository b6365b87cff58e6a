import { X509Certificate } from 'node:crypto';
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { TenantSettings } from '../tenant-settings.ts';

/** Gives app-only tokens of the administrator's app for one service, from msal's cache while they last. */
export type TokenSource = () => Promise<string>;

/**
 * Tokens for one resource, such as `https://graph.microsoft.com`. SharePoint takes app-only tokens only from apps with a certificate, so
 * there is no other way in. Each resource has a client of its own: msal would send the same assertion twice, which reads like a replay.
 */
export const administratorTokens = ({ administrator, authorityHost, tenantId }: TenantSettings, resource: string): TokenSource => {
  if ('tokensFor' in administrator) return administrator.tokensFor(resource);
  const certificate = new X509Certificate(administrator.certificatePem);
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: administrator.clientId,
      authority: `${authorityHost.replace(/\/$/, '')}/${tenantId}`,
      knownAuthorities: [new URL(authorityHost).host],
      clientCertificate: {
        thumbprintSha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
        privateKey: administrator.privateKeyPem,
        x5c: administrator.certificatePem,
      },
    },
  });
  return async () => {
    const acquired = await application.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] });
    if (!acquired) throw new Error(`No token was given for ${resource}.`);
    return acquired.accessToken;
  };
};
