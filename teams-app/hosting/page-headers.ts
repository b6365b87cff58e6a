import { linkPaths } from '../src/links/read-link.ts';

/** Who may show the tab in a frame: the hosts of Teams, Outlook and Microsoft 365, as Microsoft lists them. */
const microsoft365 = [
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

interface PageHeaderOptions {
  /** Address of the API. */
  readonly api: string;
  /** Origin of the stand-in Teams window of a local run. */
  readonly window?: string;
}

/**
 * The headers of every page of the tab, wherever it is served: scripts from itself only, styles also inline (Fluent writes them at run
 * time), calls to the API, in a frame of Microsoft 365 or of the stand-in window only. X-Frame-Options would shut out Teams, so it is not
 * sent.
 */
export const pageHeaders = ({ api, window }: PageHeaderOptions): Readonly<Record<string, string>> => {
  const local = window === undefined ? [] : [window];
  return headersOf({
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:', 'https://*.cdn.office.net'],
    'connect-src': ["'self'", new URL(api).origin, ...local, teamsJsHosts, 'https://login.microsoftonline.com'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': [...microsoft365, ...local],
  });
};

/** The headers of the page that people open by a link: it acts by what stands in its address, so that nobody may show it in a frame. */
export const linkHeaders = ({ api }: PageHeaderOptions): Readonly<Record<string, string>> =>
  headersOf({
    'default-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'", new URL(api).origin],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  });

/** The headers of the pages about the app, which open without a sign-in: they need nothing from elsewhere and are shown in no frame. */
export const aboutHeaders = (): Readonly<Record<string, string>> =>
  headersOf({
    'default-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  });

/** The headers of one address of the pages, as the hosting of `staticwebapp.config.json` and the server of a local run give them. */
export const headersAt = (path: string, options: PageHeaderOptions): Readonly<Record<string, string>> => {
  if (linkPaths.some((place) => path.startsWith(place))) return linkHeaders(options);
  return path.startsWith('/about/') ? aboutHeaders() : pageHeaders(options);
};

const headersOf = (policy: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': Object.entries(policy)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; '),
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});
