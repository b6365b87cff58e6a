import { operationsApi } from '@ap/shared/contract/operations';
import type { Outbox } from './effects/outbox.ts';
import { type RouteSupplies, route } from './http/route.ts';
import { replayStuck, setStuckAside } from './operations/act-on-stuck.ts';
import { listStuck } from './operations/list-stuck.ts';
import { noteUnreadable, type StuckNeeds, takeGivenUp } from './operations/take-given-up.ts';
import type { ParkedCommands } from './ports/parked.ts';
import type { Ports } from './ports/ports.ts';
import type { WatchedQueue } from './ports/stuck.ts';
import { registerTimer } from './triggers.ts';

interface Supplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly operations: Pick<StuckNeeds, 'stuck' | 'givenUp' | 'readMessage'>;
  readonly outboxes: readonly Outbox[];
  readonly parked: ParkedCommands;
}

/** Joins what is stuck to the page that shows it. Answers how a message that is none of ours is noted, by its queue. */
export const registerOperations = ({ ports, supplies, operations, outboxes, parked }: Supplies) => {
  const needs = { ...ports, ...operations, parked };
  route(operationsApi.listStuck, supplies, listStuck(needs, outboxes));
  route(operationsApi.replayStuck, supplies, replayStuck(needs, outboxes));
  route(operationsApi.setStuckAside, supplies, setStuckAside(needs, outboxes));
  registerTimer('takeGivenUp', takeGivenUp(needs, outboxes));
  const note = noteUnreadable(needs);
  return (queue: WatchedQueue) => (raw: unknown) => note(queue, typeof raw === 'string' ? raw : JSON.stringify(raw));
};
