import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import { localApi } from './local-api.ts';
import { sandbox } from './TabArea.tsx';
import { type TeamsTheme, teamsContext } from './teams-context.ts';
import { startTeamsHost, type TeamsHost } from './teams-host.ts';
import type { TabConfig } from './teams-requests.ts';
import type { TeamsSession } from './teams-session.ts';

export interface SetupFrameProps {
  readonly url: string;
  readonly person: LocalPerson;
  readonly theme: TeamsTheme;
  readonly session: TeamsSession;
  /** The tab that is changed; undefined when one is added. */
  readonly saved: TabConfig | undefined;
  readonly onOpenLink: (url: string) => void;
  readonly onSaved: (config: TabConfig) => void;
  readonly onCancel: () => void;
}

/** Teams' dialog around the page that configures the tab of a channel. Save belongs to the dialog: the page says when it may be pressed. */
export const SetupFrame = (props: SetupFrameProps): React.ReactElement => {
  const { url, person } = props;
  const frame = React.useRef<HTMLIFrameElement>(null);
  const [allowed, setAllowed] = React.useState(false);
  const [refused, setRefused] = React.useState<string>();
  const [host, setHost] = React.useState<TeamsHost>();
  const latest = React.useRef(props);
  latest.current = props;

  React.useEffect(() => {
    let kept: TabConfig | undefined;
    const nothing = (): void => undefined;
    const place = { subPage: undefined, channel: { entityId: latest.current.saved?.entityId ?? '', settings: true } };
    const started = startTeamsHost(() => frame.current?.contentWindow ?? null, new URL(url).origin, {
      context: () => teamsContext(latest.current.person, latest.current.theme, place, latest.current.session.id),
      token: () => localApi.token({ tenantId: latest.current.person.tenantId, userId: latest.current.person.id }),
      openLink: (link) => latest.current.onOpenLink(link),
      navigate: nothing,
      shareLink: nothing,
      leave: () => latest.current.onCancel(),
      returnFocus: () => frame.current?.blur(),
      loaded: nothing,
      unserved: setRefused,
      setup: {
        saved: () => latest.current.saved,
        allowSave: setAllowed,
        keep: (config) => {
          kept = config;
        },
        ended: (failure) => {
          if (failure === undefined && kept) latest.current.onSaved(kept);
          else setRefused(failure ?? 'The page saved nothing.');
        },
      },
    });
    setHost(started);
    return () => started.stop();
  }, [url]);

  React.useEffect(() => {
    host?.changeTheme(props.theme);
  }, [host, props.theme]);

  return (
    <div className="tab">
      {refused !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{refused}</MessageBarBody>
        </MessageBar>
      )}
      {host && (
        <iframe
          ref={frame}
          className="tab-frame"
          title={`Adding the app to the channel, as ${person.displayName}`}
          src={url}
          sandbox={sandbox}
        />
      )}
      <div className="bar">
        <Button
          appearance="primary"
          disabled={!allowed}
          onClick={() => {
            if (!host?.pressSave()) setRefused('The page does not listen for Save.');
          }}
        >
          Save
        </Button>
        <Button onClick={props.onCancel}>Cancel</Button>
      </div>
    </div>
  );
};
