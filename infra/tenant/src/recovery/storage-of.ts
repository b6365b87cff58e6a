import type { TokenCredential } from '@azure/core-auth';
import { AggregateAuthenticationError, DefaultAzureCredential } from '@azure/identity';
import { type Storage, type StorageSettings, storage } from '../../../../functions/src/adapters/storage/storage.ts';
import { localValues } from '../../../../functions/src/local-values.ts';
import { storageSettings } from '../../../../functions/src/settings.ts';

/** Whoever is signed in on this machine, as Azure's own tools leave it there. Rejects with a sentence where nobody is. */
const operator = (): TokenCredential => {
  const signedIn = new DefaultAzureCredential();
  return {
    getToken: (scopes, options) =>
      signedIn.getToken(scopes, options).catch((failure: unknown) => {
        // The library tells of each of the seven ways that it tried.
        if (failure instanceof AggregateAuthenticationError)
          throw new Error('Nobody is signed in to Azure on this machine: `az login`, as somebody who may read the storage account', {
            cause: failure,
          });
        throw failure;
      }),
  };
};

/** The storage account as whoever is signed in on this machine opens it, unless the settings name the identity of the product or have a connection string. */
export const operatorStorage = (settings: StorageSettings): Storage => storage(settings, operator);

/** The storage of the product: the one that the environment names, or that of the local run under `stateDir`. */
export const storageOf = (stateDir: string | undefined): { readonly storage: Storage; readonly deployment: string } => {
  const settings = storageSettings(stateDir === undefined ? process.env : localValues(stateDir));
  return { storage: operatorStorage(settings), deployment: settings.DEPLOYMENT_NAME };
};
