import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-theme';
import * as React from 'react';
import type { ApiClient, ClientOptions } from '../../contract/client.ts';
import type { Place } from '../../contract/place.ts';
import { AppRoot } from '../AppRoot.tsx';
import type { Contact } from '../Contact.tsx';
import type { HostAdapter, HostTheme } from '../HostAdapter.tsx';

interface LiveProps {
  readonly host: HostAdapter;
  readonly api: ApiClient;
  readonly service?: ClientOptions;
  readonly first: Place;
  readonly contact?: Contact;
  readonly onGo?: (to: Place) => void;
  readonly children: React.ReactNode;
}

const themes: Readonly<Record<HostTheme, Theme>> = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
const teamsTheme = (told: HostTheme): Theme => themes[told];

/** A real AppRoot whose place changes as the screen goes. */
export const Live: React.FC<LiveProps> = ({ host, api, service, first, contact, onGo, children }) => {
  const [place, setPlace] = React.useState(first);
  const told = React.useRef(onGo);
  const go = React.useCallback((to: Place) => {
    told.current?.(to);
    setPlace(to);
  }, []);
  const surroundings = React.useMemo(() => ({ host, api, place, go, ...(service ? { service } : {}) }), [host, api, place, go, service]);
  return (
    <AppRoot surroundings={surroundings} contact={contact} theme={teamsTheme}>
      {children}
    </AppRoot>
  );
};
