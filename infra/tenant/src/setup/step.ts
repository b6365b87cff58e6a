import type { Client } from '@microsoft/microsoft-graph-client';
import type { TenantSettings } from '../tenant-settings.ts';
import type { Wanted } from './wanted.ts';

/** One call of Graph. */
export interface GraphCall {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** A Teams app package, sent in place of a body. */
  readonly zip?: () => Uint8Array;
}

/** What a step does, in words for a person. `call` is absent where an earlier step must have been carried out before it can be said exactly. */
export interface Change {
  readonly say: string;
  readonly call?: GraphCall | 'provision';
}

/** What a step made of what it saw. Nothing at all: it is as it must be. */
export interface Judgement {
  readonly changes: readonly Change[];
  /** What is missing that no step of this command makes: the step is left for a later run. */
  readonly waits?: string;
  /** What a person must settle first: nothing of the step is carried out. */
  readonly refused?: string;
  /** What a person does by hand, because no API does it. */
  readonly byHand?: readonly string[];
}

export const nothingToDo: Judgement = { changes: [] };

/** With what a step works. */
export interface Workshop {
  readonly graph: Client;
  readonly settings: TenantSettings;
  readonly wanted: Wanted;
}

/** A step whose own reading is hidden. */
export interface Step {
  readonly name: string;
  /** Which administrator it takes, in Entra's words. */
  readonly needs: string;
  /** What is to do so that the tenant is as wanted. */
  readonly forward: (workshop: Workshop) => Promise<Judgement>;
  /** What is to do so that nothing of the step is left. */
  readonly backward: (workshop: Workshop, withRows: boolean) => Promise<Judgement>;
}

interface StepParts<Seen> {
  readonly name: string;
  readonly needs: string;
  readonly look: (workshop: Workshop) => Promise<Seen>;
  /** Pure: what was read against what is wanted. */
  readonly plan: (seen: Seen, wanted: Wanted) => Judgement;
  /** Pure: what takes back what the step made, and nothing else. */
  readonly undo: (seen: Seen, wanted: Wanted, withRows: boolean) => Judgement;
}

export const defineStep = <Seen>({ name, needs, look, plan, undo }: StepParts<Seen>): Step => ({
  name,
  needs,
  forward: async (workshop) => plan(await look(workshop), workshop.wanted),
  backward: async (workshop, withRows) => undo(await look(workshop), workshop.wanted, withRows),
});
