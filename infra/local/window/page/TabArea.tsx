import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import { localApi } from './local-api.ts';
import { type TeamsTheme, teamsContext } from './teams-context.ts';
import { startTeamsHost, type TeamsHost } from './teams-host.ts';
import type { TabLoadState } from './teams-requests.ts';
import type { TeamsSession } from './teams-session.ts';
import type { OtherClient } from './window-address.ts';

export interface TabAreaProps {
  readonly tabUrl: string;
  readonly person: LocalPerson;
  readonly theme: TeamsTheme;
  readonly session: TeamsSession;
  readonly subPage: string | undefined;
  /** Set for the tab of a channel. */
  readonly channel?: { readonly entityId: string };
  readonly client?: OtherClient | undefined;
  /** More for the bar above the tab. */
  readonly actions?: React.ReactNode;
  /** The window asks the tab before it takes the frame away. */
  readonly onHost: (host: TeamsHost | undefined) => void;
  readonly onOpenLink: (url: string) => void;
  readonly onNavigate: (subPage: string | undefined) => void;
  readonly onShare: (subPage: string | undefined) => void;
  readonly onLeave: () => void;
}

/** Teams' own sandbox for tabs, as far as a page can tell. */
export const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** The tab in its frame, speaking teams-js with the window. Mount it afresh (`key`) for another person or sub-page. */
export const TabArea = (props: TabAreaProps): React.ReactElement => {
  const { tabUrl, person, theme, session } = props;
  const [subPage] = React.useState(() => session.give(props.subPage));
  const frame = React.useRef<HTMLIFrameElement>(null);
  const [load, setLoad] = React.useState<TabLoadState>();
  const [notes, setNotes] = React.useState<readonly string[]>([]);
  const [hasBack, setHasBack] = React.useState(false);
  const [host, setHost] = React.useState<TeamsHost>();
  const latest = React.useRef(props);
  latest.current = props;

  React.useEffect(() => {
    const started = startTeamsHost(() => frame.current?.contentWindow ?? null, new URL(tabUrl).origin, {
      context: () => {
        const { channel, client } = latest.current;
        const place = { subPage, client, channel: channel && { ...channel, settings: false } };
        return teamsContext(latest.current.person, latest.current.theme, place, latest.current.session.id);
      },
      token: () => localApi.token({ tenantId: latest.current.person.tenantId, userId: latest.current.person.id }),
      openLink: (url) => latest.current.onOpenLink(url),
      navigate: (to) => latest.current.onNavigate(to),
      shareLink: (to) => latest.current.onShare(to),
      leave: () => latest.current.onLeave(),
      returnFocus: () => frame.current?.blur(),
      loaded: setLoad,
      listens: (event) => event === 'backButton' && setHasBack(true),
      unserved: (message) => setNotes((before) => (before.includes(message) ? before : [...before, message])),
    });
    setHost(started);
    latest.current.onHost(started);
    return () => {
      started.stop();
      latest.current.onHost(undefined);
    };
  }, [tabUrl, subPage]);

  React.useEffect(() => {
    host?.changeTheme(theme);
  }, [host, theme]);

  const reload = (): void => {
    setLoad(undefined);
    setNotes([]);
    setHasBack(false);
    if (frame.current) frame.current.src = tabUrl;
  };

  return (
    <div className="tab">
      <div className="bar">
        <Button size="small" disabled={!hasBack} onClick={() => host?.pressBack()}>
          Back
        </Button>
        <Button size="small" onClick={reload}>
          Reload the tab
        </Button>
        {props.actions}
        <span className="quiet" role="status">
          {load === undefined && 'Waiting for the tab to call app.initialize'}
          {load?.at === 'starting' && 'The tab is starting'}
          {subPage !== undefined && ` Opened at ${subPage}`}
        </span>
      </div>
      {load?.at === 'failed' && (
        <MessageBar intent={load.expected ? 'warning' : 'error'} layout="multiline">
          <MessageBarBody>
            The tab reported {load.expected ? 'an expected failure' : 'a failure; Teams would cover it with its own error page'}:{' '}
            {load.reason || 'no reason'}
          </MessageBarBody>
        </MessageBar>
      )}
      {notes.map((note) => (
        <MessageBar key={note} intent="warning" layout="multiline">
          <MessageBarBody>{note}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => setNotes((before) => before.filter((each) => each !== note))}>
              Dismiss
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
      {host && (
        <iframe
          ref={frame}
          className="tab-frame"
          title={`The tab, as ${person.displayName}`}
          src={tabUrl}
          sandbox={sandbox}
          allow="clipboard-write"
        />
      )}
    </div>
  );
};
