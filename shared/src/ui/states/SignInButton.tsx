import { Button } from '@fluentui/react-button';
import * as React from 'react';
import { useSurroundings } from '../HostAdapter.tsx';
import { SignInNeeded } from '../host-faults.tsx';
import { AskAdministrator } from './AskAdministrator.tsx';
import { GuestSignIn } from './GuestSignIn.tsx';

/** Interactive sign-in, from a click only: hosts refuse to open consent without one. */
export const SignInButton: React.FC<{ readonly onSignedIn?: (() => void) | undefined }> = ({ onSignedIn }) => {
  const { host } = useSurroundings();
  const [state, setState] = React.useState<'ready' | 'busy' | 'failed' | 'administrator'>('ready');
  const press = async (): Promise<void> => {
    setState('busy');
    try {
      await host.signIn();
      setState('ready');
      onSignedIn?.();
    } catch (error) {
      setState(error instanceof SignInNeeded && error.who === 'administrator' ? 'administrator' : 'failed');
    }
  };
  if (state === 'administrator') return <AskAdministrator />;
  return (
    <>
      <Button appearance="primary" onClick={() => void press()} disabledFocusable={state === 'busy'}>
        {state === 'busy' ? 'Signing in' : 'Sign in'}
      </Button>
      <GuestSignIn />
      {state === 'failed' ? <div role="alert">You were not signed in. Choose Sign in to try again.</div> : null}
    </>
  );
};
