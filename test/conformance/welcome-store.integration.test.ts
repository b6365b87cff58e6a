import { welcomeStore } from '../../functions/src/adapters/storage/welcome-store.ts';
import { storageOfATest, type TestStorage } from '../support/storage-of-a-test.ts';
import { welcomesContract } from './welcomes.contract.ts';

let azurite: TestStorage;
beforeAll(async () => {
  azurite = await storageOfATest();
});
afterAll(() => azurite?.stop());

describe('welcomes in Azure Storage', () => {
  welcomesContract(async () => {
    const storage = azurite.fresh();
    return { welcomes: welcomeStore(storage), restarted: () => welcomeStore(storage) };
  });
});
