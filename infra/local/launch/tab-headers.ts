import type { StackAddresses } from './addresses.ts';

/** Who may show the tab in a frame: the hosts of Teams, Outlook and Microsoft 365, as Microsoft lists them. */
const frameAncestors = [
  "'self'",
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** teams-js asks this host at start which other hosts it may trust. */
const teamsJsHosts = 'https://res.cdn.office.net';

/**
 * The headers of every page of the tab: scripts from itself only, styles also inline (Fluent writes them at run time), calls to
 * the API, in a frame of Microsoft 365 or of the stand-in window only. X-Frame-Options would shut out Teams, so it is not sent.
 */
export function tabHeaders({ api, window }: Pick<StackAddresses, 'api' | 'window'>): Readonly<Record<string, string>> {
  const policy: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:', 'https://*.cdn.office.net'],
    'connect-src': ["'self'", new URL(api).origin, window, teamsJsHosts, 'https://login.microsoftonline.com'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': [...frameAncestors, window],
  };
  const text = Object.entries(policy).map(([name, values]) => `${name} ${values.join(' ')}`);
  return {
    'Content-Security-Policy': text.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}
