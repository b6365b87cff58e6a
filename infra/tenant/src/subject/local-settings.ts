import { readFileSync } from 'node:fs';
import path from 'node:path';
import { localEnvironment } from '../local-environment.ts';
import type { Environment } from '../tenant-settings.ts';

/** The administrator's settings of the local run and the app's, which the launcher wrote. */
export const localSettings = (stateDir: string): Environment => {
  const { Values } = JSON.parse(readFileSync(path.resolve(stateDir, 'functions.settings.json'), 'utf8')) as { Values: Environment };
  return { ...localEnvironment(stateDir), ...Values };
};
