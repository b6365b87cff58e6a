import type * as React from 'react';
import type { Place } from '../../../contract/place.ts';
import type { fakeService } from '../../forms/testing/fake-service.ts';
import type { HostAdapter } from '../../HostAdapter.tsx';
import { failures } from './failures.ts';

export type Answers = Parameters<typeof fakeService>[0];

/** One screen in one state, with all that the service says to bring it there. */
export interface Exhibit {
  /** 'directory, nothing found'. */
  readonly name: string;
  readonly screen: React.ReactElement;
  readonly place: Place;
  readonly answers: Answers;
  readonly host?: Partial<HostAdapter>;
  readonly getToken?: () => Promise<string>;
  /** Text that stands on the page once the state is reached. */
  readonly shows: string;
  /** How the name of a button begins that is pressed on the way there: long names keep it. */
  readonly press?: string;
  readonly offline?: boolean;
}

/** An answer that never comes: the state of waiting. */
export const never = (): Promise<never> => new Promise(() => undefined);

/** The states that every screen has: waiting for `read`, and each way of not getting it. `waiting` is what it says meanwhile. */
export const waitingAndFailing = (
  screen: Pick<Exhibit, 'name' | 'screen' | 'place' | 'answers'>,
  read: keyof Answers,
  waiting: string,
): readonly Exhibit[] => [
  { ...screen, name: `${screen.name}, loading`, answers: { ...screen.answers, [read]: never }, shows: waiting },
  ...failures.map(({ name, instead, ...failure }) => ({
    ...screen,
    name: `${screen.name}, ${name}`,
    answers: instead ? { ...screen.answers, [read]: instead } : screen.answers,
    ...failure,
  })),
];
