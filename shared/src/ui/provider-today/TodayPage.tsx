import * as React from 'react';
import { clientOf } from '../../contract/client.ts';
import { linkApi } from '../../contract/link-api.ts';
import type { GivenLink } from '../given-link.ts';
import { SignIn } from './SignIn.tsx';
import { TodaySessions } from './TodaySessions.tsx';

/**
 * Where a contact of a provider reports attendance: after a mailed code, for the pupils of all schools. The session stays in this window: nothing of it
 * is kept in the browser, so that whoever comes to the machine later finds nothing.
 */
export const TodayPage: React.FC<{ readonly apiUrl: string }> = ({ apiUrl }) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  const [session, setSession] = React.useState<GivenLink>();
  const [over, setOver] = React.useState(false);
  const leave = React.useCallback((why: 'over' | 'left'): void => {
    setSession(undefined);
    setOver(why === 'over');
  }, []);
  if (session) return <TodaySessions client={client} session={session} onLeft={leave} />;
  return <SignIn client={client} over={over} onSignedIn={setSession} />;
};
