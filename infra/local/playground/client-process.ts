import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type ChildProgram, startChild } from '../process/start-child.ts';
import { type SamplePerson, samplePeople } from '../sample/people.ts';

export interface PlaygroundOptions {
  readonly person: SamplePerson;
  readonly botAppId: string;
  /** Where the client sends what the person does. */
  readonly endpoint: string;
  readonly stateDir: string;
  readonly port: number;
  /** Whether the client may open a browser by itself. */
  readonly opensBrowser: boolean;
}

const require = createRequire(import.meta.url);

const userOf = ({ userId, givenName, surname, mail }: SamplePerson): object => ({
  id: userId,
  name: `${givenName} ${surname}`,
  userPrincipleName: mail,
  aadObjectId: userId,
  givenName,
  surname,
  email: mail,
});

/** The client's own configuration. It refuses fewer than five other people. Its field is spelled `userPrincipleName`. */
export const clientConfiguration = (person: SamplePerson, botAppId: string): object => ({
  version: '0.1.1',
  tenantId: person.tenantId,
  bot: { id: `28:${botAppId}`, name: 'AP Framework' },
  currentUser: userOf(person),
  users: samplePeople
    .filter(({ tenantId, key }) => tenantId === person.tenantId && key !== person.key)
    .slice(0, 5)
    .map(userOf),
  personalChat: { id: 'personal-chat' },
  groupChat: { id: 'group-chat', name: 'Group chat' },
  team: { id: 'team', name: 'Team', aadGroupId: '5d3f3c52-55cf-4b3c-9f0a-0d3f8f7d5f01', channels: [{ id: 'channel', name: 'General' }] },
});

/** Starts Microsoft's Agents Playground as the person, without its telemetry, and waits until its page is served. */
export const startPlayground = async (options: PlaygroundOptions): Promise<{ readonly child: ChildProgram; readonly url: string }> => {
  const folder = path.join(options.stateDir, 'playground');
  mkdirSync(folder, { recursive: true });
  const configuration = path.join(folder, 'configuration.yml');
  // JSON is YAML.
  writeFileSync(configuration, JSON.stringify(clientConfiguration(options.person, options.botAppId), null, 2));
  const { child, ready: url } = await startChild<string>({
    name: 'Agents Playground',
    args: [
      path.join(path.dirname(require.resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js'),
      ...['start', '--app-endpoint', options.endpoint, '--channel-id', 'msteams', '--port', String(options.port), '--disable-telemetry'],
    ],
    cwd: folder,
    env: {
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configuration,
      M365_AGENTS_PLAYGROUND_LOGFILE: path.join(folder, 'client.log'),
      ...(options.opensBrowser ? {} : { TEAMSAPPTESTER_BROWSER: 'none' }),
    },
    logFile: path.join(options.stateDir, 'logs', 'playground.log'),
    ready: (line) => {
      // It takes another port when the one asked for is in use.
      const [, port] = /^Listening on (\d+)/.exec(line) ?? [];
      return port && `http://localhost:${port}`;
    },
  });
  return { child, url };
};
