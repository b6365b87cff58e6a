import { Button, Popover, PopoverSurface, PopoverTrigger, Switch } from '@fluentui/react-components';
import * as React from 'react';
import type { WindowSettings } from '../window-document.ts';
import { repeatsFirstLink } from './teams-session.ts';

/** Where the parts of this run are, for whoever wants to look behind the window. */
export const AboutRun = ({ settings }: { readonly settings: WindowSettings }): React.ReactElement => (
  <Popover trapFocus>
    <PopoverTrigger disableButtonEnhancement>
      <Button size="small">About this run</Button>
    </PopoverTrigger>
    <PopoverSurface className="about" aria-label="About this run">
      <p>This page stands in for the Teams window. It runs on this machine only; its people and mail are made up.</p>
      <dl>
        <dt>Tab</dt>
        <dd>{settings.tabUrl}</dd>
        <dt>API</dt>
        <dd>{settings.apiUrl}</dd>
        <dt>Local tenant</dt>
        <dd>{settings.tenantUrl}</dd>
        <dt>Lists</dt>
        <dd>{settings.listsAt}</dd>
        <dt>API client and scope</dt>
        <dd>
          {settings.apiClientId}, {settings.apiScope}
        </dd>
      </dl>
      <Switch
        label="Repeat the first link of a session, as Teams does by teams-js#3031"
        defaultChecked={repeatsFirstLink.read()}
        onChange={(_, { checked }) => repeatsFirstLink.write(checked)}
      />
    </PopoverSurface>
  </Popover>
);
