import { FluentProvider } from '@fluentui/react-provider';
import { webLightTheme } from '@fluentui/react-theme';
import { configure, render } from '@testing-library/react';
import * as React from 'react';
import { SWRConfig } from 'swr';
import type { ApiClient, ClientOptions } from '../../../contract/client.ts';
import type { Place } from '../../../contract/place.ts';
import { Announcer } from '../../Announcer.tsx';
import { type HostAdapter, SurroundingsProvider } from '../../HostAdapter.tsx';
import { fakeHost } from '../../testing/fake-host.ts';

// Screens of Fluent are slow in jsdom, and the machine is shared: waiting longer hides nothing, because each wait has its own condition.
configure({ asyncUtilTimeout: 8_000 });
// jsdom lays nothing out, so that every element looks hidden to Fluent's focus keeper and a dialog would hide itself from readers.
Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
  get(this: HTMLElement) {
    return this.parentElement;
  },
});
const page = { x: 0, y: 0, top: 0, left: 0, right: 1024, bottom: 768, width: 1024, height: 768, toJSON: () => ({}) };
document.body.getBoundingClientRect = () => page;

/** Shows a screen as an AppRoot would, with a cache of its own, and tells where it went. */
export const renderScreen = (
  screen: React.ReactElement,
  api: ApiClient,
  { host = fakeHost(), place = { at: 'my-requests' }, service }: { host?: HostAdapter; place?: Place; service?: ClientOptions } = {},
): { readonly went: Place[]; readonly unmount: () => void } => {
  const went: Place[] = [];
  const surroundings = { host, api, place, go: (to: Place) => void went.push(to), ...(service ? { service } : {}) };
  const { unmount } = render(
    <FluentProvider theme={webLightTheme}>
      <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0, shouldRetryOnError: false }}>
        <Announcer>
          <SurroundingsProvider value={surroundings}>{screen}</SurroundingsProvider>
        </Announcer>
      </SWRConfig>
    </FluentProvider>,
  );
  return { went, unmount };
};
