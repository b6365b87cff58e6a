import { CounterBadge, Tab, TabList } from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import type { WindowSettings } from '../window-document.ts';
import { ActivityArea } from './ActivityArea.tsx';
import { ChannelArea } from './ChannelArea.tsx';
import { ChatArea } from './ChatArea.tsx';
import { ListsArea } from './ListsArea.tsx';
import { linkTarget } from './link-target.ts';
import { MailArea } from './MailArea.tsx';
import { Notice, type NoticeText } from './Notice.tsx';
import { TabArea } from './TabArea.tsx';
import type { TeamsTheme } from './teams-context.ts';
import type { TeamsHost } from './teams-host.ts';
import { startSession } from './teams-session.ts';
import { useChats } from './use-chats.ts';
import { useFeed } from './use-feed.ts';
import type { Width } from './WindowBar.tsx';
import { type Area, areas, type OtherClient, type WindowAddress, writeAddress } from './window-address.ts';

export interface PersonWindowProps {
  readonly person: LocalPerson;
  readonly people: readonly LocalPerson[];
  readonly settings: WindowSettings;
  readonly theme: TeamsTheme;
  readonly width: Width;
  readonly area: Area;
  readonly subPage: string | undefined;
  readonly client: OtherClient | undefined;
  readonly visit: number;
  readonly onGo: (to: Pick<WindowAddress, 'area' | 'subPage'>) => void;
  readonly onHost: (host: TeamsHost | undefined) => void;
  readonly onPeopleChanged: () => void;
}

const labels: Readonly<Record<Area, string>> = {
  tab: 'Tab',
  channel: 'Channel',
  chat: 'Chat',
  activity: 'Activity',
  mail: 'Mail',
  lists: 'Lists',
};

/** All that one person has in the window: the tab, the chat with the bot, their activity feed, their mail, and the lists with their rights. */
export const PersonWindow = (props: PersonWindowProps): React.ReactElement => {
  const { person, people, settings, theme, width, area, subPage, onGo, onPeopleChanged } = props;
  const id = React.useMemo(() => ({ tenantId: person.tenantId, userId: person.id }), [person.tenantId, person.id]);
  const chats = useChats(id, area === 'chat');
  const feed = useFeed(id, area === 'activity');
  const unread: Partial<Record<Area, number>> = { chat: chats.unread, activity: feed.unread };
  const [notice, setNotice] = React.useState<NoticeText>();
  // One session of Teams: as long as this person's window.
  const [session] = React.useState(startSession);
  const links = { tabOrigin: new URL(settings.tabUrl).origin, windowOrigin: window.location.origin, person: id };

  const open = (href: string): void => {
    const target = linkTarget(href, links);
    if (target.to === 'tab') onGo({ area: 'tab', subPage: target.subPage });
    else if (target.to === 'browser') window.open(target.url, '_blank', 'noopener');
    else setNotice({ kind: 'said', text: target.why });
  };
  const share = (at: string | undefined): void =>
    setNotice({ kind: 'share', url: `${window.location.origin}/${writeAddress({ person: undefined, area: 'tab', subPage: at })}` });

  return (
    <main className="person-window">
      <TabList
        selectedValue={area}
        onTabSelect={(_, { value }) => onGo({ area: areas.find((each) => each === value) ?? 'tab', subPage: undefined })}
      >
        {areas.map((each) => (
          <Tab key={each} id={`area-${each}`} value={each}>
            {labels[each]}
            {(unread[each] ?? 0) > 0 && (
              <>
                {' '}
                <CounterBadge count={unread[each] ?? 0} size="small" color="danger" aria-hidden />
                <span className="for-readers">{unread[each]} unread</span>
              </>
            )}
          </Tab>
        ))}
      </TabList>
      {notice && <Notice notice={notice} onClose={() => setNotice(undefined)} />}
      <div className={`area width-${width}`} role="tabpanel" aria-labelledby={`area-${area}`}>
        {area === 'tab' && (
          <TabArea
            key={props.visit}
            tabUrl={settings.tabUrl}
            person={person}
            theme={theme}
            session={session}
            subPage={subPage}
            client={props.client}
            onHost={props.onHost}
            onOpenLink={open}
            onNavigate={(to) => onGo({ area: 'tab', subPage: to })}
            onShare={share}
            onLeave={() => onGo({ area: 'chat', subPage: undefined })}
          />
        )}
        {area === 'channel' && (
          <ChannelArea
            tabUrl={settings.tabUrl}
            person={person}
            theme={theme}
            session={session}
            onHost={props.onHost}
            onOpenLink={open}
            onNavigate={(to) => onGo({ area: 'tab', subPage: to })}
            onShare={share}
            onLeave={() => onGo({ area: 'chat', subPage: undefined })}
          />
        )}
        {area === 'chat' && (
          <ChatArea
            person={person}
            conversations={chats.value}
            failure={chats.failure}
            theme={theme}
            searchCommand={settings.searchCommand}
            tabOrigin={links.tabOrigin}
            onOpen={open}
            onChanged={() => {
              chats.again();
              onPeopleChanged();
            }}
          />
        )}
        {area === 'activity' && <ActivityArea person={person} entries={feed.value} failure={feed.failure} onOpen={open} />}
        {area === 'mail' && <MailArea person={person} people={people} links={links} />}
        {area === 'lists' && <ListsArea person={person} site={settings.listsAt} />}
      </div>
    </main>
  );
};
