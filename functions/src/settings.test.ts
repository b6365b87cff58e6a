import { notificationUrl, readSettings } from './settings.ts';

const council = '11111111-1111-4111-8111-111111111111';

/** A real deployment: the defaults are the service's own hosts. */
const real: Readonly<Record<string, string>> = {
  TENANT_ID: council,
  RUNTIME_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000001',
  SITE_HOSTNAME: 'council.sharepoint.com',
  SITE_PATH: '/sites/ap-framework',
  API_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000002',
  DECIDING_CLIENTS: '1fec8e78-bce4-4aaf-ab1b-5451cc387264, 5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  BOT_APP_ID: 'aaaaaaaa-0000-4000-8000-000000000003',
  MAIL_SENDER: 'ap-framework@council.example',
  PAGES_URL: 'https://ap.council.example',
  COMMISSIONING_CONTACT: 'commissioning@council.example',
};

/** The local run: every host on loopback. */
const local: Readonly<Record<string, string>> = {
  ...real,
  AUTHORITY_HOST: 'https://localhost:8443',
  GRAPH_URL: 'https://localhost:8443',
  BOT_OPENID_METADATA: 'https://localhost:8443/botframework/v1/.well-known/openidconfiguration',
  BOT_SERVICE_HOSTS: 'localhost:8443',
  BOT_SERVICE_URL: 'https://localhost:8443/connector/',
  PAGES_URL: 'http://localhost:3000',
};

test("a real deployment names what is its own and gets the service's hosts", () => {
  expect(readSettings(real)).toMatchObject({
    AUTHORITY_HOST: 'https://login.microsoftonline.com',
    GRAPH_URL: 'https://graph.microsoft.com',
    BOT_SERVICE_HOSTS: ['smba.trafficmanager.net'],
    DECIDING_CLIENTS: ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'],
    DRAFTING_CLIENTS: [],
    DEPLOYMENT_NAME: 'ap',
  });
});

test('a local run has every host on loopback', () => {
  expect(readSettings(local)).toMatchObject({ GRAPH_URL: 'https://localhost:8443', PAGES_URL: 'http://localhost:3000' });
});

test('ids are kept in lower case', () => {
  expect(readSettings({ ...real, TENANT_ID: council.toUpperCase() }).TENANT_ID).toBe(council);
});

test('everything that is missing or wrong is named at once', () => {
  const faulty = { ...real, TENANT_ID: '', SITE_PATH: '/teams/ap', PAGES_URL: 'here', GRAPH_URL: 'http://graph.microsoft.com' };
  expect(() => readSettings(faulty)).toThrow(/TENANT_ID.*GRAPH_URL.*SITE_PATH.*PAGES_URL/s);
});

test('no value of a setting is told in the fault: it may be a secret', () => {
  const faulty = { ...real, RUNTIME_CLIENT_SECRET: 'hunter2', GRAPH_URL: 'http://user:hunter2@graph.microsoft.com' };
  expect(() => readSettings(faulty)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }));
});

test.each([['API_CERTIFICATE'], ['API_CERTIFICATE_THUMBPRINT']])(
  '%s alone is refused: reminders would go by mail, and nobody would know why',
  (name) => {
    expect(() => readSettings({ ...real, [name]: 'x' })).toThrow('API_CERTIFICATE and API_CERTIFICATE_THUMBPRINT belong together');
    expect(readSettings({ ...real, API_CERTIFICATE: 'x', API_CERTIFICATE_THUMBPRINT: 'y' })).toMatchObject({ API_CERTIFICATE: 'x' });
  },
);

describe('a mixture of loopback and real hosts is refused: a secret never goes to a half-configured place', () => {
  test.each(['AUTHORITY_HOST', 'GRAPH_URL', 'BOT_OPENID_METADATA', 'BOT_SERVICE_URL'])('only %s on loopback', (name) => {
    expect(() => readSettings({ ...real, [name]: local[name] })).toThrow(/loopback/);
  });

  test.each(['AUTHORITY_HOST', 'GRAPH_URL', 'BOT_OPENID_METADATA', 'BOT_SERVICE_URL'])('everything but %s on loopback', (name) => {
    const { [name]: _left, ...rest } = local;
    expect(() => readSettings(rest)).toThrow(/loopback/);
  });

  test.each(['127.0.0.1', '[::1]'])('%s is loopback too', (host) => {
    expect(() => readSettings({ ...real, GRAPH_URL: `https://${host}:8443` })).toThrow(/loopback/);
  });
});

describe('a host that is not of the service is refused', () => {
  test.each([
    ['AUTHORITY_HOST', 'https://login.evil.example'],
    ['AUTHORITY_HOST', 'https://login.microsoftonline.com.evil.example'],
    ['AUTHORITY_HOST', 'https://login.microsoftonline.com@evil.example'],
    ['GRAPH_URL', 'https://graph.evil.example'],
    ['BOT_OPENID_METADATA', 'https://login.evil.example/v1/.well-known/openidconfiguration'],
    ['BOT_SERVICE_URL', 'https://evil.trafficmanager.net/uk/'],
    ['BOT_SERVICE_HOSTS', 'evil.trafficmanager.net'],
    ['BOT_SERVICE_HOSTS', 'smba.trafficmanager.net,localhost:8443'],
    ['BOT_SERVICE_HOSTS', '*.trafficmanager.net'],
  ])('%s %s', (name, value) => {
    expect(() => readSettings({ ...real, [name]: value })).toThrow(new RegExp(name));
  });

  test('a local run gives its token to loopback only', () => {
    expect(() => readSettings({ ...local, BOT_SERVICE_HOSTS: 'smba.trafficmanager.net' })).toThrow(/BOT_SERVICE_HOSTS/);
    expect(() => readSettings({ ...local, BOT_SERVICE_HOSTS: 'localhost:8443,smba.trafficmanager.net' })).toThrow(/BOT_SERVICE_HOSTS/);
  });

  test('an address that the bot could never send to is found at the start', () => {
    expect(() => readSettings({ ...local, BOT_SERVICE_HOSTS: 'localhost:9999' })).toThrow(/BOT_SERVICE_HOSTS/);
  });

  test('pages of a real deployment are served over https', () => {
    expect(() => readSettings({ ...real, PAGES_URL: 'http://ap.council.example' })).toThrow(/PAGES_URL/);
  });

  test('links on cards lead to Teams itself, or to the stand-in of a local run', () => {
    expect(readSettings(real).TEAMS_URL).toBe('https://teams.microsoft.com');
    expect(readSettings({ ...local, TEAMS_URL: 'http://localhost:3000' }).TEAMS_URL).toBe('http://localhost:3000');
    for (const elsewhere of ['http://localhost:3000', 'https://teams.example', 'https://teams.microsoft.com.example'])
      expect(() => readSettings({ ...real, TEAMS_URL: elsewhere })).toThrow(/TEAMS_URL/);
  });
});

test('the clock of a deployment cannot be moved, the clock of a local run can', () => {
  expect(() => readSettings({ ...real, CLOCK_FILE: '/tmp/clock' })).toThrow('only the clock of a local run');
  expect(readSettings({ ...local, CLOCK_FILE: '/tmp/clock' }).CLOCK_FILE).toBe('/tmp/clock');
});

describe('what only a local run may set is refused off loopback, each by itself, and is named', () => {
  test.each<[string, string]>([
    ['AUTHORITY_HOST', 'https://localhost:8443'],
    ['GRAPH_URL', 'https://localhost:8443'],
    ['GRAPH_SCOPE', 'https://localhost:8443/.default'],
    ['GRAPH_SCOPE', 'https://vault.azure.net/.default'],
    ['BOT_OPENID_METADATA', 'https://localhost:8443/botframework/v1/.well-known/openidconfiguration'],
    ['BOT_SERVICE_URL', 'https://localhost:8443/connector/'],
    ['BOT_SERVICE_HOSTS', 'localhost:8443'],
    ['PAGES_URL', 'http://localhost:3001'],
    ['API_URL', 'http://localhost:7071/api'],
    ['TEAMS_URL', 'http://localhost:3000'],
    ['CLOCK_FILE', '/tmp/clock'],
    ['AzureWebJobsStorage', 'UseDevelopmentStorage=true'],
    [
      'AzureWebJobsStorage',
      'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1',
    ],
    ['AzureWebJobsStorage', 'DefaultEndpointsProtocol=http;AccountName=council;EndpointSuffix=core.windows.net'],
  ])('%s: %s', (name, value) => {
    expect(() => readSettings({ ...real, [name]: value })).toThrow(name);
    expect(() => readSettings({ ...local, [name]: value })).not.toThrow(/only a local run/);
  });

  test('a deployment signs in to its storage by itself, or by a connection over https', () => {
    expect(readSettings({ ...real, AzureWebJobsStorage__accountName: 'council' })).toMatchObject({
      AzureWebJobsStorage__accountName: 'council',
    });
    const overHttps = 'DefaultEndpointsProtocol=https;AccountName=council;EndpointSuffix=core.windows.net';
    expect(readSettings({ ...real, AzureWebJobsStorage: overHttps }).AzureWebJobsStorage).toBe(overHttps);
  });
});

test('Graph reaches us by the address that is set, else by the name that the platform gives this app, else not at all', () => {
  expect(
    notificationUrl(readSettings({ ...real, API_URL: 'https://api.council.example/api/', WEBSITE_HOSTNAME: 'ap.azurewebsites.net' })),
  ).toBe('https://api.council.example/api/list-changes');
  expect(notificationUrl(readSettings({ ...real, WEBSITE_HOSTNAME: 'ap.azurewebsites.net' }))).toBe(
    'https://ap.azurewebsites.net/api/list-changes',
  );
  expect(notificationUrl(readSettings(real))).toBeUndefined();
  expect(() => readSettings({ ...real, API_URL: 'http://api.council.example/api' })).toThrow('API_URL');
});

describe('where traces are kept', () => {
  const connection = (endpoint: string, key = council) => ({
    APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${key};IngestionEndpoint=${endpoint};LiveEndpoint=https://uksouth.livediagnostics.monitor.azure.com/`,
  });
  test.each(['https://uksouth-1.in.applicationinsights.azure.com/', 'https://usgovvirginia-1.in.applicationinsights.azure.us/'])(
    '%s is of Application Insights',
    (endpoint) => {
      expect(() => readSettings({ ...real, ...connection(endpoint) })).not.toThrow();
    },
  );
  test.each([
    'https://evil.example/',
    'https://applicationinsights.azure.com.evil.example/',
    'http://uksouth-1.in.applicationinsights.azure.com/',
    'http://127.0.0.1:1234/',
    '',
  ])('%p is not, and gets no token', (endpoint) => {
    expect(() => readSettings({ ...real, ...connection(endpoint) })).toThrow('APPLICATIONINSIGHTS_CONNECTION_STRING');
  });
  test('a key that is none is refused; a local run may keep them on this machine', () => {
    expect(() => readSettings({ ...real, ...connection('https://uksouth-1.in.applicationinsights.azure.com/', 'key') })).toThrow(
      'InstrumentationKey',
    );
    expect(() => readSettings({ ...local, ...connection('http://127.0.0.1:1234/') })).not.toThrow();
  });
});
