import type { Plugin } from 'vite';

/** The contract without what only the document of the API says of an operation. Nothing else of a contract is called summary and a text. */
export const withoutSummaries = (code: string): string =>
  code.replace(/^( {2}summary:\s*)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),$/gm, "$1'',");

/** Leaves the sentences about operations out of the tab: they are for whoever reads the document of the API. */
export const leaveOutSummaries = (): Plugin => ({
  name: 'leave-out-summaries',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /shared[\\/]src[\\/]contract[\\/][^\\/]+\.ts$/, code: /\bsummary:/ },
    handler: (code) => ({ code: withoutSummaries(code), map: null }),
  },
});
