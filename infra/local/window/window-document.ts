import type { SearchCommand } from './window-options.ts';

/** What the page is told about this run. Nothing of it is secret. */
export interface WindowSettings {
  readonly tabUrl: string;
  readonly apiUrl: string;
  readonly tenantUrl: string;
  readonly apiClientId: string;
  readonly apiScope: string;
  readonly listsAt: string;
  readonly searchCommand?: SearchCommand | undefined;
}

/** The page: a root element, the settings as JSON and the bundle. */
export const windowDocument = (settings: WindowSettings): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stand-in for the Teams window (local run only)</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/window.css">
</head>
<body>
<div id="root"></div>
<script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>
<script src="/window.js"></script>
</body>
</html>
`;

/**
 * What the page may load: itself, and the tab in a frame. Styles are inline because Fluent writes them at run time. The frames
 * that show mail take this policy on, so a mail loads nothing from outside.
 */
export const contentSecurityPolicy = (tabOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: ${tabOrigin}`,
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src 'self' ${tabOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
