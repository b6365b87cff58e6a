import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startAzurite } from '@ap/local/azurite/start-azurite';
import { startHostProcess } from '@ap/local/host/host-process';
import { stackAddresses } from '@ap/local/launch/addresses';
import { buildStale } from '@ap/local/launch/builds';
import { clockFile } from '@ap/local/launch/clock';
import { createEnding } from '@ap/local/launch/ending';
import { freePorts } from '@ap/local/launch/ports';
import { printedProgress } from '@ap/local/launch/progress';
import { projectFolder } from '@ap/local/launch/project-folder';
import { writeSettingsFile } from '@ap/local/launch/settings-file';
import { startTenant } from '@ap/local/launch/tenant';
import { beforeSetUp, councilAdministratorId, schoolAdministratorId } from '@ap/local/sample/before-set-up';
import { councilTenantId, managedIdentityClientId, managedIdentityObjectId, schoolTenantId } from '@ap/local/sample/ids';
import { samplePeople } from '@ap/local/sample/people';
import { ensureSampleSecrets, writeOrganisation } from '@ap/local/sample/secrets';
import type { Organisation } from '@ap/local-tenant/organisation';
import { tenantCaller } from '@ap/local-tenant/test-support/started-tenant';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { startCommand } from '@ap/tenant/run-command';
import { seed } from '@ap/tenant/seed/seed';
import { stage } from '../../functions/stage.mjs';
import { walkMainJob } from '../journeys/main-job.ts';
import { timersByHand } from '../support/running-stack.ts';
import { peopleOf } from '../support/signed-in.ts';
import { trustAuthority } from '../support/trust-authority.ts';
import { administeredBy } from './administrator.ts';
import { type Parameters, settingsOfDeployment } from './azure.ts';
import { checkPages } from './check-pages.ts';
import { councilValues } from './council-values.ts';

type Say = (line: string) => void;
type Environment = Readonly<Record<string, string>>;

/** Runs one of our commands as a person does, tells each line of it, and answers all lines. Throws when it fails. */
const command = async (
  main: string,
  stateDir: string,
  args: readonly string[],
  env: Environment,
  onLine: Say,
): Promise<readonly string[]> => {
  const { child, ended } = startCommand(main, stateDir, args, env);
  for (const input of [child.stdout, child.stderr]) if (input) createInterface({ input }).on('line', onLine);
  const { exitCode, output } = await ended;
  const lines = output.split('\n');
  if (exitCode !== 0) throw new Error(`${main} ended with ${exitCode}:\n${lines.slice(-15).join('\n')}`);
  return lines;
};

/**
 * The dry run of an afternoon: an empty tenant, the set-up as a person runs it (device code and all), the Teams package, the pages of the tab, the bundle as it is deployed
 * with the settings that main.bicep makes of the parameters that the set-up wrote, the main job from search to order, a school's tenant that joins by its letter's link, and
 * everything taken back. Rejects at the first thing that is not as it should be.
 */
export const rehearse = async (say: Say): Promise<string> => {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'ap-rehearsal-'));
  const inState = (name: string): string => path.join(stateDir, name);
  const ports = await freePorts();
  const addresses = stackAddresses(ports);
  const caPath = path.join(stateDir, 'ca', 'ca.pem');
  const ending = createEnding();
  let distrust = (): void => undefined;
  try {
    say('1. A council before its set-up: people, groups, an empty site.');
    const where = { tenantOrigin: addresses.tenant, api: addresses.api, messagingEndpoint: addresses.messages };
    const organise = (change: (sample: Organisation) => Organisation) => writeOrganisation(stateDir, where, change);
    await organise((sample) => withoutIdentity(beforeSetUp(sample)));
    const first = await startTenant(stateDir, ports.tenant, inState('tenant.log'));
    const tenant = tenantCaller(addresses.tenant, caPath);
    const environment = { AUTHORITY_HOST: addresses.tenant, GRAPH_URL: addresses.tenant };

    const settingsFile = inState('setup.env');
    const parametersFile = inState('main.parameters.json');
    const setup = async (known: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<readonly string[]> => {
      const values = { ...councilValues, PEOPLE_GROUPS: '', MANAGED_IDENTITY_PRINCIPAL_ID: '', API_URL: '', ...known };
      writeFileSync(
        settingsFile,
        Object.entries(values)
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
      );
      return command('infra/tenant/src/setup/main.ts', stateDir, ['--settings', settingsFile, ...args], environment, (line) => {
        say(`     ${line}`);
        const [, userCode] = /enter the code (\w+)/.exec(line) ?? [];
        if (userCode)
          void tenant('POST', '/_local/device', { json: { userCode, tenantId: councilTenantId, userId: councilAdministratorId } });
      });
    };
    say('2. npm run setup: what it would do, then done.');
    await setup({});
    await setup({}, '--apply', '--yes', '--write-parameters', parametersFile);

    say('3. azd up, played: the managed identity and the bot of main.bicep, with the parameters that the set-up wrote.');
    const { parameters } = JSON.parse(readFileSync(parametersFile, 'utf8')) as { parameters: Parameters };
    const deployed = settingsOfDeployment(parameters);
    await first.child.stop();
    await organise((sample) => ({
      ...beforeSetUp(sample),
      bot: { appId: deployed.BOT_APP_ID ?? '', tenantId: councilTenantId, messagingEndpoint: addresses.messages },
    }));
    ending.watch((await startTenant(stateDir, ports.tenant, inState('tenant.log'))).child);
    const known = { MANAGED_IDENTITY_PRINCIPAL_ID: managedIdentityObjectId, API_URL: 'https://ap-functions.azurewebsites.net/api' };
    say('4. npm run setup once more: the identity is known now. Then there is nothing to do.');
    const azd = (await setup(known, '--apply', '--yes', '--write-parameters', parametersFile)).filter((line) =>
      line.startsWith('azd env set '),
    );
    const again = await setup(known, '--apply', '--yes');
    if (!again.includes('Nothing to do.')) throw new Error('The second run of the set-up found something to do.');

    say('5. npm run package:teams, with what the set-up said and the deployment gives out.');
    const ofDeployment = ['PAGES_URL', 'API_CLIENT_ID', 'BOT_APP_ID', 'COMMISSIONING_CONTACT', 'TENANT_ID', 'TEAMS_LINK_APP_ID'];
    const azdSettings = [
      `API_URL=${known.API_URL}`,
      ...ofDeployment.map((name) => `${name}=${deployed[name]}`),
      ...azd.map((line) => line.replace(/^azd env set (\w+) /, '$1=')),
    ];
    writeFileSync(inState('azd.env'), `${azdSettings.join('\n')}\n`);
    const fromAzd = ['--settings', inState('azd.env'), '--out'];
    await command('teams-app/appPackage/main.ts', stateDir, [...fromAzd, inState('ap-framework.zip')], {}, (line) => say(`     ${line}`));

    say('6. npm run build:pages, with the same.');
    await command('teams-app/hosting/main.ts', stateDir, [...fromAzd, inState('pages')], {}, (line) => say(`     ${line}`));
    const { scripts, version } = checkPages(inState('pages'), known.API_URL, `${deployed.API_CLIENT_ID}`);
    say(`   The page and its ${scripts} scripts are there, may call the API, and tell of version ${version}.`);

    say('7. The sample register, and the bundle on the local host with the settings of the deployment.');
    distrust = trustAuthority(caPath);
    await seed({
      settings: administeredBy(tenant, addresses.tenant),
      today: toLondonDate(new Date().toISOString()),
      people: samplePeople,
      say: () => undefined,
    });
    await buildStale('functions', printedProgress(say));
    // What `azd deploy` packs, and nothing beside it.
    stage(path.join(projectFolder, 'functions'), path.join(projectFolder, 'dist/functions-app'));
    const azurite = await startAzurite({
      dir: inState('azurite'),
      ports: { blob: ports.blob, queue: ports.queue, table: ports.table },
      logFile: inState('azurite.log'),
    });
    ending.watch(azurite.child);
    const { identityHeader } = await ensureSampleSecrets(stateDir);
    const ofThisMachine = {
      AUTHORITY_HOST: addresses.tenant,
      GRAPH_URL: addresses.tenant,
      BOT_OPENID_METADATA: `${addresses.tenant}/botframework/v1/.well-known/openidconfiguration`,
      BOT_SERVICE_HOSTS: new URL(addresses.tenant).host,
      BOT_SERVICE_URL: `${addresses.tenant}/connector/`,
      AzureWebJobsStorage: azurite.connectionString,
      CLOCK_FILE: clockFile(stateDir),
      API_URL: addresses.api,
      // The walk counts what a search costs of Graph; a timer's request would be somebody else's.
      ...timersByHand,
      MANAGED_IDENTITY_CLIENT_ID: managedIdentityClientId,
      IDENTITY_ENDPOINT: `${addresses.tenant}/msi/token`,
      IDENTITY_HEADER: identityHeader,
    };
    const host = await startHostProcess({
      root: path.join(projectFolder, 'dist/functions-app'),
      port: ports.functions,
      settings: { NODE_EXTRA_CA_CERTS: caPath },
      settingsFile: writeSettingsFile(stateDir, { ...deployed, ...ofThisMachine }, []),
      admin: true,
      logFile: inState('functions.log'),
    });
    ending.watch(host.child);

    say('8. The main job.');
    const apiScope = `api://${new URL(deployed.PAGES_URL ?? '').host}/${deployed.API_CLIENT_ID}/access_as_user`;
    const people = peopleOf({ ...addresses, caPath, apiScope });
    const { callOff } = await walkMainJob(people, (line) => say(`   ${line}`));

    say("9. A school's tenant joins by the link of its letter.");
    const member = samplePeople.find(({ tenantId }) => tenantId === schoolTenantId);
    if (!member) throw new Error('The sample has nobody in the other tenant.');
    const refused = await people
      .as(member.key)
      .getMe({})
      .then(
        () => false,
        () => true,
      );
    if (!refused) throw new Error('The other tenant was let in before it consented.');
    const forLetter = [
      '--tenant',
      schoolTenantId,
      '--name',
      'Sample Academy Trust',
      '--settings',
      inState('azd.env'),
      '--out',
      inState('letter'),
    ];
    const letter = await command(
      'infra/tenant/src/setup/school-main.ts',
      stateDir,
      forLetter,
      { AUTHORITY_HOST: addresses.tenant },
      () => undefined,
    );
    const link = letter.find((line) => line.includes('/adminconsent?'))?.trim();
    const json = { link, tenantId: schoolTenantId, userId: schoolAdministratorId };
    const consent = await people.control<{ location: string }>('POST', '/_local/admin-consent', json);
    if (!consent.location.includes('admin_consent=True')) throw new Error(`The consent was refused: ${consent.location}`);
    const joined = await people.as(member.key).getMe({});
    say(`   ${joined.person.name} of the other tenant is let in: ${joined.memberships.map(({ buyer }) => buyer.name).join(', ')}`);

    say('10. npm run setup -- --undo: everything is taken back.');
    await host.stop();
    await setup(known, '--undo', '--with-rows', '--apply', '--yes');
    const undone = await setup(known, '--undo', '--with-rows');
    if (!undone.includes('Nothing to take back.')) throw new Error('Something is left after --undo.');
    return `The rehearsal passes: ${callOff.ref} became order ${callOff.orderNumber}, and nothing is left.`;
  } finally {
    distrust();
    await ending.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }
};

/** Before the deployment there is no identity. */
const withoutIdentity = (organisation: Organisation): Organisation => ({
  ...organisation,
  tenants: organisation.tenants.map(({ managedIdentities: _identities, ...tenant }) => tenant),
});
