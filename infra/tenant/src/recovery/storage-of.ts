import { DefaultAzureCredential } from '@azure/identity';
import { type Storage, type StorageSettings, storage } from '../../../../functions/src/adapters/storage/storage.ts';
import { localValues } from '../../../../functions/src/local-values.ts';
import { storageSettings } from '../../../../functions/src/settings.ts';

/** The storage account as whoever is signed in on this machine opens it, unless the settings name the identity of the product or have a connection string. */
export const operatorStorage = (settings: StorageSettings): Storage => storage(settings, () => new DefaultAzureCredential());

/** The storage of the product: the one that the environment names, or that of the local run under `stateDir`. */
export const storageOf = (stateDir: string | undefined): { readonly storage: Storage; readonly deployment: string } => {
  const settings = storageSettings(stateDir === undefined ? process.env : localValues(stateDir));
  return { storage: operatorStorage(settings), deployment: settings.DEPLOYMENT_NAME };
};
