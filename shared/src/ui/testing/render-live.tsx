import { webLightTheme } from '@fluentui/react-theme';
import { render } from '@testing-library/react';
import * as React from 'react';
import type { ApiClient } from '../../contract/client.ts';
import type { Place } from '../../contract/place.ts';
import { AppRoot } from '../AppRoot.tsx';
import { fakeHost } from '../forms/testing/render-screen.tsx';
import type { HostAdapter } from '../HostAdapter.tsx';

/**
 * Shows a screen inside a real AppRoot whose place changes as the screen goes: what the address bar would hold is in `places`, newest
 * last.
 */
export const renderLive = (
  screen: React.ReactElement,
  api: ApiClient,
  { host = fakeHost(), place: first }: { readonly host?: HostAdapter; readonly place: Place },
): { readonly places: Place[] } => {
  const places: Place[] = [first];
  render(
    <Live host={host} api={api} first={first} onGo={(to) => places.push(to)}>
      {screen}
    </Live>,
  );
  return { places };
};

interface LiveProps {
  readonly host: HostAdapter;
  readonly api: ApiClient;
  readonly first: Place;
  readonly onGo: (to: Place) => void;
  readonly children: React.ReactNode;
}

const Live: React.FC<LiveProps> = ({ host, api, first, onGo, children }) => {
  const [place, setPlace] = React.useState(first);
  const told = React.useRef(onGo);
  const go = React.useCallback((to: Place) => {
    told.current(to);
    setPlace(to);
  }, []);
  const surroundings = React.useMemo(() => ({ host, api, place, go }), [host, api, place, go]);
  return (
    <AppRoot surroundings={surroundings} theme={() => webLightTheme}>
      {children}
    </AppRoot>
  );
};
