import { type Seen, Untried } from './observation.ts';
import type { DeltaPage, ItemSeen, ListAddress, ScenarioClient } from './scenario-client.ts';

/**
 * How well a fact about the service is known: documented by Microsoft, seen in the field by others, or not established. Nothing may depend on an
 * unestablished one.
 */
export type Certainty = 'D' | 'F' | 'U';

/** What an answer is compared by. */
export type Aspect = 'status' | 'code' | 'seen';

/** What earlier steps leave for later ones. */
export interface Kept {
  siteId: string;
  list: ListAddress;
  first: ItemSeen;
  second: ItemSeen;
  third: ItemSeen;
  fourth: ItemSeen;
  stale: string;
  lastId: string;
  latest: DeltaPage;
}

/** The scratch list and what is known of it by now. */
export interface World {
  readonly client: ScenarioClient;
  readonly site: { readonly hostname: string; readonly path: string };
  /** The title of the scratch list. */
  readonly title: string;
  readonly keep: <K extends keyof Kept>(name: K, value: Kept[K]) => void;
  /** Throws `Untried` where the step that keeps it was refused. */
  readonly kept: <K extends keyof Kept>(name: K) => Kept[K];
}

/** One thing that is tried on the service. */
export interface Step {
  readonly name: string;
  /** The section of the reference on SharePoint and Graph that it is about. */
  readonly section: string;
  readonly certainty: Readonly<Record<Aspect, Certainty>>;
  /** What the reference says, in a few words. */
  readonly says: string;
  /** Observe the service's own words of a refusal. */
  readonly words?: true;
  readonly run: (world: World) => Promise<Seen>;
}

export const newWorld = (client: ScenarioClient, site: World['site'], title: string): World => {
  const parts: Partial<Kept> = {};
  return {
    ...{ client, site, title },
    keep: (name, value) => {
      parts[name] = value;
    },
    kept: (name) => {
      const part = parts[name];
      if (part === undefined) throw new Untried(`an earlier step gave no ${name}`);
      return part;
    },
  };
};

/** How certain each aspect of the expected answer is; the code and what is seen are as certain as the status unless they are told apart. */
export const known = (status: Certainty, code: Certainty = status, seen: Certainty = status): Pick<Step, 'certainty'> => ({
  certainty: { status, code, seen },
});
