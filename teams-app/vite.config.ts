import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { inlineTokens } from './build/inline-tokens.ts';
import { stylesAtBuild } from './build/styles-at-build.ts';

/** The tab's pages. `--mode sample` builds them for the local run; any other mode takes its settings from the environment. */
export default defineConfig({
  plugins: [react({ jsxRuntime: 'classic' }), inlineTokens(), stylesAtBuild()],
  // @ap/shared is read as source: no build step between it and the tab.
  resolve: { conditions: ['source', ...defaultClientConditions], dedupe: ['react', 'react-dom', 'swr'] },
  build: {
    target: 'es2022',
    sourcemap: true,
    reportCompressedSize: true,
    // Every browser that Teams supports preloads modules itself.
    modulePreload: { polyfill: false },
    // What the entry needs goes into one file: twenty small ones weigh 5% more after gzip, and wait for each other.
    rollupOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
});
