import type { HostTheme } from '@ap/shared/ui/HostAdapter';
import { gallery } from '@ap/shared/ui/testing/gallery/gallery';
import { withLongNames } from '@ap/shared/ui/testing/gallery/long-names';
import { Shown } from '@ap/shared/ui/testing/gallery/Shown';
import * as React from 'react';
import { createRoot, type Root } from 'react-dom/client';

// The page that a browser test opens: one exhibit of the gallery at a time, in a host whose theme changes as that of Teams does.

let root: Root | undefined;
let online = true;
Object.defineProperty(navigator, 'onLine', { get: () => online });

let theme: HostTheme = 'light';
const listeners = new Set<(theme: HostTheme) => void>();
const themes = {
  theme: () => theme,
  onThemeChange: (listener: (told: HostTheme) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

const show = (name: string, names: 'short' | 'long'): void => {
  const known = gallery.find((exhibit) => exhibit.name === name);
  if (!known) throw new Error(`The gallery has no exhibit '${name}'.`);
  const exhibit = names === 'long' ? withLongNames(known) : known;
  online = exhibit.offline !== true;
  theme = 'light';
  root?.unmount();
  // An element of its own: a dialog that is unmounted while it is open leaves the one before it hidden from readers.
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  window.scrollTo(0, 0);
  root = createRoot(element);
  root.render(<Shown key={name} exhibit={{ ...exhibit, host: { ...themes, ...exhibit.host } }} />);
};

const changeTheme = (told: HostTheme): void => {
  theme = told;
  for (const listener of listeners) listener(told);
};

const page = { show, changeTheme };
Object.assign(window, { gallery: page });

export interface GalleryWindow {
  readonly gallery: typeof page;
}
