import { dialogRuntime, teamsRuntime } from './teams-context.ts';

/** What the window does for the tab in its frame. */
export interface TeamsServices {
  readonly context: () => Readonly<Record<string, unknown>>;
  /** A token for the product's API. Rejects with a sentence when the tenant refuses. */
  readonly token: () => Promise<string>;
  readonly openLink: (url: string) => void;
  readonly shareLink: (subPage: string | undefined, label: string | undefined) => void;
  /** Opens the tab at a sub-page, or at its start. */
  readonly navigate: (subPage: string | undefined) => void;
  /** The tab is at its root and asks the window to go back. */
  readonly leave: () => void;
  readonly returnFocus: () => void;
  readonly loaded: (state: TabLoadState) => void;
  /** The tab listens for an event, e.g. `themeChange`. */
  readonly listens: (event: string) => void;
  readonly readyToUnload: () => void;
  /** The tab asked for something that the stand-in does not have. */
  readonly unserved: (message: string) => void;
  /** Set in the dialog that adds or changes the tab of a channel. */
  readonly setup?: SetupServices;
  /** Set for a page in a dialog. */
  readonly dialog?: DialogServices;
}

/** The dialog around a configuration page: its Save button, and what the page saves. */
export interface SetupServices {
  readonly saved: () => TabConfig | undefined;
  readonly allowSave: (allowed: boolean) => void;
  readonly keep: (config: TabConfig) => void;
  /** The page has dealt with Save: done, or not, with a reason. */
  readonly ended: (failure: string | undefined) => void;
}

/** A tab of a channel as its configuration page gives it to Teams. */
export interface TabConfig {
  readonly contentUrl: string;
  readonly entityId?: string;
  readonly websiteUrl?: string;
  readonly suggestedDisplayName?: string;
}

/** The dialog around a page of the app. */
export interface DialogServices {
  /** The page has ended with a result for the bot that opened the dialog. */
  readonly end: (result: unknown) => void;
}

export type TabLoadState =
  | { readonly at: 'starting' }
  | { readonly at: 'shown' }
  | { readonly at: 'ready' }
  | { readonly at: 'failed'; readonly reason: string; readonly expected: boolean };

/** The arguments of the answer; undefined when teams-js waits for none. */
export type TeamsAnswer = readonly unknown[] | undefined;

const sdkVersion = '2.58.0';
const notSupportedOnPlatform = 100;

/** Modules whose answers start with an SdkError or nothing; all others answer `[worked, reason]`. */
const answersWithSdkError =
  /^(interactive|monetization|marketplace|media|permissions|profile|meeting|meetingRoom|clipboard|location|people|sharing|stageView|pages\.currentApp|dialog)\./;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What teams-js is told that the page is. */
const frameOf = ({ setup, dialog }: TeamsServices): string => {
  if (setup) return 'settings';
  return dialog ? 'task' : 'content';
};

/** What a configuration page asks: undefined when it is none of that. */
const answerSetup = (func: string, args: readonly unknown[], setup: SetupServices): { readonly args: TeamsAnswer } | undefined => {
  switch (func) {
    case 'settings.getSettings':
      return { args: [setup.saved() ?? {}] };
    case 'settings.setValidityState':
      setup.allowSave(args[0] === true);
      return { args: undefined };
    case 'settings.setSettings': {
      const config = args[0] as Partial<TabConfig> | undefined;
      if (!config?.contentUrl) return { args: [false, 'A tab needs a contentUrl.'] };
      setup.keep({ ...config, contentUrl: config.contentUrl });
      return { args: [true] };
    }
    case 'settings.save.success':
      setup.ended(undefined);
      return { args: undefined };
    case 'settings.save.failure':
      setup.ended(text(args[0]) ?? 'The page gave no reason.');
      return { args: undefined };
    default:
      return undefined;
  }
};

/** Serves one request of teams-js: name and arguments as its message has them. */
export const answerTeamsRequest = async (func: string, args: readonly unknown[], services: TeamsServices): Promise<TeamsAnswer> => {
  switch (func) {
    case 'initialize':
      services.loaded({ at: 'starting' });
      return [frameOf(services), 'web', JSON.stringify(services.dialog ? dialogRuntime : teamsRuntime), sdkVersion];
    case 'getContext':
      return [services.context()];
    case 'authentication.getAuthToken':
      try {
        return [true, await services.token()];
      } catch (failure) {
        return [false, (failure as Error).message];
      }
    case 'registerHandler':
      services.listens(String(args[0]));
      return undefined;
    case 'appInitialization.appLoaded':
      services.loaded({ at: 'shown' });
      return undefined;
    case 'appInitialization.success':
      services.loaded({ at: 'ready' });
      return [undefined];
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure': {
      const reason = [args[0], args[1]].filter((part) => text(part)).join(': ');
      services.loaded({ at: 'failed', reason, expected: func.endsWith('expectedFailure') });
      return undefined;
    }
    case 'pages.currentApp.navigateTo':
      services.navigate(text((args[0] as { subPageId?: unknown } | undefined)?.subPageId));
      return [undefined, true];
    case 'pages.currentApp.navigateToDefaultPage':
      services.navigate(undefined);
      return [undefined, true];
    case 'navigateBack':
      services.leave();
      return [true];
    case 'tasks.completeTask':
      if (!services.dialog) break;
      services.dialog.end(args[0]);
      return undefined;
    case 'setFrameContext':
      return undefined;
    case 'shareDeepLink':
      services.shareLink(text(args[0]), text(args[1]));
      return undefined;
    case 'executeDeepLink':
      services.openLink(String(args[0]));
      return [true];
    case 'returnFocus':
      services.returnFocus();
      return undefined;
    case 'readyToUnload':
      services.readyToUnload();
      return undefined;
  }
  const answer = services.setup && answerSetup(func, args, services.setup);
  if (answer) return answer.args;
  const message = `The stand-in Teams window does not serve "${func}".`;
  services.unserved(message);
  return answersWithSdkError.test(func) ? [{ errorCode: notSupportedOnPlatform, message }] : [false, message];
};
