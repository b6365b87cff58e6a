import type { Place } from '@ap/shared/contract/place';
import { type LinkTargets, placeLink } from '@ap/shared/contract/place-link';
import type { HostTheme } from '@ap/shared/ui/HostAdapter';
import { app, authentication, dialog, FrameContexts, HostName, pages } from '@microsoft/teams-js';
import type { Settings } from '../settings.ts';
import { areaOf, startChannelSetup } from './channel-setup.ts';
import { type GivenPlace, takeGivenPlace } from './deep-link.ts';
import { historyDepth } from './history-depth.ts';
import { rememberRoute, takeRoute } from './route-memory.ts';
import { signInNeeded } from './sign-in-needed.ts';
import type { StartedHost, StartFailure } from './started-host.ts';
import { tokenCache } from './token-cache.ts';
import { withTimeOut } from './with-time-out.ts';

const startWithinMs = 10_000;

/** 'glass' and whatever may come are shown light: only the three have tokens. */
const themeOf = (theme: string): HostTheme => (theme === 'dark' || theme === 'contrast' ? theme : 'light');

/**
 * Starts inside Teams; in Outlook and the Microsoft 365 app it only says where to go instead. Rejects with `TimedOut` or the SDK's own
 * error when no host answers. It registers for no suspension: a resumed tab is not told the sub-page it was opened for (teams-js#3031).
 */
export const startTeamsHost = async (settings: Settings): Promise<StartedHost> => {
  const fluentTheme = import('./teams-theme.ts').then(({ teamsTheme }) => teamsTheme);
  const origins = settings.windowOrigin === undefined ? undefined : [settings.windowOrigin];
  await withTimeOut(app.initialize(origins), startWithinMs, 'Teams');
  const listeners = new Set<(theme: HostTheme) => void>();
  let theme: HostTheme = 'light';
  // Teams keeps one handler only, a second would replace it: it fans out here.
  app.registerOnThemeChangeHandler((told) => {
    theme = themeOf(told);
    for (const listener of listeners) listener(theme);
  });
  const context = await withTimeOut(app.getContext(), startWithinMs, 'Teams');
  theme = themeOf(context.app.theme);
  const inDialog = context.page.frameContext === FrameContexts.task;
  if (!inDialog) handleBack();

  const token = tokenCache(async () => {
    try {
      return await authentication.getAuthToken({ silent: true });
    } catch (error) {
      throw signInNeeded(error);
    }
  });
  // A dialog's address says where it is; a deep link was for the tab beneath it. The tab of a channel has one landing for everybody.
  const inChannel = !inDialog && context.channel !== undefined;
  const given = inDialog || inChannel ? undefined : takeGivenPlace(context.page.subPageId, context.app.sessionId);
  const targets: LinkTargets = {
    pages: window.location.origin,
    // The tenant's own id of the app, where the client tells it; a school's tenant has another than the council's.
    teamsAppId: context.app.appId?.toString() ?? settings.teamsAppId,
    teams: settings.windowOrigin,
  };
  return {
    fluentTheme,
    host: {
      kind: 'teams',
      theme: () => theme,
      onThemeChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      locale: context.app.locale,
      getToken: token.get,
      signIn: async () => {
        rememberRoute(`${window.location.pathname}${window.location.search}`);
        try {
          token.keep(await authentication.getAuthToken({ silent: false }));
        } catch (error) {
          throw signInNeeded(error);
        } finally {
          // Still here: the window was not replaced, so there is nothing to come back to.
          takeRoute();
        }
      },
      linkTo: (place) => placeLink(targets, place),
      // Teams opens its own links in place; everything else is left to the browser.
      openExternal: (url) => {
        if (isTeamsLink(url, targets)) void app.openLink(url);
        else window.open(url, '_blank', 'noopener');
      },
      mayDecide: true,
      // Named, so that no other app on this page can take the result.
      ...(inDialog && dialog.url.isSupported() ? { closeDialog: (result) => dialog.url.submit(result, targets.teamsAppId) } : {}),
      ...(inChannel ? { elsewhere: { name: targets.teamsAppId === undefined ? 'your browser' : 'your own tab', has: isPersonal } } : {}),
    },
    ...startOf(given),
    ...(inChannel ? channelStart() : {}),
    ...notHereIn(context.app.host.name),
    ...(context.page.frameContext === FrameContexts.settings ? { setup: await startChannelSetup() } : {}),
    onShell: () => app.notifyAppLoaded(),
    onUsable: () => void app.notifySuccess(),
    onFailure: (reason) => app.notifyExpectedFailure({ reason: reasons[reason] }),
  };
};

/**
 * Other clients show every personal tab, too, but sign people in by client ids of their own, which the API does not let in: a request or a decision comes from Teams,
 * from the signed-in pages, or not at all.
 */
const notHereIn = (name: HostName): Pick<StartedHost, 'notHere'> => {
  if (name === HostName.outlook || name === HostName.outlookWin32) return { notHere: 'Outlook' };
  return name === HostName.office ? { notHere: 'the Microsoft 365 app' } : {};
};

/** Shown in a person's own tab only. */
const personal: readonly Place['at'][] = [
  'shortlist',
  'request',
  'start',
  'my-requests',
  'waiting',
  'call-off',
  'access',
  'commissioning',
  'concerns',
  'placements',
  'enquiries',
  'block-purchases',
  'invoices',
];
const isPersonal = ({ at }: Place): boolean => personal.includes(at);

const isTeamsLink = (url: string, { teams }: LinkTargets): boolean =>
  URL.canParse(url) && [teams, 'https://teams.microsoft.com', 'https://teams.cloud.microsoft'].includes(new URL(url).origin);

const startOf = (given: GivenPlace | undefined): Pick<StartedHost, 'firstPlace' | 'repeatedPlace'> => {
  if (given === undefined) return {};
  return given.again ? { repeatedPlace: given.place } : { firstPlace: given.place };
};

/** The directory around the area that was chosen for the channel. */
const channelStart = (): Pick<StartedHost, 'firstPlace' | 'channel'> => {
  const near = areaOf(window.location.href);
  const search = near === undefined ? '' : `near=${near}`;
  return { channel: { search }, firstPlace: { at: 'directory', search } };
};

const reasons: Readonly<Record<StartFailure, app.ExpectedFailureReason>> = {
  PermissionError: app.ExpectedFailureReason.PermissionError,
  NotFound: app.ExpectedFailureReason.NotFound,
  Throttling: app.ExpectedFailureReason.Throttling,
  Offline: app.ExpectedFailureReason.Offline,
  Other: app.ExpectedFailureReason.Other,
};

/** Teams' own Back goes back in our pages, and leaves the tab from the first of them. */
const handleBack = (): void => {
  if (!pages.backStack.isSupported()) return;
  pages.backStack.registerBackButtonHandler(() => {
    if (historyDepth(window.history.state) === 0) return false;
    window.history.back();
    return true;
  });
};
