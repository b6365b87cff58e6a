import { render } from '@testing-library/react';
import * as React from 'react';
import type { ApiClient, ClientOptions } from '../../contract/client.ts';
import '../forms/testing/render-screen.tsx';
import type { Place } from '../../contract/place.ts';
import type { Contact } from '../Contact.tsx';
import type { HostAdapter } from '../HostAdapter.tsx';
import { fakeHost } from './fake-host.ts';
import { Live } from './Live.tsx';

/**
 * Shows a screen inside a real AppRoot whose place changes as the screen goes: what the address bar would hold is in `places`, newest
 * last.
 */
export const renderLive = (
  screen: React.ReactElement,
  api: ApiClient,
  {
    host = fakeHost(),
    place: first,
    contact,
    service,
  }: { readonly host?: HostAdapter; readonly place: Place; readonly contact?: Contact; readonly service?: ClientOptions },
): { readonly places: Place[] } => {
  const places: Place[] = [first];
  render(
    <Live
      host={host}
      api={api}
      {...(service ? { service } : {})}
      first={first}
      {...(contact ? { contact } : {})}
      onGo={(to) => places.push(to)}
    >
      {screen}
    </Live>,
  );
  return { places };
};
