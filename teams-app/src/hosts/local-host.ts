import { toPath } from '@ap/shared/contract/place';
import { SignInNeeded } from '@ap/shared/ui/host-faults';
import { chosenPerson, forgetPerson, keyOf, listPeople } from './local-people.ts';
import type { StartedHost } from './started-host.ts';
import { tokenCache } from './token-cache.ts';
import { webTheme } from './web-theme.ts';

/**
 * Starts in a plain browser in the local run, as the sample person that was chosen; undefined when nobody is chosen yet. Browsers do not
 * trust the local tenant's authority, so the stand-in window's server asks it for the token.
 */
export const startLocalHost = async (windowOrigin: string): Promise<StartedHost | undefined> => {
  const chosen = chosenPerson();
  if (chosen === undefined) return undefined;
  const person = (await listPeople(windowOrigin)).find((known) => keyOf(known) === chosen);
  if (!person) {
    forgetPerson();
    return undefined;
  }
  const leave = (): void => {
    forgetPerson();
    window.location.reload();
  };
  const token = tokenCache(async () => {
    const response = await fetch(`${windowOrigin}/local/token?person=${encodeURIComponent(chosen)}`);
    if (!response.ok) throw new SignInNeeded('person');
    return ((await response.json()) as { access_token: string }).access_token;
  });
  return {
    fluentTheme: import('./web-fluent-theme.ts').then(({ webFluentTheme }) => webFluentTheme),
    host: {
      ...webTheme,
      kind: 'browser',
      locale: 'en-GB',
      getToken: token.get,
      signIn: async () => leave(),
      linkTo: (place) => `${window.location.origin}${toPath(place)}`,
      openExternal: (url) => window.open(url, '_blank', 'noopener'),
      mayDecide: true,
    },
    account: { name: person.displayName, leaveLabel: 'Choose someone else', leave },
  };
};
