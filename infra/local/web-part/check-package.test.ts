import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { faultsOfPackage } from './check-package.ts';
import type { PackagedFiles } from './packaged-files.ts';

const resolve = createRequire(import.meta.filename).resolve;
const library = (name: string, file: string): string =>
  readFileSync(path.join(path.dirname(resolve(`${name}/package.json`)), file), 'utf8');

const packaged = (changes: Partial<PackagedFiles> = {}, resource: object = { type: 'path', path: 'part.js' }): PackagedFiles => ({
  manifest: {
    supportedHosts: ['SharePointWebPart'],
    supportsThemeVariants: true,
    supportsFullBleed: true,
    loaderConfig: {
      internalModuleBaseUrls: ['HTTPS://SPCLIENTSIDEASSETLIBRARY/'],
      entryModuleId: 'part',
      scriptResources: { part: resource as { type: string; path: string }, react: { type: 'component' } },
    },
  },
  scripts: { 'part.js': 'define("part",["react"],function(){})' },
  licences: '/** @license React v17.0.1\n * react-jsx-runtime.production.min.js',
  appManifest: '',
  ...changes,
});

describe('the package of the web part', () => {
  it("may hold our code and SharePoint's React", () => {
    expect(faultsOfPackage(packaged())).toEqual([]);
  });

  it.each([
    ['the tab', 'the teams-js that the tab uses', () => library('@microsoft/teams-js', 'dist/umd/MicrosoftTeams.min.js'), 'teams-js'],
    ['react-dom', 'a react-dom', () => library('react-dom', 'cjs/react-dom.production.min.js'), 'react-dom'],
    ['React 19', 'the runtime of React 19', () => 'Symbol.for("react.transitional.element")', 'React'],
  ])('is refused with %s in it (%s)', (_what, _name, text, told) => {
    expect(faultsOfPackage(packaged({ scripts: { 'part.js': text() } })).join(' ')).toContain(told);
  });

  it('is refused with another version of React than that of SharePoint', () => {
    expect(faultsOfPackage(packaged({ licences: '@license React v18.3.1' }))).toEqual([
      'It bundles a part of React that is not 17.0.1 (found: 18.3.1).',
    ]);
  });

  it('is refused when it loads a script from elsewhere', () => {
    expect(faultsOfPackage(packaged({}, { type: 'path', path: 'https://cdn.example/part.js' }))).toEqual([
      'It loads scripts from outside of the package.',
    ]);
  });
});
