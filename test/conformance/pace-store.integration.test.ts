import { paceStore } from '../../functions/src/adapters/storage/pace-store.ts';
import { storageOfATest, type TestStorage } from '../support/storage-of-a-test.ts';
import { paceContract } from './pace.contract.ts';

let azurite: TestStorage;
beforeAll(async () => {
  azurite = await storageOfATest();
});
afterAll(() => azurite?.stop());

describe('the pace in Azure Storage', () => {
  paceContract(async () => {
    const storage = azurite.fresh();
    return { pace: paceStore(storage), restarted: () => paceStore(storage) };
  });
});
