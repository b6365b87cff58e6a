import type { HostTheme } from '@ap/shared/ui/HostAdapter';
import { fromPath, toPath } from '@ap/shared/ui/place';
import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-theme';
import { app, authentication, dialog, FrameContexts, pages } from '@microsoft/teams-js';
import type { Settings } from '../settings.ts';
import { takeSubPage, teamsLink } from './deep-link.ts';
import { historyDepth } from './history-depth.ts';
import { rememberRoute, takeRoute } from './route-memory.ts';
import { signInNeeded } from './sign-in-needed.ts';
import type { StartedHost, StartFailure } from './started-host.ts';
import { tokenCache } from './token-cache.ts';
import { withTimeOut } from './with-time-out.ts';

const startWithinMs = 10_000;

const fluentThemes: Readonly<Record<HostTheme, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** 'glass' and whatever may come are shown light: only the three have tokens. */
const themeOf = (theme: string): HostTheme => (theme === 'dark' || theme === 'contrast' ? theme : 'light');

/**
 * Starts inside Teams, Outlook or the Microsoft 365 app. The only module that imports teams-js. Rejects with `TimedOut` or the SDK's own
 * error when no host answers. It registers for no suspension: a resumed tab is not told the sub-page it was opened for (teams-js#3031).
 */
export const startTeamsHost = async (settings: Settings): Promise<StartedHost> => {
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
  // A dialog's address says where it is; a deep link was for the tab beneath it.
  const subPage = inDialog ? undefined : takeSubPage(context.page.subPageId, context.app.sessionId);
  return {
    fluentTheme: (told) => fluentThemes[told],
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
      linkTo: (place) =>
        settings.teamsAppId === undefined
          ? `${window.location.origin}${toPath(place)}`
          : teamsLink(settings.teamsAppId, window.location.origin, place),
      openExternal: (url) => window.open(url, '_blank', 'noopener'),
      mayDecide: true,
      // Named, so that no other app on this page can take the result.
      ...(inDialog && dialog.url.isSupported() ? { closeDialog: (result) => dialog.url.submit(result, settings.teamsAppId) } : {}),
    },
    ...(subPage === undefined ? {} : { firstPlace: fromPath(subPage) }),
    onShell: () => app.notifyAppLoaded(),
    onUsable: () => void app.notifySuccess(),
    onFailure: (reason) => app.notifyExpectedFailure({ reason: reasons[reason] }),
  };
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
