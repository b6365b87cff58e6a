import type { Settings } from '../settings.ts';
import { chooseHost } from './choose-host.ts';
import type { StartedHost } from './started-host.ts';

/**
 * Starts the host that these pages run in; undefined in the local run when nobody is chosen yet. Each host is a bundle of its own: Teams
 * never loads MSAL, a browser never teams-js, and only a sample build contains the local one.
 */
export const startHost = async (reading: Promise<Settings>): Promise<StartedHost | undefined> => {
  const where = { framed: window.parent !== window, nativeInterface: 'nativeInterface' in window };
  // In a frame it is Teams whatever the settings say, so that its code need not wait for them.
  const teams = chooseHost({ ...where, sample: false }) === 'teams' ? import('./teams-host.ts') : undefined;
  const settings = await reading;
  if (teams !== undefined) return (await teams).startTeamsHost(settings);
  if (import.meta.env.MODE === 'sample' && settings.windowOrigin !== undefined)
    return (await import('./local-host.ts')).startLocalHost(settings.windowOrigin);
  return (await import('./browser-host.ts')).startBrowserHost(settings);
};
