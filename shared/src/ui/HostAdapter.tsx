import * as React from 'react';
import type { ApiClient, ClientOptions } from '../contract/client.ts';
import type { Place } from '../contract/place.ts';

export type HostTheme = 'light' | 'dark' | 'contrast';
export type HostKind = 'teams' | 'browser' | 'sharepoint';

/** Where a person goes on with what a host leaves to others. */
export interface OtherHost {
  /** As it reads after 'in' and 'from': 'Teams', 'the signed-in page'. */
  readonly name: string;
  /** Whether this place opens there. */
  readonly has: (place: Place) => boolean;
}

/** What a screen may ask of the host it runs in. Only the hosted tab's adapter imports teams-js. */
export interface HostAdapter {
  readonly kind: HostKind;
  /** The theme now, and notice of each change. Returns the stop function. */
  readonly theme: () => HostTheme;
  readonly onThemeChange: (listener: (theme: HostTheme) => void) => () => void;
  readonly locale: string;
  /** A token for our API. Rejects with `SignInNeeded` when a person must click first. */
  readonly getToken: () => Promise<string>;
  /** Interactive sign-in or consent, from a click only. */
  readonly signIn: () => Promise<void>;
  /** The same for a guest of the council's tenant, whom `signIn` would take for a person of their own organisation; absent where the host itself knows the tenant. */
  readonly signInAsGuest?: { readonly of: string; readonly signIn: () => Promise<void> };
  /** A link to a place that a colleague can open. */
  readonly linkTo: (place: Place) => string;
  /** Opens a page outside the product, said so on the button. */
  readonly openExternal: (url: string) => void;
  /** What this host's client may do: the web part's client reads and drafts only. */
  readonly mayDecide: boolean;
  /** Ends the dialog that the page runs in, with a result for the bot that opened it; absent where the page is in no dialog. */
  readonly closeDialog?: (result: Readonly<Record<string, string>>) => void;
  /** Set where the host does not do everything itself. */
  readonly elsewhere?: OtherHost;
}

/** Where to go on, by name. A host that leaves nothing to others is never asked. */
export const nameOfElsewhere = (host: HostAdapter): string => host.elsewhere?.name ?? 'Teams';

/** What every screen is given: the host, the API, where it is, and how to go elsewhere. */
export interface Surroundings {
  readonly host: HostAdapter;
  readonly api: ApiClient;
  readonly place: Place;
  /** Goes to a place. `replace` for filters, sorting and paging, so that Back leaves the page and not the last filter. */
  readonly go: (place: Place, how?: { replace?: boolean }) => void;
  /** Fetches a place's screen ahead of time, when a person is about to go there. Left out where all screens come at once. */
  readonly prepare?: (place: Place) => void;
  /** Where the API is, for screens of few people that bring a client of their own operations. Left out by hosts that show none of them. */
  readonly service?: ClientOptions;
}

/** The surroundings without the place: the same object for as long as a root lives. */
type Steady = Omit<Surroundings, 'place'>;

const Context = React.createContext<Surroundings | undefined>(undefined);
const SteadyContext = React.createContext<Steady | undefined>(undefined);

export const SurroundingsProvider: React.FC<{ readonly value: Surroundings; readonly children: React.ReactNode }> = ({
  value,
  children,
}) => {
  const { host, api, go, prepare, service } = value;
  const steady = React.useMemo(
    () => ({ host, api, go, ...(prepare ? { prepare } : {}), ...(service ? { service } : {}) }),
    [host, api, go, prepare, service],
  );
  return (
    <SteadyContext.Provider value={steady}>
      <Context.Provider value={value}>{children}</Context.Provider>
    </SteadyContext.Provider>
  );
};

const given = <T,>(value: T | undefined): T => {
  if (value === undefined) throw new Error('useSurroundings is used outside AppRoot');
  return value;
};

/** The surroundings of a screen. Throws outside an AppRoot: that is a mistake in our code. */
export const useSurroundings = (): Surroundings => given(React.useContext(Context));

/** The same for what does not ask where it is: it is not drawn again each time that a filter changes the address. */
export const useSteadySurroundings = (): Steady => given(React.useContext(SteadyContext));
