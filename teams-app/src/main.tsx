import * as React from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { type Beginning, begin, beginning } from './boot.ts';
import { NotStarted } from './NotStarted.tsx';

const element = document.getElementById('root');
if (!element) throw new Error('The page has no element with the id root.');
const root = createRoot(element);

/** Shows the app, or why it did not start. */
const show = async (begun: Promise<Beginning>): Promise<void> => {
  try {
    const { settings, started, byLink, early } = await begun;
    if (byLink) {
      const { linkApp } = await import('./links/LinkApp.tsx');
      root.render(await linkApp(settings));
      return;
    }
    if (!started) {
      // Only the local run starts without a person; the condition keeps the page that chooses one out of every other build.
      if (import.meta.env.MODE === 'sample') {
        const { ChoosePerson } = await import('./ChoosePerson.tsx');
        root.render(<ChoosePerson windowOrigin={settings.windowOrigin ?? ''} />);
      }
      return;
    }
    const theme = await started.fluentTheme;
    if (started.notHere !== undefined) {
      const { NotHere } = await import('./NotHere.tsx');
      root.render(<NotHere client={started.notHere} started={started} theme={theme} />);
      return;
    }
    if (started.setup) {
      const { SetupApp } = await import('./channel/SetupApp.tsx');
      root.render(<SetupApp setup={started.setup} started={started} theme={theme} settings={settings} />);
      return;
    }
    root.render(<App started={started} theme={theme} settings={settings} fetch={early.fetch} />);
  } catch (error) {
    console.error('The start failed', error);
    const why = error instanceof Error ? error.message : String(error);
    root.render(<NotStarted why={why} onRetry={() => void show(begin())} />);
  }
};

void show(beginning);
