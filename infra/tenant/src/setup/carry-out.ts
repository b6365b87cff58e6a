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

/**
 * What a new object is answered to while what it rests on is still on its way through the directory. Of a 400 Graph's own code says only that the request was bad; which
 * it is stands among its details, which the client leaves in the body.
 */
const isOnItsWay = (failure: unknown): boolean =>
  failure instanceof GraphError &&
  (failure.statusCode === 404 ||
    (failure.statusCode === 400 && /NoBackingApplicationObject|delegatedPermissionIds/.test(String(failure.body))));

/** Entra has it already, and did not tell of it yet. */
const isThere = (failure: unknown, { method }: GraphCall): boolean =>
  failure instanceof GraphError &&
  method === 'POST' &&
  failure.statusCode === 409 &&
  /MultipleObjectsWithSameKeyValue/.test(`${failure.code}`);

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
      if (isGone(failure, call) || isThere(failure, call)) return;
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
  // What was made and is not shown yet must not be made twice.
  const made = new Set<string>();
  for (let attempt = 1; attempt <= patience.tries; attempt++) {
    const { changes, refused } = await step.forward(workshop);
    if (refused !== undefined) throw new Error(`${step.name}: ${refused}`);
    if (changes.length === 0) return;
    const ready = changes.filter(({ say: told, call }) => call !== undefined && !made.has(told));
    for (const change of ready) {
      say(`  ${change.say}`);
      await carryOut(workshop, change, patience);
      if (change.call !== 'provision' && change.call?.method === 'POST') made.add(change.say);
    }
    if (ready.length === 0) await pause(patience.seconds * 1000);
  }
  throw new Error(`${step.name}: Entra does not show yet what was done. Run the command again in a minute: it goes on from here.`);
};
