import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs, parseEnv } from 'node:util';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { readersIn, refuseForeignHosts, type TenantSettings } from '../tenant-settings.ts';
import { azdCommands, bicepParameters, parametersFile, readMade } from './deployment.ts';
import { setUp, undo } from './setup.ts';
import { signInByDevice } from './sign-in.ts';
import { readWanted, type Values } from './wanted.ts';

const usage = `Usage: npm run setup -- --settings FILE [--tenant ID] [--client ID] [--apply | --undo [--with-rows] [--apply]] [--yes] [--write-parameters FILE]
  Shows what a council's tenant lacks of what the product needs: app registrations, consent, lists, permissions, the Teams app. Changes nothing.
  --apply               carries it out, after asking; run again, it goes on where it stopped
  --undo                shows what it would take back; with --apply it does, the last step first. Lists that have rows stay without --with-rows
  --yes                 does not ask
  --write-parameters    writes what infra/azure wants of it, for azd up: infra/azure/main.parameters.json
  FILE holds lines of NAME=value: infra/tenant/setup.example.env is one to copy. docs/admin-guide.md goes through it all.`;

const say = (line: string): void => console.log(line);

const readArguments = () =>
  parseArgs({
    options: {
      settings: { type: 'string' },
      tenant: { type: 'string' },
      client: { type: 'string' },
      apply: { type: 'boolean', default: false },
      undo: { type: 'boolean', default: false },
      'with-rows': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      'write-parameters': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;

const ask = async (question: string): Promise<boolean> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} Type yes: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
};

const run = async (): Promise<void> => {
  const given = readArguments();
  if (given.help || given.settings === undefined) throw new Error(usage);
  const named = { TENANT_ID: given.tenant, SETUP_CLIENT_ID: given.client };
  const inFile = parseEnv(readFileSync(given.settings, 'utf8'));
  const values: Values = { ...inFile, ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) };
  const wanted = readWanted(values);
  const clientId = wanted.setupClientId;
  if (clientId === undefined)
    throw new Error('SETUP_CLIENT_ID is not set: which client does the administrator sign in with? docs/admin-guide.md, step 1.');
  const authorityHost = process.env.AUTHORITY_HOST ?? 'https://login.microsoftonline.com';
  const graphUrl = process.env.GRAPH_URL ?? 'https://graph.microsoft.com';
  refuseForeignHosts([authorityHost, graphUrl]);
  const settings: TenantSettings = {
    tenantId: wanted.tenantId,
    administrator: await signInByDevice({ tenantId: wanted.tenantId, clientId, authorityHost, say }),
    authorityHost,
    graphUrl,
    site: wanted.site,
    allowedReaders: readersIn(values.ALLOWED_READERS ?? ''),
    concernReaders: readersIn(values.CONCERN_READERS ?? ''),
  };
  const confirm = given.apply ? { confirm: given.yes ? async () => true : ask } : {};
  if (given.undo) {
    await undo({ settings, wanted, say, ...confirm, withRows: given['with-rows'] });
    return;
  }
  const outcome = await setUp({ settings, wanted, say, ...confirm });
  if (outcome === 'declined') return;
  const made = await readMade(settings, wanted);
  if (!made) return;
  const file = given['write-parameters'];
  const present = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const content = parametersFile(bicepParameters(made, wanted), present, toLondonDate(new Date().toISOString()));
  if (file === undefined) say(`For infra/azure/main.parameters.json (--write-parameters FILE writes it):\n${content}`);
  else {
    writeFileSync(file, content);
    say(`${file}: what azd up wants to know.`);
  }
  for (const command of azdCommands(made, wanted)) say(command);
};

run().catch((failure: Error) => {
  console.error(failure.message);
  process.exitCode = 1;
});
