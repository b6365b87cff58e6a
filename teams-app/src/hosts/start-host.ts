import type { Settings } from '../settings.ts';
import { chooseHost } from './choose-host.ts';
import type { StartedHost } from './started-host.ts';

/**
 * Starts the host that these pages run in; undefined in the local run when nobody is chosen yet. Each host is a bundle of its own: Teams
 * never loads MSAL, a browser never teams-js, and only a sample build contains the local one.
 */
export const startHost = async (settings: Settings): Promise<StartedHost | undefined> => {
  const choice = chooseHost({
    framed: window.parent !== window,
    nativeInterface: 'nativeInterface' in window,
    sample: settings.windowOrigin !== undefined,
  });
  if (choice === 'teams') return (await import('./teams-host.ts')).startTeamsHost(settings);
  if (import.meta.env.MODE === 'sample' && settings.windowOrigin !== undefined)
    return (await import('./local-host.ts')).startLocalHost(settings.windowOrigin);
  return (await import('./browser-host.ts')).startBrowserHost(settings);
};
