import type { ContainerName, QueueName, TableName } from '@ap/shared/lists/kept-elsewhere';
import type { TokenCredential } from '@azure/core-auth';
import { TableClient } from '@azure/data-tables';
import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob';
import { type QueueClient, QueueServiceClient } from '@azure/storage-queue';
import type { Settings } from '../../settings.ts';
import { identityCredential } from '../managed-identity.ts';

/** The storage account of this deployment: by connection string (Azurite), by managed identity otherwise. */
export interface Storage {
  readonly queue: (name: QueueName) => QueueClient;
  readonly table: (name: TableName) => TableClient;
  readonly container: (name: ContainerName) => ContainerClient;
}

export type StorageSettings = Pick<
  Settings,
  'AzureWebJobsStorage' | 'AzureWebJobsStorage__accountName' | 'MANAGED_IDENTITY_CLIENT_ID' | 'DEPLOYMENT_NAME'
>;

/**
 * Opens the account. Names carry the deployment's, so that two deployments never eat each other's messages. `otherwise`: how to sign in where the settings name no
 * identity, as on an operator's machine. Throws where they tell no way in.
 */
export const storage = (settings: StorageSettings, otherwise?: () => TokenCredential): Storage => {
  const { AzureWebJobsStorage: connection, AzureWebJobsStorage__accountName: account, DEPLOYMENT_NAME: deployment } = settings;
  if (connection) {
    const queues = QueueServiceClient.fromConnectionString(connection);
    const blobs = BlobServiceClient.fromConnectionString(connection);
    const insecure = connection.includes('http://') || connection.includes('UseDevelopmentStorage=true');
    return {
      queue: (name) => queues.getQueueClient(`${deployment}-${name}`),
      table: (name) => TableClient.fromConnectionString(connection, `${deployment}${name}`, { allowInsecureConnection: insecure }),
      container: (name) => blobs.getContainerClient(`${deployment}-${name}`),
    };
  }
  if (!account) throw new Error('Set AzureWebJobsStorage or AzureWebJobsStorage__accountName');
  const identity = settings.MANAGED_IDENTITY_CLIENT_ID;
  const credential = identity ? identityCredential(identity) : otherwise?.();
  if (!credential) throw new Error('Set MANAGED_IDENTITY_CLIENT_ID, or AzureWebJobsStorage with a connection string');
  const address = (service: string): string => `https://${account}.${service}.core.windows.net`;
  return storageAt({ blob: address('blob'), queue: address('queue'), table: address('table') }, credential, deployment);
};

/** Opens the three services at their addresses, signing in to each. */
export const storageAt = (
  addresses: Readonly<Record<'blob' | 'queue' | 'table', string>>,
  credential: TokenCredential,
  deployment: string,
): Storage => {
  const queues = new QueueServiceClient(addresses.queue, credential);
  const blobs = new BlobServiceClient(addresses.blob, credential);
  return {
    queue: (name) => queues.getQueueClient(`${deployment}-${name}`),
    table: (name) => new TableClient(addresses.table, `${deployment}${name}`, credential),
    container: (name) => blobs.getContainerClient(`${deployment}-${name}`),
  };
};

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;

/** Whether storage answered that the thing is not there, or (412, 409) that somebody else came first. */
export const isMissing = (error: unknown): boolean => statusOf(error) === 404;
export const isConflict = (error: unknown): boolean => statusOf(error) === 412 || statusOf(error) === 409;

/** What storage answers, or `undefined` where the thing is not there. */
export const unlessMissing = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await act();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};
