import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PartName } from '@ap/local/launch/parts';
import { freePorts } from '@ap/local/launch/ports';
import { startStack } from '@ap/local/launch/stack';
import { type People, peopleOf, type RunningStack } from './signed-in.ts';

export interface TestStack extends RunningStack {
  readonly people: People;
  readonly window: string;
  readonly organisation: Awaited<ReturnType<typeof startStack>>['organisation'];
  readonly storage: string;
  /** Runs the sweep now, as its timer does every minute. */
  readonly sweep: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The very stack of `npm start` on free ports, with state of its own that is removed at the end: the esbuild bundle on the local host, the local tenant, Azurite. */
export const runningStack = async (
  only: readonly PartName[] = ['azurite', 'tenant', 'register', 'functions'],
  moreOrigins: readonly string[] = [],
): Promise<TestStack> => {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'ap-stack-'));
  const stack = await startStack({ stateDir, ports: await freePorts(), only, moreOrigins });
  const where = { ...stack.addresses, caPath: stack.caPath };
  return {
    ...where,
    people: peopleOf(where),
    organisation: stack.organisation,
    storage: stack.storage ?? '',
    sweep: async () => {
      const response = await fetch(`${new URL(where.api).origin}/admin/functions/sweep`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      if (response.status >= 300) throw new Error(`The sweep could not be run: ${response.status}`);
    },
    stop: async () => {
      await stack.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};
