import * as React from 'react';
import { Footer } from '../../Footer.tsx';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { Navigation } from '../../Navigation.tsx';
import { pageInset } from '../../page-inset.tsx';
import { fakeHost } from '../fake-host.ts';
import { Live } from '../Live.tsx';
import type { Exhibit } from './exhibit.tsx';

const contact = { team: 'the commissioning team', email: 'ap.framework@council.example' };

/** One exhibit as the tab shows it: navigation, then the screen. In Teams, unless the exhibit has a host of its own. */
export const Shown: React.FC<{ readonly exhibit: Exhibit }> = ({ exhibit }) => {
  const { screen, place, answers, host, getToken } = exhibit;
  const [given] = React.useState(() => {
    const { api, service } = fakeService(answers, getToken);
    return { host: fakeHost({ kind: 'teams', ...host }), api, service };
  });
  return (
    <Live {...given} first={place} contact={contact}>
      <Navigation />
      <main style={{ padding: `16px ${pageInset}` }}>{screen}</main>
      <Footer about="https://pages.example/about" />
    </Live>
  );
};
