import { localValues } from '../../../../functions/src/local-values.ts';
import { localEnvironment } from '../local-environment.ts';
import type { Environment } from '../tenant-settings.ts';

/** The administrator's settings of the local run and the app's, which the launcher wrote. */
export const localSettings = (stateDir: string): Environment => ({ ...localEnvironment(stateDir), ...localValues(stateDir) });
