import type { Plugin } from 'vite';

/** teams-js brings a copy of `debug` of its own, for logs of the SDK that nobody reads: a tenth of what the tab loads of it. */
const bundledDebug = /teams-js[\\/].*[\\/]debug[\\/]src[\\/]browser\.js$/;

/** What teams-js asks of `debug`, without the logs. When the SDK asks for something else the build fails: an export is missing. */
const silentDebug = `const log = () => undefined;
log.extend = () => log;
export const b = { debug: Object.assign(() => log, { formatArgs: () => undefined }) };
`;

/** Leaves the SDK's own logs out of the tab. */
export const quietSdk = (): Plugin => ({
  name: 'quiet-sdk',
  apply: 'build',
  enforce: 'pre',
  load: { filter: { id: bundledDebug }, handler: () => silentDebug },
});
