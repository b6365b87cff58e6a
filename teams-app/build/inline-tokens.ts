import { tokens } from '@fluentui/react-theme';
import type { Plugin } from 'vite';

const known: Readonly<Record<string, string>> = tokens;
const imported = /import\s*\{[^}]*\btokens\b[^}]*\}\s*from\s*['"]@fluentui\/(?:react-theme|tokens)['"]/;

/** Source in which each of Fluent's tokens stands as the CSS variable that it names. A name that Fluent does not know stays as it is. */
export const withTokensInlined = (code: string): string =>
  imported.test(code)
    ? code.replace(/(?<![\w.$'"])tokens\.(\w+)/g, (whole, name: string) =>
        known[name] === undefined ? whole : JSON.stringify(known[name]),
      )
    : code;

/**
 * Fluent's `tokens` is an object of 500 names, all of which go into the first load because some are used. Each is only the name of a CSS
 * variable, so that the build can write it where it stands.
 */
export const inlineTokens = (): Plugin => ({
  name: 'inline-fluent-tokens',
  apply: 'build',
  enforce: 'pre',
  transform: { filter: { id: /\.(?:tsx?|js)$/, code: /\btokens\./ }, handler: (code) => ({ code: withTokensInlined(code), map: null }) },
});
