import { screen } from '@testing-library/react';
import * as React from 'react';
import { fakeService } from '../forms/testing/fake-service.ts';
import type { HostAdapter } from '../HostAdapter.tsx';
import { renderLive } from '../testing/render-live.tsx';
import { directory } from '../testing/sample-directory.ts';
import { DirectoryPage } from './DirectoryPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

/** The directory at a search. `searches` is what the address bar held, `asked` what the API was asked, newest last. */
export const openDirectory = (
  search: string,
  answer: Answers['searchDirectory'] = () => directory(),
  { screen: shown = <DirectoryPage />, host }: { readonly screen?: React.ReactElement; readonly host?: HostAdapter } = {},
) => {
  const service = fakeService({ searchDirectory: answer });
  const contact = { team: 'the commissioning team', email: 'ap@council.example' };
  const { places } = renderLive(shown, service.api, { place: { at: 'directory', search }, contact, ...(host ? { host } : {}) });
  return {
    searches: (): string[] => places.map((place) => (place.at === 'directory' ? place.search : place.at)),
    asked: (): string[] => service.callsOf('searchDirectory').map(({ query }) => decodeURIComponent(query.toString())),
  };
};

export const resultsHeading = (name: RegExp | string) => screen.findByRole('heading', { level: 2, name });

/** What screen readers were told last. A sentence that is told again is another element. */
export const told = (): Element => {
  const region = document.querySelector('[data-announcer] > span');
  if (!region) throw new Error('There is no live region on the page');
  return region;
};
