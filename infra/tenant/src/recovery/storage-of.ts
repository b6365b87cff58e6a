import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Storage, storage } from '../../../../functions/src/adapters/storage/storage.ts';
import { storageSettings } from '../../../../functions/src/settings.ts';

/** The storage of the product: the one that the environment names, or that of the local run under `stateDir`. */
export const storageOf = (stateDir: string | undefined): { readonly storage: Storage; readonly deployment: string } => {
  const environment =
    stateDir === undefined
      ? process.env
      : (JSON.parse(readFileSync(path.resolve(stateDir, 'functions.settings.json'), 'utf8')) as { Values: Record<string, string> }).Values;
  const settings = storageSettings(environment);
  return { storage: storage(settings), deployment: settings.DEPLOYMENT_NAME };
};
