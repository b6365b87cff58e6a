import { Field, Select } from '@fluentui/react-components';
import * as React from 'react';
import type { WindowSettings } from '../window-document.ts';
import { AboutRun } from './AboutRun.tsx';
import type { TeamsTheme } from './teams-context.ts';
import { isTheme, themeLabels } from './themes.ts';

export const widths = ['full', '720', '320'] as const;
export type Width = (typeof widths)[number];

export interface WindowBarProps {
  readonly settings: WindowSettings;
  readonly theme: TeamsTheme;
  readonly width: Width;
  readonly onTheme: (theme: TeamsTheme) => void;
  readonly onWidth: (width: Width) => void;
}

/** The head of the window: what it is, and how the tab is shown. */
export const WindowBar = ({ settings, theme, width, onTheme, onWidth }: WindowBarProps): React.ReactElement => (
  <header className="window-bar">
    <h1>
      Stand-in for the Teams window: <b>local run only</b>
    </h1>
    <Field label="Theme" orientation="horizontal" size="small">
      <Select size="small" value={theme} onChange={(_, { value }) => isTheme(value) && onTheme(value)}>
        {Object.entries(themeLabels).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
    <Field label="Width" orientation="horizontal" size="small">
      <Select size="small" value={width} onChange={(_, { value }) => onWidth(widths.find((each) => each === value) ?? 'full')}>
        {widths.map((each) => (
          <option key={each} value={each}>
            {each === 'full' ? 'Full' : `${each} px`}
          </option>
        ))}
      </Select>
    </Field>
    <AboutRun settings={settings} />
  </header>
);
