import { Refuse } from '../../forms/testing/fake-service.ts';
import { SignInNeeded } from '../../host-faults.tsx';

interface Failure {
  readonly name: string;
  /** What the network does instead of answering. Absent: nothing is asked, because there is no token. */
  readonly instead?: () => never;
  readonly getToken?: () => Promise<string>;
  readonly offline?: boolean;
  readonly shows: string;
}

const refuses = (...refusal: ConstructorParameters<typeof Refuse>) => ({
  instead: (): never => {
    throw new Refuse(...refusal);
  },
});

const noNetwork = {
  instead: (): never => {
    throw new TypeError('Failed to fetch');
  },
};

/** Every way in which what a screen needs cannot be had, with a text that the screen must show. */
export const failures: readonly Failure[] = [
  { name: 'busy', ...refuses('busy-try-later', 'The register is busy.'), shows: 'The register is busy.' },
  { name: 'no answer', ...noNetwork, shows: 'The service did not answer.' },
  { name: 'offline', ...noNetwork, offline: true, shows: 'This device is not connected to the internet.' },
  { name: 'no access', ...refuses('not-yours', 'This belongs to another school.'), shows: 'You do not have access to this' },
  { name: 'not found', ...refuses('not-found', 'There is nothing of this name.'), shows: 'There is nothing of this name.' },
  {
    name: 'foreign organisation',
    ...refuses('tenant-not-allowed', 'Your organisation is not known.'),
    shows: 'Your organisation does not use this framework yet',
  },
  { name: 'sign-in needed', getToken: () => Promise.reject(new SignInNeeded('person')), shows: 'Sign in to go on' },
  { name: 'administrator needed', getToken: () => Promise.reject(new SignInNeeded('administrator')), shows: 'Message to your IT team' },
];
