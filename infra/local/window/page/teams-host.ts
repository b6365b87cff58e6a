import { answerTeamsRequest, type TeamsServices } from './teams-requests.ts';

/** The window's side of the conversation with the tab in its frame. */
export interface TeamsHost {
  /** Tells a tab that listens; a tab that does not has asked not to be told. */
  readonly changeTheme: (theme: string) => void;
  readonly pressBack: () => void;
  /** Presses Save in the dialog of a configuration page. False when the page does not listen. */
  readonly pressSave: () => boolean;
  /** Lets a tab that asked for it finish (save a draft) before the frame goes; at most three seconds. */
  readonly beforeUnload: () => Promise<void>;
  readonly stop: () => void;
}

interface TeamsRequest {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

const isRequest = (data: unknown): data is TeamsRequest =>
  typeof data === 'object' &&
  data !== null &&
  'func' in data &&
  typeof data.func === 'string' &&
  'id' in data &&
  typeof data.id === 'number';

const unloadWithin = 3_000;

/**
 * Speaks the postMessage protocol of teams-js 2.58 with the page in `frame`: answers carry the request's id and uuid, events
 * carry a name and no id. Messages of other windows and other origins are left alone.
 */
export const startTeamsHost = (
  frame: () => Window | null,
  tabOrigin: string,
  services: Omit<TeamsServices, 'listens' | 'readyToUnload'> & { readonly listens?: (event: string) => void },
): TeamsHost => {
  let listening = new Set<string>();
  let unloaded: (() => void) | undefined;
  const post = (message: unknown): void => frame()?.postMessage(message, tabOrigin);
  const send = (event: string, args: readonly unknown[]): void => post({ func: event, args });
  const full: TeamsServices = {
    ...services,
    listens: (event) => {
      listening.add(event);
      services.listens?.(event);
    },
    readyToUnload: () => unloaded?.(),
  };

  const receive = (event: MessageEvent<unknown>): void => {
    if (event.source === null || event.source !== frame() || event.origin !== tabOrigin || !isRequest(event.data)) return;
    const { id, uuidAsString, func, args = [] } = event.data;
    if (func === 'initialize') listening = new Set();
    answerTeamsRequest(func, args, full).then(
      (answer) => answer && post({ id, uuidAsString, args: answer }),
      (failure: Error) => services.unserved(`"${func}" failed in the stand-in window: ${failure.message}`),
    );
  };
  window.addEventListener('message', receive);

  return {
    changeTheme: (theme) => {
      if (listening.has('themeChange')) send('themeChange', [theme]);
    },
    pressBack: () => send('backButtonPress', []),
    pressSave: () => {
      if (listening.has('save')) send('settings.save', [{}]);
      return listening.has('save');
    },
    beforeUnload: () =>
      !listening.has('beforeUnload')
        ? Promise.resolve()
        : new Promise((resolve) => {
            const timer = setTimeout(resolve, unloadWithin);
            unloaded = () => {
              clearTimeout(timer);
              resolve();
            };
            send('beforeUnload', []);
          }),
    stop: () => window.removeEventListener('message', receive),
  };
};
