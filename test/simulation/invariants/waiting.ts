import { ofAPupil } from '../hosts.ts';
import type { Invariant } from './invariant.ts';

/** Promises to those whose command had to wait. */
export const waitingInvariants: Readonly<Record<string, Invariant>> = {
  'I30 of what waits': async ({ waiting }) =>
    (await waiting.store.all()).flatMap(({ id, endpoint, ended }) => (ended ? [] : [`${endpoint} ${id} waits still`])),
  // Whoever was refused after a wait has asked, or was told by mail: the row says so before it is forgotten.
  'I30 of refusals': async ({ waiting, endedAt }) => {
    const last = new Map(waiting.store.ends.map((command) => [command.id, command]));
    const present = new Map((await waiting.store.all()).map((command) => [command.id, command]));
    return [...last.values()].flatMap(({ id, endpoint, ended, told }) =>
      ended && ended.how !== 'done' && !told && (!present.has(id) || ended.at < endedAt)
        ? [`${endpoint} ${id} was refused as ${ended.how.code}, and nobody was told`]
        : [],
    );
  },
  'I20 of what waits': async ({ waiting }) =>
    waiting.store.ends.flatMap((command) =>
      ofAPupil.test(JSON.stringify(command)) ? [`what was written is kept after ${command.id} had ended`] : [],
    ),
};
