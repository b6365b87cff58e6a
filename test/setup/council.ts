import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from '@ap/local/launch/ports';
import { beforeSetUp, councilAdministratorId } from '@ap/local/sample/before-set-up';
import { writeOrganisation } from '@ap/local/sample/secrets';
import { startLocalTenant } from '@ap/local-tenant/start';
import { tenantCaller } from '@ap/local-tenant/test-support/started-tenant';
import { type SetupOptions, setUp, undo } from '@ap/tenant/setup/setup';
import { graphPermissions } from '@ap/tenant/setup/sign-in';
import { readWanted } from '@ap/tenant/setup/wanted';
import { trustAuthority } from '../support/trust-authority.ts';
import { administeredBy, graphResource, tokenBy } from './administrator.ts';
import { councilValues } from './council-values.ts';

/** A council before its set-up, in this process, and its administrator who carries the set-up out. */
export const startedCouncil = async () => {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'ap-setup-'));
  const { tenant: port } = await freePorts();
  const organisation = await writeOrganisation(stateDir, { tenantOrigin: `https://localhost:${port}` }, beforeSetUp);
  const tenant = await startLocalTenant({ organisation, port, dataDir: path.join(stateDir, 'tenant'), caDir: path.join(stateDir, 'ca') });
  const distrust = trustAuthority(tenant.caPath);
  const call = tenantCaller(tenant.url, tenant.caPath);
  const token = tokenBy(call);
  const settings = administeredBy(call, tenant.url);
  const said: string[] = [];
  const options = (more: Partial<SetupOptions> = {}, values: Readonly<Record<string, string>> = {}): SetupOptions => ({
    settings,
    wanted: readWanted({ ...councilValues, ...values }),
    say: (line) => said.push(line),
    patience: { tries: 4, seconds: 0 },
    ...more,
  });
  const yes = { confirm: async () => true };
  const send = async (method: string, at: string, json?: unknown) => {
    const asked = await token(councilAdministratorId, graphResource, graphPermissions);
    return call(method, `/v1.0${at}`, { token: asked, ...(json === undefined ? {} : { json }) });
  };
  const get = async (at: string): Promise<readonly Record<string, unknown>[]> =>
    (await send('GET', at)).body.value as unknown as readonly Record<string, unknown>[];
  return {
    url: tenant.url,
    settings,
    said,
    call,
    get,
    /** Graph, as the administrator. */
    send,
    token,
    fault: (method: string, match: string, respond: object, skip = 0) =>
      call('POST', '/_local/faults', { json: { match: { method, path: match }, respond, skip } }),
    noFaults: () => call('DELETE', '/_local/faults'),
    plan: (values?: Readonly<Record<string, string>>) => setUp(options({}, values)),
    apply: (more: Partial<SetupOptions> = {}, values?: Readonly<Record<string, string>>) => setUp(options({ ...yes, ...more }, values)),
    undo: (more: Partial<SetupOptions> & { readonly withRows?: boolean } = {}) =>
      undo({ ...options({ ...yes, ...more }), withRows: more.withRows ?? false }),
    stop: async () => {
      distrust();
      await tenant.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};

export type Council = Awaited<ReturnType<typeof startedCouncil>>;
