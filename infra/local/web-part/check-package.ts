import type { PackagedFiles } from './packaged-files.ts';

/** React as SharePoint has it on its pages, and the only one that the web part may be built with. */
const sharePointReact = '17.0.1';

/** Sentences that only the library itself holds. */
const marksOfTeamsJs = [/res\.cdn\.office\.net\/teams-js/, /The library has not yet been initialized/];
const marksOfReactDom = /__REACT_DEVTOOLS_GLOBAL_HOOK__/;
const marksOfNewerReact = /react\.transitional\.element/;

/**
 * What must not be in a package although its build is green, a sentence for each; none when it may be shipped. A second React breaks at
 * run time only, a second teams-js is unsupported beside SharePoint's own, and SharePoint's content policy blocks scripts from elsewhere.
 */
export const faultsOfPackage = ({ manifest, scripts, licences }: PackagedFiles): readonly string[] => {
  const all = Object.values(scripts).join('\n');
  const reacts = [...licences.matchAll(/@license React v([\d.]+)/g)].map(([, version]) => version);
  const { internalModuleBaseUrls, scriptResources } = manifest.loaderConfig;
  const own = Object.values(scriptResources).flatMap(({ path, defaultPath }) => path ?? defaultPath ?? []);
  const checks: readonly (readonly [boolean, string])[] = [
    [marksOfTeamsJs.some((mark) => mark.test(all)), 'It bundles teams-js: use the copy in context.sdks.microsoftTeams.'],
    [marksOfReactDom.test(all), "It bundles react-dom: SharePoint's own must be used."],
    [
      marksOfNewerReact.test(all) || reacts.some((version) => version !== sharePointReact),
      `It bundles a part of React that is not ${sharePointReact} (found: ${reacts.join(', ') || 'React 19'}).`,
    ],
    [
      internalModuleBaseUrls.some((url) => url !== 'HTTPS://SPCLIENTSIDEASSETLIBRARY/') || own.some((path) => scripts[path] === undefined),
      'It loads scripts from outside of the package.',
    ],
  ];
  return checks.filter(([found]) => found).map(([, sentence]) => sentence);
};
