import { Button } from '@fluentui/react-components';
import * as React from 'react';
import { remembered } from './remembered.ts';
import { SetupFrame } from './SetupFrame.tsx';
import { TabArea, type TabAreaProps } from './TabArea.tsx';
import { channel } from './teams-context.ts';
import type { TabConfig } from './teams-requests.ts';

export type ChannelAreaProps = Omit<TabAreaProps, 'subPage' | 'channel' | 'actions'>;

/** The tab of the channel as everybody in it has it: kept by this browser, whoever is chosen. */
const readTab = (): TabConfig | undefined => {
  const kept = remembered.read('channel-tab');
  return kept === undefined || kept === '' ? undefined : (JSON.parse(kept) as TabConfig);
};

/** A channel of a team: the app is added to it through its configuration page, and then has one tab for everybody. */
export const ChannelArea = (props: ChannelAreaProps): React.ReactElement => {
  const [tab, setTab] = React.useState(readTab);
  const [settingUp, setSettingUp] = React.useState(false);
  const keep = (next: TabConfig | undefined): void => {
    remembered.write('channel-tab', next === undefined ? '' : JSON.stringify(next));
    setTab(next);
    setSettingUp(false);
  };

  if (settingUp)
    return (
      <SetupFrame
        url={new URL('/channel/setup', props.tabUrl).href}
        person={props.person}
        theme={props.theme}
        session={props.session}
        saved={tab}
        onOpenLink={props.onOpenLink}
        onSaved={keep}
        onCancel={() => setSettingUp(false)}
      />
    );
  if (!tab)
    return (
      <div className="bar">
        <span>
          {channel.teamName}, channel {channel.channelName}: the app is not here yet.
        </span>
        <Button appearance="primary" onClick={() => setSettingUp(true)}>
          Add the app to the channel
        </Button>
      </div>
    );
  return (
    <TabArea
      {...props}
      key={tab.contentUrl}
      tabUrl={tab.contentUrl}
      subPage={undefined}
      channel={{ entityId: tab.entityId ?? '' }}
      actions={
        <>
          <b>{tab.suggestedDisplayName ?? 'Tab'}</b>
          <Button size="small" onClick={() => setSettingUp(true)}>
            Settings of the tab
          </Button>
          <Button size="small" onClick={() => keep(undefined)}>
            Remove the tab
          </Button>
        </>
      }
    />
  );
};
