import { readFileSync } from 'node:fs';
import { storage as storageOf } from '../../functions/src/adapters/storage/storage.ts';
import { watchedQueues } from '../../functions/src/ports/stuck.ts';
import type { Stage } from './stage.ts';

/** What is seen from outside at one moment. */
export interface Sighting {
  /** Seconds since the watch began. */
  readonly at: number;
  /** Resource units that the product has spent since the watch began. */
  readonly units: number;
  readonly requests: number;
  /** Messages in all queues, those that wait for their time included. */
  readonly queued: number;
  /** Seconds since the oldest message that could be taken was put there. */
  readonly oldest: number;
  /** Effects whose receipt is awaited. */
  readonly expected: number;
  /** Resident memory of the Functions host in MB; 0 where the system does not say. */
  readonly memory: number;
}

const memoryOf = (pid: number): number => {
  try {
    const kB = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kB === undefined ? 0 : Math.round(Number(kB) / 1024);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
};

/** Looks every few seconds until it is told to stop. `sightings` grows meanwhile. */
export const watch = ({ people, storage, hostPid }: Pick<Stage, 'people' | 'storage' | 'hostPid'>, everySeconds: number) => {
  const { queue, table } = storageOf({ AzureWebJobsStorage: storage, DEPLOYMENT_NAME: 'local' });
  const expectedRows = table('expected');
  const began = Date.now();
  const sightings: Sighting[] = [];
  const look = async (): Promise<Sighting> => {
    // Made by the product at its first effect; before that there is none to await.
    await expectedRows.createTable();
    const { units, requests } = await people.usage();
    let [queued, oldest, expected] = [0, 0, 0];
    for (const client of watchedQueues.map(queue)) {
      // Made by the product when it starts; a command may be parked before it has.
      await client.createIfNotExists();
      queued += (await client.getProperties()).approximateMessagesCount ?? 0;
      const [first] = (await client.peekMessages()).peekedMessageItems;
      if (first) oldest = Math.max(oldest, Math.round((Date.now() - first.insertedOn.getTime()) / 1000));
    }
    for await (const _ of expectedRows.listEntities()) expected += 1;
    const at = Math.round((Date.now() - began) / 1000);
    return { at, units, requests, queued, oldest, expected, memory: memoryOf(hostPid) };
  };
  let going = true;
  const watching = (async () => {
    while (going) {
      sightings.push(await look());
      await new Promise((resolve) => setTimeout(resolve, everySeconds * 1000));
    }
  })();
  return {
    sightings,
    look,
    stop: async () => {
      going = false;
      await watching;
    },
  };
};

/** Resource units of the minute in which most were spent, over these sightings. */
export const busiestMinute = (sightings: readonly Sighting[]): number =>
  Math.max(
    0,
    ...sightings.map(
      ({ at, units }) => units - (sightings.findLast((earlier) => earlier.at <= at - 60)?.units ?? sightings[0]?.units ?? 0),
    ),
  );

/** Resource units of each minute since the watch began. */
export const byMinute = (sightings: readonly Sighting[]): readonly number[] => {
  const spentBy = (second: number): number => sightings.findLast(({ at }) => at <= second)?.units ?? 0;
  const minutes = Math.ceil((sightings.at(-1)?.at ?? 0) / 60);
  return Array.from({ length: minutes }, (_, minute) => spentBy((minute + 1) * 60) - spentBy(minute * 60));
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How memory at the end compares with that after the start: the medians of the last and of the second quarter. 1 is flat. */
export const memoryGrowth = (sightings: readonly Sighting[]): number => {
  const quarter = Math.floor(sightings.length / 4);
  const of = (from: number) => median(sightings.slice(from * quarter, (from + 1) * quarter).map(({ memory }) => memory));
  return quarter === 0 || of(1) === 0 ? 1 : Math.round((of(3) / of(1)) * 100) / 100;
};
