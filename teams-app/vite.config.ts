import { createRequire } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { bootFirst, bootModules } from './build/boot-first.ts';
import { inlineTokens } from './build/inline-tokens.ts';
import { quietSdk } from './build/quiet-sdk.ts';
import { stylesAtBuild } from './build/styles-at-build.ts';
import { leaveOutSummaries } from './build/without-summaries.ts';

// Fluent would bring a newer scheduler beside the one that React works with.
const ofReactDom = createRequire(createRequire(import.meta.url).resolve('react-dom'));
const scheduler = path.dirname(ofReactDom.resolve('scheduler/package.json'));

// Its index names every chart there is, and some charts import the index, so that nothing could be left out: 222 kB in place of 110.
const charts = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@fluentui/react-charts/package.json')),
  'lib/HorizontalBarChartWithAxis.js',
);

/** The tab's pages. `--mode sample` builds them for the local run; any other mode takes its settings from the environment. */
export default defineConfig({
  plugins: [react({ jsxRuntime: 'classic' }), inlineTokens(), quietSdk(), stylesAtBuild(), leaveOutSummaries(), bootFirst()],
  // @ap/shared is read as source: no build step between it and the tab.
  resolve: {
    conditions: ['source', ...defaultClientConditions],
    dedupe: ['react', 'react-dom', 'swr'],
    alias: { scheduler, '@fluentui/react-charts': charts },
  },
  build: {
    target: 'es2022',
    sourcemap: true,
    reportCompressedSize: true,
    // Every browser that Teams supports preloads modules itself.
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'boot', test: (id) => bootModules.some((module) => module.test(id)), priority: 1 },
            // What the screens need at first goes into one file: twenty small ones weigh 5% more after gzip, and wait for each other.
            { name: 'first', tags: ['$initial'] },
            // Small modules that many later screens share: in files of their own they would weigh more as files than as code.
            {
              name: 'kit',
              test: /shared\/src\/(ui\/(states\/(EmptyState|Loaded|NoAccess)|forms\/(use-once|use-mounted|ConfirmDialog|Confirmation|problem-of|form-error)|use-refresh|use-opener|ModalDialog|copy-text)|domain\/texts\/one-of)\.tsx?$/,
            },
            // What the forms share: the same.
            {
              name: 'questions',
              test: /shared\/src\/ui\/forms\/(QuestionPage|QuestionHeading|CheckAnswers|fields\/(RadioField|CheckboxField|YesNoField|TextField|TextAreaField|DateField))\.tsx$/,
            },
            // What the lists of requests and the page of one share: the same.
            {
              name: 'requests',
              test: /shared\/src\/(ui\/call-offs\/(CallOffList|Facts|price-facts|use-list-styles)|domain\/(call-off\/state-sentence|register\/framework))\.tsx?$/,
            },
            // What filling in a request, starting one again and changing an order share: the same.
            {
              name: 'answers',
              test: /shared\/src\/(ui\/request\/(answers|to-request|PatternFields|check-step|device-copy)|domain\/days\/weekly-pattern|contract\/call-offs)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
});
