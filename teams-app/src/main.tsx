import { toPath } from '@ap/shared/contract/place';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { takeRoute } from './hosts/route-memory.ts';
import { startHost } from './hosts/start-host.ts';
import { NotStarted } from './NotStarted.tsx';
import { readSettings } from './settings.ts';

const element = document.getElementById('root');
if (!element) throw new Error('The page has no element with the id root.');
const root = createRoot(element);

/** Starts the host, goes where it or an interrupted sign-in says, and shows the app. */
const start = async (): Promise<void> => {
  try {
    const settings = await readSettings(import.meta.env.MODE);
    const started = await startHost(settings);
    if (!started) {
      // Only the local run starts without a person; the condition keeps the page that chooses one out of every other build.
      if (import.meta.env.MODE === 'sample') {
        const { ChoosePerson } = await import('./ChoosePerson.tsx');
        root.render(<ChoosePerson windowOrigin={settings.windowOrigin ?? ''} />);
      }
      return;
    }
    if (started.setup) {
      const { SetupApp } = await import('./channel/SetupApp.tsx');
      root.render(<SetupApp setup={started.setup} started={started} settings={settings} />);
      return;
    }
    const first = takeRoute() ?? (started.firstPlace && toPath(started.firstPlace));
    if (first !== undefined) window.history.replaceState(null, '', first);
    root.render(<App started={started} settings={settings} />);
  } catch (error) {
    console.error('The start failed', error);
    const why = error instanceof Error ? error.message : String(error);
    root.render(<NotStarted why={why} onRetry={() => void start()} />);
  }
};

void start();
