import type { WebPartContext } from '@microsoft/sp-webpart-base';

/** Teams' own library as SharePoint hands it to a web part that stands in Teams: a web part may not bring its own. */
type TeamsJs = NonNullable<WebPartContext['sdks']['microsoftTeams']>['teamsJs'];

/** Where the web part stands in Teams, Outlook or the Microsoft 365 app. */
export interface ITeamsAround {
  /** Whether the host shows its high-contrast theme now: SharePoint's theme tells dark from light only. */
  readonly inContrast: () => Promise<boolean>;
  /** Opens a page: a link to Teams by the host itself, any other in a new window. */
  readonly open: (url: string) => void;
}

const openWindow = (url: string): void => {
  window.open(url, '_blank', 'noopener');
};

/** What surrounds the web part in Teams. It registers no handler: the library keeps one of each, and those are SharePoint's. */
export const teamsAround = (teamsJs: TeamsJs): ITeamsAround => ({
  inContrast: async () => (await teamsJs.app.getContext()).app.theme === 'contrast',
  open: (url) => {
    if (url.indexOf('https://teams.microsoft.com/l/') !== 0) return openWindow(url);
    teamsJs.app.openLink(url).catch(() => openWindow(url));
  }
});

/** The same on a SharePoint page. Forced colours of the system do there what Teams' contrast theme does. */
export const sharePointAround: ITeamsAround = { inContrast: async () => false, open: openWindow };
