import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import { releasesPagePath, releasesPath } from './project-paths.ts';
import { readReleases, releasesPage } from './release-notes.ts';

const releases = readReleases(readFileSync(releasesPath, 'utf8'));
const versionOf = (file: string): string =>
  (JSON.parse(readFileSync(path.join(projectFolder, file), 'utf8')) as { readonly version: string }).version;

test('the newest release of the notes is the version of the product: whoever raises one tells people what is new', () => {
  expect(releases[0]?.version).toBe(versionOf('package.json'));
});

test('releases stand the newest first, each with its day', () => {
  const days = releases.map(({ on }) => on);
  expect(days).toEqual([...days].sort().reverse());
  expect(new Set(releases.map(({ version }) => version)).size).toBe(releases.length);
});

test('the page is made of the notes as they are now (npm run docs), and the help page leads to it', () => {
  expect(readFileSync(releasesPagePath, 'utf8')).toBe(releasesPage(releases));
  for (const page of ['help', 'privacy', 'terms', 'accessibility'])
    expect(readFileSync(path.join(path.dirname(releasesPagePath), `${page}.html`), 'utf8')).toContain(
      '<a href="releases.html">What is new</a>',
    );
});

test.each(['## 1.2, 3 May 2027\n- x', '## 1.2.0\n- x', '## 1.2.0, 3 May 2027\n', '## 1.2.0, 3 Mai 2027\n- x'])(
  '%j is no release',
  (text) => {
    expect(() => readReleases(text)).toThrow();
  },
);

test('what a release says stands on the page as it is, and is no markup', () => {
  expect(releasesPage([{ ...releases[0]!, lines: ['a < b & c'] }])).toContain('<li>a &lt; b &amp; c</li>');
});
