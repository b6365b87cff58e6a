import { type BuiltFile, fileOf, withNeeds } from './built-tab.ts';

export const teamsHost = 'teams-app/src/hosts/teams-host.ts';
export const browserHost = 'teams-app/src/hosts/browser-host.ts';
/** The page of people without an account, who come by the link of a mail to a browser. */
export const linkPage = 'teams-app/src/links/LinkApp.tsx';
export const directory = 'shared/src/ui/directory/DirectoryPage.tsx';
const modules = ['teams-app/src/main.tsx', teamsHost, 'teams-app/src/hosts/teams-theme.ts', directory];

/** What the tab needs in Teams before the directory is on screen. The bench of the first paint checks it against what Chromium fetches. */
export const filesOfFirstScreen = (files: readonly BuiltFile[]): readonly BuiltFile[] =>
  withNeeds(files, [...files.filter(({ name }) => name.endsWith('.css')), ...modules.map((module) => fileOf(files, module))]);
