import { type Storage, storage } from '../../../../functions/src/adapters/storage/storage.ts';
import { localValues } from '../../../../functions/src/local-values.ts';
import { storageSettings } from '../../../../functions/src/settings.ts';

/** The storage of the product: the one that the environment names, or that of the local run under `stateDir`. */
export const storageOf = (stateDir: string | undefined): { readonly storage: Storage; readonly deployment: string } => {
  const settings = storageSettings(stateDir === undefined ? process.env : localValues(stateDir));
  return { storage: storage(settings), deployment: settings.DEPLOYMENT_NAME };
};
