import { rmSync } from 'node:fs';
import { freePorts } from '@ap/local/launch/ports';
import { localSettings } from '@ap/local/launch/settings';
import { startStack } from '@ap/local/launch/stack';
import { ensureSampleSecrets } from '@ap/local/sample/secrets';
import { graphClient } from '../../functions/src/adapters/graph/graph-client.ts';
import { keptLists } from '../../functions/src/adapters/sharepoint/mirrors.ts';
import { siteFinder } from '../../functions/src/adapters/sharepoint/site-path.ts';
import type { Log } from '../../functions/src/ports/clock.ts';
import type { Snapshots } from '../../functions/src/ports/kept.ts';
import { readSettings } from '../../functions/src/settings.ts';
import { memoryBooks } from '../ports/memory-books.ts';
import { preparedState } from './prepared-state.ts';
import { peopleOf } from './signed-in.ts';
import { trustAuthority } from './trust-authority.ts';

const silent: Log = { event: () => undefined };
/** A process that keeps nothing for the next. */
export const noSnapshots: Snapshots = {
  load: async () => undefined,
  save: async () => undefined,
  loadBytes: async () => undefined,
  saveBytes: async () => undefined,
};

/** The local tenant with the product's lists, and the product's own adapters on it, in this process. Nothing else of the product runs. */
export const registerOfATest = async () => {
  const stateDir = await preparedState('ap-register-');
  const stack = await startStack({ stateDir, ports: await freePorts(), only: ['tenant', 'register'] });
  const distrust = trustAuthority(stack.caPath);
  const settings = readSettings(
    localSettings(stack.addresses, await ensureSampleSecrets(stateDir), 'UseDevelopmentStorage=true', stateDir),
  );
  const graph = graphClient(settings);
  const sitePath = siteFinder(graph, settings.SITE_HOSTNAME, settings.SITE_PATH);
  return {
    settings,
    stateDir,
    graph,
    sitePath,
    people: peopleOf({ ...stack.addresses, caPath: stack.caPath }),
    /** The lists as a process that starts now reads them. */
    lists: (snapshots = noSnapshots, log = silent, books = memoryBooks()) =>
      keptLists(graph, sitePath, log, Date.now, snapshots, { books, areHinted: () => false, release: async () => 'this release' }),
    stop: async () => {
      distrust();
      await stack.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};

export type TestRegister = Awaited<ReturnType<typeof registerOfATest>>;
