import { toPath } from '@ap/shared/contract/place';
import { CacheLookupPolicy, PublicClientApplication } from '@azure/msal-browser';
import type { Settings } from '../settings.ts';
import { signInNeeded } from './sign-in-needed.ts';
import type { StartedHost } from './started-host.ts';
import { webTheme } from './web-theme.ts';

/**
 * Starts in a plain browser, where the signed-in pages of the mails open. Sign-in is by redirect, because pop-ups are blocked in schools,
 * and returns to the page that asked. Tokens live in the session's storage and go with its window.
 */
export const startBrowserHost = async ({ signIn, council }: Settings): Promise<StartedHost> => {
  const msal = new PublicClientApplication({
    auth: { clientId: signIn.clientId, authority: signIn.authority, redirectUri: window.location.origin },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await msal.initialize();
  const returned = await msal.handleRedirectPromise();
  // Who signed in twice, at home and as a guest, is the one that they chose last.
  const account = returned?.account ?? msal.getActiveAccount() ?? msal.getAllAccounts()[0];
  if (account) msal.setActiveAccount(account);
  const scopes = [signIn.scope];
  // Who is signed in already is let choose: with the same account they would be where they are.
  const asksAgain = account ? { prompt: 'select_account' } : {};
  /** The tenant that an account signed in to: without it a guest's new token would be asked for at home. */
  const authorityOf = (tenantId: string): string => new URL(`/${tenantId}`, signIn.authority).href;
  return {
    fluentTheme: import('./web-fluent-theme.ts').then(({ webFluentTheme }) => webFluentTheme),
    host: {
      ...webTheme,
      kind: 'browser',
      locale: 'en-GB',
      getToken: async () => {
        try {
          // After a day the refresh token ends. A hidden frame, which comes next, our policy of content refuses: it would be waited for in vain for ten seconds.
          const authority = account && { authority: authorityOf(account.tenantId) };
          return (await msal.acquireTokenSilent({ scopes, ...authority, cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken }))
            .accessToken;
        } catch (error) {
          throw signInNeeded(error);
        }
      },
      // The page is left here; the promise ends with it.
      signIn: () => msal.loginRedirect({ scopes, ...asksAgain, redirectStartPage: window.location.href }),
      ...(council === undefined
        ? {}
        : {
            signInAsGuest: {
              of: council.name,
              signIn: () =>
                msal.loginRedirect({
                  scopes,
                  authority: authorityOf(council.tenantId),
                  prompt: 'select_account',
                  redirectStartPage: window.location.href,
                }),
            },
          }),
      linkTo: (place) => `${window.location.origin}${toPath(place)}`,
      openExternal: (url) => window.open(url, '_blank', 'noopener'),
      mayDecide: true,
    },
    ...(account === undefined
      ? {}
      : {
          account: {
            name: account.name ?? account.username,
            leaveLabel: 'Sign out',
            // Of this app only: the person stays signed in to Microsoft 365.
            leave: () => void msal.clearCache().then(() => window.location.assign('/')),
          },
        }),
  };
};
