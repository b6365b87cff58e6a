import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startStaticServer } from '@ap/local/launch/static-server';
import { apiScope, councilTenantId } from '@ap/local/sample/ids';
import { startCommand } from '@ap/tenant/run-command';
import { headersAt } from '../../teams-app/hosting/page-headers.ts';
import { councilValues } from '../setup/council-values.ts';
import type { TestStack } from './running-stack.ts';

/**
 * The pages as they are deployed (`npm run build:pages`), with their own headers, in the place of the tab of a stack that runs without one. Only what `config.json`
 * says of addresses is of this machine.
 */
export const signedInPages = async (stack: TestStack): Promise<{ readonly close: () => Promise<void> }> => {
  const settings = path.join(stack.stateDir, 'pages.env');
  const folder = path.join(stack.stateDir, 'pages');
  const values = { ...councilValues, API_URL: councilValues.API_URL, API_CLIENT_ID: apiScope.split('/').at(-2) ?? '' };
  writeFileSync(
    settings,
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const { exitCode, output } = await startCommand('teams-app/hosting/main.ts', stack.stateDir, ['--settings', settings, '--out', folder])
    .ended;
  if (exitCode !== 0) throw new Error(`The pages were not built:\n${output}`);
  const config = JSON.parse(readFileSync(path.join(folder, 'config.json'), 'utf8')) as Record<string, unknown>;
  if ((config.council as { tenantId?: string } | undefined)?.tenantId !== councilTenantId)
    throw new Error('The pages name another council.');
  return startStaticServer({
    folder,
    port: Number(new URL(stack.tab).port),
    headersAt: (place) => headersAt(place, { api: stack.api }),
    documents: { '/config.json': { ...config, apiUrl: stack.api, apiScope } },
  });
};
