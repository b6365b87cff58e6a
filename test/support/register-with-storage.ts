import { rmSync } from 'node:fs';
import { freePorts } from '@ap/local/launch/ports';
import { localSettings } from '@ap/local/launch/settings';
import { writeSettingsFile } from '@ap/local/launch/settings-file';
import { startStack } from '@ap/local/launch/stack';
import { ensureSampleSecrets } from '@ap/local/sample/secrets';
import { localSettings as administratorSettings } from '../../infra/tenant/src/subject/local-settings.ts';
import { openStores } from '../../infra/tenant/src/subject/stores.ts';
import { preparedState } from './prepared-state.ts';
import { trustAuthority } from './trust-authority.ts';

/** The local tenant with the product's lists, and Azurite, as an administrator's command opens them. No process of the product runs: it would take part. */
export const registerWithStorage = async () => {
  const stateDir = await preparedState('ap-kept-');
  const stack = await startStack({ stateDir, ports: await freePorts(), only: ['azurite', 'tenant', 'register'] });
  const distrust = trustAuthority(stack.caPath);
  const values = localSettings(stack.addresses, await ensureSampleSecrets(stateDir), stack.storage ?? '', stateDir);
  writeSettingsFile(stateDir, values, [stack.addresses.tab, stack.addresses.window]);
  return {
    stateDir,
    stores: await openStores(administratorSettings(stateDir)),
    stop: async () => {
      distrust();
      await stack.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};
