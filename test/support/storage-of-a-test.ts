import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Azurite, startAzurite } from '@ap/local/azurite/start-azurite';
import { type Storage, storage } from '../../functions/src/adapters/storage/storage.ts';

/** Azurite on free ports. Each `fresh` storage is a deployment of its own, with nothing in it. */
export interface TestStorage {
  readonly connectionString: string;
  readonly fresh: () => Storage & { readonly deployment: string };
  readonly stop: () => Promise<void>;
}

export const storageOfATest = async (): Promise<TestStorage> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'ap-storage-'));
  const azurite: Azurite = await startAzurite({ dir });
  let count = 0;
  return {
    connectionString: azurite.connectionString,
    fresh: () => {
      count += 1;
      const deployment = `test${count}`;
      return { ...storage({ AzureWebJobsStorage: azurite.connectionString, DEPLOYMENT_NAME: deployment }), deployment };
    },
    stop: async () => {
      await azurite.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
