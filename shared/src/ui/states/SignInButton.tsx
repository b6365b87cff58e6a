import { Button } from '@fluentui/react-button';
import { Caption1 } from '@fluentui/react-text';
import * as React from 'react';
import { useSurroundings } from '../HostAdapter.tsx';
import { SignInNeeded } from '../host-faults.tsx';
import { AskAdministrator } from './AskAdministrator.tsx';

/**
 * Interactive sign-in, from a click only: hosts refuse to open consent without one. Where a host takes everybody for a person of their own organisation, the council's
 * guests have a button of their own.
 */
export const SignInButton: React.FC<{ readonly onSignedIn?: (() => void) | undefined }> = ({ onSignedIn }) => {
  const { host } = useSurroundings();
  const { signInAsGuest } = host;
  const [state, setState] = React.useState<'ready' | 'busy' | 'failed' | 'administrator'>('ready');
  const press = async (signIn: () => Promise<void>): Promise<void> => {
    setState('busy');
    try {
      await signIn();
      setState('ready');
      onSignedIn?.();
    } catch (error) {
      setState(error instanceof SignInNeeded && error.who === 'administrator' ? 'administrator' : 'failed');
    }
  };
  if (state === 'administrator') return <AskAdministrator />;
  const busy = state === 'busy';
  return (
    <>
      <Button appearance="primary" onClick={() => void press(host.signIn)} disabledFocusable={busy}>
        {busy ? 'Signing in' : 'Sign in'}
      </Button>
      {signInAsGuest ? (
        <>
          <Button onClick={() => void press(signInAsGuest.signIn)} disabledFocusable={busy}>
            Sign in as a guest of {signInAsGuest.of}
          </Button>
          <Caption1>Only if the council invited you with an account of another organisation, as it does governors.</Caption1>
        </>
      ) : null}
      {state === 'failed' ? <div role="alert">You were not signed in. Choose Sign in to try again.</div> : null}
    </>
  );
};
