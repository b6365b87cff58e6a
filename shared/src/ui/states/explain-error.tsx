import { ApiError } from '../../contract/client.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { SetUpFault, SignInNeeded } from '../HostAdapter.tsx';
import { PartNotLoaded } from '../later.tsx';

/** An error in words: why it happened, what to do, and which control helps. */
export interface Explained {
  readonly title?: string;
  readonly why: string;
  readonly whatToDo: string;
  readonly help: 'retry' | 'sign-in' | 'administrator' | 'none';
  readonly correlationId?: string | undefined;
}

const signIn: Explained = {
  title: 'Sign in to go on',
  why: 'Microsoft 365 asks you to confirm that this app may know who you are.',
  whatToDo: 'Choose Sign in. You use your work account and need no other password.',
  help: 'sign-in',
};

const administrator: Explained = {
  title: 'Your IT team must approve this app',
  why: 'Your organisation lets only its IT team approve apps.',
  whatToDo: 'Send them this message, and open the app again when they have approved it.',
  help: 'administrator',
};

const whatToDo: Partial<Record<ProblemCode, Pick<Explained, 'whatToDo' | 'help'>>> = {
  'tenant-not-allowed': { whatToDo: 'If your school is on the framework, sign in with your work account there.', help: 'none' },
  'client-not-allowed': { whatToDo: 'Open the app in Teams to do this.', help: 'none' },
  'not-allowed': { whatToDo: 'Ask the contact at your school for access.', help: 'none' },
  'not-yours': { whatToDo: 'Ask the contact at your school for access.', help: 'none' },
  'not-found': { whatToDo: 'Check the link, or go back to the list.', help: 'none' },
  'input-not-understood': { whatToDo: 'Change what you entered and try again.', help: 'retry' },
  'unknown-postcode': { whatToDo: 'Enter another postcode, or leave it empty for your own area.', help: 'none' },
};

/** Turns any failure of a call into words for a person. Faults of our own code are told as such, without their technical text. */
export const explainError = (error: unknown): Explained => {
  if (error instanceof SignInNeeded) return error.who === 'person' ? signIn : administrator;
  if (error instanceof SetUpFault) return { why: error.message, whatToDo: error.whatToDo, help: 'none' };
  if (error instanceof PartNotLoaded)
    return {
      why: 'A part of this app did not load: you may be offline, or the app was updated while you had it open.',
      whatToDo: 'Check your connection and try again: the page is loaded anew.',
      help: 'retry',
    };
  if (!(error instanceof ApiError))
    return {
      why: 'Something in this app went wrong. It is not something you did.',
      whatToDo: 'Try again. If it happens again, reload the page.',
      help: 'retry',
    };
  const { code, detail, correlationId } = error.problem;
  if (code === 'sign-in-required' || code === 'token-not-accepted') return { ...signIn, correlationId };
  const next = whatToDo[code] ?? { whatToDo: 'Try again in a minute. Nothing you entered is lost.', help: 'retry' as const };
  return { why: detail, correlationId, ...next };
};
