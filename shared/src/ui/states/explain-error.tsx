import { ApiError, Unreachable } from '../../contract/client.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { SetUpFault, SignInNeeded } from '../host-faults.tsx';
import { PartNotLoaded } from '../later.tsx';
import { isOnline } from './use-online.tsx';

/** What helps: a control, or a place to go. 'none' where the sentence itself says whom to turn to. */
export type Help = 'retry' | 'sign-in' | 'administrator' | 'access' | 'elsewhere' | 'start' | 'contact' | 'another-account' | 'none';

/** An error in words: why it happened, what to do, and which control helps. */
export interface Explained {
  /** In place of what could not be done, where the reason says it better. */
  readonly title?: string;
  readonly why: string;
  readonly whatToDo: string;
  readonly help: Help;
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

const offline: Explained = {
  title: 'You are offline',
  why: 'This device is not connected to the internet.',
  whatToDo: 'This page tries again by itself when you are connected. What you entered is kept.',
  help: 'retry',
};

const ownFault: Explained = {
  why: 'Something in this app went wrong. It is not something you did.',
  whatToDo: 'Try again. If it happens again, reload the page.',
  help: 'retry',
};

const partNotLoaded: Explained = {
  why: 'A part of this app did not load: you may be offline, or the app was updated while you had it open.',
  whatToDo: 'Check your connection and try again: the page is loaded anew.',
  help: 'retry',
};

type Next = Pick<Explained, 'title' | 'whatToDo' | 'help'>;

const noAccess: Next = {
  title: 'You do not have access to this',
  whatToDo: 'If you need it for your work, ask the contact at your school.',
  help: 'access',
};

const nextOf: Partial<Record<ProblemCode, Next>> = {
  'tenant-not-allowed': {
    title: 'Your organisation does not use this framework yet',
    whatToDo:
      'If your school is on the framework, sign in with your work account there. If the council invited you, sign in as its guest. Else ask the commissioning team to add your organisation.',
    help: 'another-account',
  },
  'guest-not-listed': {
    title: 'You are here as a guest',
    whatToDo: 'Sign in with the work account of your own school or department; in Teams, choose your own organisation first.',
    help: 'another-account',
  },
  'client-not-allowed': { whatToDo: 'You can only read and prepare here. Go on where it can be done.', help: 'elsewhere' },
  'not-allowed': noAccess,
  'not-yours': noAccess,
  'not-a-requester': noAccess,
  'not-found': { whatToDo: 'Check the link. It may be old, or mistyped.', help: 'start' },
  'record-unreadable': { whatToDo: 'The commissioning team can mend it. Tell them the reference below.', help: 'contact' },
  'input-not-understood': { whatToDo: 'Change what you entered and try again.', help: 'retry' },
  'unknown-postcode': { whatToDo: 'Enter another postcode, or leave it empty for your own area.', help: 'none' },
};

/** Turns any failure of a call into words for a person. Faults of our own code are told as such, without their technical text. */
export const explainError = (error: unknown): Explained => {
  if (error instanceof SignInNeeded) return error.who === 'person' ? signIn : administrator;
  if (error instanceof SetUpFault) return { why: error.message, whatToDo: error.whatToDo, help: 'none' };
  if (error instanceof PartNotLoaded) return partNotLoaded;
  if (!(error instanceof ApiError)) return ownFault;
  if (error instanceof Unreachable && !isOnline()) return offline;
  const { code, detail, correlationId } = error.problem;
  if (code === 'sign-in-required' || code === 'token-not-accepted') return { ...signIn, correlationId };
  const next = nextOf[code] ?? { whatToDo: 'Try again in a minute. Nothing you entered is lost.', help: 'retry' as const };
  return { why: detail, correlationId, ...next };
};
