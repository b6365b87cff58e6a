import { type GraphConnection, graphOver, graphScenarioClient } from '@ap/local-tenant/scenario/graph-scenario-client';
import type { Observation } from '@ap/local-tenant/scenario/observation';
import { runScenario } from '@ap/local-tenant/scenario/scenario';
import { type Exchange, recorded } from '@ap/local-tenant/scenario/wire';
import type { Client } from '@microsoft/microsoft-graph-client';
import { findSite } from '../graph/site.ts';
import { deleteLists, findScratchLists } from './scratch-lists.ts';

/** A site of a tenant, and how to reach it. */
export interface ProbeTarget {
  readonly graph: GraphConnection;
  readonly site: { readonly hostname: string; readonly path: string };
}

export interface ProbeRun {
  readonly target: ProbeTarget;
  /** Of the scratch list: see `scratchTitle`. */
  readonly title: string;
  readonly done?: (observation: Observation) => void;
  /** True where no further step may begin. What was made is deleted all the same. */
  readonly ended?: () => boolean;
  /** What else is asked of the scratch list before it is deleted. */
  readonly also?: (siteId: string, listId: string) => Promise<void>;
}

export interface Probed {
  readonly observations: readonly Observation[];
  /** What crossed the wire, without what cleaned up. */
  readonly requests: readonly Pick<Exchange, 'method' | 'status'>[];
  /** What the run could not delete, with the service's words; empty where nothing is left. */
  readonly left: readonly string[];
  /** What broke the run off, if anything did. */
  readonly broken?: Error;
}

/** Deletes what a run made, and says what it could not. A failure to look is something left, too: it must be told. */
const cleanUp = async (graph: Client, site: ProbeTarget['site'], title: string): Promise<readonly string[]> => {
  try {
    const { id } = await findSite(graph, site);
    const made = (await findScratchLists(graph, id)).filter(({ displayName }) => displayName.startsWith(title));
    return await deleteLists(graph, id, made);
  } catch (failure) {
    return [`${title}, if it was made: ${(failure as Error).message}`];
  }
};

/** Runs the scenario in a scratch list of a tenant and deletes it, whatever happens meanwhile. Never rejects: what breaks a run off is told. */
export const probe = async ({ target, title, done, ended, also }: ProbeRun): Promise<Probed> => {
  const exchanges: Exchange[] = [];
  const transport = recorded(target.graph.transport, (exchange) => exchanges.push(exchange));
  const graph = graphOver({ ...target.graph, transport });
  const observations: Observation[] = [];
  const note = (observation: Observation): void => {
    observations.push(observation);
    done?.(observation);
  };
  const client = graphScenarioClient(graph);
  let broken: Error | undefined;
  try {
    await runScenario({ client, exchanges, site: target.site, title, done: note, ...(ended ? { ended } : {}) });
    if (also && !ended?.()) {
      const { id } = await findSite(graph, target.site);
      const list = (await findScratchLists(graph, id)).find(({ displayName }) => displayName === title);
      if (list) await also(id, list.id);
    }
  } catch (failure) {
    broken = failure as Error;
  }
  const requests = exchanges.map(({ method, status }) => ({ method, status }));
  const left = await cleanUp(graph, target.site, title);
  return { observations, requests, left, ...(broken ? { broken } : {}) };
};
