import { type Observation, Refusal, Untried } from './observation.ts';
import type { ScenarioClient } from './scenario-client.ts';
import { newWorld, type Step, type World } from './step.ts';
import { endingSteps, requiredSteps } from './steps/ending-steps.ts';
import { feedSteps, latestStep } from './steps/feed-steps.ts';
import { itemSteps } from './steps/item-steps.ts';
import { listSteps } from './steps/list-steps.ts';
import { querySteps } from './steps/query-steps.ts';
import { writeSteps } from './steps/write-steps.ts';
import type { Exchange } from './wire.ts';

/** Everything that is tried on the service, in order: later steps use what earlier ones made. It leaves one list, the scratch list. */
export const scenario: readonly Step[] = [
  ...listSteps,
  ...itemSteps,
  ...writeSteps,
  ...querySteps,
  latestStep,
  ...endingSteps,
  ...feedSteps,
  ...requiredSteps,
];

export interface ScenarioRun {
  readonly client: ScenarioClient;
  /** What crosses the client's wire; the scenario reads the status of its last answers there. */
  readonly exchanges: readonly Exchange[];
  readonly site: World['site'];
  /** The title of the scratch list. It must not be there yet. */
  readonly title: string;
  /** Told of each step once it is done. */
  readonly done?: (observation: Observation) => void;
  /** True where no further step may begin. */
  readonly ended?: () => boolean;
}

const observe = async (step: Step, world: World, exchanges: readonly Exchange[]): Promise<Observation> => {
  const before = exchanges.length;
  try {
    const seen = await step.run(world);
    const status = exchanges.length > before ? exchanges.at(-1)?.status : undefined;
    return { step: step.name, ...(status === undefined ? {} : { status }), seen };
  } catch (failure) {
    if (failure instanceof Untried) return { step: step.name, untried: failure.message };
    if (!(failure instanceof Refusal)) throw failure;
    const { status, code, innerCode, message } = failure;
    return {
      ...{ step: step.name, status, code },
      ...(innerCode === undefined ? {} : { innerCode }),
      ...(step.words ? { seen: { words: message } } : {}),
    };
  }
};

/** Runs the scenario and tells what each step came to. Rejects where no answer came at all; the scratch list may then be there. */
export const runScenario = async ({ client, exchanges, site, title, done, ended }: ScenarioRun): Promise<readonly Observation[]> => {
  const world = newWorld(client, site, title);
  const observations: Observation[] = [];
  for (const step of scenario) {
    if (ended?.()) break;
    const observation = await observe(step, world, exchanges);
    observations.push(observation);
    done?.(observation);
  }
  return observations;
};
