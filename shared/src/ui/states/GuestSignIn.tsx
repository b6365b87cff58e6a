import { Button } from '@fluentui/react-button';
import * as React from 'react';
import { useSurroundings } from '../HostAdapter.tsx';

/** Signing in to the council's tenant for its guests, where a host takes everybody for a person of their own organisation; nothing elsewhere. */
export const GuestSignIn: React.FC = () => {
  const { signInAsGuest } = useSurroundings().host;
  return signInAsGuest ? <Button onClick={() => void signInAsGuest.signIn()}>Sign in as a guest of {signInAsGuest.of}</Button> : null;
};
