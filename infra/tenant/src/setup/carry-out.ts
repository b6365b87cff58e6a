import { setTimeout as pause } from 'node:timers/promises';
import { register } from '@ap/shared/lists/register';
import { GraphError } from '@microsoft/microsoft-graph-client';
import { graphSentence, patiently } from '../graph/graph.ts';
import { provision } from '../provision/provision.ts';
import type { Change, GraphCall, Step, Workshop } from './step.ts';

/** How long to wait for what Entra has taken but does not yet tell everywhere: some seconds, now and then a minute. */
export interface Patience {
  readonly tries: number;
  readonly seconds: number;
}

export const usualPatience: Patience = { tries: 12, seconds: 5 };

/** What a new object is answered to while its registration is still on its way through the directory. */
const isOnItsWay = (failure: unknown): boolean =>
  failure instanceof GraphError && (failure.statusCode === 404 || failure.code === 'NoBackingApplicationObject');

const isGone = (failure: unknown, { method }: GraphCall): boolean =>
  failure instanceof GraphError && method === 'DELETE' && failure.statusCode === 404;

const send = ({ graph }: Workshop, call: GraphCall): Promise<unknown> => {
  const request = patiently(graph, call.path);
  if (call.zip) return request.header('Content-Type', 'application/zip').post(Buffer.from(call.zip()));
  if (call.method === 'DELETE') return request.delete();
  return call.method === 'POST' ? request.post(call.body) : request.patch(call.body);
};

const act = async (workshop: Workshop, call: GraphCall, patience: Patience): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await send(workshop, call);
      return;
    } catch (failure) {
      if (isGone(failure, call)) return;
      if (!isOnItsWay(failure) || attempt >= patience.tries) throw failure;
      await pause(patience.seconds * 1000);
    }
  }
};

/** Carries one change out. Throws a sentence that says what could not be done, and the service's own words. */
export const carryOut = async (workshop: Workshop, { say, call }: Change, patience: Patience): Promise<void> => {
  if (call === undefined)
    throw new Error(`Could not ${say}: the step before it is not visible yet. Run the command again in a minute: it goes on from here.`);
  if (call === 'provision') {
    const said: string[] = [];
    await provision({ register, settings: workshop.settings, dryRun: false, say: (line) => said.push(line) });
    return;
  }
  try {
    await act(workshop, call, patience);
  } catch (failure) {
    throw new Error(`${graphSentence(`Could not ${say}`, failure)}. Run the command again: it goes on from here.`);
  }
};

/** Carries a step out until it has nothing left to do: some of what it does can be said exactly only after the rest. */
export const carryOutStep = async (
  workshop: Workshop,
  step: Step,
  { patience, say }: { readonly patience: Patience; readonly say: (line: string) => void },
): Promise<void> => {
  for (let attempt = 1; attempt <= patience.tries; attempt++) {
    const { changes, refused } = await step.forward(workshop);
    if (refused !== undefined) throw new Error(`${step.name}: ${refused}`);
    if (changes.length === 0) return;
    const ready = changes.filter(({ call }) => call !== undefined);
    for (const change of ready) {
      say(`  ${change.say}`);
      await carryOut(workshop, change, patience);
    }
    if (ready.length === 0) await pause(patience.seconds * 1000);
  }
  throw new Error(`${step.name}: Entra does not show yet what was done. Run the command again in a minute: it goes on from here.`);
};
