import * as React from 'react';
import { clientOf } from '../../contract/client.ts';
import { linkApi } from '../../contract/link-api.ts';
import { forgetSession, type KeptSession, keepSession, keptSession } from './kept-session.ts';
import { SignIn } from './SignIn.tsx';
import { TodaySessions } from './TodaySessions.tsx';

/**
 * Where a contact of a provider reports attendance: after a mailed code, for the pupils of all schools. The session stays in this window, over a reload as
 * well; it is forgotten when the window is closed, when its holder signs out and when it is over (decision 33).
 */
export const TodayPage: React.FC<{ readonly apiUrl: string }> = ({ apiUrl }) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  const [session, setSession] = React.useState(() => keptSession(new Date().toISOString()));
  const [over, setOver] = React.useState(false);
  // The service takes the link as it was given, and nothing beside it.
  const link = React.useMemo(() => session && { linkId: session.linkId, secret: session.secret }, [session]);
  const leave = React.useCallback((why: 'over' | 'left'): void => {
    forgetSession();
    setSession(undefined);
    setOver(why === 'over');
  }, []);
  const enter = (given: KeptSession): void => {
    keepSession(given);
    setSession(given);
  };
  if (link) return <TodaySessions client={client} session={link} onLeft={leave} />;
  return <SignIn client={client} over={over} onSignedIn={enter} />;
};
