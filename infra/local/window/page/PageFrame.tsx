import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import { localApi } from './local-api.ts';
import { sandbox } from './TabArea.tsx';
import { type TeamsTheme, teamsContext } from './teams-context.ts';
import { startTeamsHost, type TeamsHost } from './teams-host.ts';

export interface PageFrameProps {
  readonly person: LocalPerson;
  readonly theme: TeamsTheme;
  readonly url: string;
  readonly title: string;
  /** Pixels, where the window has room for them. */
  readonly height: number;
  readonly onOpen: (url: string) => void;
  readonly onNote: (note: string) => void;
  /** The page has ended with a result. */
  readonly onEnd: (result: unknown) => void;
}

/** A page in a dialog, speaking teams-js with the window as a task. */
export const PageFrame = (props: PageFrameProps): React.ReactElement => {
  const { url, title, theme } = props;
  const frame = React.useRef<HTMLIFrameElement>(null);
  const [host, setHost] = React.useState<TeamsHost>();
  const latest = React.useRef(props);
  latest.current = props;

  React.useEffect(() => {
    const session = crypto.randomUUID();
    const nothing = (): void => undefined;
    const started = startTeamsHost(() => frame.current?.contentWindow ?? null, new URL(url).origin, {
      context: () => teamsContext(latest.current.person, latest.current.theme, { subPage: undefined, inDialog: true }, session),
      token: () => localApi.token({ tenantId: latest.current.person.tenantId, userId: latest.current.person.id }),
      openLink: (link) => latest.current.onOpen(link),
      navigate: nothing,
      shareLink: nothing,
      leave: nothing,
      returnFocus: () => frame.current?.blur(),
      loaded: nothing,
      unserved: (message) => latest.current.onNote(message),
      dialog: { end: (result) => latest.current.onEnd(result) },
    });
    setHost(started);
    return () => started.stop();
  }, [url]);

  React.useEffect(() => {
    host?.changeTheme(theme);
  }, [host, theme]);

  return (
    <>{host && <iframe ref={frame} className="dialog-page" style={{ height: props.height }} title={title} src={url} sandbox={sandbox} />}</>
  );
};
