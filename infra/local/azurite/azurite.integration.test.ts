import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TableClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { startAzurite } from './start-azurite.ts';

const scratch = (): string => mkdtempSync(path.join(tmpdir(), 'azurite-'));

describe('Azurite', () => {
  test('keeps queues and tables from one start to the next', async () => {
    const dir = scratch();
    const first = await startAzurite({ dir });
    const queue = QueueServiceClient.fromConnectionString(first.connectionString).getQueueClient('effects');
    await queue.createIfNotExists();
    await queue.sendMessage('kept');
    const receipts = TableClient.fromConnectionString(first.connectionString, 'receipts', { allowInsecureConnection: true });
    await receipts.createTable();
    await receipts.createEntity({ partitionKey: 'CO-1', rowKey: 'mail', sent: true });
    await first.stop();

    const second = await startAzurite({ dir });
    const again = QueueServiceClient.fromConnectionString(second.connectionString).getQueueClient('effects');
    expect((await again.peekMessages()).peekedMessageItems.map((item) => item.messageText)).toEqual(['kept']);
    const rows = TableClient.fromConnectionString(second.connectionString, 'receipts', { allowInsecureConnection: true });
    expect(await rows.getEntity('CO-1', 'mail')).toMatchObject({ sent: true });
    await second.stop();
  });

  test('says why it does not start', async () => {
    const first = await startAzurite({ dir: scratch() });
    const second = startAzurite({ dir: scratch(), ports: first.ports });
    await expect(second).rejects.toMatchObject({
      name: 'ChildFailed',
      output: expect.arrayContaining([expect.stringContaining('EADDRINUSE')]),
    });
    await first.stop();
  });
});
